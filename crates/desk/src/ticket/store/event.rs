use db::{DbError, Json, Res, Row, Tx, V, p, sql};
use kernel::{Actor, Id, Moment};

use crate::ticket::{Act, Event};

/// An event as it was kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    pub ticket: i64,
    pub version: i64,
    pub event: Event,
    pub person: Option<Id>,
    pub label: Option<String>,
    pub at: Moment,
}

const HEAD: &str = "INSERT INTO ticket_event(ticket,version,n,act,was,became,person,label,channel,at) VALUES";

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ticket,version,act,was,became,person,label,at FROM ticket_event WHERE ", $rest)
    };
}

sql! {
    OF = select!("ticket=$1 ORDER BY version,n");
    LAST = select!("ticket=$1 AND version=$2 ORDER BY n");
}

/// Keeps what an act changed, under the version that the ticket has after it.
pub(crate) fn insert_events(
    tx: &mut Tx<'_>,
    actor: &Actor,
    ticket: i64,
    version: i64,
    events: &[Event],
    at: Moment,
) -> Res<()> {
    let label = actor.person.is_none().then(|| actor.label.clone());
    let rows: Vec<(i64, &Event)> = (0..).zip(events).collect();
    tx.batch(&rows, HEAD, "", |(n, event)| {
        row(ticket, version, *n, event, actor.person, label.as_deref(), actor.channel.code(), at)
    })?;
    Ok(())
}

/// Events of the past, as an import or a demo tells them.
pub(crate) fn insert_past_events(tx: &mut Tx<'_>, told: &[(Told, i64)]) -> Res<()> {
    tx.batch(told, HEAD, "", |(t, n)| {
        row(t.ticket, t.version, *n, &t.event, t.person, t.label.as_deref(), "job", t.at)
    })?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one argument a column")]
fn row(
    ticket: i64,
    version: i64,
    n: i64,
    event: &Event,
    person: Option<Id>,
    label: Option<&str>,
    channel: &str,
    at: Moment,
) -> Vec<V> {
    vec![
        ticket.into(),
        version.into(),
        n.into(),
        event.act.code().into(),
        (&event.was).into(),
        (&event.became).into(),
        person.into(),
        label.into(),
        channel.into(),
        at.into(),
    ]
}

pub(crate) fn events(tx: &mut Tx<'_>, ticket: i64) -> Res<Vec<Told>> {
    tx.query(&OF, p![ticket], told)
}

/// What the act that made this version changed.
pub(crate) fn last_event(tx: &mut Tx<'_>, ticket: i64, version: i64) -> Res<Vec<Told>> {
    tx.query(&LAST, p![ticket, version], told)
}

fn told(row: &Row<'_>) -> Res<Told> {
    let (Json(was), Json(became)) = (row.get(3)?, row.get(4)?);
    let act: String = row.get(2)?;
    Ok(Told {
        ticket: row.get(0)?,
        version: row.get(1)?,
        event: Event { act: Act::parse(&act).ok_or(DbError::Column(2, "act"))?, was, became },
        person: row.get(5)?,
        label: row.get(6)?,
        at: row.get(7)?,
    })
}
