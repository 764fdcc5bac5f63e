//! One notice to one recipient: kept first, carried later.
//!
//! - [`Notice`], [`by_id`] for whoever carries it; [`held`] counts what waits because it was too much
//! - `pace` says how much is too much (pure)

pub(crate) mod pace;
pub(crate) mod store;

use kernel::{Id, Moment};

use crate::Kind;
pub use crate::receivers::Recipient;
pub use store::{by_id, held};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: Id,
    pub to: Recipient,
    pub kind: Kind,
    pub ticket: i64,
    /// What was written, if the notice is about that.
    pub message: Option<Id>,
    /// May disturb outside service hours.
    pub critical: bool,
    pub at: Moment,
    /// Not to be sent before.
    pub due_at: Moment,
    /// So many others were held back and are told with this one.
    pub earlier: i64,
}
