//! What somebody chose for themselves: language, light, density, shortcuts.
//!
//! - [`choose`] keeps the choices of `/installningar`; [`choose_language`] the one in the foot of every page

pub(crate) mod page;
pub(crate) mod store;

use db::{DbError, Tx};
use kernel::{Actor, Lang, Refusal, RefusalKind};
use web::app::Preferences;

/// Keeps the actor's own choices. They change nothing for anybody else, so the log does not tell of them.
pub fn choose(tx: &mut Tx<'_>, actor: &Actor, preferences: &Preferences) -> Result<(), Refusal> {
    let account = actor.account.ok_or(Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed"))?;
    store::set_preferences(tx, account, preferences)?;
    Ok(())
}

/// Keeps the language; without an account there is nowhere to keep it but the browser.
pub fn choose_language(tx: &mut Tx<'_>, actor: &Actor, lang: Lang) -> Result<(), DbError> {
    let Some(account) = actor.account else { return Ok(()) };
    let mut preferences = store::preferences(tx, account)?;
    preferences.lang = Some(lang);
    store::set_preferences(tx, account, &preferences)
}
