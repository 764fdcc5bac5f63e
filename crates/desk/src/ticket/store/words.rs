use db::{Res, Row, SearchColumns, SearchTable, Tx, p, sql};
use kernel::Id;
use texts::search::Document;

use crate::ticket::Requester;

/// The prose of one ticket for search to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    pub public: Vec<String>,
    pub internal: Vec<String>,
}

/// Which tickets to read the prose of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub after: i64,
    pub limit: i64,
}

/// Longer than this is not searched; the ticket still holds it all.
const SEARCHED_LETTERS: usize = 100_000;

sql! {
    MESSAGES = "SELECT internal,body FROM ticket_message WHERE ticket=$1 ORDER BY at,id";
    ORIGINS = "SELECT reference FROM ticket_origin WHERE ticket=$1 ORDER BY source,reference";
    FILES = "SELECT internal,name FROM attachment WHERE ticket=$1 ORDER BY at,id";
    HEADS = "SELECT number,title,description,requester,contact_name,contact_mail FROM ticket WHERE number>$1 \
        ORDER BY number LIMIT $2";
    HEADS_OF = "SELECT number,title,description,requester,contact_name,contact_mail FROM ticket WHERE requester=$1 \
        ORDER BY number";
}

/// What was said in a ticket, what its files are called, and what another desk calls it.
pub(crate) fn prose(tx: &mut Tx<'_>, ticket: i64) -> Res<Prose> {
    let mut rows: Vec<(bool, String)> =
        tx.query(&MESSAGES, p![ticket], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.extend(tx.query(&FILES, p![ticket], |row| Ok((row.get(0)?, row.get(1)?)))?);
    let origins = tx.query(&ORIGINS, p![ticket], |row| row.get(0))?;
    let mut prose = Prose { public: origins, internal: Vec::new() };
    let mut letters = 0;
    for (internal, text) in rows {
        letters += text.len();
        if letters > SEARCHED_LETTERS {
            break;
        }
        if internal { prose.internal.push(text) } else { prose.public.push(text) }
    }
    Ok(prose)
}

/// One ticket's head, to index it anew.
pub(crate) struct Head {
    pub number: i64,
    pub title: String,
    pub description: String,
    pub requester: Requester,
}

/// Many tickets with their prose, in the order of their numbers.
pub(crate) fn all_prose(tx: &mut Tx<'_>, span: Span) -> Res<Vec<(Head, Prose)>> {
    let heads = tx.query(&HEADS, p![span.after, span.limit], head)?;
    heads.into_iter().map(|head| prose(tx, head.number).map(|prose| (head, prose))).collect()
}

/// The tickets that a person asked for, with their prose.
pub(crate) fn prose_of(tx: &mut Tx<'_>, requester: Id) -> Res<Vec<(Head, Prose)>> {
    let heads = tx.query(&HEADS_OF, p![requester], head)?;
    heads.into_iter().map(|head| prose(tx, head.number).map(|prose| (head, prose))).collect()
}

fn head(row: &Row<'_>) -> Res<Head> {
    Ok(Head {
        number: row.get(0)?,
        title: row.get(1)?,
        description: row.get(2)?,
        requester: super::requester(row.get(3)?, row.get(4)?, row.get(5)?),
    })
}

/// Hands the words to search; they are written with the same commit.
pub(crate) fn set_search(tx: &mut Tx<'_>, number: i64, document: &Document<'_>) {
    let indexed = document.index();
    let columns = SearchColumns {
        title: indexed.title,
        public: indexed.public,
        internal: indexed.internal,
        vector: indexed.vector,
    };
    tx.index(SearchTable("ticket_search"), number, columns);
}
