//! A list that is asked for words. Matches come a stretch at a time, the newest first; within a stretch those that
//! have the words in their title stand before the others. A number that was typed stands on top of all.

use db::{SearchQuery, Tx};
use kernel::{Page, Refusal};
use texts::search::{Columns, Query, to_fts5, to_tsquery};

use super::store::{self, Brief, Filters};
use super::{Question, Scope, number};

/// So many matches are put in order at a time. To order all of them would cost more the more there are.
const STRETCH: i64 = 100;

/// Where a page goes on: in the stretch below a number, after so many of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    below: Option<i64>,
    passed: usize,
}

pub(super) fn search(
    tx: &mut Tx<'_>,
    scope: &Scope,
    filters: Filters,
    question: &Question,
    text: &str,
    sought: &Query,
) -> Result<Page<Brief>, Refusal> {
    // Internal words are found where the reader works, so a supplier's agent searches their groups' tickets alone.
    let within = Scope { person: if scope.is_agent() { None } else { scope.person }, ..scope.clone() };
    let all = asked(sought, if scope.is_agent() { Columns::All } else { Columns::Public });
    let titles = asked(sought, Columns::Title);
    let after = question.after.as_deref().map(Place::read).transpose()?;
    let exact = number::parse(text);
    let mut numbers = Vec::new();
    if let (Some(number), None) = (exact, after) {
        numbers.extend(store::briefs_of(tx, &within, &[number])?.iter().map(|brief| brief.number));
    }
    let filters = Filters { except: exact, ..filters };
    let mut place = after.unwrap_or(Place { below: None, passed: 0 });
    let wanted = question.size.rows();
    let next = loop {
        let stretch = store::matches(tx, &within, &filters, &all, place.below, STRETCH)?;
        let last = stretch.last().copied();
        // The first stretch begins where it began, also when newer tickets have come by the next page.
        place.below = place.below.or(stretch.first().map(|newest| newest + 1));
        let ordered = titles_first(tx, &titles, stretch)?;
        let (found, room) = (ordered.len(), wanted - numbers.len());
        numbers.extend(ordered.into_iter().skip(place.passed).take(room));
        if place.passed + room < found {
            break Some(Place { passed: place.passed + room, ..place });
        }
        if (found as i64) < STRETCH {
            break None;
        }
        place = Place { below: last, passed: 0 };
        if numbers.len() == wanted {
            break Some(place);
        }
    };
    let mut items = store::briefs_of(tx, &within, &numbers)?;
    items.sort_by_key(|brief| numbers.iter().position(|number| *number == brief.number));
    Ok(Page { items, next: next.map(Place::write) })
}

fn asked(sought: &Query, columns: Columns) -> SearchQuery {
    SearchQuery { fts5: to_fts5(sought, columns), tsquery: to_tsquery(sought, columns) }
}

fn titles_first(tx: &mut Tx<'_>, titles: &SearchQuery, stretch: Vec<i64>) -> Result<Vec<i64>, Refusal> {
    if stretch.is_empty() {
        return Ok(stretch);
    }
    let hits = store::hits_among(tx, titles, &stretch)?;
    let (mut ordered, others): (Vec<i64>, Vec<i64>) = stretch.into_iter().partition(|n| hits.contains(n));
    ordered.extend(others);
    Ok(ordered)
}

impl Place {
    fn write(self) -> String {
        let below = self.below.map_or_else(String::new, |number| number.to_string());
        format!("s{below}.{}", self.passed)
    }

    fn read(after: &str) -> Result<Self, Refusal> {
        let read = || {
            let (below, passed) = after.strip_prefix('s')?.split_once('.')?;
            let below = if below.is_empty() { None } else { Some(below.parse().ok()?) };
            let passed = passed.parse().ok().filter(|passed| *passed <= STRETCH as usize)?;
            Some(Self { below, passed })
        };
        read().ok_or(Refusal::invalid("after", "desk-after-unknown"))
    }
}
