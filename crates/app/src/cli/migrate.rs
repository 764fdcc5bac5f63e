use db::migrate;
use kernel::Clock;

use super::{Exit, Place, stop};
use crate::config;

/// `enhet migrate`: every step that is missing, each in a transaction of its own, while older nodes go on serving.
pub(super) fn run(place: &Place) -> Exit {
    let config = match config::load(&place.flags()) {
        Ok(config) => config,
        Err(error) => return stop(Exit::Usage, error),
    };
    if let db::Target::Sqlite(path) = &config.target
        && let Some(folder) = path.parent()
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        return stop(Exit::TryAgain, format!("{} cannot be made: {error}", folder.display()));
    }
    match migrate::run(&config.target, Clock::real().now()) {
        Ok(applied) if applied.steps.is_empty() => {
            println!("nothing to do: the database is up to date");
            Exit::Done
        }
        Ok(applied) => {
            if let Some(copy) = applied.backup {
                println!("kept a copy of the database as {}", copy.display());
            }
            applied.steps.iter().for_each(|step| println!("applied {step}"));
            Exit::Done
        }
        Err(error) => stop(Exit::TryAgain, format!("the database could not be brought forward: {error}")),
    }
}
