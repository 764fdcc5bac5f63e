use kernel::Role;

use crate::answer::{Answer, see_other};
use crate::ask::Ask;
use crate::route::Room;

/// Each to where they work: agents to their first menu entry, administrators to theirs, others to help, nobody to the
/// sign-in page.
pub(super) async fn show(ask: Ask) -> Answer {
    if ask.visitor.identity.is_none() {
        return see_other("/logga-in");
    }
    let actor = ask.actor();
    if AGENTS.iter().any(|role| actor.has(*role))
        && let Some(first) = ask.first_entry(Room::Work)
    {
        return see_other(&first);
    }
    see_other(if actor.has(Role::Administrator) { "/admin" } else { "/hjalp" })
}

/// Those who work with tickets all day. Others may read registers in the work room, but do not start there.
const AGENTS: [Role; 4] = [Role::FirstLine, Role::SupplierAgent, Role::SecondLine, Role::ItManager];
