use db::{Q, Res, Tx, p, sql};
use kernel::{Id, Moment};

sql! {
    PUT = "INSERT INTO ticket_presence(ticket,person,writing,seen_at) VALUES($1,$2,$3,$4) \
        ON CONFLICT(ticket,person) DO UPDATE SET writing=excluded.writing,seen_at=excluded.seen_at";
    REMOVE = "DELETE FROM ticket_presence WHERE ticket=$1 AND person=$2";
    REMOVE_BEFORE = "DELETE FROM ticket_presence WHERE seen_at<$1";
    ONE = "SELECT writing FROM ticket_presence WHERE ticket=$1 AND person=$2 AND seen_at>=$3";
    OF = "SELECT person,writing FROM ticket_presence WHERE ticket=$1 AND seen_at>=$2 ORDER BY person";
}

pub(crate) fn put(tx: &mut Tx<'_>, ticket: i64, person: Id, writing: bool, at: Moment) -> Res<()> {
    tx.exec(&PUT, p![ticket, person, writing, at])?;
    Ok(())
}

pub(crate) fn remove(tx: &mut Tx<'_>, ticket: i64, person: Id) -> Res<()> {
    tx.exec(&REMOVE, p![ticket, person])?;
    Ok(())
}

pub(crate) fn remove_before(tx: &mut Tx<'_>, before: Moment) -> Res<u64> {
    tx.exec(&REMOVE_BEFORE, p![before])
}

pub(crate) fn one(tx: &mut Tx<'_>, ticket: i64, person: Id, since: Moment) -> Res<Option<bool>> {
    tx.maybe(&ONE, p![ticket, person, since], |row| row.get(0))
}

pub(crate) fn of(tx: &mut Tx<'_>, ticket: i64, since: Moment) -> Res<Vec<(Id, bool)>> {
    tx.query(&OF, p![ticket, since], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn among(tx: &mut Tx<'_>, tickets: &[i64], since: Moment) -> Res<Vec<(i64, Id)>> {
    let mut q = Q::new("SELECT ticket,person FROM ticket_presence WHERE seen_at>=");
    q.v(since).sql(" AND ticket IN ").list(tickets.iter().copied()).sql(" ORDER BY ticket,person");
    tx.query_q(&q, |row| Ok((row.get(0)?, row.get(1)?)))
}
