use std::collections::HashMap;

use db::{SearchQuery, Tx};
use kernel::{Actor, Moment, Refusal};
use texts::search::{Columns, query, to_fts5, to_tsquery};

use super::store::{self, Brief, Filters};
use super::{Line, Scope, Sort, lines};
use crate::permissions::WORK;

/// Words shorter than this are in every ticket.
const SHORTEST: usize = 5;
/// The longest words say most; so many are sought, and so many tickets looked at for each.
const WORDS: usize = 4;
const LOOKED_AT: i64 = 20;

/// Recent tickets whose titles share the longest words of this text, those that share most first: what an agent is
/// shown while registering.
pub fn similar(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    text: &str,
    except: Option<i64>,
    limit: usize,
) -> Result<Vec<Line>, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let scope = Scope { person: None, ..Scope::of(actor) };
    let mut shared: HashMap<i64, (usize, Brief)> = HashMap::new();
    for word in telling(text) {
        let sought = query(word);
        if sought.is_empty() {
            continue;
        }
        let search = SearchQuery {
            fts5: to_fts5(&sought, Columns::Title),
            tsquery: to_tsquery(&sought, Columns::Title),
        };
        let filters = Filters { search: Some(search), except, ..Filters::default() };
        for brief in store::briefs(tx, &scope, &filters, Sort::Number, None, LOOKED_AT)? {
            shared.entry(brief.number).or_insert((0, brief)).0 += 1;
        }
    }
    let mut found: Vec<(usize, Brief)> = shared.into_values().collect();
    found.sort_by_key(|(words, brief)| std::cmp::Reverse((*words, brief.number)));
    let found = found.into_iter().take(limit).map(|(_, brief)| brief).collect();
    Ok(lines(tx, actor, now, found)?)
}

fn telling(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).collect();
    words.retain(|word| word.chars().count() >= SHORTEST);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words.truncate(WORDS);
    words
}
