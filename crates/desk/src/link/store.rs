use db::{DbError, Res, Tx, p, sql};
use kernel::Moment;

use super::LinkKind;

/// One end of a link, seen from the other.
pub(crate) struct End {
    pub other: i64,
    pub kind: LinkKind,
    pub back: bool,
}

sql! {
    INSERT = "INSERT INTO ticket_link(ticket,kind,other,at) VALUES($1,$2,$3,$4) ON CONFLICT DO NOTHING";
    DELETE = "DELETE FROM ticket_link WHERE ticket=$1 AND kind=$2 AND other=$3";
    OF = "SELECT other,kind,FALSE,at FROM ticket_link WHERE ticket=$1 \
        UNION ALL SELECT ticket,kind,TRUE,at FROM ticket_link WHERE other=$1 ORDER BY 4,1";
}

pub(crate) fn insert(tx: &mut Tx<'_>, ticket: i64, kind: LinkKind, other: i64, at: Moment) -> Res<bool> {
    Ok(tx.exec(&INSERT, p![ticket, kind.code(), other, at])? == 1)
}

pub(crate) fn insert_many(tx: &mut Tx<'_>, links: &[(i64, LinkKind, i64, Moment)]) -> Res<()> {
    const HEAD: &str = "INSERT INTO ticket_link(ticket,kind,other,at) VALUES";
    tx.batch(links, HEAD, " ON CONFLICT DO NOTHING", |(ticket, kind, other, at)| {
        p![*ticket, kind.code(), *other, *at].to_vec()
    })?;
    Ok(())
}

pub(crate) fn delete(tx: &mut Tx<'_>, ticket: i64, kind: LinkKind, other: i64) -> Res<bool> {
    Ok(tx.exec(&DELETE, p![ticket, kind.code(), other])? == 1)
}

pub(crate) fn of_ticket(tx: &mut Tx<'_>, ticket: i64) -> Res<Vec<End>> {
    tx.query(&OF, p![ticket], |row| {
        let kind: String = row.get(1)?;
        let kind = LinkKind::parse(&kind).ok_or(DbError::Column(1, "kind of link"))?;
        Ok(End { other: row.get(0)?, kind, back: row.get(2)? })
    })
}
