//! Mail in and out: a real e-mail becomes a ticket or a message on the one that it answers; what the desk says goes out.
//!
//! - [`inbound`] reads a mail of any make, says whether a machine wrote it, and which ticket it belongs to (pure)
//! - [`inbox`] takes a mail that came in, and keeps what became of it; [`cli`] takes it from a pipe
//! - `outbound` writes our own mail, and says when it may be sent, sent again, or given up (pure but for the server)
//! - [`outbox`] keeps our mail and sends it
//! - [`settings`] names the mail server; [`permissions`] who may look after it
//!
//! A sender address proves nothing: mail never approves anything and is never answered with what the desk knows.

pub mod cli;
pub mod inbound;
pub mod inbox;
mod log_page;
mod outbound;
pub mod outbox;
pub mod permissions;
mod place;
mod routes;
pub mod settings;

pub use settings::{Settings, SmtpSettings, Tls};

use web::{MenuItem, Room};

/// Every sentence that this slice says.
pub const TEXTS: texts::Source =
    texts::Source { slice: "mail", sv: include_str!("../texts/sv.ftl"), en: include_str!("../texts/en.ftl") };

/// The first call decides how this process sends mail.
pub fn slice(how: Settings) -> web::Slice {
    settings::set(how);
    web::Slice {
        name: "mail",
        routes: routes::routes(),
        texts: Some(TEXTS),
        menu: vec![MenuItem {
            label: "mail-title",
            href: "/admin/mejl",
            icon: "i-mail",
            room: Room::Reading,
            need: (&permissions::ADMINISTER).into(),
            group: Some("access-admin"),
            go: None,
            order: 80,
        }],
        outside: vec![outbox::send::JOB],
        listeners: vec![outbox::post::LISTENER],
        ..web::Slice::default()
    }
}
