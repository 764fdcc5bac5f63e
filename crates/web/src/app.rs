//! What every request can reach: the database, the clock, the texts, who is who, and how the house is set up.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

use db::{Db, DbError, Tx};
use kernel::{Actor, Clock, Id, Lang, Moment};
use texts::{Texts, Words};

use crate::live::Hub;
use crate::route::Slice;
use crate::watch::Tally;

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    /// The domain's time; a demo may have moved it.
    pub clock: Clock,
    pub texts: &'static Texts,
    pub zone: &'static jiff::tz::TimeZone,
    pub identify: Box<dyn Identify>,
    pub options: Options,
    pub slices: Vec<Slice>,
    pub live: Hub,
    pub tally: Tally,
    /// What start-up still does, as `/readyz` and the pages say it; empty when all is done.
    pub starting: RwLock<Option<Starting>>,
    site: RwLock<Arc<Site>>,
    known: RwLock<HashMap<[u8; 32], Known>>,
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// How this server was started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `https://…` as users write it; none for a plain server on loopback.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    pub demo: bool,
    pub version: &'static str,
}

impl Options {
    /// Cookies are `Secure` and named `__Host-` when users come by https.
    pub fn secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// Why `/readyz` says no, as a text key with a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starting {
    pub code: &'static str,
    pub done: u64,
    pub of: u64,
}

/// How the municipality presents itself. Kept as a setting; the set-up wizard writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Site {
    /// "Ljusviks kommun"; empty until `/admin/start` is done.
    pub organisation: String,
    pub phone: String,
    pub mail: String,
    /// Opening hours as the portal says them, per language.
    pub hours_sv: String,
    pub hours_en: String,
    #[serde(default)]
    pub set_up: bool,
}

impl Site {
    pub const SETTING: &'static str = "web.site";

    pub fn hours(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.hours_sv,
            Lang::En => &self.hours_en,
        }
    }
}

/// A secret that came with a request, hashed at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Credential {
    Session([u8; 32]),
    Token([u8; 32]),
}

impl Credential {
    fn key(self) -> [u8; 32] {
        match self {
            Self::Session(hash) => hash,
            // A session and a token never share a hash, but they must not share a place either.
            Self::Token(mut hash) => {
                hash.iter_mut().for_each(|byte| *byte = !*byte);
                hash
            }
        }
    }
}

/// Who a credential stands for, with what a page needs to greet them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub actor: Actor,
    pub name: String,
    pub preferences: Preferences,
    /// The session's row, for the sessions page; none for tokens.
    pub session: Option<Id>,
    pub is_token: bool,
}

/// What a person chose at `/installningar`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub lang: Option<Lang>,
    pub theme: Theme,
    pub density: Density,
    /// Single-key shortcuts can be turned off (WCAG 2.1.4).
    pub shortcuts: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { lang: None, theme: Theme::Auto, density: Density::Normal, shortcuts: true }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    Tight,
    #[default]
    Normal,
    Airy,
}

/// Turns a credential into somebody. The access slice does it; web only asks.
pub trait Identify: Send + Sync {
    fn identify(
        &self,
        tx: &mut Tx<'_>,
        credential: Credential,
        now: Moment,
    ) -> Result<Option<Identity>, DbError>;

    /// Notes that the session was used, so that it does not grow idle. Called now and then, not at each request.
    fn touch(&self, tx: &mut Tx<'_>, credential: Credential, now: Moment) -> Result<(), DbError>;

    /// Keeps the language that somebody chose in the foot of a page. Without a place for it, the cookie does.
    fn choose_language(&self, _: &mut Tx<'_>, _: &Actor, _: Moment, _: Lang) -> Result<(), DbError> {
        Ok(())
    }

    /// A copy to carry into a database closure.
    fn share(&self) -> Arc<dyn Identify>;
}

/// What is believed of a credential since `at`, and when its use was last noted.
struct Known {
    at: Moment,
    noted: Option<Moment>,
    who: Option<Arc<Identity>>,
}

/// Use is noted so often, so that a session in use does not grow idle.
const NOTED: i64 = Moment::MINUTE;

/// For so long an identity is believed without asking again. A revoked session or role ends within this time.
const BELIEVED: i64 = Moment::SECOND;
const KNOWN_MAX: usize = 20_000;

impl App {
    pub fn new(
        db: Db,
        clock: Clock,
        texts: &'static Texts,
        zone: &'static jiff::tz::TimeZone,
        identify: Box<dyn Identify>,
        options: Options,
        slices: Vec<Slice>,
    ) -> Self {
        Self(Arc::new(Inner {
            db,
            clock,
            texts,
            zone,
            identify,
            options,
            slices,
            live: Hub::default(),
            tally: Tally::default(),
            starting: RwLock::new(None),
            site: RwLock::default(),
            known: RwLock::default(),
        }))
    }

    pub fn words(&self, lang: Lang) -> Words {
        Words::new(self.texts, lang, self.zone)
    }

    pub fn site(&self) -> Arc<Site> {
        self.site.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Called at start, after the wizard saved, and every second for what other nodes saved.
    pub fn set_site(&self, site: Site) {
        let mut held = self.site.write().unwrap_or_else(PoisonError::into_inner);
        if **held != site {
            *held = Arc::new(site);
        }
    }

    pub fn starting(&self) -> Option<Starting> {
        self.starting.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn set_starting(&self, starting: Option<Starting>) {
        *self.starting.write().unwrap_or_else(PoisonError::into_inner) = starting;
    }

    /// Who this is, believed for a second. Only what somebody does `by_hand` counts as use: not what an
    /// open page asks by itself.
    pub async fn identity(
        &self,
        credential: Credential,
        now: Moment,
        by_hand: bool,
    ) -> Result<Option<Arc<Identity>>, DbError> {
        let key = credential.key();
        let mut noted = None;
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            if (0..BELIEVED).contains(&(now.0 - known.at.0)) {
                return Ok(known.who.clone());
            }
            noted = known.noted;
        }
        let identify = self.identify.share();
        let who = self.db.read(move |tx| identify.identify(tx, credential, now)).await?.map(Arc::new);
        if by_hand && who.is_some() && noted.is_none_or(|noted| now.0 - noted.0 >= NOTED) {
            self.note_use(credential, now);
            noted = Some(now);
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN_MAX {
            known.clear();
        }
        known.insert(key, Known { at: now, noted, who: who.clone() });
        Ok(who)
    }

    /// Beside the request, which does not wait for it.
    fn note_use(&self, credential: Credential, now: Moment) {
        let (identify, db) = (self.identify.share(), self.db.clone());
        tokio::spawn(async move {
            let noted = db.write(move |tx| identify.touch(tx, credential, now)).await;
            if let Err(error) = noted {
                tracing::warn!(%error, "the use of a session could not be noted");
            }
        });
    }

    /// Forgets what is believed, after a sign-out or a change of rights on this node.
    pub fn forget_identities(&self) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
