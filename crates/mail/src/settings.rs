//! How this process sends mail. Set once at start from the configuration; a house without SMTP keeps its mail in
//! the outbox, as a demo does.

use std::fmt;
use std::sync::OnceLock;

use db::{Res, Tx, setting};
use web::app::Site;

/// What `mail::slice` is started with.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// None: nothing is sent, all of it stays in the outbox.
    pub smtp: Option<SmtpSettings>,
    /// `https://…` as users write it; mails of a house without one carry no links.
    pub public_url: Option<String>,
}

/// The mail server that takes our mail.
#[derive(Clone)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub user: Option<String>,
    pub password: Option<String>,
    /// The address that our mail comes from and that answers go to.
    pub from: String,
    pub tls: Tls,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    /// A server on this machine or behind a tunnel.
    None,
    /// Plain at first, then encrypted; refused when the server cannot. Port 587.
    #[default]
    StartTls,
    /// Encrypted from the first byte. Port 465.
    Implicit,
}

impl Tls {
    /// As the configuration writes it.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "none" => Some(Self::None),
            "starttls" => Some(Self::StartTls),
            "implicit" => Some(Self::Implicit),
            _ => None,
        }
    }
}

/// The password stays out of every log.
impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("from", &self.from)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

static SETTINGS: OnceLock<Settings> = OnceLock::new();

/// The first call decides.
pub(crate) fn set(settings: Settings) {
    let _ = SETTINGS.set(settings);
}

pub(crate) fn get() -> Settings {
    SETTINGS.get().cloned().unwrap_or_default()
}

/// What stands at the head and foot of every mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sender {
    /// Where mail comes from and answers go.
    pub mail: String,
    pub organisation: String,
    pub phone: String,
    pub public_url: Option<String>,
}

impl Sender {
    pub(crate) fn read(tx: &mut Tx<'_>, settings: &Settings) -> Res<Self> {
        let site: Site = setting::read(tx, Site::SETTING)?.unwrap_or_default();
        let configured = settings.smtp.as_ref().map(|smtp| smtp.from.clone());
        let written = Some(site.mail).filter(|mail| mail.contains('@'));
        // RFC 2606: nobody can be written to there, and nobody is.
        let mail = configured.or(written).unwrap_or_else(|| "it@enhet.invalid".to_owned());
        let public_url = settings.public_url.as_ref().map(|url| url.trim_end_matches('/').to_owned());
        Ok(Self { mail, organisation: site.organisation, phone: site.phone, public_url })
    }

    pub(crate) fn domain(&self) -> &str {
        self.mail.rsplit_once('@').map_or("enhet.invalid", |(_, domain)| domain)
    }

    /// The address of a page, if the house has one that a reader of mail can reach.
    pub(crate) fn link(&self, path: &str) -> Option<String> {
        self.public_url.as_ref().map(|url| format!("{url}{path}"))
    }
}
