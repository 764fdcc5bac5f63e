//! `enhet mail receive [--json] < message.eml`, as a mail server pipes it. The server keeps the mail when we say that
//! it should try again, so nothing is lost.

use db::Db;
use kernel::Moment;
use serde_json::json;

use crate::inbound::thread::Rule;
use crate::inbox::{self, Fate, Outcome, Received};

/// Exit codes of sysexits.h, which mail servers read.
const OK: u8 = 0;
const DATA_ERROR: u8 = 65;
const TRY_AGAIN: u8 = 75;

/// Takes a mail; gives the text to print and the exit code. `now` is the time at the door.
pub fn receive(db: &Db, now: Moment, bytes: Vec<u8>, json: bool) -> (String, u8) {
    let received = Received::read(bytes);
    match db.write_now(move |tx| inbox::receive(tx, now, &received)) {
        Ok(outcome) => (said(&outcome, json), if outcome.fate == Fate::Refused { DATA_ERROR } else { OK }),
        // Whatever stopped it, the mail is still with the server.
        Err(refusal) => (format!("not stored, try again: {refusal}"), TRY_AGAIN),
    }
}

fn said(outcome: &Outcome, json: bool) -> String {
    let rule = outcome.rule.map(printed);
    if json {
        return json!({"outcome": outcome.fate.code(), "ticket": outcome.ticket, "rule": rule}).to_string();
    }
    let ticket = outcome.ticket.map(|number| format!(" {number}")).unwrap_or_default();
    let rule = rule.map(|rule| format!(" ({rule})")).unwrap_or_default();
    format!("{}{ticket}{rule}", outcome.fate.code())
}

/// What cannot be read is filed as what machines write is, and the contract knows one word for both. The log knows two.
const fn printed(rule: Rule) -> &'static str {
    match rule {
        Rule::Unparsable => Rule::Machine.code(),
        rule => rule.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_printed_as_the_contract_says() {
        let outcome = |fate, ticket, rule| Outcome { fate, ticket, rule };
        for (outcome, json, text) in [
            (
                outcome(Fate::Created, Some(28434), Some(Rule::New)),
                r#"{"outcome":"created","rule":"new","ticket":28434}"#,
                "created 28434 (new)",
            ),
            (
                outcome(Fate::Filed, None, Some(Rule::Unparsable)),
                r#"{"outcome":"filed","rule":"machine","ticket":null}"#,
                "filed (machine)",
            ),
            (
                outcome(Fate::Refused, None, None),
                r#"{"outcome":"refused","rule":null,"ticket":null}"#,
                "refused",
            ),
        ] {
            assert_eq!(said(&outcome, true), json);
            assert_eq!(said(&outcome, false), text);
        }
    }
}
