use std::collections::HashMap;

use db::{SearchQuery, Tx};
use kernel::{Actor, Moment, Refusal};
use texts::search::{Columns, query, to_fts5, to_tsquery};

use super::store::{self, Filters};
use super::{Line, Scope, lines_of};
use crate::permissions::WORK;

/// Words shorter than this are in every ticket.
const SHORTEST: usize = 5;
/// The longest words say most; so many are sought, and so many tickets looked at for each.
const WORDS: usize = 4;
const LOOKED_AT: i64 = 20;
/// What is further back than so many tickets is no longer similar to today.
const REACH: i64 = 20_000;

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
    let filters = Filters { except, floor: Some(store::newest(tx)? - REACH), ..Filters::default() };
    let mut shared: HashMap<i64, usize> = HashMap::new();
    for word in telling(text) {
        let sought = query(word);
        if sought.is_empty() {
            continue;
        }
        let search = SearchQuery {
            fts5: to_fts5(&sought, Columns::Title),
            tsquery: to_tsquery(&sought, Columns::Title),
        };
        for number in store::matches(tx, &scope, &filters, &search, None, LOOKED_AT)? {
            *shared.entry(number).or_insert(0) += 1;
        }
    }
    let mut found: Vec<(usize, i64)> = shared.into_iter().map(|(number, words)| (words, number)).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let numbers: Vec<i64> = found.into_iter().take(limit).map(|(_, number)| number).collect();
    let mut lines = lines_of(tx, actor, &scope, now, &numbers)?;
    lines.sort_by_key(|line| numbers.iter().position(|number| *number == line.number));
    Ok(lines)
}

fn telling(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).collect();
    words.retain(|word| word.chars().count() >= SHORTEST);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words.truncate(WORDS);
    words
}
