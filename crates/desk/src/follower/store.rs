use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

sql! {
    INSERT = "INSERT INTO ticket_follower(ticket,person,at) VALUES($1,$2,$3) ON CONFLICT DO NOTHING";
    DELETE = "DELETE FROM ticket_follower WHERE ticket=$1 AND person=$2";
    OF = "SELECT person FROM ticket_follower WHERE ticket=$1 ORDER BY at,person";
}

pub(crate) fn insert(tx: &mut Tx<'_>, ticket: i64, person: Id, at: Moment) -> Res<bool> {
    Ok(tx.exec(&INSERT, p![ticket, person, at])? == 1)
}

pub(crate) fn insert_many(tx: &mut Tx<'_>, followers: &[(i64, Id, Moment)]) -> Res<()> {
    const HEAD: &str = "INSERT INTO ticket_follower(ticket,person,at) VALUES";
    tx.batch(followers, HEAD, " ON CONFLICT DO NOTHING", |(ticket, person, at)| {
        p![*ticket, *person, *at].to_vec()
    })?;
    Ok(())
}

pub(crate) fn delete(tx: &mut Tx<'_>, ticket: i64, person: Id) -> Res<bool> {
    Ok(tx.exec(&DELETE, p![ticket, person])? == 1)
}

pub(crate) fn of_ticket(tx: &mut Tx<'_>, ticket: i64) -> Res<Vec<Id>> {
    tx.query(&OF, p![ticket], |row| row.get(0))
}
