//! What the stories share: a moment, actors, and people to tell of.

use access::account::{self, Account, NewAccount};
use kernel::{Actor, Channel, Grant, Id, Lang, Moment, Role};
use testkit::House;

/// A Tuesday morning in March 2026.
pub const MORNING: Moment = Moment(1_773_130_000_000_000);

pub fn grant(role: Role) -> Grant {
    Grant { role, unit: None }
}

pub fn administrator() -> Actor {
    actor(Role::Administrator)
}

pub fn actor(role: Role) -> Actor {
    let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
    actor.account = Some(Id::new());
    actor.label = "Sofia Rönnberg".to_owned();
    actor.grants = vec![grant(role)];
    actor
}

pub fn anna(roles: &[Role]) -> NewAccount {
    NewAccount {
        id: Id::new(),
        person: Some(Id::new()),
        login: "Anna.Lind@ljusvik.example".to_owned(),
        label: "Anna Lind".to_owned(),
        grants: roles.iter().copied().map(grant).collect(),
    }
}

pub fn with_account(house: &House, new: &NewAccount) -> Account {
    let new = new.clone();
    house.db.write_now(move |tx| account::create(tx, &administrator(), MORNING, &new)).expect("an account")
}

/// Waits for an operation that hashes passwords beside the database.
pub fn wait_for<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(work)
}
