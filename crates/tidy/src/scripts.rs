//! The commands of `bin/` are plain shell that fits on a screen and can be asked what it does.

use crate::{File, Finding, Repo};

const LONGEST: usize = 59;

pub fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.files.iter().filter(|file| file.path.starts_with("bin/")) {
        for advice in faults(file) {
            findings.push(Finding::in_file(&file.path, advice));
        }
    }
    if let Some(run) = repo.find(".ci/run") {
        let commands = run.lines().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        if commands.count() != 1 || !run.text.contains("bin/test") {
            findings.push(Finding::in_file(".ci/run", "calls bin/test and nothing else: put the step there"));
        }
    }
    findings
}

fn faults(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    let length = file.text.lines().count();
    if length > LONGEST {
        faults.push(format!(
            "{length} lines, under {} is the limit: a command calls, it does not do",
            LONGEST + 1
        ));
    }
    if !file.text.starts_with("#!/bin/sh\n# ") {
        faults.push("begin with #!/bin/sh and a comment that says what it does".to_owned());
    }
    if !file.text.contains("--help)") {
        faults.push("answer --help".to_owned());
    }
    if !file.text.contains("\nset -eu") {
        faults.push("stop at the first fault: set -eu".to_owned());
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_says_nothing_and_goes_on_is_found() {
        assert_eq!(check(&Repo::of(&[("bin/go", "#!/bin/bash\nrun\n")])).len(), 3);
        let good = "#!/bin/sh\n# Runs.\nset -eu\ncase \"${1:-}\" in --help) ;; esac\n";
        assert!(check(&Repo::of(&[("bin/go", good)])).is_empty());
        assert_eq!(check(&Repo::of(&[("bin/go", &format!("{good}{}", "run\n".repeat(60)))])).len(), 1);
    }

    #[test]
    fn a_ci_that_knows_more_than_the_readme_is_found() {
        assert!(check(&Repo::of(&[(".ci/run", "#!/bin/sh\ncd x && exec bin/test\n")])).is_empty());
        assert_eq!(check(&Repo::of(&[(".ci/run", "#!/bin/sh\nbin/test\ncargo bench\n")])).len(), 1);
    }
}
