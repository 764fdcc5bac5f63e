use db::Tx;
use kernel::{Actor, Grant, Id, Moment, Refusal, Role};
use serde_json::json;

use super::store;
use crate::account::{self, NewAccount, grants};
use crate::audit;
use crate::permissions::{ADMINISTER, allow};

/// A leaked key that never ends is worse than the work of renewing it.
const LONGEST_DAYS: i64 = 730;

#[derive(Clone, Debug)]
pub struct NewToken {
    pub id: Id,
    /// SHA-256 of the secret that was handed out ([`crate::secret::Secret`]).
    pub hash: [u8; 32],
    pub name: String,
    pub role: Role,
    pub unit: Option<Id>,
    pub days: i64,
    pub stand: Stand,
}

/// For whom a token stands.
#[derive(Clone, Debug)]
pub enum Stand {
    /// For a person. When they have no account, one is made with this id; it can sign in once a link is made for it.
    Person { person: Id, account: Id, login: String, label: String },
    /// For the service account with the token's name; when it is not there, it is made with this id.
    Service { account: Id },
}

/// Makes a token. One that stands for a person can never do more than the person: it has the one role, and only
/// for as long as they have it too. Everybody is an employee.
pub fn create(tx: &mut Tx<'_>, actor: &Actor, now: Moment, new: &NewToken) -> Result<(), Refusal> {
    allow(actor, &ADMINISTER)?;
    let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > 80 {
        return Err(Refusal::invalid("name", "access-token-name-invalid").with("max", 80));
    }
    if !(1..=LONGEST_DAYS).contains(&new.days) {
        return Err(Refusal::invalid("days", "access-token-days-invalid").with("max", LONGEST_DAYS));
    }
    grants::check(&[Grant { role: new.role, unit: new.unit }])?;
    let account = match &new.stand {
        Stand::Service { account } => account::create_service(tx, actor, now, *account, &name)?.id,
        Stand::Person { person, account, login, label } => {
            let made = NewAccount {
                id: *account,
                person: Some(*person),
                login: login.clone(),
                label: label.clone(),
                grants: vec![Grant { role: new.role, unit: new.unit }],
            };
            of_person(tx, actor, now, new.role, *person, &made)?
        }
    };
    store::insert(tx, account, &name, now, new)?;
    let detail = json!({ "account": account, "role": new.role.code(), "days": new.days });
    audit(tx, actor, now, "access.token.create", new.id, detail)
}

/// The person's account that has the role, or a new one when they have none at all.
fn of_person(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    role: Role,
    person: Id,
    new: &NewAccount,
) -> Result<Id, Refusal> {
    let accounts = account::of_person(tx, person)?;
    if accounts.is_empty() {
        return Ok(account::create(tx, actor, now, new)?.id);
    }
    accounts
        .into_iter()
        .filter(|account| !account.disabled)
        .find(|account| role == Role::Employee || account.has(role))
        .map(|account| account.id)
        .ok_or(Refusal::conflict("access-token-role-not-held"))
}
