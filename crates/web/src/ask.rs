use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use db::{DbError, Tx};
use kernel::{Actor, Lang, Moment, Refusal, RefusalKind};
use texts::Words;

use crate::answer::Failure;
use crate::app::{App, Credential, Identity, Preferences};
use crate::said::Said;

/// Who asks, found out once per request by the guard.
#[derive(Clone)]
pub struct Visitor {
    pub actor: Actor,
    pub identity: Option<Arc<Identity>>,
    pub credential: Option<Credential>,
    pub words: Words,
    pub now: Moment,
    /// Path and query, for coming back after sign-in.
    pub path: String,
    pub address: Option<IpAddr>,
    pub request_id: String,
    /// What the request before this one did.
    pub said: Option<Said>,
    /// Script asks for a part of a page (`x-enhet-part`): errors come as a part too, and sign-in is not a redirect.
    pub fragment: bool,
}

/// What a handler asks with: the app, the visitor, the time. The first argument of every face.
#[derive(Clone)]
pub struct Ask {
    pub app: App,
    pub visitor: Visitor,
}

impl Ask {
    pub fn actor(&self) -> &Actor {
        &self.visitor.actor
    }

    pub fn now(&self) -> Moment {
        self.visitor.now
    }

    pub fn words(&self) -> Words {
        self.visitor.words
    }

    pub fn lang(&self) -> Lang {
        self.visitor.words.lang()
    }

    pub fn preferences(&self) -> Preferences {
        self.visitor.identity.as_ref().map(|identity| identity.preferences.clone()).unwrap_or_default()
    }

    /// Runs an operation as the visitor: `ask.write(move |tx, actor, now| create_ticket(tx, actor, now, &input))`.
    pub async fn write<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor, Moment) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (actor, now) = (self.visitor.actor.clone(), self.visitor.now);
        self.app.db.write(move |tx| work(tx, &actor, now)).await
    }

    /// Reads on one snapshot as the visitor.
    pub async fn read<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor, Moment) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (actor, now) = (self.visitor.actor.clone(), self.visitor.now);
        self.app.db.read(move |tx| work(tx, &actor, now)).await
    }

    /// Reads in the lane for exports and reports.
    pub async fn report<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor, Moment) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (actor, now) = (self.visitor.actor.clone(), self.visitor.now);
        self.app.db.report(move |tx| work(tx, &actor, now)).await
    }
}

impl FromRequestParts<App> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let visitor = parts
            .extensions
            .get::<Visitor>()
            .cloned()
            .ok_or_else(|| Failure::from(Refusal::new(RefusalKind::Fault, "fault")))?;
        Ok(Self { app: app.clone(), visitor })
    }
}
