//! Words of the mapping that mean something here: stages, levels, kinds (pure).

use super::fault::{Fault, nearest};
use super::{Grade, Standing};
use crate::ticket::{Kind, Level, Outcome, Priority, Reason, Stage};

/// `closed`, `waiting:user`.
pub(super) fn stage(word: &str) -> Result<Stage, Fault> {
    let (code, reason) = match word.trim().split_once(':') {
        Some((code, reason)) => (code.trim(), Some(reason.trim())),
        None => (word.trim(), None),
    };
    if code == "waiting" && reason.is_none() {
        return Err(Fault::WaitsForNothing);
    }
    let known = || {
        let waits = Reason::ALL.iter().map(|reason| format!("waiting:{}", reason.code()));
        let plain = ["new", "in_progress", "with_supplier", "resolved", "closed"];
        plain.into_iter().map(str::to_owned).chain(waits)
    };
    Stage::parse(code, reason).ok_or_else(|| unknown(word, known()))
}

pub(super) fn standing(word: &str) -> Result<Standing, Fault> {
    stage(word).map(|stage| Standing { stage, outcome: None })
}

pub(super) fn outcome(word: &str) -> Result<Outcome, Fault> {
    Outcome::parse(word.trim()).ok_or_else(|| unknown(word, codes(Outcome::ALL, Outcome::code)))
}

pub(super) fn kind(word: &str) -> Result<Kind, Fault> {
    Kind::parse(word.trim()).ok_or_else(|| unknown(word, codes(Kind::ALL, Kind::code)))
}

pub(super) fn level(word: &str) -> Result<Level, Fault> {
    Level::parse(word.trim()).ok_or_else(|| unknown(word, codes(&Level::ALL, Level::code)))
}

pub(super) fn grade(word: &str) -> Result<Grade, Fault> {
    level(word).map(|impact| Grade { impact, urgency: None })
}

pub(super) fn priority(word: &str) -> Result<Priority, Fault> {
    let number = word.trim().parse::<u8>().ok();
    let known = Priority::ALL.iter().map(|priority| priority.number().to_string());
    number.and_then(|number| Priority::try_from(number).ok()).ok_or_else(|| unknown(word, known))
}

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> impl Iterator<Item = String> {
    all.iter().map(|one| code(*one).to_owned()).collect::<Vec<_>>().into_iter()
}

fn unknown(word: &str, known: impl Iterator<Item = String>) -> Fault {
    let known: Vec<String> = known.collect();
    let nearest = nearest(word, known.iter().map(String::as_str));
    Fault::UnknownWord { word: word.to_owned(), nearest, known }
}
