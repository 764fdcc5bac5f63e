//! Who may read and decide what is promised. What the promises are is no secret to those who work by them.

use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};
use kernel::{Actor, Permission, Refusal};

/// Calendars and promises, as decided.
pub static READ: Permission = Permission {
    code: "service_level.promise.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

/// A new edition of either.
pub static EDIT: Permission = Permission { code: "service_level.promise.edit", roles: &[Administrator] };

/// The first line of an operation: refuses whoever lacks the permission.
pub fn allow(actor: &Actor, permission: &Permission) -> Result<(), Refusal> {
    if actor.may(permission) { Ok(()) } else { Err(Refusal::forbidden("no-permission")) }
}
