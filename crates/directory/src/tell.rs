use db::Tx;
use kernel::{Actor, Fact, Id, Moment, Refusal};
use serde_json::Value;

/// The last line of a change: into the log, and to whoever listens. Both carry ids and codes only.
pub fn tell(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    act: &'static str,
    fact: &'static str,
    subject: Id,
    data: &Value,
) -> Result<(), Refusal> {
    access::audit(tx, actor, now, act, subject, data.clone())?;
    tx.fact(&Fact { name: fact, subject, at: now, data: data.clone() })?;
    Ok(())
}
