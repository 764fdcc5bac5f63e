use db::{Db, Settings, migrate};
use kernel::{Actor, Channel, Clock};

use super::{Exit, Place, stop};
use crate::config::{self, Config};
use crate::demo;

/// A database with its tables in place, for a command.
pub(super) struct Opened {
    pub config: Config,
    pub db: Db,
    /// The machine's, or that of the demo's day.
    pub clock: Clock,
    /// In whose name the command acts.
    pub actor: Actor,
}

/// Opens the database that the configuration names. A SQLite file is made and brought forward when it must be;
/// a PostgreSQL database is only ever brought forward by `enhet migrate`.
pub(super) fn open(place: &Place) -> Result<Opened, Exit> {
    let config = config::load(&place.flags()).map_err(|error| stop(Exit::Usage, error))?;
    open_with(place, config)
}

pub(super) fn open_with(place: &Place, config: Config) -> Result<Opened, Exit> {
    let db = database(&config)?;
    let actor = acting(&db, place.acting_as.as_deref()).map_err(|error| stop(Exit::TryAgain, error))?;
    let clock = db.read_now(demo::clock).map_err(|error| stop(Exit::TryAgain, error))?;
    Ok(Opened { config, db, clock, actor })
}

fn database(config: &Config) -> Result<Db, Exit> {
    let unavailable = |error| stop(Exit::TryAgain, format!("the database cannot be opened: {error}"));
    if let db::Target::Sqlite(path) = &config.target {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                stop(Exit::TryAgain, format!("{} cannot be made: {error}", folder.display()))
            })?;
        }
        migrate::run(&config.target, Clock::real().now()).map_err(unavailable)?;
    }
    let db = Db::open(&config.target, Settings { readers: 1 }).map_err(unavailable)?;
    let pending = db.read_now(migrate::pending).map_err(unavailable)?;
    if pending.is_empty() {
        Ok(db)
    } else {
        let why = format!(
            "the database lacks {} step(s), {} first: run `enhet migrate`",
            pending.len(),
            pending[0]
        );
        Err(stop(Exit::Usage, why))
    }
}

/// The account that `--as` names, or a name alone: the operating system's user when nothing is said.
fn acting(db: &Db, said: Option<&str>) -> Result<Actor, db::DbError> {
    let label = said.map_or_else(config::system_user, str::to_owned);
    let login = label.clone();
    let account = db.read_now(move |tx| access::account::by_login(tx, &login))?;
    let mut actor = Actor::house(Channel::Cli, &label);
    if let Some(account) = account {
        actor.account = Some(account.id);
        actor.person = account.person;
    }
    Ok(actor)
}
