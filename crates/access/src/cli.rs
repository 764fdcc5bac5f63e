//! `enhet user add|reset` and `enhet token create`: each gives the text to print. The app has already found the
//! person and the unit, which live above this slice.

use db::Db;
use kernel::{Actor, Id, Moment, Refusal, Role};

use crate::account::{self, NewAccount};
use crate::secret::Secret;
use crate::token::{self, Stand};
use crate::{password, start};

/// Where a one-time link leads.
pub fn link_path(secret: &Secret) -> String {
    format!("/losenord/{}", secret.reveal())
}

/// Makes an account and gives the path of the link that its owner chooses a password with.
pub fn user_add(db: &Db, actor: &Actor, now: Moment, new: &NewAccount) -> Result<String, Refusal> {
    let secret = Secret::new()?;
    let (hash, actor, new) = (secret.hash(), actor.clone(), new.clone());
    db.write_now(move |tx| {
        account::create(tx, &actor, now, &new)?;
        password::new_link(tx, &actor, now, new.id, hash)
    })?;
    Ok(link_path(&secret))
}

/// Gives the path of a new link for an account that is there.
pub fn user_reset(db: &Db, actor: &Actor, now: Moment, login: &str) -> Result<String, Refusal> {
    let secret = Secret::new()?;
    let (hash, actor, login) = (secret.hash(), actor.clone(), login.to_owned());
    db.write_now(move |tx| {
        let found = account::by_login(tx, &login)?.ok_or(Refusal::not_found("access-account-unknown"))?;
        password::new_link(tx, &actor, now, found.id, hash)
    })?;
    Ok(link_path(&secret))
}

#[derive(Clone, Debug)]
pub struct NewToken {
    pub name: String,
    pub role: Role,
    pub unit: Option<Id>,
    pub days: u16,
    /// The person that it stands for; a service account with the token's name when none.
    pub person: Option<TokenPerson>,
}

#[derive(Clone, Debug)]
pub struct TokenPerson {
    pub id: Id,
    pub mail: String,
    pub label: String,
}

/// Makes a token and gives it, alone.
pub fn token_create(db: &Db, actor: &Actor, now: Moment, input: &NewToken) -> Result<String, Refusal> {
    let secret = Secret::prefixed(token::PREFIX)?;
    let stand = match &input.person {
        Some(person) => Stand::Person {
            person: person.id,
            account: Id::new(),
            login: person.mail.clone(),
            label: person.label.clone(),
        },
        None => Stand::Service { account: Id::new() },
    };
    let new = token::NewToken {
        id: Id::new(),
        hash: secret.hash(),
        name: input.name.clone(),
        role: input.role,
        unit: input.unit,
        days: i64::from(input.days),
        stand,
    };
    let actor = actor.clone();
    db.write_now(move |tx| token::create(tx, &actor, now, &new))?;
    Ok(secret.reveal().to_owned())
}

/// The path that `serve` prints while nobody administers the house; none when somebody does.
pub fn start_path(db: &Db, now: Moment) -> Result<Option<String>, Refusal> {
    let secret = Secret::new()?;
    let hash = secret.hash();
    let made = db.write_now(move |tx| {
        let needed = start::needed(tx)?;
        if needed {
            start::new_link(tx, now, hash)?;
        }
        Ok::<_, Refusal>(needed)
    })?;
    Ok(made.then(|| format!("/admin/start/{}", secret.reveal())))
}
