use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};

use super::{Attachment, Begin, PIECE, append, begin, finish, sha256_of};

/// A file that is in memory already, as those of a mail are.
#[derive(Clone, Debug)]
pub struct Keep {
    pub id: Id,
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

pub fn keep(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Keep) -> Result<Attachment, Refusal> {
    let bytes = input.bytes.len() as i64;
    let file = Begin {
        id: input.id,
        name: input.name.clone(),
        content_type: input.content_type.clone(),
        bytes: Some(bytes),
    };
    begin(tx, actor, now, &file)?;
    for (n, piece) in (0..).zip(input.bytes.chunks(PIECE)) {
        append(tx, actor, input.id, n, piece)?;
    }
    finish(tx, actor, input.id, bytes, &sha256_of(&input.bytes))
}
