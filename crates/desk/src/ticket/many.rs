use db::{DbError, Tx};
use kernel::{Actor, Moment, Refusal, RefusalKind};

use super::change::read_one;
use super::{Assign, Edit, Level, Resolve, SetStage, Ticket, assign, edit, resolve, set_stage};

/// The same act on many tickets. What one refuses does not stop the others.
#[derive(Clone, Debug)]
pub struct Many {
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub enum Step {
    Assign(Assign),
    SetStage(SetStage),
    Resolve(Resolve),
    /// Both questions answered anew, whatever they were.
    Prioritise {
        number: i64,
        impact: Level,
        urgency: Level,
    },
}

/// A ticket that was left as it was, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub number: i64,
    pub refusal: Refusal,
}

/// More than this at once belongs in an import.
const MOST: usize = 200;

impl Step {
    pub const fn number(&self) -> i64 {
        match self {
            Self::Assign(step) => step.number,
            Self::SetStage(step) => step.number,
            Self::Resolve(step) => step.number,
            Self::Prioritise { number, .. } => *number,
        }
    }

    fn take(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Ticket, Refusal> {
        match self {
            Self::Assign(step) => assign(tx, actor, now, step),
            Self::SetStage(step) => set_stage(tx, actor, now, step),
            Self::Resolve(step) => resolve(tx, actor, now, step),
            Self::Prioritise { number, impact, urgency } => {
                let (ticket, _) = read_one(tx, actor, *number)?;
                let step = Edit {
                    number: *number,
                    seen: ticket.version,
                    impact: Some(*impact),
                    urgency: Some(*urgency),
                    ..Edit::default()
                };
                edit(tx, actor, now, &step)
            }
        }
    }
}

/// Gives those that were refused. An input that no ticket can take is refused as a whole.
pub fn many(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Many) -> Result<Vec<Refused>, Refusal> {
    let Some(first) = input.steps.first() else {
        return Err(Refusal::conflict("desk-many-none"));
    };
    if input.steps.len() > MOST {
        return Err(Refusal::conflict("desk-many-too-many").with("limit", MOST));
    }
    let mut refused = Vec::new();
    for step in &input.steps {
        match tx.nested(|tx| step.take(tx, actor, now).map_err(Stop::No)) {
            Ok(_) => {}
            Err(Stop::No(refusal)) if is_of_one(&refusal) => {
                refused.push(Refused { number: step.number(), refusal });
            }
            // What was typed is wrong for all of them, or the database does not answer.
            Err(Stop::No(refusal)) => return Err(refusal),
            Err(Stop::Database(error)) => return Err(error.into()),
        }
    }
    // When nothing at all was done there is one reason to give: the first ticket's.
    match refused.first() {
        Some(one) if refused.len() == input.steps.len() && one.number == first.number() => {
            Err(one.refusal.clone())
        }
        _ => Ok(refused),
    }
}

/// A fault of the database ends the whole; a rule's no ends one step.
enum Stop {
    No(Refusal),
    Database(DbError),
}

impl From<DbError> for Stop {
    fn from(error: DbError) -> Self {
        Self::Database(error)
    }
}

const fn is_of_one(refusal: &Refusal) -> bool {
    matches!(
        refusal.kind,
        RefusalKind::Conflict | RefusalKind::Stale | RefusalKind::NotFound | RefusalKind::Forbidden
    )
}
