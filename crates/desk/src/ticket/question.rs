//! What a list is asked (pure): the same words in an address line, a saved view, the API and an export.

use kernel::{Id, PageSize, Refusal};

use super::{Kind, Level, Priority, Reason};

/// Every filter may be left out; those that are given must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub standing: Standing,
    pub reason: Option<Reason>,
    pub kind: Option<Kind>,
    pub priority: Option<Priority>,
    pub impact: Option<Level>,
    pub group: Option<Ref>,
    pub assignee: Option<Assignee>,
    pub requester: Option<Ref>,
    pub unit: Option<Ref>,
    pub service: Option<Ref>,
    pub device: Option<Ref>,
    /// The next promise is already broken.
    pub overdue: bool,
    /// Only what the reader asked for or follows, also when they may read more.
    pub own: bool,
    /// Words to find. Their order is by title first, so `sort` is not heard.
    pub q: Option<String>,
    pub sort: Sort,
    pub size: PageSize,
    pub after: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Any,
    Open,
    /// Any of these stage codes.
    In(Vec<&'static str>),
}

/// Something named by its id or as people write it: a slug, a mail address, a device number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ref {
    Id(Id),
    Name(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    Me,
    Nobody,
    Person(Ref),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The newest first.
    #[default]
    Number,
    /// The next promise to break first; only of open tickets.
    Due,
    /// What changed last first.
    Updated,
}

const STAGES: [&str; 6] = ["new", "in_progress", "waiting", "with_supplier", "resolved", "closed"];

impl Ref {
    pub fn parse(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Name(text.to_owned()), Self::Id)
    }

    pub fn text(&self) -> String {
        match self {
            Self::Id(id) => id.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

impl Question {
    /// The queue: all that is open, by the next promise to break.
    pub fn queue() -> Self {
        Self { standing: Standing::Open, sort: Sort::Due, ..Self::default() }
    }

    /// Reads the pairs of a query string. Names that are not ours are left alone; a value that is not known is refused.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        Self::default().narrowed(pairs)
    }

    /// This question with what the pairs say said over it.
    pub fn narrowed<'a>(
        mut self,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Refusal> {
        for (name, value) in pairs {
            let value = value.trim();
            if !value.is_empty() {
                self.hear(name, value)?;
            }
        }
        Ok(self)
    }

    fn hear(&mut self, name: &str, value: &str) -> Result<(), Refusal> {
        let unknown = |field| Refusal::invalid(field, "desk-filter-unknown").with("value", value);
        match name {
            "status" => self.standing = standing(value).ok_or_else(|| unknown("status"))?,
            "reason" => self.reason = Some(Reason::parse(value).ok_or_else(|| unknown("reason"))?),
            "kind" => self.kind = Some(Kind::parse(value).ok_or_else(|| unknown("kind"))?),
            "priority" => {
                let priority = value.parse().ok().and_then(|n: u8| Priority::try_from(n).ok());
                self.priority = Some(priority.ok_or_else(|| unknown("priority"))?);
            }
            "impact" => self.impact = Some(Level::parse(value).ok_or_else(|| unknown("impact"))?),
            "group" => self.group = Some(Ref::parse(value)),
            "assignee" => {
                self.assignee = Some(match value {
                    "me" => Assignee::Me,
                    "none" => Assignee::Nobody,
                    other => Assignee::Person(Ref::parse(other)),
                });
            }
            "requester" => self.requester = Some(Ref::parse(value)),
            "unit" => self.unit = Some(Ref::parse(value)),
            "service" => self.service = Some(Ref::parse(value)),
            "device" => self.device = Some(Ref::parse(value)),
            "overdue" => self.overdue = yes(value).ok_or_else(|| unknown("overdue"))?,
            "own" => self.own = yes(value).ok_or_else(|| unknown("own"))?,
            "q" => self.q = Some(value.to_owned()),
            "sort" => self.sort = sort(value).ok_or_else(|| unknown("sort"))?,
            "limit" => {
                let size = value.parse().ok().and_then(PageSize::new);
                self.size = size.ok_or_else(|| {
                    Refusal::invalid("limit", "limit-out-of-range").with("max", PageSize::MAX)
                })?;
            }
            "after" => self.after = Some(value.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// The pairs that say the same, without the place in the list: what a saved view keeps.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut say = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        say(
            "status",
            match &self.standing {
                Standing::Any => None,
                Standing::Open => Some("open".to_owned()),
                Standing::In(stages) => Some(stages.join(",")),
            },
        );
        say("reason", self.reason.map(|reason| reason.code().to_owned()));
        say("kind", self.kind.map(|kind| kind.code().to_owned()));
        say("priority", self.priority.map(|priority| priority.number().to_string()));
        say("impact", self.impact.map(|impact| impact.code().to_owned()));
        say("group", self.group.as_ref().map(Ref::text));
        say(
            "assignee",
            self.assignee.as_ref().map(|assignee| match assignee {
                Assignee::Me => "me".to_owned(),
                Assignee::Nobody => "none".to_owned(),
                Assignee::Person(person) => person.text(),
            }),
        );
        say("requester", self.requester.as_ref().map(Ref::text));
        say("unit", self.unit.as_ref().map(Ref::text));
        say("service", self.service.as_ref().map(Ref::text));
        say("device", self.device.as_ref().map(Ref::text));
        say("overdue", self.overdue.then(|| "yes".to_owned()));
        say("own", self.own.then(|| "yes".to_owned()));
        say("q", self.q.clone());
        say(
            "sort",
            match self.sort {
                Sort::Number => None,
                Sort::Due => Some("due".to_owned()),
                Sort::Updated => Some("updated".to_owned()),
            },
        );
        pairs
    }

    /// Nothing but open tickets can be in the answer.
    pub fn only_open(&self) -> bool {
        match &self.standing {
            Standing::Any => self.reason.is_some() || self.overdue,
            Standing::Open => true,
            Standing::In(stages) => {
                !stages.is_empty() && !stages.iter().any(|s| matches!(*s, "resolved" | "closed"))
            }
        }
    }
}

fn standing(value: &str) -> Option<Standing> {
    if value == "open" {
        return Some(Standing::Open);
    }
    let stages: Option<Vec<&'static str>> =
        value.split(',').map(|code| STAGES.into_iter().find(|stage| *stage == code.trim())).collect();
    stages.map(Standing::In)
}

fn sort(value: &str) -> Option<Sort> {
    match value {
        "number" => Some(Sort::Number),
        "due" => Some(Sort::Due),
        "updated" => Some(Sort::Updated),
        _ => None,
    }
}

fn yes(value: &str) -> Option<bool> {
    match value {
        "yes" | "true" | "1" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_itself_again() {
        let text = "status=new,waiting&reason=user&kind=incident&priority=2&impact=high&group=natverk&assignee=me\
                    &requester=a@b.example&unit=bergeskolan&service=e-post&device=LJU-1&overdue=yes&own=yes&q=n&sort=due";
        let pairs: Vec<(&str, &str)> = text.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let question = Question::parse(pairs.clone()).expect("a question");
        let again = question.pairs();
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(again, pairs);
        assert_eq!(Question::parse(again).expect("the same"), question);
        assert_eq!(Question::parse([("vy", "alla"), ("q", "  ")]).expect("empty"), Question::default());
    }

    #[test]
    fn an_unknown_value_is_refused_with_its_field() {
        for (name, value, code) in [
            ("status", "done", "desk-filter-unknown"),
            ("status", "new,done", "desk-filter-unknown"),
            ("priority", "5", "desk-filter-unknown"),
            ("sort", "title", "desk-filter-unknown"),
            ("overdue", "maybe", "desk-filter-unknown"),
            ("limit", "201", "limit-out-of-range"),
        ] {
            let refusal = Question::parse([(name, value)]).expect_err(name);
            assert_eq!((refusal.code, refusal.field), (code, Some(name)));
        }
    }

    #[test]
    fn what_can_only_be_open() {
        for (status, want) in
            [("open", true), ("new,waiting", true), ("new,closed", false), ("resolved", false)]
        {
            assert_eq!(Question::parse([("status", status)]).expect(status).only_open(), want, "{status}");
        }
    }
}
