use db::Tx;
use kernel::{Actor, Id, Refusal};

use super::{Attachment, store};
use crate::ticket::{View, read_one};

/// How long a piece is: all but the last of a file are exactly this.
pub const PIECE: usize = 256 * 1024;

/// What a file is, for somebody who may read its ticket. A file of an internal note is for those who work with it;
/// one that is not claimed yet is for who sent it.
pub fn read(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> Result<Attachment, Refusal> {
    let unknown = || Refusal::not_found("desk-file-unknown");
    let file = store::by_id(tx, id)?.filter(|file| file.complete).ok_or_else(unknown)?;
    let may = match file.ticket {
        Some(number) => {
            let (_, view) = read_one(tx, actor, number).map_err(|_| unknown())?;
            view == View::Work || !file.internal
        }
        None => actor.account.is_some() && file.account == actor.account,
    };
    if may { Ok(file) } else { Err(unknown()) }
}

/// Those of the files that this actor may read: what a form that is shown again still has with it.
pub fn own(tx: &mut Tx<'_>, actor: &Actor, ids: &[Id]) -> Result<Vec<Attachment>, Refusal> {
    let mut files = Vec::with_capacity(ids.len());
    for id in ids {
        match read(tx, actor, *id) {
            Ok(file) => files.push(file),
            Err(refusal) if refusal.kind == kernel::RefusalKind::NotFound => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(files)
}

/// The nth piece of a file that [`read`] has given to this actor; none after the last.
pub fn piece(tx: &mut Tx<'_>, file: &Attachment, n: i64) -> Result<Option<Vec<u8>>, Refusal> {
    Ok(store::chunk(tx, file.id, n)?)
}

/// The files of a ticket, as far as the reader may see them.
pub fn list(tx: &mut Tx<'_>, actor: &Actor, number: i64) -> Result<Vec<Attachment>, Refusal> {
    let (_, view) = read_one(tx, actor, number)?;
    let mut files = store::of_ticket(tx, number)?;
    files.retain(|file| file.complete && (view == View::Work || !file.internal));
    Ok(files)
}
