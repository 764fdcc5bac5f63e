//! Who may do what at the desk. Own tickets need no permission but to be signed in; `ticket::Scope` says which are own.

use kernel::{Permission, Role};

/// Work with tickets. A supplier's agents do it too, with those of their own groups.
pub static WORK: Permission = Permission {
    code: "desk.ticket.work",
    roles: &[Role::FirstLine, Role::SupplierAgent, Role::SecondLine, Role::ItManager],
};

/// Change how the desk works: the priority matrix, when resolved tickets close, who triages.
pub static SETTLE: Permission =
    Permission { code: "desk.settings.edit", roles: &[Role::ItManager, Role::Administrator] };
