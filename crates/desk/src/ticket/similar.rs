use db::{SearchQuery, Tx};
use kernel::{Actor, Moment, Refusal};
use texts::search::{Columns, query, to_fts5, to_tsquery};

use super::store::{self, Filters};
use super::{Line, Scope, Sort, lines};
use crate::permissions::WORK;

/// Words shorter than this are in every ticket.
const SHORTEST: usize = 5;

/// Recent tickets whose titles share the longest words of this text: what an agent is shown while registering.
pub fn similar(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    text: &str,
    except: Option<i64>,
    limit: i64,
) -> Result<Vec<Line>, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let scope = Scope { person: None, ..Scope::of(actor) };
    let mut words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    words.retain(|word| word.chars().count() >= SHORTEST);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    // Two shared words say more than one, and more than two are rarely shared.
    for count in [2, 1] {
        let Some(some) = words.get(..count) else { continue };
        let sought = query(&some.join(" "));
        if sought.is_empty() {
            continue;
        }
        let search = SearchQuery {
            fts5: to_fts5(&sought, Columns::Title),
            tsquery: to_tsquery(&sought, Columns::Title),
        };
        let filters = Filters { search: Some(search), except, ..Filters::default() };
        let found = store::briefs(tx, &scope, &filters, Sort::Number, None, limit)?;
        if !found.is_empty() {
            return Ok(lines(tx, actor, now, found)?);
        }
    }
    Ok(Vec::new())
}
