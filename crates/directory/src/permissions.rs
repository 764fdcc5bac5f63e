//! Who may read and change the registers of people, units and groups.

use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};
use kernel::{Actor, Permission, Refusal};

pub const READ_PEOPLE: Permission = Permission {
    code: "directory.person.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator],
};

/// Units and groups say nothing about people, so an architect may read them too.
pub const READ_UNITS: Permission = Permission {
    code: "directory.unit.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

pub const EDIT: Permission = Permission { code: "directory.edit", roles: &[Administrator] };

/// Sees the name behind an alias; each look is logged.
pub const READ_PROTECTED: Permission =
    Permission { code: "directory.protected.read", roles: &[Administrator] };

/// The first line of an operation: refuses whoever lacks the permission.
pub fn allow(actor: &Actor, permission: &Permission) -> Result<(), Refusal> {
    if actor.may(permission) { Ok(()) } else { Err(Refusal::forbidden("no-permission")) }
}
