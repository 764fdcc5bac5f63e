//! A question as a statement. At a million rows a list must cost what it costs at ten thousand, so exactly one
//! column may lead to an index (the `Seek`); every other filter is written so that no planner seeks by it and
//! then sorts, but walks the index that has the wanted order and stops after a page.

use std::collections::HashSet;

use db::{DbError, Engine, Q, Res, Row, SearchQuery, SearchTable, Tx, V, p, sql};
use kernel::{Id, Moment};
use service_level::Due;

use super::{FAR, code, due, priority, requester};
use crate::ticket::{Kind, Level, Priority, Reason, Requester, Scope, Sort, Source, Stage};

sql! {
    NEWEST = "SELECT MAX(number) FROM ticket";
    OWN = "SELECT number FROM ticket WHERE requester=$1 UNION SELECT ticket FROM ticket_follower WHERE person=$1 LIMIT $2";
    ASKED = "SELECT number FROM ticket WHERE requester=$1 LIMIT $2";
}

const SEARCH: SearchTable = SearchTable("ticket_search");

/// What a list shows of a ticket: all but its long texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Brief {
    pub number: i64,
    pub id: Id,
    pub kind: Kind,
    pub stage: Stage,
    pub impact: Level,
    pub urgency: Level,
    pub priority: Priority,
    pub title: String,
    pub requester: Requester,
    pub unit: Option<Id>,
    pub committee: Id,
    pub service: Option<Id>,
    pub device: Option<Id>,
    pub group: Id,
    pub assignee: Option<Id>,
    pub source: Source,
    pub due: Due,
    pub responded_at: Option<Moment>,
    pub replied_at: Option<Moment>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub resolved_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub version: i64,
}

const BRIEF: &str = "SELECT t.number,t.id,t.kind,t.stage,t.reason,t.impact,t.urgency,t.priority,t.title,t.requester,\
    t.contact_name,t.contact_mail,t.unit,t.committee,t.service,t.device,t.group_id,t.assignee,t.source,\
    t.response_due_at,t.resolution_due_at,t.next_due_at,t.responded_at,t.replied_at,t.created_at,t.updated_at,\
    t.resolved_at,t.closed_at,t.version FROM ";

/// A question with every name looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filters {
    pub open: bool,
    pub stages: Vec<&'static str>,
    pub reason: Option<Reason>,
    pub kind: Option<Kind>,
    pub priority: Option<Priority>,
    pub impact: Option<Level>,
    pub group: Option<Id>,
    /// `Some(None)`: those that nobody has.
    pub assignee: Option<Option<Id>>,
    pub requester: Option<Requester>,
    pub unit: Option<Id>,
    pub service: Option<Id>,
    pub device: Option<Id>,
    pub overdue_at: Option<Moment>,
    /// Only what this person asked for or follows.
    pub own: Option<Id>,
    /// Shown already, above the rest.
    pub except: Option<i64>,
    /// No older than this number.
    pub floor: Option<i64>,
}

/// The place after which a page goes on: the sort value (none when the number alone is the order) and the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seek {
    pub at: Option<Moment>,
    pub number: i64,
}

pub(crate) fn briefs(
    tx: &mut Tx<'_>,
    scope: &Scope,
    filters: &Filters,
    sort: Sort,
    after: Option<Seek>,
    limit: i64,
) -> Res<Vec<Brief>> {
    tx.query_q(&statement(scope, filters, sort, after, limit), brief)
}

fn statement(scope: &Scope, filters: &Filters, sort: Sort, after: Option<Seek>, limit: i64) -> Q {
    let mut q = Q::new(BRIEF);
    q.sql("ticket t WHERE TRUE");
    narrow(&mut q, filters, Some(sort));
    permit(&mut q, scope);
    if let Some(seek) = after {
        go_on(&mut q, sort, seek);
    }
    q.sql(match sort {
        Sort::Number => " ORDER BY t.number DESC",
        Sort::Due => " ORDER BY t.next_due_at,t.number",
        Sort::Updated => " ORDER BY t.updated_at DESC,t.number DESC",
    });
    q.sql(" LIMIT ").v(limit);
    q
}

/// The numbers of those that match, the newest first, below a number.
pub(crate) fn matches(
    tx: &mut Tx<'_>,
    scope: &Scope,
    filters: &Filters,
    search: &SearchQuery,
    below: Option<i64>,
    limit: i64,
) -> Res<Vec<i64>> {
    if let Some(few) = few(tx, scope, filters)? {
        let q = search_statement(tx.engine(), scope, filters, search, (None, below), Some(&few), limit);
        return if few.is_empty() { Ok(Vec::new()) } else { tx.query_q(&q, |row| row.get(0)) };
    }
    for reach in tx.engine().search_reaches() {
        let floor = match reach {
            Some(reach) => Some(below.unwrap_or(newest(tx)?.saturating_add(1)).saturating_sub(*reach)),
            None => None,
        };
        let q = search_statement(tx.engine(), scope, filters, search, (floor, below), None, limit);
        let found = tx.query_q(&q, |row| row.get(0))?;
        if reach.is_none() || found.len() as i64 == limit {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn search_statement(
    engine: Engine,
    scope: &Scope,
    filters: &Filters,
    search: &SearchQuery,
    (floor, below): (Option<i64>, Option<i64>),
    few: Option<&[i64]>,
    limit: i64,
) -> Q {
    let mut q = Q::new("SELECT t.number FROM ");
    engine.search_from(&mut q, ("ticket", "t", "number"), SEARCH, search, floor.is_none() && few.is_none());
    let place = engine.search_place(SEARCH);
    if let Some(few) = few {
        q.sql(" AND ").sql(&place).sql(" IN ").list(few.iter().copied());
    }
    narrow(&mut q, filters, None);
    permit(&mut q, scope);
    if let Some(floor) = floor {
        q.sql(" AND ").sql(&place).sql(">=").v(floor);
    }
    if let Some(below) = below {
        q.sql(" AND ").sql(&place).sql("<").v(below);
    }
    q.sql(" ORDER BY ").sql(&place).sql(" DESC LIMIT ").v(limit);
    q
}

/// More tickets than this are not few.
const FEW: i64 = 500;

/// The tickets of the one person whom the question is about, if they are few: then those are looked at, and not
/// everything that has the words.
fn few(tx: &mut Tx<'_>, scope: &Scope, filters: &Filters) -> Res<Option<Vec<i64>>> {
    let reader = scope.person.filter(|_| !scope.is_agent());
    let asked = filters.requester.as_ref().and_then(Requester::person);
    let values = match (filters.own.or(reader), asked) {
        (Some(person), _) => tx.query(&OWN, p![person, FEW + 1], |row| row.get(0))?,
        (None, Some(person)) => tx.query(&ASKED, p![person, FEW + 1], |row| row.get(0))?,
        (None, None) => return Ok(None),
    };
    Ok(Some(values).filter(|values| values.len() as i64 <= FEW))
}

/// Which of these tickets match; the answer may hold others between them.
pub(crate) fn hits_among(tx: &mut Tx<'_>, search: &SearchQuery, numbers: &[i64]) -> Res<HashSet<i64>> {
    let engine = tx.engine();
    let mut q = Q::new("SELECT ");
    q.sql(&engine.search_place(SEARCH)).sql(" FROM ");
    engine.search_among(&mut q, SEARCH, search, numbers);
    Ok(tx.query_q(&q, |row| row.get(0))?.into_iter().collect())
}

/// The highest number so far.
pub(crate) fn newest(tx: &mut Tx<'_>) -> Res<i64> {
    tx.one(&NEWEST, p![], |row| Ok(row.get::<Option<i64>>(0)?.unwrap_or(0)))
}

/// The numbers of a list in its order, at most so many: for where one ticket stands among the others.
pub(crate) fn numbers(
    tx: &mut Tx<'_>,
    scope: &Scope,
    filters: &Filters,
    sort: Sort,
    limit: i64,
) -> Res<Vec<i64>> {
    let mut q = Q::new("SELECT t.number FROM ticket t WHERE TRUE");
    narrow(&mut q, filters, Some(sort));
    permit(&mut q, scope);
    q.sql(match sort {
        Sort::Number => " ORDER BY t.number DESC",
        Sort::Due => " ORDER BY t.next_due_at,t.number",
        Sort::Updated => " ORDER BY t.updated_at DESC,t.number DESC",
    });
    q.sql(" LIMIT ").v(limit);
    tx.query_q(&q, |row| row.get(0))
}

/// How a queue divides by when the next promise breaks: before the first moment, before the second, later or never.
/// Counted over at most `limit`.
pub(crate) fn divide(
    tx: &mut Tx<'_>,
    scope: &Scope,
    filters: &Filters,
    (soon, tonight): (Moment, Moment),
    limit: i64,
) -> Res<[i64; 3]> {
    let mut q = Q::new("SELECT COUNT(*) FILTER (WHERE next_due_at<");
    q.v(soon).sql("),COUNT(*) FILTER (WHERE next_due_at>=").v(soon).sql(" AND next_due_at<").v(tonight);
    q.sql("),COUNT(*) FILTER (WHERE next_due_at>=").v(tonight);
    q.sql(") FROM (SELECT t.next_due_at FROM ticket t WHERE TRUE");
    narrow(&mut q, filters, Some(Sort::Due));
    permit(&mut q, scope);
    q.sql(" ORDER BY t.next_due_at,t.number LIMIT ").v(limit).sql(") AS some_of_them");
    tx.one_q(&q, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
}

/// These tickets, as far as the reader may see them, in no order.
pub(crate) fn briefs_of(tx: &mut Tx<'_>, scope: &Scope, numbers: &[i64]) -> Res<Vec<Brief>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut q = Q::new(BRIEF);
    q.sql("ticket t WHERE t.number IN ").list(numbers.iter().copied());
    permit(&mut q, scope);
    tx.query_q(&q, brief)
}

/// How the open tickets divide, counted over at most `limit` of them: all, mine, nobody's, waiting for a user,
/// with a supplier, overdue.
pub(crate) fn counts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    me: Option<Id>,
    now: Moment,
    limit: i64,
) -> Res<[i64; 6]> {
    let mut q = Q::new("SELECT COUNT(*),COUNT(*) FILTER (WHERE assignee=");
    q.v(me).sql("),COUNT(*) FILTER (WHERE assignee IS NULL),COUNT(*) FILTER (WHERE reason='user'),");
    q.sql("COUNT(*) FILTER (WHERE stage='with_supplier'),COUNT(*) FILTER (WHERE next_due_at<").v(now);
    q.sql(") FROM (SELECT t.assignee,t.reason,t.stage,t.next_due_at FROM ticket t WHERE t.open=TRUE");
    permit(&mut q, scope);
    q.sql(" ORDER BY t.next_due_at,t.number LIMIT ").v(limit).sql(") AS open_ones");
    tx.one_q(&q, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]))
}

/// The reader's rights. `Scope::view` says the same of one ticket.
fn permit(q: &mut Q, scope: &Scope) {
    if scope.all {
        return;
    }
    match (scope.groups.is_empty(), scope.person) {
        (true, None) => {
            q.sql(" AND FALSE");
        }
        (true, Some(person)) => {
            q.sql(" AND ");
            own(q, person);
        }
        (false, person) => {
            q.sql(" AND CASE WHEN t.group_id IN ").list(scope.groups.iter().copied()).sql(" THEN TRUE");
            if let Some(person) = person {
                q.sql(" WHEN ");
                own(q, person);
                q.sql(" THEN TRUE");
            }
            q.sql(" ELSE FALSE END");
        }
    }
}

/// Two short index walks; an OR over the ticket table would read all of it.
fn own(q: &mut Q, person: Id) {
    q.sql("t.number IN (SELECT number FROM ticket WHERE requester=").v(person);
    q.sql(" UNION SELECT ticket FROM ticket_follower WHERE person=").v(person).sql(")");
}

/// Without a sort the search table leads, and everything here only filters.
fn narrow(q: &mut Q, f: &Filters, sort: Option<Sort>) {
    // One column may lead to an index; `led` says that it is taken.
    let mut led = sort.is_none() || f.own.is_some();
    if let Some(person) = f.own {
        q.sql(" AND ");
        own(q, person);
    }
    if sort == Some(Sort::Due) {
        q.sql(" AND t.open=TRUE");
    } else if f.open {
        q.sql(" AND CASE WHEN t.open THEN TRUE ELSE FALSE END");
    }
    let by_number = sort == Some(Sort::Number);
    match &f.requester {
        Some(Requester::Person(person)) => equal(q, "t.requester", *person, !by_number, &mut led),
        Some(Requester::Contact { mail, .. }) => equal(q, "t.contact_mail", mail, !by_number, &mut led),
        None => {}
    }
    if let Some(device) = f.device {
        equal(q, "t.device", device, !by_number, &mut led);
    }
    if let Some(unit) = f.unit {
        equal(q, "t.unit", unit, !by_number, &mut led);
    }
    if let Some(service) = f.service {
        equal(q, "t.service", service, !by_number, &mut led);
    }
    match f.assignee {
        Some(Some(person)) => equal(q, "t.assignee", person, sort != Some(Sort::Due), &mut led),
        Some(None) => {
            q.sql(" AND CASE WHEN t.assignee IS NULL THEN TRUE ELSE FALSE END");
        }
        None => {}
    }
    if let Some(group) = f.group {
        equal(q, "t.group_id", group, sort == Some(Sort::Updated), &mut led);
    }
    if !f.stages.is_empty() {
        q.sql(" AND CASE WHEN t.stage IN ").list(f.stages.iter().copied()).sql(" THEN TRUE ELSE FALSE END");
    }
    let mut never = true;
    if let Some(reason) = f.reason {
        equal(q, "t.reason", reason.code(), true, &mut never);
    }
    if let Some(kind) = f.kind {
        equal(q, "t.kind", kind.code(), true, &mut never);
    }
    if let Some(priority) = f.priority {
        equal(q, "t.priority", priority.number(), true, &mut never);
    }
    if let Some(impact) = f.impact {
        equal(q, "t.impact", impact.code(), true, &mut never);
    }
    if let Some(now) = f.overdue_at {
        q.sql(" AND CASE WHEN t.open AND t.next_due_at<").v(now).sql(" THEN TRUE ELSE FALSE END");
    }
    if let Some(number) = f.except {
        q.sql(" AND t.number<>").v(number);
    }
    if let Some(floor) = f.floor {
        q.sql(" AND t.number>=").v(floor);
    }
}

/// `column=value`, in the form that leads to an index only if this may and nothing else does.
fn equal(q: &mut Q, column: &str, value: impl Into<V>, only_filter: bool, led: &mut bool) {
    if only_filter || *led {
        q.sql(" AND CASE WHEN ").sql(column).sql("=").v(value).sql(" THEN TRUE ELSE FALSE END");
    } else {
        *led = true;
        q.sql(" AND ").sql(column).sql("=").v(value);
    }
}

fn go_on(q: &mut Q, sort: Sort, seek: Seek) {
    match (sort, seek.at) {
        (Sort::Due, at) => {
            q.sql(" AND (t.next_due_at,t.number)>(").v(at.unwrap_or(FAR)).sql(",").v(seek.number).sql(")");
        }
        (Sort::Updated, Some(at)) => {
            q.sql(" AND (t.updated_at,t.number)<(").v(at).sql(",").v(seek.number).sql(")");
        }
        (Sort::Number | Sort::Updated, _) => {
            q.sql(" AND t.number<").v(seek.number);
        }
    }
}

fn brief(row: &Row<'_>) -> Res<Brief> {
    let (stage, reason): (String, Option<String>) = (row.get(3)?, row.get(4)?);
    Ok(Brief {
        number: row.get(0)?,
        id: row.get(1)?,
        kind: code(row, 2, Kind::parse)?,
        stage: Stage::parse(&stage, reason.as_deref()).ok_or(DbError::Column(3, "stage"))?,
        impact: code(row, 5, Level::parse)?,
        urgency: code(row, 6, Level::parse)?,
        priority: priority(row, 7)?,
        title: row.get(8)?,
        requester: requester(row.get(9)?, row.get(10)?, row.get(11)?),
        unit: row.get(12)?,
        committee: row.get(13)?,
        service: row.get(14)?,
        device: row.get(15)?,
        group: row.get(16)?,
        assignee: row.get(17)?,
        source: code(row, 18, Source::parse)?,
        due: due(row, 19)?,
        responded_at: row.get(22)?,
        replied_at: row.get(23)?,
        created_at: row.get(24)?,
        updated_at: row.get(25)?,
        resolved_at: row.get(26)?,
        closed_at: row.get(27)?,
        version: row.get(28)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The steps in which SQLite would answer.
    fn plan(house: &testkit::House, asked: &Q) -> String {
        let mut q = Q::new("EXPLAIN QUERY PLAN ");
        // The text is numbered already; the values follow in the same order.
        for (n, part) in asked.text().split('$').enumerate() {
            match asked.values().get(n.wrapping_sub(1)) {
                Some(value) => q.v(value.clone()).sql(part.trim_start_matches(|c: char| c.is_ascii_digit())),
                None => q.sql(part),
            };
        }
        let read = house.db.read_now(move |tx| tx.query_q(&q, |row| row.get::<String>(3)));
        read.expect("a plan").join("; ")
    }

    #[test]
    fn every_list_walks_an_index_in_the_order_that_it_shows() {
        let all = Scope { all: true, groups: vec![], person: None };
        let some = Scope { all: false, groups: vec![Id::new()], person: Some(Id::new()) };
        let id = Some(Id::new());
        let none = Filters::default;
        let open = || Filters { open: true, ..none() };
        let cases = [
            (&all, open(), Sort::Due, "ticket_in_queue"),
            (&some, open(), Sort::Due, "ticket_in_queue"),
            (&all, Filters { group: id, ..open() }, Sort::Due, "ticket_in_group_queue"),
            (&all, Filters { assignee: Some(id), ..open() }, Sort::Due, "ticket_on_desk"),
            (&all, Filters { assignee: Some(None), ..open() }, Sort::Due, "ticket_in_queue"),
            (&all, Filters { stages: vec!["new"], unit: id, ..open() }, Sort::Due, "ticket_in_queue"),
            (&all, none(), Sort::Number, "INTEGER PRIMARY KEY"),
            (&some, none(), Sort::Number, "INTEGER PRIMARY KEY"),
            (&all, Filters { stages: vec!["closed"], ..none() }, Sort::Number, "INTEGER PRIMARY KEY"),
            (&all, Filters { group: id, ..none() }, Sort::Number, "ticket_of_group"),
            (&all, Filters { unit: id, service: id, group: id, ..none() }, Sort::Number, "ticket_of_unit"),
            (&all, Filters { service: id, ..open() }, Sort::Number, "ticket_of_service"),
            (
                &all,
                Filters { requester: id.map(Requester::Person), ..none() },
                Sort::Number,
                "ticket_of_requester",
            ),
            (&all, Filters { device: id, ..none() }, Sort::Number, "ticket_of_device"),
            (&all, none(), Sort::Updated, "ticket_by_change"),
            (&all, Filters { group: id, stages: vec!["new"], ..open() }, Sort::Updated, "ticket_by_change"),
        ];
        let house = testkit::House::open(Engine::Sqlite);
        for (scope, filters, sort, index) in cases {
            let seek = Seek { at: Some(Moment(1)), number: 1 };
            let plan = plan(&house, &statement(scope, &filters, sort, Some(seek), 51));
            assert!(plan.contains(index), "{filters:?} by {sort:?} should walk {index}: {plan}");
            assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "{filters:?} by {sort:?} sorts: {plan}");
        }
        let words = SearchQuery { fts5: "a".to_owned(), tsquery: "a".to_owned() };
        let filters = Filters { group: id, ..open() };
        let asked = search_statement(Engine::Sqlite, &some, &filters, &words, (None, Some(9)), None, 100);
        let plan = plan(&house, &asked);
        assert!(plan.starts_with("SCAN ticket_search VIRTUAL TABLE"), "the matches lead: {plan}");
        assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "the matches are sorted: {plan}");
    }
}
