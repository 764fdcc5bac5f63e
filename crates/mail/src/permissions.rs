//! Who may look after the mail. It shows who was written to and when, and what our own mails say; what came in is read
//! in its ticket, by those who may read that.

pub(crate) use access::permissions::allow;
use kernel::{Permission, Role};

/// Read the log of mail in and out, and wake dead letters.
pub static ADMINISTER: Permission = Permission { code: "mail.log.administer", roles: &[Role::Administrator] };
