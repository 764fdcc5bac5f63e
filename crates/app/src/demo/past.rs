//! Writes the past day by day, a few hundred tickets a transaction, with the mark of how far it has come in the same one.

use std::collections::HashSet;

use desk::history::{self, Past};
use desk::ticket::{self, Question};
use jobs::Stop;
use kernel::{Actor, Channel, Moment, PageSize, Refusal};
use web::App;
use web::app::Starting;

use super::cast::Cast;
use super::dates::{Dates, step};
use super::marker::{self, Marker};
use super::{DemoError, promise_ids};

/// Large enough to be quick, small enough that pages are answered between two of them.
const AT_ONCE: usize = 300;

/// Writes what is missing up to now. False when it was told to stop before that.
pub fn write(app: &App, stop: &Stop) -> Result<bool, DemoError> {
    let until = app.clock.now();
    let Some(mut marker) = app.db.read_now(marker::read)? else { return Ok(true) };
    let today = until.day(app.zone);
    let dates = marker.dates(today);
    let cast = Cast::gather(&dates, app.words(kernel::Lang::Sv))?;
    let mut open = open_words(app)?;
    let first = marker.written_through.day(app.zone);
    let of = Dates::days(dates.first, today).count() as u64;
    let mut waiting: Vec<Past> = Vec::new();
    for day in Dates::days(first, today) {
        waiting.extend(cast.tickets(day, marker.written_through, until, &mut open));
        if waiting.len() < AT_ONCE && day < today {
            continue;
        }
        if stop.stopped() {
            return Ok(false);
        }
        marker.tickets += i64::try_from(waiting.len()).unwrap_or(0);
        marker.written_through = super::midnight(step(day, 1)).min(until);
        keep(app, std::mem::take(&mut waiting), marker.clone(), until)?;
        let done = Dates::days(dates.first, day).count() as u64;
        app.set_starting(Some(Starting { code: "app-demo-past", done: done * 100 / of.max(1), of: 100 }));
    }
    Ok(true)
}

fn keep(app: &App, pasts: Vec<Past>, marker: Marker, now: Moment) -> Result<(), Refusal> {
    let actor = Actor::house(Channel::Job, "demo");
    app.db.write_now(move |tx| {
        for some in pasts.chunks(AT_ONCE) {
            history::insert_many(tx, &actor, now, some)?;
        }
        marker::write(tx, &marker, now)
    })
}

/// The words of every ticket that is open already, so that no two open ones say the same.
fn open_words(app: &App) -> Result<HashSet<String>, Refusal> {
    let actor = Actor::house(Channel::Job, "demo");
    app.db.read_now(move |tx| {
        let mut words = HashSet::new();
        let mut question = Question { size: PageSize::LARGEST, ..Question::queue() };
        loop {
            let page = ticket::list(tx, &actor, Moment(0), &question)?;
            words.extend(page.items.into_iter().map(|line| line.title));
            match page.next {
                Some(next) => question.after = Some(next),
                None => return Ok(words),
            }
        }
    })
}

/// The edition that the whole past is promised by.
pub(super) fn promise() -> kernel::Id {
    promise_ids().promise_version
}
