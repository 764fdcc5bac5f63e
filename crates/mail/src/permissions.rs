//! Who may look after the mail. It shows who was written to and when, and what our own mails say; what came in is read
//! in its ticket, by those who may read that.

use kernel::{Actor, Permission, Refusal, Role};

/// Read the log of mail in and out, and wake dead letters.
pub static ADMINISTER: Permission = Permission { code: "mail.log.administer", roles: &[Role::Administrator] };

pub(crate) fn allow(actor: &Actor, permission: &Permission) -> Result<(), Refusal> {
    if actor.may(permission) { Ok(()) } else { Err(Refusal::forbidden("no-permission")) }
}
