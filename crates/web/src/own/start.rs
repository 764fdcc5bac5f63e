use crate::answer::{Answer, see_other};
use crate::ask::Ask;
use crate::route::Room;

/// Each to where they work: agents to their first menu entry, others to help, nobody to the sign-in page.
pub(super) async fn show(ask: Ask) -> Answer {
    if ask.visitor.identity.is_none() {
        return see_other("/logga-in");
    }
    see_other(&ask.first_entry(Room::Work).unwrap_or_else(|| "/hjalp".to_owned()))
}
