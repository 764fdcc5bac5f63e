#![expect(clippy::unwrap_used, reason = "a fixture that cannot be laid stops the test that asked for it")]

use db::{Db, Engine, Settings, Target, migrate};
use kernel::Moment;

use crate::postgres::Database;

/// A migrated database that lives as long as its test.
pub struct House {
    pub db: Db,
    pub target: Target,
    // Dropped last: the folder and the database go with the test.
    _folder: Option<tempfile::TempDir>,
    _database: Option<Database>,
}

impl House {
    /// A fresh one on this engine, with every table in place.
    pub fn open(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let target = Target::Sqlite(folder.path().join("enhet.db"));
                migrate::run(&target, Moment(0)).unwrap();
                let db = Db::open(&target, Settings { readers: 2 }).unwrap();
                Self { db, target, _folder: Some(folder), _database: None }
            }
            Engine::Postgres => {
                let database = Database::migrated(&migrate::fingerprint(), |url| {
                    migrate::run(&Target::Postgres(url.to_owned()), Moment(0)).unwrap();
                });
                let target = Target::Postgres(database.url().to_owned());
                let db = Db::open(&target, Settings { readers: 2 }).unwrap();
                Self { db, target, _folder: None, _database: Some(database) }
            }
        }
    }
}

/// Tells the same story on both databases. A failure says on which.
pub fn on_both(story: impl Fn(&House)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        on_one(engine, &story);
    }
}

pub fn on_one(engine: Engine, story: impl Fn(&House)) {
    let house = House::open(engine);
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| story(&house)));
    if let Err(fault) = told {
        eprintln!("the story failed on {}", engine.name());
        std::panic::resume_unwind(fault);
    }
}
