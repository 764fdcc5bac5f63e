//! What becomes of one ticket (pure): when it is answered, asked about, handed over, solved, closed.
//! Every story is drawn from its ticket's own stream, so that it is the same each time it is told.

use desk::history::{Step, What};
use desk::message::Author;
use desk::ticket::{Outcome, Reason, Stage};
use jiff::SignedDuration;
use kernel::{Id, Moment};
use service_level::calendar::{Calendar, due};

use super::chance::Chance;
use super::templates::{Minutes, Pace};

/// Who works where, and when.
#[derive(Debug)]
pub struct Crew {
    /// The id of each group and of the people in it.
    pub groups: Vec<(Id, Vec<Id>)>,
    pub first_line: usize,
    pub calendar: Calendar,
}

/// What the teller knows of a ticket before its story begins. The texts are filled in already.
#[derive(Clone, Debug)]
pub struct Case {
    pub stream: u64,
    pub created: Moment,
    pub by_phone: bool,
    pub requester: Id,
    /// The group that solves it: the first line's own, or one that it is handed to.
    pub group: usize,
    pub respond: Pace,
    pub solve: Pace,
    pub answer: String,
    pub question: Option<(String, String)>,
    pub resolution: String,
}

/// Tells the story up to `until`; what comes later is not known yet.
pub fn tell(case: &Case, crew: &Crew, minutes: &Minutes, until: Moment) -> Vec<Step> {
    let chance = Chance::of("story", case.stream);
    let mut teller = Teller { crew, minutes, case, at: case.created, chance, steps: Vec::new(), said: 0 };
    teller.whole();
    teller.steps.retain(|step| step.at <= until);
    teller.steps
}

struct Teller<'a> {
    crew: &'a Crew,
    minutes: &'a Minutes,
    case: &'a Case,
    at: Moment,
    chance: Chance,
    steps: Vec<Step>,
    said: u64,
}

impl Teller<'_> {
    fn whole(&mut self) {
        let first = self.crew.first_line;
        let Some((group, agent)) = self.member(first) else { return };
        self.by(Some(agent), What::Group(group));
        if self.case.by_phone {
            self.pass(2);
        } else {
            self.work(self.span(&self.minutes.respond, self.case.respond));
        }
        self.take(agent);
        if self.case.group == first {
            self.finish(agent);
        } else {
            self.hand_over(agent);
        }
    }

    fn hand_over(&mut self, agent: Id) {
        if self.chance.percent(35) {
            self.work([2, 8, 40]);
            self.say(agent, self.case.answer.clone());
        }
        let Some((group, worker)) = self.member(self.case.group) else { return self.finish(agent) };
        self.work([1, 6, 30]);
        self.by(Some(agent), What::Group(group));
        self.by(Some(agent), What::Assignee(None));
        self.work([5, 50, 300]);
        self.take(worker);
        self.finish(worker);
    }

    /// Work, a question perhaps, and the solution.
    fn finish(&mut self, worker: Id) {
        let [least, usual, most] = self.span(&self.minutes.solve, self.case.solve);
        let half = [least / 2, usual / 2, most / 2];
        self.work(half);
        let mut answered = self.steps.iter().any(|step| matches!(step.what, What::Said { .. }));
        if let Some((question, reply)) = self.case.question.clone() {
            let text = if answered { question } else { format!("{}\n\n{question}", self.case.answer) };
            self.say(worker, text);
            self.stage(worker, Stage::Waiting(Reason::User));
            let wait = self.chance.between(15, 1_900);
            self.pass(wait);
            self.replied(reply);
            answered = true;
        } else if self.case.solve >= Pace::Slow && self.chance.percent(45) {
            if !answered {
                self.say(worker, self.case.answer.clone());
                answered = true;
            }
            let wait =
                if self.chance.percent(50) { Stage::WithSupplier } else { Stage::Waiting(Reason::Delivery) };
            self.stage(worker, wait);
            self.work([120, 700, 2_600]);
            self.stage(worker, Stage::InProgress);
        }
        if !answered && self.case.solve != Pace::Quick {
            self.say(worker, self.case.answer.clone());
        }
        self.work(half);
        self.solve(worker);
    }

    fn solve(&mut self, worker: Id) {
        self.say(worker, self.case.resolution.clone());
        self.stage(worker, Stage::Resolved);
        // A week later the house closes it.
        self.pass(7 * 24 * 60);
        self.by(None, What::Stage(Stage::Closed));
        self.by(None, What::Outcome(Outcome::Solved));
    }

    fn take(&mut self, person: Id) {
        self.by(Some(person), What::Assignee(Some(person)));
        self.stage(person, Stage::InProgress);
    }

    fn stage(&mut self, person: Id, stage: Stage) {
        self.by(Some(person), What::Stage(stage));
    }

    fn say(&mut self, person: Id, text: String) {
        let id = self.id();
        self.by(Some(person), What::Said { id, text, author: Author::Agent, internal: false });
    }

    fn replied(&mut self, text: String) {
        let (id, person) = (self.id(), self.case.requester);
        self.by(Some(person), What::Said { id, text, author: Author::Requester, internal: false });
        self.by(Some(person), What::Stage(Stage::InProgress));
    }

    fn by(&mut self, person: Option<Id>, what: What) {
        let label = if person.is_none() { Some(String::new()) } else { None };
        self.steps.push(Step { at: self.at, person, label, what });
    }

    fn id(&mut self) -> Id {
        self.said += 1;
        let millis = u64::try_from(self.at.0 / 1_000).unwrap_or(0);
        Id::seeded(millis, u128::from(self.case.stream) << 8 | u128::from(self.said))
    }

    fn span(&self, of: &std::collections::BTreeMap<Pace, [i64; 3]>, pace: Pace) -> [i64; 3] {
        of.get(&pace).copied().unwrap_or([5, 30, 120])
    }

    /// Open minutes pass: at least the first, usually about the second, at most the third.
    fn work(&mut self, [least, usual, most]: [i64; 3]) {
        let minutes = self.chance.minutes_around(usual).clamp(least, most);
        let seconds = minutes * 60 + self.chance.between(0, 59);
        let passed = due(&self.crew.calendar, self.at.timestamp(), SignedDuration::from_secs(seconds));
        self.at = passed.map_or_else(|_| self.at.plus_seconds(seconds), Moment::from_timestamp);
    }

    /// Minutes pass, whether anybody is at work or not.
    fn pass(&mut self, minutes: i64) {
        self.at =
            self.at.plus(minutes.saturating_mul(Moment::MINUTE)).plus_seconds(self.chance.between(0, 59));
    }

    fn member(&mut self, group: usize) -> Option<(Id, Id)> {
        let crew = self.crew;
        let (id, members) = crew.groups.get(group)?;
        self.chance.pick(members).map(|person| (*id, *person))
    }
}

#[cfg(test)]
mod tests {
    use service_level::calendar::Definition;

    use super::super::templates::Templates;
    use super::*;

    fn case(stream: u64, group: usize) -> Case {
        let created: jiff::Timestamp = "2026-03-10T09:00:00+01:00".parse().expect("a time");
        Case {
            stream,
            created: Moment::from_timestamp(created),
            by_phone: true,
            requester: Id::seeded(1, 1),
            group,
            respond: Pace::Quick,
            solve: Pace::Normal,
            answer: "a".to_owned(),
            question: Some(("q".to_owned(), "r".to_owned())),
            resolution: "s".to_owned(),
        }
    }

    #[test]
    fn a_story_goes_forward_and_stops_where_it_is_cut() {
        let definition = Definition::from_toml(service_level::defaults::CALENDAR).expect("a calendar");
        let group = |n: u128| (Id::seeded(2, n), vec![Id::seeded(3, n)]);
        let crew =
            Crew { groups: vec![group(1), group(2)], first_line: 0, calendar: Calendar::new(definition) };
        let minutes = Templates::read().expect("templates").fillings.minutes;
        for stream in 0..50 {
            let case = case(stream, usize::from(stream % 2 == 0));
            let whole = tell(&case, &crew, &minutes, Moment(i64::MAX));
            assert!(whole.windows(2).all(|pair| pair[0].at <= pair[1].at));
            assert!(matches!(whole.last().map(|step| &step.what), Some(What::Outcome(Outcome::Solved))));
            let middle = whole[whole.len() / 2].at;
            let part = tell(&case, &crew, &minutes, middle);
            assert_eq!(part.len(), whole.iter().filter(|step| step.at <= middle).count());
        }
    }
}
