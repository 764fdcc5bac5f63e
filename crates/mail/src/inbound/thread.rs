//! Which ticket a mail belongs to, as one table. Whoever asks has looked up what the mail points at; nothing is
//! looked up here, so that the whole rule can be read and tried at once.

/// What decided over a mail, as the mail log and `enhet mail receive` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// It answers a mail of ours, by the Message-ID that only its receivers know.
    MessageId,
    /// It answers a mail that has come in before.
    References,
    /// Its subject names a ticket that its sender takes part in.
    Number,
    /// It belongs to no ticket yet.
    New,
    /// A machine wrote it.
    Machine,
    /// It has come before.
    Duplicate,
    /// No sender, or nothing in it.
    Unparsable,
}

impl Rule {
    pub const fn code(self) -> &'static str {
        match self {
            Self::MessageId => "message_id",
            Self::References => "references",
            Self::Number => "number",
            Self::New => "new",
            Self::Machine => "machine",
            Self::Duplicate => "duplicate",
            Self::Unparsable => "unparsable",
        }
    }
}

/// How far a ticket has come, as far as a mail cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Solved, and still within the days in which the requester may reopen it.
    Solved,
    Closed,
}

/// A ticket that the mail points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub number: i64,
    pub standing: Standing,
    /// Whether the mail's sender is its requester, a follower or its agent.
    pub takes_part: bool,
}

/// What the mail points at, each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pointers {
    pub own_message_id: Option<Candidate>,
    pub references: Option<Candidate>,
    pub number: Option<Candidate>,
}

/// What is to be done with the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A message on the ticket, which is open.
    Append { number: i64, rule: Rule },
    /// A message on the ticket, which is solved and becomes open again.
    Reopen { number: i64, rule: Rule },
    /// A new ticket, linked to the one that the mail pointed at but could not join.
    Create { linked: Option<i64> },
}

/// The table. The surest pointer decides alone: a mail that answers a closed ticket does not join another one
/// whose number happens to stand in its subject.
pub fn decide(pointers: &Pointers) -> Decision {
    let found = [
        (Rule::MessageId, pointers.own_message_id),
        (Rule::References, pointers.references),
        (Rule::Number, pointers.number),
    ]
    .into_iter()
    .find_map(|(rule, candidate)| candidate.map(|candidate| (rule, candidate)));
    let Some((rule, Candidate { number, standing, takes_part })) = found else {
        return Decision::Create { linked: None };
    };
    match (rule, standing, takes_part) {
        // The number proves nothing by itself.
        (Rule::Number, _, false) => Decision::Create { linked: Some(number) },
        (_, Standing::Open, _) => Decision::Append { number, rule },
        (_, Standing::Solved, true) => Decision::Reopen { number, rule },
        // A colleague to whom the answer was sent on does not undo it for the requester.
        (_, Standing::Solved, false) | (_, Standing::Closed, _) => Decision::Create { linked: Some(number) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(number: i64, standing: Standing, takes_part: bool) -> Option<Candidate> {
        Some(Candidate { number, standing, takes_part })
    }

    #[test]
    fn a_mail_joins_the_ticket_that_it_answers() {
        use Standing::{Closed, Open, Solved};
        let create = |linked| Decision::Create { linked };
        let append = |number, rule| Decision::Append { number, rule };
        for (own_message_id, references, number, want) in [
            (None, None, None, create(None)),
            // Each pointer alone, to an open ticket.
            (at(1, Open, true), None, None, append(1, Rule::MessageId)),
            (at(1, Open, false), None, None, append(1, Rule::MessageId)),
            (None, at(1, Open, false), None, append(1, Rule::References)),
            (None, None, at(1, Open, true), append(1, Rule::Number)),
            (None, None, at(1, Open, false), create(Some(1))),
            // The surest wins.
            (at(1, Open, true), at(2, Open, true), at(3, Open, true), append(1, Rule::MessageId)),
            (None, at(2, Open, true), at(3, Open, true), append(2, Rule::References)),
            (at(1, Closed, true), None, at(3, Open, true), create(Some(1))),
            // Solved: who takes part reopens, others begin anew.
            (at(1, Solved, true), None, None, Decision::Reopen { number: 1, rule: Rule::MessageId }),
            (None, None, at(1, Solved, true), Decision::Reopen { number: 1, rule: Rule::Number }),
            (at(1, Solved, false), None, None, create(Some(1))),
            (None, None, at(1, Solved, false), create(Some(1))),
            // Closed: always a new one, linked.
            (None, at(1, Closed, true), None, create(Some(1))),
            (None, None, at(1, Closed, true), create(Some(1))),
        ] {
            let pointers = Pointers { own_message_id, references, number };
            assert_eq!(decide(&pointers), want, "{pointers:?}");
        }
    }
}
