use db::{DbError, Tx};
use kernel::{Actor, Grant, Id, Moment, Refusal};
use serde_json::json;

use super::{Account, Login, grants, store};
use crate::audit;
use crate::permissions::{ADMINISTER, allow};

const LONGEST_LABEL: usize = 120;

#[derive(Clone, Debug)]
pub struct NewAccount {
    pub id: Id,
    pub person: Option<Id>,
    /// A mail address; case does not matter.
    pub login: String,
    pub label: String,
    pub grants: Vec<Grant>,
}

/// Makes an account without a password: a one-time link lets its owner choose one.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, new: &NewAccount) -> Result<Account, Refusal> {
    allow(actor, &ADMINISTER)?;
    let account = check(new)?;
    insert(tx, now, &account)?;
    audit(
        tx,
        actor,
        now,
        "access.account.create",
        new.id,
        json!({ "roles": grants::codes(&account.grants) }),
    )?;
    Ok(account)
}

/// The account that a program's tokens stand for, by name; made when it is not there. It has no roles of its own.
pub fn create_service(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    id: Id,
    name: &str,
) -> Result<Account, Refusal> {
    allow(actor, &ADMINISTER)?;
    let login = Login::fold(name);
    if let Some(account) = store::by_login(tx, &login)? {
        // A person's account is not taken over by a program that has the same name.
        return if account.service { Ok(account) } else { Err(taken()) };
    }
    let label = label(name)?;
    let account = Account {
        id,
        person: None,
        login,
        label,
        grants: Vec::new(),
        disabled: false,
        service: true,
        password_at: None,
    };
    insert(tx, now, &account)?;
    audit(tx, actor, now, "access.account.create", id, json!({ "service": true }))?;
    Ok(account)
}

/// Many at once, for imports and demos: no line in the log for each, and one that is there already is left as it is.
pub fn insert_many(tx: &mut Tx<'_>, now: Moment, new: &[NewAccount]) -> Result<(), Refusal> {
    let accounts = new.iter().map(check).collect::<Result<Vec<_>, _>>()?;
    store::insert_many(tx, now, &accounts)?;
    Ok(())
}

fn check(new: &NewAccount) -> Result<Account, Refusal> {
    let (login, label) = match (Login::parse(&new.login), label(&new.label)) {
        (Ok(login), Ok(label)) => (login, label),
        (login, label) => {
            Refusal::all([login.err(), label.err()].into_iter().flatten().collect())?;
            return Err(Refusal::invalid("login", "access-login-invalid"));
        }
    };
    grants::check(&new.grants)?;
    Ok(Account {
        id: new.id,
        person: new.person,
        login: login.as_str().to_owned(),
        label,
        grants: grants::distinct(&new.grants),
        disabled: false,
        service: false,
        password_at: None,
    })
}

pub(super) fn label(typed: &str) -> Result<String, Refusal> {
    let label = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return Err(Refusal::invalid("label", "access-label-invalid").with("max", LONGEST_LABEL));
    }
    Ok(label)
}

fn insert(tx: &mut Tx<'_>, now: Moment, account: &Account) -> Result<(), Refusal> {
    match tx.nested(|tx| store::insert(tx, now, account)) {
        Err(DbError::Duplicate(_)) => Err(taken()),
        other => Ok(other?),
    }
}

pub(super) fn taken() -> Refusal {
    Refusal { field: Some("login"), ..Refusal::conflict("access-login-taken") }
}
