use db::Db;
use kernel::{Actor, Moment, Refusal, RefusalKind};
use serde_json::json;

use super::{argon, rules, store};
use crate::session::{self, NewSession};
use crate::{account, audit};

#[derive(Clone, Debug)]
pub struct Change {
    pub old: String,
    pub new: String,
    pub organisation: String,
    /// The session goes on under a new secret; all others end.
    pub session: NewSession,
}

/// Lets somebody who is signed in and knows the old password choose a new one. Tries are counted like sign-ins,
/// so that a browser left open does not become a way to guess.
pub async fn change(db: &Db, actor: &Actor, now: Moment, input: Change) -> Result<(), Refusal> {
    let id = actor.account.ok_or(Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed"))?;
    let (found, kept) = db
        .write(move |tx| {
            let found = account::by_id(tx, id)?.ok_or(Refusal::not_found("access-account-unknown"))?;
            session::throttle_try(tx, now, &found.login, None)?;
            let kept = store::password(tx, id)?;
            Ok::<_, Refusal>((found, kept))
        })
        .await?;
    if !argon::is_right(kept, input.old).await? {
        return Err(Refusal::invalid("old-password", "access-password-old-wrong"));
    }
    rules::check("password", &input.new, &[&found.login, &found.label, &input.organisation])?;
    let kept = argon::hash(input.new).await?;
    let (actor, session) = (actor.clone(), input.session);
    db.write(move |tx| {
        session::throttle_forget(tx, &found.login, None)?;
        store::set_password(tx, id, &kept, now)?;
        session::store::end_all(tx, id)?;
        session::open(tx, now, &found, &session)?;
        audit(tx, &actor, now, "access.password.change", id, json!({}))
    })
    .await
}
