//! The tables `account` and `account_grant`.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, V, p, sql};
use kernel::{Grant, Id, Moment, Role};

use super::Account;
use super::list::{Counts, Question, State};

sql! {
    BY_ID = "SELECT id,person,login,label,service,disabled_at,password_at FROM account WHERE id=$1";
    BY_LOGIN = "SELECT id,person,login,label,service,disabled_at,password_at FROM account WHERE login=$1";
    OF_PERSON = "SELECT id,person,login,label,service,disabled_at,password_at FROM account \
        WHERE person=$1 ORDER BY created_at,id";
    FORGET_GRANTS = "DELETE FROM account_grant WHERE account=$1";
    EDIT = "UPDATE account SET login=$2,label=$3,label_sort=$4,words=$5 WHERE id=$1";
    OPEN = "SELECT COUNT(*) FROM account WHERE disabled_at IS NULL AND NOT service";
    WAITING = "SELECT COUNT(*) FROM account WHERE disabled_at IS NULL AND NOT service AND password IS NULL";
    DISABLE = "UPDATE account SET disabled_at=$2 WHERE id=$1";
    ADMINISTRATORS_BESIDE = "SELECT COUNT(*) FROM account a WHERE a.id<>$1 AND a.disabled_at IS NULL \
        AND EXISTS(SELECT 1 FROM account_grant g WHERE g.account=a.id AND g.role='administrator')";
    OPEN_ADMINISTRATORS = "SELECT COUNT(*) FROM account a WHERE a.disabled_at IS NULL \
        AND EXISTS(SELECT 1 FROM account_grant g WHERE g.account=a.id AND g.role='administrator')";
    ADMINISTRATORS = "SELECT COUNT(*) FROM account_grant WHERE role='administrator'";
}

const INSERT: &str =
    "INSERT INTO account(id,person,login,label,label_sort,words,service,preferences,created_at) VALUES ";
const INSERT_GRANT: &str = "INSERT INTO account_grant(account,place,role,unit) VALUES ";

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Account>> {
    let found = tx.query(&BY_ID, p![id], read)?;
    Ok(with_grants(tx, found)?.into_iter().next())
}

pub(crate) fn by_login(tx: &mut Tx<'_>, login: &str) -> Res<Option<Account>> {
    let found = tx.query(&BY_LOGIN, p![login], read)?;
    Ok(with_grants(tx, found)?.into_iter().next())
}

pub(crate) fn of_person(tx: &mut Tx<'_>, person: Id) -> Res<Vec<Account>> {
    let found = tx.query(&OF_PERSON, p![person], read)?;
    with_grants(tx, found)
}

pub(super) fn insert(tx: &mut Tx<'_>, now: Moment, account: &Account) -> Res<()> {
    tx.batch(std::slice::from_ref(account), INSERT, "", |account| values(account, now))?;
    insert_grants(tx, std::slice::from_ref(account))
}

/// Those whose login is there already are left as they are.
pub(super) fn insert_many(tx: &mut Tx<'_>, now: Moment, accounts: &[Account]) -> Res<()> {
    tx.batch(accounts, INSERT, " ON CONFLICT DO NOTHING", |account| values(account, now))?;
    insert_grants(tx, accounts)
}

pub(super) fn set_grants(tx: &mut Tx<'_>, account: Id, grants: &[Grant]) -> Res<()> {
    tx.exec(&FORGET_GRANTS, p![account])?;
    let rows: Vec<(Id, i64, Grant)> = numbered(account, grants).collect();
    write_grants(tx, &rows)
}

pub(super) fn edit(tx: &mut Tx<'_>, account: &Account) -> Res<()> {
    let sort = texts::sort_key(&account.label);
    tx.exec(&EDIT, p![account.id, &account.login, &account.label, sort, words(account)])?;
    Ok(())
}

/// One row more than the page, so that it knows whether there is a next.
pub(super) fn list(tx: &mut Tx<'_>, question: &Question) -> Res<Vec<Account>> {
    let mut q = Q::new("SELECT id,person,login,label,service,disabled_at,password_at FROM account a WHERE ");
    q.sql(match question.state {
        State::Open => "disabled_at IS NULL AND NOT service",
        State::Waiting => "disabled_at IS NULL AND NOT service AND password IS NULL",
        State::Disabled => "disabled_at IS NOT NULL AND NOT service",
        State::Service => "service",
    });
    for word in texts::fold(&question.text).plain.split(' ').filter(|word| !word.is_empty()) {
        // A part of a word counts; taking it out leaves less behind on both databases.
        q.sql(" AND replace(words,").v(word).sql(",'')<>words");
    }
    if let Some(role) = question.role {
        q.sql(" AND EXISTS(SELECT 1 FROM account_grant g WHERE g.account=a.id AND g.role=")
            .v(role.code())
            .sql(")");
    }
    if let Some(after) = question.after {
        q.sql(" AND (label_sort,id)>(SELECT label_sort,id FROM account WHERE id=").v(after).sql(")");
    }
    q.sql(" ORDER BY label_sort,id LIMIT ").v(question.size.probe());
    let found = tx.query_q(&q, read)?;
    with_grants(tx, found)
}

pub(super) fn counts(tx: &mut Tx<'_>) -> Res<Counts> {
    Ok(Counts {
        open: tx.one(&OPEN, p![], |row| row.get(0))?,
        administrators: tx.one(&OPEN_ADMINISTRATORS, p![], |row| row.get(0))?,
        waiting: tx.one(&WAITING, p![], |row| row.get(0))?,
    })
}

pub(super) fn set_disabled(tx: &mut Tx<'_>, account: Id, at: Option<Moment>) -> Res<()> {
    tx.exec(&DISABLE, p![account, at])?;
    Ok(())
}

pub(super) fn administrators_beside(tx: &mut Tx<'_>, account: Id) -> Res<i64> {
    tx.one(&ADMINISTRATORS_BESIDE, p![account], |row| row.get(0))
}

pub(crate) fn has_no_administrator(tx: &mut Tx<'_>) -> Res<bool> {
    Ok(tx.one(&ADMINISTRATORS, p![], |row| row.get::<i64>(0))? == 0)
}

fn insert_grants(tx: &mut Tx<'_>, accounts: &[Account]) -> Res<()> {
    let rows: Vec<(Id, i64, Grant)> =
        accounts.iter().flat_map(|account| numbered(account.id, &account.grants)).collect();
    write_grants(tx, &rows)
}

fn numbered(account: Id, grants: &[Grant]) -> impl Iterator<Item = (Id, i64, Grant)> {
    (0_i64..).zip(grants).map(move |(place, grant)| (account, place, grant.clone()))
}

fn write_grants(tx: &mut Tx<'_>, rows: &[(Id, i64, Grant)]) -> Res<()> {
    tx.batch(rows, INSERT_GRANT, " ON CONFLICT DO NOTHING", |(account, place, grant)| {
        vec![V::from(*account), V::from(*place), V::from(grant.role.code()), V::from(grant.unit)]
    })?;
    Ok(())
}

fn values(account: &Account, now: Moment) -> Vec<V> {
    p![
        account.id,
        account.person,
        &account.login,
        &account.label,
        texts::sort_key(&account.label),
        words(account),
        account.service,
        serde_json::json!({}),
        now,
    ]
    .to_vec()
}

fn words(account: &Account) -> String {
    texts::fold(&format!("{} {}", account.label, account.login)).plain
}

fn read(row: &Row<'_>) -> Res<Account> {
    let disabled: Option<Moment> = row.get(5)?;
    Ok(Account {
        id: row.get(0)?,
        person: row.get(1)?,
        login: row.get(2)?,
        label: row.get(3)?,
        grants: Vec::new(),
        service: row.get(4)?,
        disabled: disabled.is_some(),
        password_at: row.get(6)?,
    })
}

/// Fills in the roles. A code that this version does not know gives no right.
fn with_grants(tx: &mut Tx<'_>, mut accounts: Vec<Account>) -> Res<Vec<Account>> {
    if accounts.is_empty() {
        return Ok(accounts);
    }
    let mut q = Q::new("SELECT account,role,unit FROM account_grant WHERE account IN ");
    q.list(accounts.iter().map(|account| account.id)).sql(" ORDER BY account,place");
    let mut found: HashMap<Id, Vec<Grant>> = HashMap::new();
    for (account, role, unit) in tx.query_q(&q, grant_row)? {
        if let Some(role) = Role::parse(&role) {
            found.entry(account).or_default().push(Grant { role, unit });
        }
    }
    for account in &mut accounts {
        account.grants = found.remove(&account.id).unwrap_or_default();
    }
    Ok(accounts)
}

fn grant_row(row: &Row<'_>) -> Res<(Id, String, Option<Id>)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}
