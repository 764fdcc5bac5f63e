use db::Tx;
use kernel::{Actor, Id, Moment, Page, PageSize, Refusal};
use serde_json::Value;

use super::store;
use crate::permissions::{READ_LOG, allow};

/// One line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: i64,
    pub at: Moment,
    pub account: Option<Id>,
    pub person: Option<Id>,
    pub label: String,
    pub channel: String,
    pub act: String,
    pub subject: Id,
    pub detail: Value,
}

/// Which lines: whose, about what, of which kind, when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The act or its beginning: `access.` is all that this slice did.
    pub act: String,
    pub account: Option<Id>,
    pub subject: Option<Id>,
    pub from: Option<Moment>,
    /// Lines before this moment.
    pub until: Option<Moment>,
    /// Older than this line.
    pub after: Option<i64>,
    pub size: PageSize,
}

/// One page of the log, the newest first.
pub fn list(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Page<Line>, Refusal> {
    allow(actor, &READ_LOG)?;
    let found = store::list(tx, question, question.size.probe())?;
    Ok(Page::cut(found, question.size, |line| line.id.to_string()))
}

/// So many lines an export holds; narrow the days for the rest.
pub const EXPORT: i64 = 50_000;

/// All lines of the question, for an export.
pub fn export(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Vec<Line>, Refusal> {
    allow(actor, &READ_LOG)?;
    Ok(store::list(tx, question, EXPORT)?)
}
