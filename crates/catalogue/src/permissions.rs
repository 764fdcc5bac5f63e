//! Who may read and change the services.

use kernel::Permission;
use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};

pub const READ: Permission = Permission {
    code: "catalogue.service.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

pub const EDIT: Permission = Permission { code: "catalogue.service.edit", roles: &[Administrator] };
