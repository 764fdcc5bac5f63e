//! Ljusvik, the municipality that nobody lives in: its register, and a past that is written up to today.
//!
//! - [`files`]: what is written by hand in `examples/ljusvik`
//! - [`people`], [`devices`]: everybody and everything else, drawn from it (pure)
//! - [`register`]: both, written through the slices' stores
//! - [`past`]: a year and a half of tickets, day by day; [`cast`] says who reports what, [`season`] how many,
//!   [`templates`] and [`fill`] in which words, [`story`] what became of each
//! - [`marker`]: how far the writing has come, so that the next start finishes what was left
//! - [`chance`], [`dates`]: the same draws each time, counted from the day the demo lives on

mod cast;
mod chance;
mod dates;
mod devices;
mod files;
mod fill;
mod marker;
mod past;
mod people;
mod register;
mod season;
mod story;
mod templates;

use db::{Db, DbError, Target};
use desk::ticket::Matrix;
use jobs::Stop;
use kernel::{Actor, Channel, Day, Id, Moment, Refusal};
use web::App;
use web::app::{Site, Starting};

use chance::Chance;
use dates::Dates;
use files::Files;
use marker::Marker;
pub use marker::clock;

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Files(#[from] files::FileError),
    #[error("{0}")]
    Refused(Refusal),
    #[error("the default calendar does not read")]
    Calendar,
}

impl From<Refusal> for DemoError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<DbError> for DemoError {
    fn from(error: DbError) -> Self {
        Self::Refused(error.into())
    }
}

/// Why a database is left alone.
#[derive(Debug)]
pub enum Refused {
    NotADemo,
    Database(DbError),
}

/// A demo goes into an empty database, or goes on in one that it has begun.
pub fn admit(target: &Target) -> Result<(), Refused> {
    if let Target::Sqlite(path) = target
        && !path.exists()
    {
        return Ok(());
    }
    let db = Db::open(target, db::Settings { readers: 1 }).map_err(Refused::Database)?;
    match db.read_now(db::migrate::is_empty) {
        Ok(true) => return Ok(()),
        Ok(false) => {}
        Err(error) => return Err(Refused::Database(error)),
    }
    // A database whose tables are there and which nobody has used is as good as empty.
    let fit = db.read_now(|tx| Ok::<_, DbError>(marker::read(tx)?.is_some() || access::start::needed(tx)?));
    match fit {
        Ok(true) => Ok(()),
        Ok(false) | Err(DbError::Other(_)) => Err(Refused::NotADemo),
        Err(error) => Err(Refused::Database(error)),
    }
}

/// Writes who and what there is, unless it is written: what a visitor's first page needs. Of the past, only so many
/// `days` are written afterwards; all of it when not said.
pub fn begin(app: &App, days: Option<u16>) -> Result<(), DemoError> {
    let files = Files::read()?;
    let now = app.clock.now();
    let today = now.day(app.zone);
    let known = app.db.read_now(marker::read)?;
    let marker = match known {
        Some(marker) => marker,
        None => {
            let dates = Dates::of(today, &files.organisation.merger);
            let mut marker = Marker::new(&dates);
            if let Some(days) = days {
                marker.written_through = marker.written_through.max(midnight(dates.days_ago(days.into())));
            }
            write_register(app, &files, dates, marker, now)?
        }
    };
    app.db.write_now(move |tx| marker::keep_clock(tx, now))?;
    app.set_site(site(&files));
    if marker.written_through < now {
        app.set_starting(Some(Starting { code: "app-demo-past", done: 0, of: 1 }));
    }
    Ok(())
}

fn write_register(
    app: &App,
    files: &Files,
    dates: Dates,
    marker: Marker,
    now: Moment,
) -> Result<Marker, DemoError> {
    let people = people::people(files, &dates);
    let devices = devices::devices(files, &people, &dates);
    let password = access::password::hash(&files.people.accounts.password)?;
    let today = dates.today;
    let last_number = FIRST_NUMBER
        + Dates::days(dates.first, today).map(|day| season::tickets_on(day, &dates)).sum::<i64>();
    let (site, kept) = (site(files), marker.clone());
    let files = Files::read()?;
    app.db.write_now(move |tx| {
        db::setting::write(tx, Site::SETTING, &site, now)?;
        service_level::defaults::insert(tx, promise_ids(), midnight(dates.first))?;
        register::units(tx, &files, &dates)?;
        register::people(tx, &people)?;
        register::groups(tx, &files, &dates)?;
        register::services(tx, &files)?;
        register::device_kinds(tx, &files)?;
        register::devices(tx, &devices)?;
        register::accounts(tx, &files, now, &password)?;
        let house = Actor::house(Channel::Job, "demo");
        let first_line = desk::ticket::Ref::Id(named_id("group", FIRST_LINE));
        desk::settings::save(tx, &house, now, *Matrix::default().rows(), 7, Some(&first_line))?;
        tx.raise_number("ticket", last_number)?;
        marker::write(tx, &kept, now)
    })?;
    Ok(marker)
}

/// Writes the past on a thread of its own, while pages are already answered.
pub fn write_past(app: &App, stop: &Stop) {
    match past::write(app, stop) {
        Ok(true) => app.set_starting(None),
        // Told to stop: the next start goes on.
        Ok(false) => {}
        Err(error) => tracing::error!(%error, "the demo's past could not be written"),
    }
}

/// Numbers go on from those of the desk that was there before.
const FIRST_NUMBER: i64 = 11_500;
const FIRST_LINE: &str = "forsta-linjen";

fn promise_ids() -> service_level::defaults::Ids {
    service_level::defaults::Ids {
        calendar: named_id("calendar", "servicedesk"),
        calendar_version: named_id("calendar version", "servicedesk"),
        promise: named_id("promise", "standard"),
        promise_version: named_id("promise version", "standard"),
    }
}

fn site(files: &Files) -> Site {
    Site {
        organisation: files.organisation.municipality.name.clone(),
        phone: files.organisation.servicedesk.phone.clone(),
        mail: files.organisation.servicedesk.mail.clone(),
        hours_sv: files.organisation.servicedesk.hours.clone(),
        hours_en: files.organisation.servicedesk.hours_en.clone(),
        set_up: true,
    }
}

/// What is printed when the demo answers: its address and one sign-in for each role.
pub fn greeting(address: &str) -> String {
    let mut lines =
        vec![format!("Enhet's demo municipality, Ljusvik, answers on http://{address}"), String::new()];
    let Ok(people) = Files::read().map(|files| files.people) else { return lines.concat() };
    lines.push(format!("everybody's password: {}", people.accounts.password));
    lines.push(String::new());
    for one in people.person.iter().filter_map(|one| one.sign_in.as_deref().map(|role| (role, &one.mail))) {
        lines.push(format!("  {:<16} {}", one.0, one.1));
    }
    lines.push(String::new());
    lines.push("Ctrl-C stops it.".to_owned());
    lines.join("\n")
}

/// The same row has the same id in every demo.
fn named_id(kind: &str, name: &str) -> Id {
    // The first moment of 2020: before everything that the generator dates.
    const BEGINNING: u64 = 1_577_836_800_000;
    let mut chance = Chance::of(&format!("{kind} {name}"), 0);
    Id::seeded(BEGINNING, u128::from(chance.next()) << 64 | u128::from(chance.next()))
}

/// The first moment of a day in the municipality's own time.
fn midnight(day: Day) -> Moment {
    let date = day.date().unwrap_or_default();
    let start = crate::house::zone().to_timestamp(date.at(0, 0, 0, 0));
    start.map_or(Moment(0), Moment::from_timestamp)
}
