use std::sync::Arc;

use db::{DbError, Tx};
use kernel::{Actor, Channel, Grant, Id, Lang, Moment, Role};
use web::app::{Credential, Identify, Identity};

use super::store;
use crate::account::{self, Account};
use crate::{settings, token};

/// The support groups that a person works in; the directory above knows, and the app hands it in.
pub type Groups = fn(&mut Tx<'_>, Id, Moment) -> Result<Vec<Id>, DbError>;

/// Tells the web who a session or a token stands for.
#[derive(Clone, Copy)]
pub struct Gate {
    groups: Groups,
}

impl Gate {
    pub fn new(groups: Groups) -> Self {
        Self { groups }
    }
}

impl Identify for Gate {
    fn identify(
        &self,
        tx: &mut Tx<'_>,
        credential: Credential,
        now: Moment,
    ) -> Result<Option<Identity>, DbError> {
        let (account, grants, session) = match credential {
            Credential::Session(hash) => {
                let Some((session, account)) = store::live(tx, &hash, now)? else { return Ok(None) };
                let Some(account) = open_account(tx, account)? else { return Ok(None) };
                let grants = account.grants.clone();
                (account, grants, Some(session))
            }
            Credential::Token(hash) => {
                let Some(token) = token::store::live(tx, &hash, now)? else { return Ok(None) };
                let Some(account) = open_account(tx, token.account)? else { return Ok(None) };
                let grants = token_grants(&account, token.role, token.unit);
                if grants.is_empty() {
                    return Ok(None);
                }
                (account, grants, None)
            }
        };
        let groups = match account.person {
            Some(person) => (self.groups)(tx, person, now)?,
            None => Vec::new(),
        };
        let preferences = settings::store::preferences(tx, account.id)?;
        let actor = Actor {
            account: Some(account.id),
            person: account.person,
            label: account.label.clone(),
            grants,
            groups,
            // The guard knows by which door they came, and in which language.
            channel: Channel::Page,
            lang: preferences.lang.unwrap_or_default(),
        };
        let is_token = session.is_none();
        Ok(Some(Identity { actor, name: account.label, preferences, session, is_token }))
    }

    fn touch(&self, tx: &mut Tx<'_>, credential: Credential, now: Moment) -> Result<(), DbError> {
        match credential {
            Credential::Session(hash) => store::touch(tx, &hash, now),
            Credential::Token(hash) => token::store::touch(tx, &hash, now),
        }
    }

    fn choose_language(&self, tx: &mut Tx<'_>, actor: &Actor, _: Moment, lang: Lang) -> Result<(), DbError> {
        settings::choose_language(tx, actor, lang)
    }

    fn share(&self) -> Arc<dyn Identify> {
        Arc::new(*self)
    }
}

fn open_account(tx: &mut Tx<'_>, id: Id) -> Result<Option<Account>, DbError> {
    Ok(account::by_id(tx, id)?.filter(|account| !account.disabled))
}

/// What a token may do. A service account's token brings its own role; a person's has what the person still has of
/// its role, within its unit if it has one. Everybody is an employee.
fn token_grants(account: &Account, role: Role, unit: Option<Id>) -> Vec<Grant> {
    if account.service || role == Role::Employee {
        return vec![Grant { role, unit }];
    }
    let held = account.grants.iter().filter(|grant| grant.role == role);
    held.filter_map(|grant| match (unit, grant.unit) {
        (None, held) => Some(Grant { role, unit: held }),
        (Some(unit), None) => Some(Grant { role, unit: Some(unit) }),
        (Some(unit), Some(held)) => (unit == held).then_some(Grant { role, unit: Some(unit) }),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(service: bool, grants: &[(Role, Option<Id>)]) -> Account {
        Account {
            id: Id::new(),
            person: None,
            login: String::new(),
            label: String::new(),
            grants: grants.iter().map(|(role, unit)| Grant { role: *role, unit: *unit }).collect(),
            disabled: false,
            service,
            password_at: None,
        }
    }

    #[test]
    fn a_token_has_no_more_than_its_account_still_has() {
        let (school, care) = (Id::new(), Id::new());
        let head = Role::DepartmentHead;
        for (held, unit, want) in [
            (vec![(Role::FirstLine, None)], None, vec![]),
            (vec![(head, Some(school))], None, vec![Some(school)]),
            (vec![(head, Some(school))], Some(school), vec![Some(school)]),
            (vec![(head, Some(school))], Some(care), vec![]),
            (vec![(head, None)], Some(care), vec![Some(care)]),
        ] {
            let grants = token_grants(&account(false, &held), head, unit);
            assert_eq!(grants.iter().map(|grant| grant.unit).collect::<Vec<_>>(), want, "{held:?} {unit:?}");
        }
        assert_eq!(token_grants(&account(true, &[]), Role::FirstLine, None).len(), 1);
        assert_eq!(token_grants(&account(false, &[]), Role::Employee, None).len(), 1);
    }
}
