use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;
use db::{Target, migrate};
use kernel::Clock;
use web::app::Options;

use super::{Exit, Place, stop};
use crate::config::{self, Config};
use crate::serve::{self as server, Bound};
use crate::slices::Wiring;
use crate::{demo, house};

#[derive(Debug, Args)]
pub struct Serve {
    /// Address and port to answer on [default: 127.0.0.1:8080; env: ENHET_LISTEN]
    #[arg(long, value_name = "ADDR:PORT")]
    listen: Option<String>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Address and port to answer on [default: 127.0.0.1:8080, or the next free port]
    #[arg(long, value_name = "ADDR:PORT")]
    listen: Option<String>,
    /// The day that the municipality lives on, for pictures and tests [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<jiff::civil::Date>,
    /// Write only so many days of the past, for tests
    #[arg(long, hide = true, value_name = "N")]
    days: Option<u16>,
    /// Answer on other addresses than this machine's own, though everybody knows the demo's passwords
    #[arg(long)]
    expose: bool,
}

pub(super) fn serve(place: &Place, words: &Serve) -> Exit {
    let config = match load(place, words.listen.clone()) {
        Ok(config) => config,
        Err(exit) => return exit,
    };
    server::log(&config.log, config.log_json);
    if let Err(exit) = bring_forward(&config) {
        return exit;
    }
    let bound = match bind(&config, false) {
        Ok(bound) => bound,
        Err(exit) => return exit,
    };
    let app = match house::open(&config.target, Clock::real(), options(&config, false), &Wiring::of(&config))
    {
        Ok(app) => app,
        Err(error) => return stop(Exit::TryAgain, error),
    };
    match access::cli::start_path(&app.db, Clock::real().now()) {
        Ok(Some(path)) => {
            let base = config.public_url.clone().unwrap_or_else(|| format!("http://{}", bound.address));
            println!("an empty house: begin at {base}{path} (good once, for 24 hours)");
        }
        Ok(None) => {}
        Err(refusal) => return super::user::refused(&refusal),
    }
    println!("enhet answers on http://{}", bound.address);
    ended(bound.run(app, None))
}

pub(super) fn demo(place: &Place, words: &Demo) -> Exit {
    let mut config = match load(place, words.listen.clone()) {
        Ok(config) => config,
        Err(exit) => return exit,
    };
    server::log(if config.log == "info" { "warn" } else { &config.log }, config.log_json);
    let ip: IpAddr = config.listen.ip();
    if !ip.is_loopback() && !words.expose {
        let why = format!(
            "a demo answers on this machine only, not on {ip}: its passwords are known to all. --expose does it all the same"
        );
        return stop(Exit::Usage, why);
    }
    // Dropped, and so removed, when the server has stopped.
    let folder = match temporary(&mut config) {
        Ok(folder) => folder,
        Err(exit) => return exit,
    };
    let exit = demo_in(&config, words);
    drop(folder);
    exit
}

fn demo_in(config: &Config, words: &Demo) -> Exit {
    if let Err(exit) = make_folder(config) {
        return exit;
    }
    match demo::admit(&config.target) {
        Ok(()) => {}
        Err(demo::Refused::NotADemo) => {
            return stop(
                Exit::Usage,
                "this database is not a demo and is left alone: name another folder with --data, or another database",
            );
        }
        Err(demo::Refused::Database(error)) => {
            return stop(Exit::TryAgain, format!("the database cannot be opened: {error}"));
        }
    }
    let clock = server::clock_on(words.today);
    if let Err(error) = migrate::run(&config.target, Clock::real().now()) {
        return stop(Exit::TryAgain, format!("the database could not be brought forward: {error}"));
    }
    let bound = match bind(config, !config.listen_given) {
        Ok(bound) => bound,
        Err(exit) => return exit,
    };
    // A demo sends nothing, whatever the configuration says.
    let app = match house::open(&config.target, clock, options(config, true), &Wiring::default()) {
        Ok(app) => app,
        Err(error) => return stop(Exit::TryAgain, error),
    };
    if let Err(error) = demo::begin(&app, words.days) {
        return stop(Exit::TryAgain, format!("the municipality could not be written: {error}"));
    }
    println!("{}", demo::greeting(&bound.address.to_string()));
    ended(bound.run(app, Some(Box::new(demo::write_past))))
}

fn load(place: &Place, listen: Option<String>) -> Result<Config, Exit> {
    let mut flags = place.flags();
    flags.listen = listen;
    config::load(&flags).map_err(|error| stop(Exit::Usage, error))
}

/// Without a data folder and without a database of its own, a demo keeps nothing.
fn temporary(config: &mut Config) -> Result<Option<tempfile::TempDir>, Exit> {
    if config.data_given || config.target != Target::Sqlite(config.data.join("enhet.db")) {
        return Ok(None);
    }
    let folder = tempfile::Builder::new()
        .prefix("enhet-demo-")
        .tempdir()
        .map_err(|error| stop(Exit::TryAgain, format!("no temporary folder could be made: {error}")))?;
    config.data = PathBuf::from(folder.path());
    config.target = Target::Sqlite(config.data.join("enhet.db"));
    Ok(Some(folder))
}

fn make_folder(config: &Config) -> Result<(), Exit> {
    let Target::Sqlite(path) = &config.target else { return Ok(()) };
    let Some(folder) = path.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder)
        .map_err(|error| stop(Exit::TryAgain, format!("{} cannot be made: {error}", folder.display())))
}

/// A SQLite file is brought forward here, after a copy; a PostgreSQL database only by `enhet migrate`, so that
/// nodes of the previous version can go on serving meanwhile.
fn bring_forward(config: &Config) -> Result<(), Exit> {
    make_folder(config)?;
    let said = |error| stop(Exit::TryAgain, format!("the database cannot be opened: {error}"));
    if matches!(config.target, Target::Sqlite(_)) {
        let applied = migrate::run(&config.target, Clock::real().now()).map_err(said)?;
        if let Some(copy) = applied.backup {
            println!("brought the database forward; a copy from before is {}", copy.display());
        }
        return Ok(());
    }
    let db = db::Db::open(&config.target, db::Settings { readers: 1 }).map_err(said)?;
    let pending = db.read_now(migrate::pending).map_err(said)?;
    if pending.is_empty() {
        return Ok(());
    }
    let why = format!("the database lacks {}: run `enhet migrate` first", pending.join(", "));
    Err(stop(Exit::Usage, why))
}

fn bind(config: &Config, or_next: bool) -> Result<Bound, Exit> {
    server::bind(config.listen, or_next)
        .map_err(|error| stop(Exit::TryAgain, format!("{} cannot be listened on: {error}", config.listen)))
}

fn options(config: &Config, demo: bool) -> Options {
    Options {
        public_url: config.public_url.clone(),
        proxies: config.proxies.clone(),
        demo,
        version: env!("CARGO_PKG_VERSION"),
    }
}

fn ended(served: std::io::Result<()>) -> Exit {
    match served {
        Ok(()) => Exit::Done,
        Err(error) => stop(Exit::TryAgain, format!("the server stopped: {error}")),
    }
}
