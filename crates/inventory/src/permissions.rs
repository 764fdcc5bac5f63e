//! Who may read and change the register of devices.

use kernel::Permission;
use kernel::Role::{Administrator, Architect, FirstLine, ItManager, SecondLine, SupplierAgent};

pub static READ: Permission = Permission {
    code: "inventory.device.read",
    roles: &[FirstLine, SupplierAgent, SecondLine, ItManager, Administrator, Architect],
};

pub static EDIT: Permission =
    Permission { code: "inventory.device.edit", roles: &[SecondLine, ItManager, Administrator] };
