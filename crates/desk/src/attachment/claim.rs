use db::{Res, Tx};
use kernel::{Actor, Id, Moment, Refusal};

use super::store;

/// A message with more files than this is an archive.
const MOST: usize = 20;

/// Ties files to what they came with. Only who sent a file can, and only once.
pub(crate) fn claim(
    tx: &mut Tx<'_>,
    actor: &Actor,
    files: &[Id],
    ticket: i64,
    message: Option<Id>,
    internal: bool,
) -> Result<(), Refusal> {
    if files.len() > MOST {
        return Err(Refusal::invalid("file", "desk-files-too-many").with("limit", MOST));
    }
    for id in files {
        if !store::claim(tx, *id, actor.account, ticket, message, internal)? {
            return Err(Refusal::invalid("file", "desk-file-unknown"));
        }
    }
    Ok(())
}

/// Removes what was sent and never belonged to anything: forms that were left, uploads that broke.
pub(crate) fn forget_unclaimed(tx: &mut Tx<'_>, now: Moment, limit: i64) -> Res<u64> {
    store::delete_unclaimed(tx, now.minus(Moment::DAY), limit)
}
