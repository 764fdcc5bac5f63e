use std::collections::HashMap;

use db::{Q, Res, Tx, V, p, sql};
use kernel::Id;

use super::{Origin, Past};
use crate::ticket::Ticket;

sql! {
    NUMBER_OF = "SELECT number FROM ticket WHERE id=$1";
    ORIGIN_OF = "SELECT source,reference FROM ticket_origin WHERE ticket=$1 ORDER BY source,reference LIMIT 1";
}

/// Which of these stand here already.
pub fn known(tx: &mut Tx<'_>, source: &str, references: &[String]) -> Res<Vec<String>> {
    let mut known = Vec::new();
    for some in references.chunks(500) {
        let mut q = Q::new("SELECT reference FROM ticket_origin WHERE source=");
        q.v(source).sql(" AND reference IN ").list(some.iter().map(String::as_str));
        known.extend(tx.query_q(&q, |row| row.get::<String>(0))?);
    }
    Ok(known)
}

/// Where the ticket stood before, if it did not begin here.
pub fn origin_of(tx: &mut Tx<'_>, number: i64) -> Res<Option<Origin>> {
    tx.maybe(&ORIGIN_OF, p![number], |row| Ok(Origin { source: row.get(0)?, reference: row.get(1)? }))
}

/// Those that stand here already, by where they came from.
pub(super) fn standing(tx: &mut Tx<'_>, pasts: &[Past]) -> Res<HashMap<Origin, (Id, i64)>> {
    let mut by_source: HashMap<&str, Vec<&str>> = HashMap::new();
    for origin in pasts.iter().filter_map(|past| past.origin.as_ref()) {
        by_source.entry(&origin.source).or_default().push(&origin.reference);
    }
    let mut known = HashMap::new();
    for (source, references) in by_source {
        for some in references.chunks(500) {
            let mut q = Q::new(
                "SELECT o.reference,t.id,t.number FROM ticket_origin o JOIN ticket t ON t.number=o.ticket WHERE o.source=",
            );
            q.v(source).sql(" AND o.reference IN ").list(some.iter().copied());
            let found = tx.query_q(&q, |row| {
                let reference: String = row.get(0)?;
                Ok((reference, (row.get(1)?, row.get(2)?)))
            })?;
            let named = |reference| Origin { source: source.to_owned(), reference };
            known.extend(found.into_iter().map(|(reference, at)| (named(reference), at)));
        }
    }
    Ok(known)
}

pub(super) fn taken(tx: &mut Tx<'_>, numbers: &[i64]) -> Res<Vec<i64>> {
    let mut taken = Vec::new();
    for some in numbers.chunks(500) {
        let mut q = Q::new("SELECT number FROM ticket WHERE number IN ");
        q.list(some.iter().copied());
        taken.extend(tx.query_q(&q, |row| row.get::<i64>(0))?);
    }
    Ok(taken)
}

pub(super) fn number_of(tx: &mut Tx<'_>, id: Id) -> Res<Option<i64>> {
    tx.maybe(&NUMBER_OF, p![id], |row| row.get(0))
}

pub(super) fn insert_origins<'a>(
    tx: &mut Tx<'_>,
    kept: impl Iterator<Item = (&'a &'a Past, &'a Ticket)>,
) -> Res<()> {
    let rows: Vec<(&Origin, i64)> = kept
        .filter_map(|(past, ticket)| past.origin.as_ref().map(|origin| (origin, ticket.number)))
        .collect();
    tx.batch(&rows, "INSERT INTO ticket_origin(source,reference,ticket) VALUES", "", |(origin, number)| {
        vec![V::from(&origin.source), V::from(&origin.reference), V::from(*number)]
    })?;
    Ok(())
}
