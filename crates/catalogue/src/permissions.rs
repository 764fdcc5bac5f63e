//! Who may read and change the services.

use kernel::Permission;
use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};

pub static READ: Permission = Permission {
    code: "catalogue.service.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

pub static EDIT: Permission = Permission { code: "catalogue.service.edit", roles: &[Administrator] };
