//! Counts tries in the database, so that many nodes count together. Keys are hashes: neither an address nor a
//! login that somebody mistyped is kept.

use std::net::IpAddr;

use db::{Res, Tx};
use kernel::{Moment, Refusal, RefusalKind};

use super::store;
use super::throttle::{By, after_failure, left};
use crate::secret;

fn keys(login: &str, address: Option<IpAddr>) -> Vec<(By, [u8; 32])> {
    let account = (By::Account, secret::hash(&format!("login {login}")));
    let address =
        address.map(|address| (By::Address, secret::hash(&format!("address {}", network(address)))));
    std::iter::once(account).chain(address).collect()
}

/// One household or office has a whole /64 of IPv6 addresses, so they count as one.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => address.segments().iter().take(4).map(|part| format!("{part:x}:")).collect(),
    }
}

/// Refuses while there is a wait; otherwise counts the try as wrong before it is known to be right, so that many
/// tries at once do not slip through.
pub(crate) fn throttle_try(
    tx: &mut Tx<'_>,
    now: Moment,
    login: &str,
    address: Option<IpAddr>,
) -> Result<(), Refusal> {
    let keys = keys(login, address);
    let mut counted = Vec::new();
    for (by, key) in keys {
        let tries = store::tries(tx, &key)?;
        if let Some(left) = left(tries, now) {
            return Err(wait(left));
        }
        counted.push((key, after_failure(by, tries, now)));
    }
    for (key, tries) in counted {
        store::set_tries(tx, &key, tries)?;
    }
    Ok(())
}

/// The try was right: the account starts afresh, and the address takes its count of this try back.
pub(crate) fn throttle_forget(tx: &mut Tx<'_>, login: &str, address: Option<IpAddr>) -> Res<()> {
    for (by, key) in keys(login, address) {
        match by {
            By::Account => store::forget_tries(tx, &key)?,
            By::Address => store::take_back_try(tx, &key)?,
        }
    }
    Ok(())
}

/// Says how long, in seconds up to two minutes and then in whole minutes; never less than two, so that one form of
/// the word will do.
fn wait(left: i64) -> Refusal {
    let seconds = (left / Moment::SECOND + 1).max(2);
    if seconds < 120 {
        Refusal::new(RefusalKind::TooMany, "access-wait-seconds").with("seconds", seconds)
    } else {
        Refusal::new(RefusalKind::TooMany, "access-wait-minutes").with("minutes", (seconds + 59) / 60)
    }
}
