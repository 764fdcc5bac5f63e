//! The house rules, one test each. What a rule is for, and how it fails, stands in its module in `src/`.

use tidy::{Repo, report};

macro_rules! rules {
    ($($rule:ident)*) => {
        $(
            #[test]
            fn $rule() {
                report(tidy::$rule::check(Repo::read()));
            }
        )*

        #[test]
        fn every_rule_is_run() {
            let run = [$(stringify!($rule)),*];
            let modules = include_str!("../src/lib.rs").lines().filter_map(|line| line.strip_prefix("pub mod "));
            let missing: Vec<&str> =
                modules.map(|line| line.trim_end_matches(';')).filter(|name| !run.contains(name)).collect();
            assert!(missing.is_empty(), "add to the list in crates/tidy/tests/tidy.rs: {missing:?}");
        }
    };
}

rules! {
    architecture assets documents drivers edges environment faces language leftovers manifests markup
    migrations names portable scripts sizes sql texts
}
