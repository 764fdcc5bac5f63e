//! Who may read and change the registers of people, units and groups.

pub use access::permissions::allow;
use kernel::Permission;
use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};

pub static READ_PEOPLE: Permission = Permission {
    code: "directory.person.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator],
};

/// Units and groups say nothing about people, so an architect may read them too.
pub static READ_UNITS: Permission = Permission {
    code: "directory.unit.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

pub static EDIT: Permission = Permission { code: "directory.edit", roles: &[Administrator] };

/// Sees the name behind an alias; each look is logged.
pub static READ_PROTECTED: Permission =
    Permission { code: "directory.protected.read", roles: &[Administrator] };
