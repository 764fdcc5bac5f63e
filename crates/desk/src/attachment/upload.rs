use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use sha2::{Digest, Sha256};

use super::limit::{check, clean_name, clean_type};
use super::{Attachment, store};

/// What is about to be sent.
#[derive(Clone, Debug)]
pub struct Begin {
    pub id: Id,
    pub name: String,
    pub content_type: String,
    /// As far as the door knows it already.
    pub bytes: Option<i64>,
}

/// Anybody who is signed in may send a file; it is nobody's until a message claims it.
pub fn begin(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Begin) -> Result<Attachment, Refusal> {
    if actor.is_nobody() {
        return Err(Refusal::forbidden("no-permission"));
    }
    check(actor, input.bytes.unwrap_or(0))?;
    let file = Attachment {
        id: input.id,
        ticket: None,
        message: None,
        internal: false,
        name: clean_name(&input.name),
        content_type: clean_type(&input.content_type),
        bytes: 0,
        sha256: None,
        complete: false,
        at: now,
        account: actor.account,
    };
    store::insert(tx, &file)?;
    Ok(file)
}

/// The next piece, in order. Pieces are at most [`super::PIECE`] long, all but the last exactly that.
pub fn append(tx: &mut Tx<'_>, actor: &Actor, id: Id, n: i64, bytes: &[u8]) -> Result<(), Refusal> {
    let file = own(tx, actor, id)?;
    check(actor, file.bytes + bytes.len() as i64)?;
    if file.complete || bytes.is_empty() || bytes.len() > super::PIECE {
        return Err(Refusal::conflict("desk-file-broken"));
    }
    store::insert_chunk(tx, id, n, bytes)?;
    store::add_bytes(tx, id, bytes.len() as i64)?;
    Ok(())
}

/// Closes the file, if all of it came: the door says how much it sent and what that adds up to.
pub fn finish(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id,
    bytes: i64,
    sha256: &str,
) -> Result<Attachment, Refusal> {
    let file = own(tx, actor, id)?;
    if file.bytes != bytes {
        return Err(Refusal::conflict("desk-file-broken"));
    }
    if bytes == 0 {
        return Err(Refusal::invalid("file", "desk-file-empty"));
    }
    store::complete(tx, id, sha256)?;
    Ok(Attachment { complete: true, sha256: Some(sha256.to_owned()), ..file })
}

/// The sum that [`finish`] keeps, as people compare it.
pub fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn own(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Attachment, Refusal> {
    let file = store::by_id(tx, id)?.filter(|file| file.ticket.is_none() && file.account == actor.account);
    file.ok_or(Refusal::not_found("desk-file-unknown"))
}
