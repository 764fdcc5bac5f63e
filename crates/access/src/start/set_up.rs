use db::{DbError, Tx, setting};
use jiff::civil::Time;
use kernel::{Actor, Grant, Id, Moment, Refusal, Role};
use serde_json::json;
use web::app::Site;

use crate::account::{self, NewAccount};
use crate::audit;
use crate::password::{LINK_HOURS, store as links};
use crate::session::{self, NewSession};

/// What the slices above make of it: the municipality as a unit, people, a group, opening hours, a promise.
/// Runs in the same transaction, before the accounts.
pub type Hook = fn(&mut Tx<'_>, &Actor, Moment, &Started) -> Result<(), Refusal>;

/// The form of the first start, read.
#[derive(Clone, Debug)]
pub struct Started {
    pub organisation: String,
    pub phone: String,
    pub mail: String,
    /// Weekdays, by the wall clock.
    pub opens: Time,
    pub closes: Time,
    /// The same as sentences for the portal.
    pub hours_sv: String,
    pub hours_en: String,
    pub administrator: Member,
    pub agents: Vec<Member>,
}

/// Somebody who can work from the first day.
#[derive(Clone, Debug)]
pub struct Member {
    pub account: Id,
    pub person: Id,
    pub name: String,
    pub mail: String,
    /// SHA-256 of the one-time link that they choose a password with; the administrator has chosen one already.
    pub link: Option<[u8; 32]>,
}

/// Nobody administers the house yet.
pub fn needed(tx: &mut Tx<'_>) -> Result<bool, DbError> {
    account::store::has_no_administrator(tx)
}

/// Makes the link with this hash; earlier ones stop working.
pub fn new_link(tx: &mut Tx<'_>, now: Moment, hash: [u8; 32]) -> Result<(), DbError> {
    links::forget_start_links(tx)?;
    links::insert_link(tx, &hash, links::START, None, now, now.plus(LINK_HOURS * Moment::HOUR))
}

/// Whether the link can still be used.
pub fn link_works(tx: &mut Tx<'_>, now: Moment, hash: &[u8; 32]) -> Result<(), Refusal> {
    let live = links::live_link(tx, hash, links::START, now)?.is_some();
    if live && needed(tx)? { Ok(()) } else { Err(Refusal::not_found("access-start-spent")) }
}

/// Everything that sets the house up.
#[derive(Clone, Debug)]
pub struct SetUp {
    pub link: [u8; 32],
    pub started: Started,
    /// The first administrator's password, hashed.
    pub password: String,
    /// The first administrator is signed in at once.
    pub session: NewSession,
    pub hook: Hook,
}

/// Sets the house up: what the slices above make of it, the accounts, and how the house presents itself.
pub fn set_up(tx: &mut Tx<'_>, house: &Actor, now: Moment, input: &SetUp) -> Result<Site, Refusal> {
    let started = &input.started;
    link_works(tx, now, &input.link)?;
    check(started)?;
    (input.hook)(tx, house, now, started)?;
    let first = member(tx, house, now, &started.administrator, Role::Administrator)?;
    links::set_password(tx, first.id, &input.password, now)?;
    for agent in &started.agents {
        member(tx, house, now, agent, Role::FirstLine)?;
    }
    let site = Site {
        organisation: started.organisation.trim().to_owned(),
        phone: started.phone.clone(),
        mail: started.mail.clone(),
        hours_sv: started.hours_sv.clone(),
        hours_en: started.hours_en.clone(),
        set_up: true,
    };
    setting::write(tx, Site::SETTING, &site, now)?;
    links::use_link(tx, &input.link, now)?;
    session::open(tx, now, &first, &input.session)?;
    audit(tx, house, now, "access.house.set_up", first.id, json!({ "agents": started.agents.len() }))?;
    Ok(site)
}

fn check(started: &Started) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if started.organisation.trim().is_empty() {
        faults.push(Refusal::invalid("organisation", "access-organisation-missing"));
    }
    if started.closes <= started.opens {
        faults.push(Refusal::invalid("closes", "access-hours-invalid"));
    }
    Refusal::all(faults)
}

fn member(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    member: &Member,
    role: Role,
) -> Result<account::Account, Refusal> {
    let new = NewAccount {
        id: member.account,
        person: Some(member.person),
        login: member.mail.clone(),
        label: member.name.clone(),
        grants: vec![Grant { role, unit: None }],
    };
    let account = account::create(tx, house, now, &new)?;
    if let Some(link) = member.link {
        crate::password::new_link(tx, house, now, account.id, link)?;
    }
    Ok(account)
}
