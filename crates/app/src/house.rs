//! Everything put together: database, texts, clock, slices, and who is who.

use std::sync::OnceLock;

use db::{Db, DbError, Settings, Target};
use jiff::tz::TimeZone;
use kernel::Clock;
use texts::{Texts, TextsError};
use web::App;
use web::app::Options;

use crate::slices::{Wiring, slices};

#[derive(Debug, thiserror::Error)]
pub enum HouseError {
    #[error("the database cannot be opened: {0}")]
    Database(#[from] DbError),
    #[error("the texts are not sound:\n{0}")]
    Texts(#[from] TextsError),
}

/// Opens the database and puts the slices on it. The schema is somebody else's to bring forward.
pub fn open(target: &Target, clock: Clock, options: Options, wiring: &Wiring) -> Result<App, HouseError> {
    let slices = slices(wiring);
    let sources: Vec<texts::Source> = slices.iter().filter_map(|slice| slice.texts).collect();
    let texts = Texts::new(&sources)?.leak();
    let db = Db::open(target, Settings::default())?;
    let gate = access::Gate::new(directory::group::of_person);
    Ok(App::new(db, clock, texts, zone(), Box::new(gate), options, slices))
}

/// What a refusal says, for a terminal.
pub fn in_english(refusal: &kernel::Refusal) -> String {
    let sources: Vec<texts::Source> =
        slices(&Wiring::default()).iter().filter_map(|slice| slice.texts).collect();
    match Texts::new(&sources) {
        Ok(texts) => {
            let words = texts.leak().words(kernel::Lang::En);
            refusal.each().map(|one| words.refusal(one)).collect::<Vec<_>>().join("\n")
        }
        Err(_) => refusal.to_string(),
    }
}

/// The municipality's own time.
pub fn zone() -> &'static TimeZone {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    ZONE.get_or_init(|| TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC))
}
