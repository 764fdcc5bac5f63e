//! What an administrator may do here. Everybody handles their own sessions and password.

use kernel::{Actor, Permission, Refusal, Role};

/// Accounts, roles, links, other people's sessions, tokens.
pub static ADMINISTER: Permission =
    Permission { code: "access.account.administer", roles: &[Role::Administrator] };

/// Reading the log of what everybody did.
pub static READ_LOG: Permission = Permission { code: "access.audit.read", roles: &[Role::Administrator] };

/// The first line of every operation that only some may do.
pub fn allow(actor: &Actor, permission: &Permission) -> Result<(), Refusal> {
    if actor.may(permission) { Ok(()) } else { Err(Refusal::forbidden("no-permission")) }
}
