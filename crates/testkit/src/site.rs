#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fixture that cannot be laid stops the test that asked for it"
)]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use db::{DbError, Tx};
use kernel::{Actor, Clock, Id, Moment};
use texts::Texts;
use web::app::{Credential, Identify, Identity, Options, Preferences, Site as Presented};
use web::{App, Slice};

use crate::both::House;
use crate::browser::Browser;

/// The web side of a house with the slices that a story needs, without a port. Web's own slice is always there.
pub struct Site {
    pub app: App,
    router: Router,
    people: People,
    runtime: Arc<tokio::runtime::Runtime>,
}

impl Site {
    /// Visitors are whoever the story says ([`Site::browser_as`]); no account is asked for.
    pub fn open(house: &House, clock: Clock, slices: Vec<Slice>) -> Self {
        let people = People::default();
        Self::new(house, clock, slices, Box::new(people.clone()), people)
    }

    /// Visitors sign in for real, at the access slice's gate.
    pub fn open_at_gate(house: &House, clock: Clock, slices: Vec<Slice>, gate: Box<dyn Identify>) -> Self {
        Self::new(house, clock, slices, gate, People::default())
    }

    fn new(
        house: &House,
        clock: Clock,
        mut slices: Vec<Slice>,
        gate: Box<dyn Identify>,
        people: People,
    ) -> Self {
        slices.insert(0, web::slice());
        let sources: Vec<texts::Source> = slices.iter().filter_map(|slice| slice.texts).collect();
        let texts = Texts::new(&sources).unwrap_or_else(|error| panic!("{error}")).leak();
        let zone: &'static jiff::tz::TimeZone =
            Box::leak(Box::new(jiff::tz::TimeZone::get("Europe/Stockholm").unwrap()));
        let options = Options { version: "test", ..Options::default() };
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let app = App::new(house.db.clone(), clock, texts, zone, gate, options, slices);
        app.set_site(Presented {
            organisation: "Ljusviks kommun".to_owned(),
            phone: "060-55 01 00".to_owned(),
            mail: "hjalp@ljusvik.example".to_owned(),
            hours_sv: "Öppet vardagar kl. 8–16.30.".to_owned(),
            hours_en: "Open weekdays 8:00–16:30.".to_owned(),
            set_up: true,
        });
        Self { router: web::router(app.clone()), app, people, runtime: Arc::new(runtime) }
    }

    /// A browser in which nobody has signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), self.runtime.clone())
    }

    /// A browser with a session of this actor.
    pub fn browser_as(&self, actor: &Actor) -> Browser {
        let secret = Id::new().to_string();
        self.people.add(Credential::Session(web::guard::hash(&secret)), actor, false);
        let mut browser = self.browser();
        browser.set_cookie(web::guard::cookie_name(&self.app), &secret);
        browser
    }

    /// A token for [`Browser::json`] that stands for this actor.
    pub fn token_of(&self, actor: &Actor) -> String {
        let secret = Id::new().to_string();
        self.people.add(Credential::Token(web::guard::hash(&secret)), actor, true);
        secret
    }
}

/// Who holds which credential, by the story's word.
#[derive(Clone, Default)]
struct People(Arc<Mutex<HashMap<Credential, Identity>>>);

impl People {
    fn add(&self, credential: Credential, actor: &Actor, is_token: bool) {
        let mut actor = actor.clone();
        // Somebody who is signed in has an account.
        actor.account.get_or_insert_with(Id::new);
        let name = actor.label.clone();
        let identity = Identity {
            actor,
            name,
            preferences: Preferences::default(),
            session: (!is_token).then(Id::new),
            is_token,
        };
        self.0.lock().unwrap().insert(credential, identity);
    }
}

impl Identify for People {
    fn identify(
        &self,
        _: &mut Tx<'_>,
        credential: Credential,
        _: Moment,
    ) -> Result<Option<Identity>, DbError> {
        Ok(self.0.lock().unwrap().get(&credential).cloned())
    }

    fn touch(&self, _: &mut Tx<'_>, _: Credential, _: Moment) -> Result<(), DbError> {
        Ok(())
    }

    fn share(&self) -> Arc<dyn Identify> {
        Arc::new(self.clone())
    }
}
