//! Who may read and decide what is promised. What the promises are is no secret to those who work by them.

pub use access::permissions::allow;
use kernel::Permission;
use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};

/// Calendars and promises, as decided.
pub static READ: Permission = Permission {
    code: "service_level.promise.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

/// A new edition of either.
pub static EDIT: Permission = Permission { code: "service_level.promise.edit", roles: &[Administrator] };
