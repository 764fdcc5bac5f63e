use std::net::IpAddr;

use db::{Db, Tx};
use kernel::{Lang, Moment, Refusal, RefusalKind};
use serde_json::json;

use super::throttle_keys::{throttle_forget, throttle_try};
use super::{NewSession, open};
use crate::account::{self, Account, Login};
use crate::audit;
use crate::password::{argon, as_owner, store as passwords};

#[derive(Clone, Debug)]
pub struct SignIn {
    /// As it was typed.
    pub login: String,
    pub password: String,
    pub address: Option<IpAddr>,
    pub session: NewSession,
    pub lang: Lang,
}

/// Opens a session for whoever knows the password. An unknown address and a wrong password sound the same and take
/// as long; after some of them there is a wait, for the account and for the address they came from.
pub async fn sign_in(db: &Db, now: Moment, input: SignIn) -> Result<Account, Refusal> {
    let login = Login::fold(&input.login);
    missing(&login, &input.password)?;
    let (typed, address) = (login.clone(), input.address);
    let (found, kept) = db
        .write(move |tx| {
            throttle_try(tx, now, &typed, address)?;
            let found = account::by_login(tx, &typed)?.filter(|account| !account.service);
            let kept = match &found {
                Some(account) => passwords::password(tx, account.id)?,
                None => None,
            };
            Ok::<_, Refusal>((found, kept))
        })
        .await?;
    let right = argon::is_right(kept.clone(), input.password).await?;
    let lang = input.lang;
    match found {
        Some(account) if right => {
            let session = input.session;
            db.write(move |tx| {
                throttle_forget(tx, &login, address)?;
                let account = admit(tx, &account, kept.as_deref())?;
                open(tx, now, &account, &session)?;
                audit(tx, &as_owner(&account, lang), now, "access.session.open", account.id, json!({}))?;
                Ok(account)
            })
            .await
        }
        Some(account) => {
            db.write(move |tx| {
                let nobody = kernel::Actor::nobody(kernel::Channel::Page, lang);
                audit(tx, &nobody, now, "access.session.refuse", account.id, json!({}))
            })
            .await?;
            Err(wrong())
        }
        None => Err(wrong()),
    }
}

fn missing(login: &str, password: &str) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if login.is_empty() {
        faults.push(Refusal::invalid("login", "access-login-missing"));
    }
    if password.is_empty() {
        faults.push(Refusal::invalid("password", "access-password-missing"));
    }
    Refusal::all(faults)
}

/// The account as it is now: it may have been closed, or have got another password, while this one was checked.
fn admit(tx: &mut Tx<'_>, account: &Account, kept: Option<&str>) -> Result<Account, Refusal> {
    if passwords::password(tx, account.id)?.as_deref() != kept {
        return Err(wrong());
    }
    let account = account::by_id(tx, account.id)?.ok_or_else(wrong)?;
    if account.disabled {
        return Err(Refusal::new(RefusalKind::Forbidden, "access-account-closed"));
    }
    Ok(account)
}

fn wrong() -> Refusal {
    Refusal::invalid("login", "access-sign-in-wrong")
}
