//! How fast the product is, as ratios on this machine in this run: to a bare answer of the same framework, to a raw
//! write and sync, and between a small and a large house. `bin/bench` builds and calls it.
//!
//! - `client`: many at once over kept connections; `machine`: the bare answer, the disk, memory and sizes
//! - `house`: a municipality with so many tickets, and the server on it; `table`: what is printed

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on has failed")]

#[path = "load/client.rs"]
mod client;
#[path = "load/house.rs"]
mod house;
#[path = "load/machine.rs"]
mod machine;
#[path = "load/table.rs"]
mod table;

use std::time::Duration;

use db::Engine;

use client::{Ask, Load};
use house::House;
use machine::{Bare, Disk};
use table::{Row, median, print};

/// How much is measured.
#[derive(Clone, Copy, Debug)]
struct Plan {
    small: usize,
    large: usize,
    rounds: usize,
    each: Duration,
    idle: Duration,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let has = |word: &str| words.iter().any(|said| said == word);
    if has("--bare") {
        return machine::answer_barely();
    }
    let second = Duration::from_secs(1);
    let mut plan = Plan { small: 10_000, large: 100_000, rounds: 7, each: 2 * second, idle: 60 * second };
    if has("--short") {
        plan = Plan { small: 5_000, large: 50_000, rounds: 3, each: second, idle: 5 * second };
    }
    if has("--million") {
        plan.large = 1_000_000;
    }
    let engines: &[Engine] = match (has("--sqlite"), has("--postgres")) {
        (true, false) => &[Engine::Sqlite],
        (false, true) => &[Engine::Postgres],
        _ => &[Engine::Sqlite, Engine::Postgres],
    };
    let bare = Bare::start();
    for engine in engines {
        measure(*engine, plan, &bare);
    }
    print("without load", &machine::at_rest(plan.idle));
}

/// The rates of one kind of request, round by round, and the slowest per cent of each.
#[derive(Default)]
struct Series {
    rates: Vec<f64>,
    p50: Vec<f64>,
    p99: Vec<f64>,
}

impl Series {
    fn take(&mut self, what: &str, load: &Load) {
        assert_eq!(
            load.failed, 0,
            "{what}: {} answers were not as they should be: {}",
            load.failed, load.fault
        );
        self.rates.push(load.rate);
        self.p50.push(load.p50.as_secs_f64() * 1e3);
        self.p99.push(load.p99.as_secs_f64() * 1e3);
    }

    fn rate(&self) -> f64 {
        median(&self.rates)
    }
}

fn measure(engine: Engine, plan: Plan, bare: &Bare) {
    eprintln!("bench: {} is filled with {} and {} tickets", engine.name(), plan.small, plan.large);
    let (small, large) = (House::open(engine, plan.small), House::open(engine, plan.large));
    let disk = Disk::beside(small.folder());
    let mut names: Vec<&str> = vec!["bare", "read", "create"];
    let lists: Vec<(&str, String)> = vec![
        ("list", "/api/v1/tickets?status=open&sort=due".to_owned()),
        ("newest", "/api/v1/tickets".to_owned()),
        ("search", "/api/v1/tickets?q=skrivaren".to_owned()),
        ("rare word", "/api/v1/tickets?q=zebra".to_owned()),
    ];
    let queue = small.queue_page();
    let mut all: Vec<(String, Series)> = Vec::new();
    names.extend(["page small", "page large"]);
    for name in names.iter().map(|name| (*name).to_owned()) {
        all.push((name, Series::default()));
    }
    for (name, _) in &lists {
        for size in ["small", "large"] {
            all.push((format!("{name} {size}"), Series::default()));
        }
    }
    let mut probes = (Vec::new(), Vec::new());
    for round in 0..plan.rounds {
        let mut note = |name: &str, load: Load| {
            if let Some((_, series)) = all.iter_mut().find(|(known, _)| known == name) {
                series.take(name, &load);
            }
        };
        let (p50, p99) = disk.probe();
        probes.0.push(p50);
        probes.1.push(p99);
        note("bare", client::run(bare.address, 32, plan.each, &Ask::get("/", "")));
        note("read", client::run(small.address(), 32, plan.each, &small.reads()));
        note("create", client::run(small.address(), 32, plan.each, &small.creates(round)));
        if let Some(path) = &queue {
            for (name, house) in [("page small", &small), ("page large", &large)] {
                note(name, client::run(house.address(), 8, plan.each, &house.page(path)));
            }
        }
        for (name, path) in &lists {
            for (size, house) in [("small", &small), ("large", &large)] {
                let load = client::run(house.address(), 8, plan.each, &house.api(path));
                note(&format!("{name} {size}"), load);
            }
        }
    }
    small.finds_at_once();
    let of = |name: &str| &all.iter().find(|(known, _)| known == name).expect("a series").1;
    let mut rows = vec![
        Row::new("bare answer, 32 clients", format!("{:.0}/s", of("bare").rate())),
        Row::new(
            "raw 8 kB write + sync",
            format!("p50 {:.2} ms, p99 {:.2} ms", median(&probes.0), median(&probes.1)),
        ),
        Row::share(
            "read one ticket, REST, 32 clients",
            of("read"),
            of("bare"),
            if engine == Engine::Sqlite { 35.0 } else { 5.0 },
        ),
        Row::share(
            "create ticket, durable, 32 clients",
            of("create"),
            of("bare"),
            if engine == Engine::Sqlite { 8.0 } else { 4.0 },
        ),
        Row::tail("create, slowest per cent", of("create")),
    ];
    if queue.is_some() {
        rows.push(Row::growth("queue page", of("page small"), of("page large"), plan));
    }
    for (name, _) in &lists {
        let (less, more) = (of(&format!("{name} small")), of(&format!("{name} large")));
        rows.push(Row::growth(name, less, more, plan));
    }
    rows.push(Row::against("search against list, large", of("search large"), of("list large"), 2.0));
    rows.push(Row::against("rare word against list, large", of("rare word large"), of("list large"), 2.0));
    if let Some(bytes) = small.log_bytes() {
        rows.push(Row::new("write-ahead log after all creates", format!("{:.1} MB", bytes as f64 / 1e6)));
    }
    rows.push(Row::new("resident after load", format!("{:.0} MiB", small.resident_mib())));
    print(engine.name(), &rows);
}
