//! What became of one ticket, told by its rows (pure).

use kernel::Moment;

use super::mapping::{Mapping, Shape};
use super::row::{Row, Urgent};
use crate::message::Author;
use crate::ticket::{Kind, Level, Matrix, Outcome, Priority, Stage, title_of};

/// A ticket of another desk: how it began and what happened, people and groups by their names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Story {
    pub line: u64,
    pub reference: String,
    pub created: Moment,
    pub title: String,
    pub description: String,
    pub kind: Kind,
    pub urgent: Urgency,
    pub requester_name: String,
    pub requester_mail: String,
    pub service: String,
    /// The one that had it first.
    pub group: String,
    pub beats: Vec<Beat>,
    /// Where it has come to.
    pub stage: Stage,
    /// The last impact in their words.
    pub said_impact: String,
    pub last_priority: Priority,
    /// A time lay before the one that it must come after, and was drawn up to it.
    pub mended: bool,
    /// Resolved so long ago that it would be closed by now.
    pub closed_by_rule: bool,
    /// Rows that said what another had said.
    pub repeated: u64,
}

/// What this house makes of a ticket, whatever the other desk did.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub matrix: Matrix,
    /// Resolved becomes closed after so many days.
    pub close_after_days: i64,
    pub now: Moment,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beat {
    pub at: Moment,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Stage(Stage),
    /// Closed by the house's own rule, at its own time: left to the job, it would close today, and tell people so.
    ClosedByRule,
    Outcome(Outcome),
    Group(String),
    Assignee(String),
    Urgency(Urgency),
    Said {
        text: String,
        author: Author,
        internal: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Urgency {
    pub impact: Level,
    pub urgency: Level,
    pub priority: Priority,
}

/// Nothing without a row. The rows are those of one ticket, in any order.
pub(super) fn tell(mapping: &Mapping, rules: &Rules, mut rows: Vec<Row>) -> Option<Story> {
    // What happened at the same time keeps the file's order.
    rows.sort_by_key(|row| row.at);
    let before = rows.len();
    let rows = without_repeats(rows);
    let first = rows.first()?;
    let urgent = urgency(&rules.matrix, &first.urgent);
    let created = first.created.map_or(first.at, |created| created.min(first.at));
    let mut teller = Teller {
        story: Story {
            line: rows.iter().map(|row| row.line).min().unwrap_or_default(),
            reference: first.reference.clone(),
            created,
            title: String::new(),
            description: said(&rows, |row| &row.description),
            kind: rows.iter().find_map(|row| row.kind).unwrap_or(mapping.default_kind),
            urgent,
            requester_name: said(&rows, |row| &row.requester_name),
            requester_mail: said(&rows, |row| &row.requester_mail),
            service: last_said(&rows, |row| &row.service),
            group: first.group.clone(),
            beats: Vec::new(),
            stage: Stage::New,
            said_impact: last_said(&rows, |row| &row.urgent.said),
            last_priority: urgent.priority,
            closed_by_rule: false,
            mended: first.created.is_some_and(|created| created > first.at),
            repeated: (before - rows.len()) as u64,
        },
        rules,
        at: created,
        stood_at: created,
        group: first.group.clone(),
        assignee: String::new(),
        urgency: urgent,
        outcome: None,
    };
    entitle(&mut teller.story, &said(&rows, |row| &row.title));
    for row in &rows {
        match mapping.shape {
            Shape::Events => teller.event(row),
            Shape::Rows => teller.row(row),
        }
    }
    teller.close();
    Some(teller.story)
}

fn without_repeats(rows: Vec<Row>) -> Vec<Row> {
    let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let same = |other: &&Row| other.at == row.at;
        let again =
            kept.iter().rev().take_while(same).any(|other| Row { line: row.line, ..other.clone() } == row);
        if !again {
            kept.push(row);
        }
    }
    kept
}

/// The first text that any row has.
fn said(rows: &[Row], text: impl Fn(&Row) -> &String) -> String {
    rows.iter().map(text).find(|text| !text.is_empty()).cloned().unwrap_or_default()
}

fn last_said(rows: &[Row], text: impl Fn(&Row) -> &String) -> String {
    rows.iter().rev().map(text).find(|text| !text.is_empty()).cloned().unwrap_or_default()
}

const LONGEST_TITLE: usize = 200;

/// A title that is too long is cut, and stands whole above the description.
fn entitle(story: &mut Story, title: &str) {
    if title.chars().count() > LONGEST_TITLE {
        let cut: String = title.chars().take(LONGEST_TITLE - 2).collect();
        story.title = format!("{} …", cut.trim_end());
        let whole: String = title.chars().take(LONGEST_TITLE * 4).collect();
        story.description = format!("{whole}\n\n{}", story.description).trim_end().to_owned();
    } else {
        story.title = title.to_owned();
    }
    if story.title.is_empty() {
        story.title = title_of(&story.description);
    }
    if story.title.is_empty() {
        story.title.clone_from(&story.reference);
    }
}

/// What the row does not say follows from what it does.
fn urgency(matrix: &Matrix, said: &Urgent) -> Urgency {
    let likely = match said.priority.map(Priority::number) {
        Some(1) => (Level::High, Level::High),
        Some(2) => (Level::High, Level::Medium),
        Some(4) => (Level::Low, Level::Low),
        _ => (Level::Medium, Level::Medium),
    };
    let (impact, urgency) = (said.impact.unwrap_or(likely.0), said.urgency.unwrap_or(likely.1));
    Urgency { impact, urgency, priority: said.priority.unwrap_or_else(|| matrix.priority(impact, urgency)) }
}

struct Teller<'m> {
    story: Story,
    rules: &'m Rules,
    /// When the last thing happened.
    at: Moment,
    /// Since when it has stood where it stands.
    stood_at: Moment,
    group: String,
    assignee: String,
    urgency: Urgency,
    outcome: Option<Outcome>,
}

impl Teller<'_> {
    /// A row of an event log: what differs from the row before has happened then.
    fn event(&mut self, row: &Row) {
        if !row.group.is_empty() && row.group != self.group {
            // The first team that is named had it from the start.
            if self.group.is_empty() {
                self.story.group.clone_from(&row.group);
            } else {
                self.beat(row.at, What::Group(row.group.clone()));
            }
            self.group.clone_from(&row.group);
        }
        self.give(row.at, &row.assignee);
        let said = &row.urgent;
        let becomes = urgency(&self.rules.matrix, said);
        if (said.impact.is_some() || said.urgency.is_some() || said.priority.is_some())
            && becomes != self.urgency
        {
            self.urgency = becomes;
            self.story.last_priority = becomes.priority;
            self.beat(row.at, What::Urgency(becomes));
        }
        if let Some(standing) = row.standing {
            self.stand(row.at, standing.stage);
            self.end(row.at, standing.outcome.or(row.outcome));
        }
        self.say(row.at, &row.comment, Author::Other, false);
        self.say(row.at, &row.note, Author::Other, true);
        self.say(row.at, &row.solution, Author::Agent, false);
    }

    /// A row that is a ticket: its times say what happened.
    fn row(&mut self, row: &Row) {
        self.give(row.at, &row.assignee);
        let stage = row.standing.map_or_else(|| by_times(row), |standing| standing.stage);
        let outcome = row.standing.and_then(|standing| standing.outcome).or(row.outcome);
        let latest = row.updated.or(row.closed).or(row.resolved).unwrap_or(row.at);
        if let Some(at) = row.resolved {
            self.say(at, &row.solution, Author::Agent, false);
            self.stand(at, Stage::Resolved);
        } else {
            self.say(row.closed.unwrap_or(latest), &row.solution, Author::Agent, false);
        }
        match stage {
            // Opened again since, or never begun.
            Stage::New if row.resolved.is_none() => {}
            Stage::Resolved => self.stand(row.resolved.or(row.closed).unwrap_or(latest), stage),
            Stage::Closed => self.stand(row.closed.or(row.resolved).unwrap_or(latest), stage),
            _ => self.stand(row.updated.unwrap_or(row.at), stage),
        }
        self.end(self.at, outcome);
        self.say(latest.max(self.at), &row.comment, Author::Other, false);
        self.say(latest.max(self.at), &row.note, Author::Other, true);
    }

    fn give(&mut self, at: Moment, assignee: &str) {
        if !assignee.is_empty() && assignee != self.assignee {
            assignee.clone_into(&mut self.assignee);
            self.beat(at, What::Assignee(assignee.to_owned()));
        }
    }

    fn stand(&mut self, at: Moment, stage: Stage) {
        if stage != self.story.stage {
            self.story.stage = stage;
            self.beat(at, What::Stage(stage));
            self.stood_at = self.at;
            if stage != Stage::Closed {
                self.outcome = None;
            }
        }
    }

    /// Only what is closed has ended in some way; that it was solved goes without saying.
    fn end(&mut self, at: Moment, outcome: Option<Outcome>) {
        if let Some(outcome) = outcome
            && self.story.stage == Stage::Closed
            && self.outcome != Some(outcome)
            && outcome != Outcome::Solved
        {
            self.outcome = Some(outcome);
            self.beat(at, What::Outcome(outcome));
        }
    }

    fn close(&mut self) {
        let at = self.stood_at.plus(self.rules.close_after_days.saturating_mul(Moment::DAY));
        if self.story.stage == Stage::Resolved && at < self.rules.now {
            self.beat(at.max(self.at), What::ClosedByRule);
            self.story.stage = Stage::Closed;
            self.story.closed_by_rule = true;
        }
    }

    fn say(&mut self, at: Moment, text: &str, author: Author, internal: bool) {
        if !text.is_empty() {
            self.beat(at, What::Said { text: text.to_owned(), author, internal });
        }
    }

    fn beat(&mut self, at: Moment, what: What) {
        self.story.mended |= at < self.at;
        self.at = self.at.max(at);
        self.story.beats.push(Beat { at: self.at, what });
    }
}

/// Where a ticket stands whose status nobody says.
fn by_times(row: &Row) -> Stage {
    match (row.closed, row.resolved) {
        (Some(_), _) => Stage::Closed,
        (None, Some(_)) => Stage::Resolved,
        (None, None) => Stage::New,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::Standing;
    use crate::ticket::Reason;

    const HOUR: i64 = Moment::HOUR;

    /// Its name, a row, where the ticket stands, and what happened after how many hours.
    type Case = (&'static str, Row, Stage, Vec<(i64, What)>);

    fn mapping(shape: &str, time: &str) -> Mapping {
        let text = format!(
            "kind = \"{shape}\"\nsource = \"x\"\n[columns]\nreference = \"a\"\n{time} = \"b\"\ntitle = \"c\"\n"
        );
        Mapping::from_toml(&text).expect("a mapping")
    }

    fn rules() -> Rules {
        Rules { matrix: Matrix::default(), close_after_days: 7, now: Moment(100 * Moment::DAY) }
    }

    fn row(line: u64, hour: i64) -> Row {
        Row {
            line,
            reference: "R1".to_owned(),
            at: Moment(90 * Moment::DAY + hour * HOUR),
            created: None,
            resolved: None,
            closed: None,
            updated: None,
            title: "Title".to_owned(),
            description: String::new(),
            standing: None,
            outcome: None,
            kind: None,
            urgent: Urgent::default(),
            group: String::new(),
            assignee: String::new(),
            requester_name: String::new(),
            requester_mail: String::new(),
            service: String::new(),
            comment: String::new(),
            note: String::new(),
            solution: String::new(),
        }
    }

    fn standing(stage: Stage) -> Option<Standing> {
        Some(Standing { stage, outcome: None })
    }

    fn event(line: u64, hour: i64, stage: Stage, group: &str) -> Row {
        Row { standing: standing(stage), group: group.to_owned(), ..row(line, hour) }
    }

    /// Hours since the ticket was made, and what happened.
    fn beats(story: &Story) -> Vec<(i64, What)> {
        let since = |at: Moment| (at.0 - story.created.0) / HOUR;
        story.beats.iter().map(|beat| (since(beat.at), beat.what.clone())).collect()
    }

    #[test]
    fn what_differs_from_the_row_before_has_happened() {
        let mapping = mapping("events", "at");
        let rows = vec![
            event(4, 5, Stage::Resolved, "B"),
            event(2, 0, Stage::New, ""),
            event(3, 1, Stage::InProgress, "A"),
            event(5, 2, Stage::InProgress, "B"),
            event(6, 2, Stage::InProgress, "B"),
            event(7, 3, Stage::Waiting(Reason::User), ""),
            event(8, 240, Stage::InProgress, "A"),
        ];
        let story = tell(&mapping, &rules(), rows).expect("a story");
        assert_eq!((story.line, story.group.as_str(), story.repeated, story.mended), (2, "A", 1, false));
        let group = |name: &str| What::Group(name.to_owned());
        assert_eq!(
            beats(&story),
            [
                (1, What::Stage(Stage::InProgress)),
                (2, group("B")),
                (3, What::Stage(Stage::Waiting(Reason::User))),
                (5, What::Stage(Stage::Resolved)),
                (240, group("A")),
                (240, What::Stage(Stage::InProgress)),
            ]
        );
        assert_eq!(story.stage, Stage::InProgress);
    }

    #[test]
    fn the_last_urgency_is_the_tickets() {
        let mapping = mapping("events", "at");
        let said = |line, hour, word: &str, impact, urgency| Row {
            urgent: Urgent { said: word.to_owned(), impact, urgency, priority: None },
            ..row(line, hour)
        };
        let rows = vec![
            said(2, 0, "Low", Some(Level::Low), None),
            said(3, 1, "", None, None),
            said(4, 2, "Major", Some(Level::High), Some(Level::High)),
        ];
        let story = tell(&mapping, &rules(), rows).expect("a story");
        assert_eq!((story.said_impact.as_str(), story.last_priority.number()), ("Major", 1));
        assert_eq!((story.urgent.priority.number(), story.beats.len()), (4, 1));
    }

    #[test]
    fn times_tell_what_a_row_does_not() {
        let mapping = mapping("rows", "created");
        let at = |hour: i64| Some(Moment(90 * Moment::DAY + hour * HOUR));
        let stage = What::Stage;
        use Stage::{Closed, InProgress, New, Resolved};
        let table: [Case; 9] = [
            ("nothing", row(2, 0), New, vec![]),
            ("resolved", Row { resolved: at(3), ..row(2, 0) }, Resolved, vec![(3, stage(Resolved))]),
            (
                "closed",
                Row { resolved: at(3), closed: at(9), ..row(2, 0) },
                Closed,
                vec![(3, stage(Resolved)), (9, stage(Closed))],
            ),
            (
                "closed first",
                Row { resolved: at(9), closed: at(3), ..row(2, 0) },
                Closed,
                vec![(9, stage(Resolved)), (9, stage(Closed))],
            ),
            (
                "resolved before it was made",
                Row { resolved: at(-3), ..row(2, 0) },
                Resolved,
                vec![(0, stage(Resolved))],
            ),
            (
                "opened again",
                Row { resolved: at(3), updated: at(5), standing: standing(InProgress), ..row(2, 0) },
                InProgress,
                vec![(3, stage(Resolved)), (5, stage(InProgress))],
            ),
            (
                "closed by status alone",
                Row { updated: at(5), standing: standing(Closed), ..row(2, 0) },
                Closed,
                vec![(5, stage(Closed))],
            ),
            (
                "with how it ended",
                Row { closed: at(2), outcome: Some(Outcome::NotDone), ..row(2, 0) },
                Closed,
                vec![(2, stage(Closed)), (2, What::Outcome(Outcome::NotDone))],
            ),
            (
                "open, whatever its times say",
                Row { closed: at(2), standing: standing(New), ..row(2, 0) },
                New,
                vec![],
            ),
        ];
        let rules = Rules { now: Moment(95 * Moment::DAY), ..rules() };
        for (name, row, want, happened) in table {
            let story = tell(&mapping, &rules, vec![row]).expect("a story");
            assert_eq!((story.stage, beats(&story)), (want, happened), "{name}");
            assert_eq!(story.mended, name == "closed first" || name.starts_with("resolved before"), "{name}");
        }
    }

    #[test]
    fn what_was_resolved_long_ago_is_closed_as_of_then() {
        let mapping = mapping("rows", "created");
        for (days, want) in [(10 - 7 - 1, Stage::Closed), (10 - 7 + 1, Stage::Resolved)] {
            let resolved = Some(Moment((90 + days) * Moment::DAY));
            let story = tell(&mapping, &rules(), vec![Row { resolved, ..row(2, 0) }]).expect("a story");
            assert_eq!(
                (story.stage, story.closed_by_rule),
                (want, want == Stage::Closed),
                "after {days} days"
            );
            if want == Stage::Closed {
                assert_eq!(beats(&story).last(), Some(&((days + 7) * 24, What::ClosedByRule)));
            }
        }
    }

    #[test]
    fn a_title_is_cut_whole_or_found() {
        let mapping = mapping("rows", "created");
        let told = |title: &str, description: &str| {
            let row = Row { title: title.to_owned(), description: description.to_owned(), ..row(2, 0) };
            let story = tell(&mapping, &rules(), vec![row]).expect("a story");
            (story.title, story.description)
        };
        let long = "ab ".repeat(100);
        let (title, description) = told(&long, "more");
        assert!(title.chars().count() <= 200 && title.ends_with(" …"));
        assert_eq!(description, format!("{long}\n\nmore"));
        assert_eq!(told("", "The lamp is out. Since noon.").0, "The lamp is out");
        assert_eq!(told("", "").0, "R1");
    }
}
