use db::Tx;
use kernel::{Actor, Moment, Refusal};
use serde_json::{Value, json};

use super::change::begin;
use super::{Act, Outcome, Stage, Ticket, store};
use crate::facts;

/// Takes back the act that gave the ticket this version.
#[derive(Clone, Debug)]
pub struct Undo {
    pub number: i64,
    /// The version that the act gave; if the ticket has another by now, something has happened since.
    pub version: i64,
}

/// For so long an act may be taken back.
const UNDO_MINUTES: i64 = 10;

/// Takes back a closing or an assignment by the same person, soon and if nothing has happened since. A response that
/// a take has counted as stays: the requester was noticed.
pub fn undo(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Undo) -> Result<Ticket, Refusal> {
    let mut change = begin(tx, actor, input.number, Some(input.version))?;
    let done = store::last_event(tx, input.number, input.version)?;
    let undoable = done.iter().all(|told| {
        matches!(told.event.act, Act::Stage | Act::Outcome | Act::Group | Act::Assignee)
            && (told.event.act != Act::Stage || may_go_back(&told.event.was, &told.event.became))
            && told.person == actor.person
            && told.at.plus(UNDO_MINUTES * Moment::MINUTE) > now
    });
    if done.is_empty() || !undoable {
        return Err(Refusal::conflict("desk-undo-too-late"));
    }
    let mut closed = false;
    for told in done.iter().rev() {
        match told.event.act {
            Act::Stage => {
                let stage = stage(&told.event.was).ok_or(Refusal::conflict("desk-undo-too-late"))?;
                closed |= change.ticket.stage == Stage::Closed;
                let resolved_at = change.ticket.resolved_at;
                change.stand(tx, now, stage)?;
                if stage == Stage::Resolved {
                    change.ticket.resolved_at = resolved_at;
                    change.ticket.outcome = Some(Outcome::Solved);
                }
            }
            Act::Group => {
                if let Some(group) = id(&told.event.was) {
                    change.give_to_group(group);
                }
            }
            Act::Assignee => change.give_to(id(&told.event.was)),
            _ => {}
        }
    }
    let what = if closed { "close" } else { "assign" };
    change.note(Act::Undone, Value::Null, what);
    change.end(tx, actor, now, "desk.ticket.undo", facts::UNDONE, json!({"act": what}))
}

/// A close, or the start that comes with a take.
fn may_go_back(was: &Value, became: &Value) -> bool {
    match stage(became) {
        Some(Stage::Closed) => true,
        Some(Stage::InProgress) => stage(was) == Some(Stage::New),
        _ => false,
    }
}

fn stage(value: &Value) -> Option<Stage> {
    let code = |name| value.get(name).and_then(Value::as_str);
    Stage::parse(code("stage")?, code("reason"))
}

fn id(value: &Value) -> Option<kernel::Id> {
    value.as_str()?.parse().ok()
}
