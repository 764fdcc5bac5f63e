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
    let rest = if ask.actor().has(Role::Administrator) { "/admin" } else { "/hjalp" };
    see_other(&ask.first_entry(Room::Work).unwrap_or_else(|| rest.to_owned()))
}
