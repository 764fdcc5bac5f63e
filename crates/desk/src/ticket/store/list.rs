//! A question as a statement. At a million rows a list must cost what it costs at ten thousand, so exactly one
//! column may lead to an index (the `Seek`); every other filter is written so that no planner seeks by it and
//! then sorts, but walks the index that has the wanted order and stops after a page.

use db::{DbError, Q, Res, Row, SearchQuery, SearchTable, Tx, V};
use kernel::{Id, Moment};
use service_level::Due;

use super::{FAR, code, due, priority, requester};
use crate::ticket::{Kind, Level, Priority, Reason, Requester, Scope, Sort, Source, Stage};

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
    pub search: Option<SearchQuery>,
    /// Shown already, above the rest.
    pub except: Option<i64>,
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
    let mut q = Q::new(BRIEF);
    // Matches are walked in the order of the search table; other lists in the order of the tickets.
    let mut place = "t.number".to_owned();
    match &filters.search {
        Some(search) => {
            place = tx.engine().search_place(SEARCH);
            tx.engine().search_from(&mut q, "ticket t", "t.number", SEARCH, search);
        }
        None => {
            q.sql("ticket t WHERE TRUE");
        }
    }
    let sort = if filters.search.is_some() { Sort::Number } else { sort };
    narrow(&mut q, filters, sort);
    permit(&mut q, scope);
    if let Some(seek) = after {
        go_on(&mut q, sort, &place, seek);
    }
    match sort {
        Sort::Number => {
            q.sql(" ORDER BY ").sql(&place).sql(" DESC");
        }
        Sort::Due => {
            q.sql(" ORDER BY t.next_due_at,t.number");
        }
        Sort::Updated => {
            q.sql(" ORDER BY t.updated_at DESC,t.number DESC");
        }
    }
    q.sql(" LIMIT ").v(limit);
    tx.query_q(&q, brief)
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

fn narrow(q: &mut Q, f: &Filters, sort: Sort) {
    // One column may lead to an index; `led` says that it is taken.
    let mut led = f.search.is_some() || f.own.is_some();
    if let Some(person) = f.own {
        q.sql(" AND ");
        own(q, person);
    }
    if f.open || sort == Sort::Due {
        if sort == Sort::Due {
            q.sql(" AND t.open=TRUE")
        } else {
            q.sql(" AND CASE WHEN t.open THEN TRUE ELSE FALSE END")
        };
    }
    let by_number = sort == Sort::Number;
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
        Some(Some(person)) => equal(q, "t.assignee", person, sort != Sort::Due, &mut led),
        Some(None) => {
            q.sql(" AND CASE WHEN t.assignee IS NULL THEN TRUE ELSE FALSE END");
        }
        None => {}
    }
    if let Some(group) = f.group {
        equal(q, "t.group_id", group, sort == Sort::Updated, &mut led);
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

fn go_on(q: &mut Q, sort: Sort, place: &str, seek: Seek) {
    match (sort, seek.at) {
        (Sort::Due, at) => {
            q.sql(" AND (t.next_due_at,t.number)>(").v(at.unwrap_or(FAR)).sql(",").v(seek.number).sql(")");
        }
        (Sort::Updated, Some(at)) => {
            q.sql(" AND (t.updated_at,t.number)<(").v(at).sql(",").v(seek.number).sql(")");
        }
        (Sort::Number | Sort::Updated, _) => {
            q.sql(" AND ").sql(place).sql("<").v(seek.number);
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
