//! PostgreSQL: plain threads that each own a connection. Writes are SERIALIZABLE and run again when they
//! collide; reads are REPEATABLE READ READ ONLY, one snapshot without predicate locks.

mod worker;

use postgres::{Client, NoTls};

use crate::error::Res;
use crate::open::{Lanes, Told};
use worker::Kind;

const WRITERS: usize = 8;

pub(crate) fn open(url: &str, readers: usize, told: &Told) -> Res<Lanes> {
    // The first connection is made here, so that a wrong address is said at start.
    drop(connect(url)?);
    let lanes = Lanes::new();
    for (jobs, count, kind) in [
        (&lanes.write_jobs, WRITERS, Kind::Write),
        (&lanes.read_jobs, readers.max(8), Kind::Read),
        (&lanes.report_jobs, 1, Kind::Read),
    ] {
        for _ in 0..count {
            worker::start(url.to_owned(), kind, jobs.clone(), told.clone())?;
        }
    }
    Ok(lanes)
}

pub(crate) fn connect(url: &str) -> Res<Client> {
    let mut config: postgres::Config = url.parse()?;
    config.connect_timeout(std::time::Duration::from_secs(5));
    if config.get_application_name().is_none() {
        config.application_name("enhet");
    }
    Ok(config.connect(NoTls)?)
}
