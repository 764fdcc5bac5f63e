use db::{Db, Tx};
use kernel::{Actor, Channel, Lang, Moment, Refusal};
use serde_json::json;

use super::{argon, link_is_for, rules, store};
use crate::account::Account;
use crate::audit;
use crate::session::{self, NewSession};

#[derive(Clone, Debug)]
pub struct SetByLink {
    pub link: [u8; 32],
    pub password: String,
    /// The municipality's name, which is no password.
    pub organisation: String,
    /// Whoever chose a password is signed in with it at once.
    pub session: NewSession,
    pub lang: Lang,
}

/// Chooses the password and uses the link up. Everybody who was signed in to the account is signed out.
pub async fn set_by_link(db: &Db, now: Moment, input: SetByLink) -> Result<Account, Refusal> {
    let link = input.link;
    let found = db.read(move |tx| link_is_for(tx, now, &link)).await?;
    let own = [found.account.login.as_str(), found.account.label.as_str(), input.organisation.as_str()];
    rules::check("password", &input.password, &own)?;
    let kept = argon::hash(input.password).await?;
    let (session, lang) = (input.session, input.lang);
    db.write(move |tx| keep(tx, now, &link, &kept, &session, lang)).await
}

fn keep(
    tx: &mut Tx<'_>,
    now: Moment,
    link: &[u8; 32],
    kept: &str,
    session: &NewSession,
    lang: Lang,
) -> Result<Account, Refusal> {
    let account = link_is_for(tx, now, link)?.account;
    store::use_link(tx, link, now)?;
    store::set_password(tx, account.id, kept, now)?;
    session::store::end_all(tx, account.id)?;
    session::throttle_forget(tx, &account.login, None)?;
    session::open(tx, now, &account, session)?;
    let actor = as_owner(&account, lang);
    audit(tx, &actor, now, "access.password.set", account.id, json!({}))?;
    Ok(account)
}

/// The owner acts, though nobody was signed in when they came.
pub(crate) fn as_owner(account: &Account, lang: Lang) -> Actor {
    Actor {
        account: Some(account.id),
        person: account.person,
        label: account.label.clone(),
        grants: account.grants.clone(),
        groups: Vec::new(),
        channel: Channel::Page,
        lang,
    }
}
