//! All SQL of tickets.
//!
//! - here: one row in, out and changed
//! - `list`: a question as a statement, cut to what the reader may see
//! - `event`: what was done
//! - `words`: what search is told, and what it is asked

mod event;
mod list;
mod words;

use db::{DbError, Res, Row, Tx, V, p, sql};
use kernel::{Id, Moment};
use service_level::Due;

use super::{Kind, Level, Outcome, Priority, Reason, Requester, Source, Stage, Ticket};

pub(crate) use event::{Told, events, insert_events, insert_past_events, last_event};
pub(crate) use list::{
    Brief, Filters, Seek, briefs, briefs_of, counts, divide, hits_among, matches, newest, numbers,
};
pub(crate) use words::{Prose, Span, all_prose, prose, prose_of, set_search};

/// Where a ticket stands in the queue whose clocks do not run: after all others.
const FAR: Moment = Moment(i64::MAX);

const INSERT_HEAD: &str = "INSERT INTO ticket(number,id,kind,stage,reason,open,impact,urgency,priority,title,\
    requester,contact_name,contact_mail,unit,committee,service,device,group_id,assignee,source,promise,\
    response_due_at,resolution_due_at,next_due_at,responded_at,replied_at,created_at,updated_at,resolved_at,\
    closed_at,outcome,version,description,html) VALUES";

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT number,id,kind,stage,reason,open,impact,urgency,priority,title,requester,contact_name,",
            "contact_mail,unit,committee,service,device,group_id,assignee,source,promise,response_due_at,",
            "resolution_due_at,next_due_at,responded_at,replied_at,created_at,updated_at,resolved_at,closed_at,",
            "outcome,version,description,html FROM ticket WHERE ",
            $rest
        )
    };
}

sql! {
    INSERT = "INSERT INTO ticket(number,id,kind,stage,reason,open,impact,urgency,priority,title,\
        requester,contact_name,contact_mail,unit,committee,service,device,group_id,assignee,source,promise,\
        response_due_at,resolution_due_at,next_due_at,responded_at,replied_at,created_at,updated_at,resolved_at,\
        closed_at,outcome,version,description,html) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,\
        $16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30,$31,$32,$33,$34)";
    BY_NUMBER = select!("number=$1");
    BY_ID = select!("id=$1");
    NUMBER_OF = "SELECT number FROM ticket WHERE id=$1";
    UPDATE = "UPDATE ticket SET kind=$3,stage=$4,reason=$5,open=$6,impact=$7,urgency=$8,priority=$9,title=$10,\
        requester=$11,contact_name=$12,contact_mail=$13,unit=$14,committee=$15,service=$16,device=$17,group_id=$18,\
        assignee=$19,response_due_at=$20,resolution_due_at=$21,next_due_at=$22,responded_at=$23,replied_at=$24,\
        updated_at=$25,resolved_at=$26,closed_at=$27,outcome=$28,version=$29,description=$30,html=$31 \
        WHERE number=$1 AND version=$2";
    RESOLVED_BEFORE = "SELECT number FROM ticket WHERE stage='resolved' AND resolved_at<$1 \
        ORDER BY resolved_at,number LIMIT $2";
    FOLLOWERS = "SELECT person FROM ticket_follower WHERE ticket=$1 ORDER BY at,person";
}

fn values(t: &Ticket) -> Vec<V> {
    let (name, mail) = contact(&t.requester);
    vec![
        t.number.into(),
        t.id.into(),
        t.kind.code().into(),
        t.stage.code().into(),
        t.stage.reason().map(Reason::code).into(),
        t.stage.is_open().into(),
        t.impact.code().into(),
        t.urgency.code().into(),
        t.priority.number().into(),
        (&t.title).into(),
        t.requester.person().into(),
        name.into(),
        mail.into(),
        t.unit.into(),
        t.committee.into(),
        t.service.into(),
        t.device.into(),
        t.group.into(),
        t.assignee.into(),
        t.source.code().into(),
        t.promise.into(),
        t.due.response.into(),
        t.due.resolution.into(),
        t.due.next.unwrap_or(FAR).into(),
        t.responded_at.into(),
        t.replied_at.into(),
        t.created_at.into(),
        t.updated_at.into(),
        t.resolved_at.into(),
        t.closed_at.into(),
        t.outcome.map(Outcome::code).into(),
        t.version.into(),
        (&t.description).into(),
        t.html.as_ref().into(),
    ]
}

pub(crate) fn insert(tx: &mut Tx<'_>, ticket: &Ticket) -> Res<()> {
    tx.exec(&INSERT, &values(ticket))?;
    Ok(())
}

pub(crate) fn insert_many(tx: &mut Tx<'_>, tickets: &[Ticket]) -> Res<()> {
    tx.batch(tickets, INSERT_HEAD, "", values)?;
    Ok(())
}

/// Writes everything that can change. False when somebody else changed the row first.
pub(crate) fn update(tx: &mut Tx<'_>, t: &Ticket, seen: i64) -> Res<bool> {
    let (name, mail) = contact(&t.requester);
    let changed = tx.exec(
        &UPDATE,
        p![
            t.number,
            seen,
            t.kind.code(),
            t.stage.code(),
            t.stage.reason().map(Reason::code),
            t.stage.is_open(),
            t.impact.code(),
            t.urgency.code(),
            t.priority.number(),
            &t.title,
            t.requester.person(),
            name,
            mail,
            t.unit,
            t.committee,
            t.service,
            t.device,
            t.group,
            t.assignee,
            t.due.response,
            t.due.resolution,
            t.due.next.unwrap_or(FAR),
            t.responded_at,
            t.replied_at,
            t.updated_at,
            t.resolved_at,
            t.closed_at,
            t.outcome.map(Outcome::code),
            t.version,
            &t.description,
            t.html.as_ref()
        ],
    )?;
    Ok(changed == 1)
}

pub(crate) fn by_number(tx: &mut Tx<'_>, number: i64) -> Res<Option<Ticket>> {
    tx.maybe(&BY_NUMBER, p![number], ticket)
}

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Ticket>> {
    tx.maybe(&BY_ID, p![id], ticket)
}

pub(crate) fn number_of(tx: &mut Tx<'_>, id: Id) -> Res<Option<i64>> {
    tx.maybe(&NUMBER_OF, p![id], |row| row.get(0))
}

/// Tickets resolved before then, the oldest first.
pub(crate) fn resolved_before(tx: &mut Tx<'_>, before: Moment, limit: i64) -> Res<Vec<i64>> {
    tx.query(&RESOLVED_BEFORE, p![before, limit], |row| row.get(0))
}

pub(crate) fn followers(tx: &mut Tx<'_>, number: i64) -> Res<Vec<Id>> {
    tx.query(&FOLLOWERS, p![number], |row| row.get(0))
}

fn contact(requester: &Requester) -> (Option<&String>, Option<&String>) {
    match requester {
        Requester::Person(_) => (None, None),
        Requester::Contact { name, mail } => {
            (Some(name).filter(|name| !name.is_empty()), Some(mail).filter(|mail| !mail.is_empty()))
        }
    }
}

fn requester(person: Option<Id>, name: Option<String>, mail: Option<String>) -> Requester {
    person.map_or_else(
        || Requester::Contact { name: name.unwrap_or_default(), mail: mail.unwrap_or_default() },
        Requester::Person,
    )
}

fn ticket(row: &Row<'_>) -> Res<Ticket> {
    let (stage, reason): (String, Option<String>) = (row.get(3)?, row.get(4)?);
    Ok(Ticket {
        number: row.get(0)?,
        id: row.get(1)?,
        kind: code(row, 2, Kind::parse)?,
        stage: Stage::parse(&stage, reason.as_deref()).ok_or(DbError::Column(3, "stage"))?,
        impact: code(row, 6, Level::parse)?,
        urgency: code(row, 7, Level::parse)?,
        priority: priority(row, 8)?,
        title: row.get(9)?,
        requester: requester(row.get(10)?, row.get(11)?, row.get(12)?),
        unit: row.get(13)?,
        committee: row.get(14)?,
        service: row.get(15)?,
        device: row.get(16)?,
        group: row.get(17)?,
        assignee: row.get(18)?,
        source: code(row, 19, Source::parse)?,
        promise: row.get(20)?,
        due: due(row, 21)?,
        responded_at: row.get(24)?,
        replied_at: row.get(25)?,
        created_at: row.get(26)?,
        updated_at: row.get(27)?,
        resolved_at: row.get(28)?,
        closed_at: row.get(29)?,
        outcome: row.get::<Option<String>>(30)?.as_deref().and_then(Outcome::parse),
        version: row.get(31)?,
        description: row.get(32)?,
        html: row.get(33)?,
    })
}

fn due(row: &Row<'_>, first: usize) -> Res<Due> {
    let next: Moment = row.get(first + 2)?;
    Ok(Due {
        response: row.get(first)?,
        resolution: row.get(first + 1)?,
        next: (next != FAR).then_some(next),
    })
}

fn priority(row: &Row<'_>, column: usize) -> Res<Priority> {
    let number: i64 = row.get(column)?;
    u8::try_from(number)
        .ok()
        .and_then(|number| Priority::try_from(number).ok())
        .ok_or(DbError::Column(column, "priority"))
}

fn code<T>(row: &Row<'_>, column: usize, parse: impl Fn(&str) -> Option<T>) -> Res<T> {
    let code: String = row.get(column)?;
    parse(&code).ok_or(DbError::Column(column, "known code"))
}
