//! Who gets which notice of what happened, as one table. Whoever did it is never told of it, but for the receipt:
//! that one says what was promised.

use std::fmt;
use std::str::FromStr;

use kernel::Id;

use crate::Kind;

/// Whom a notice goes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Recipient {
    Person(Id),
    /// The mail address of somebody we cannot vouch for.
    Contact(String),
}

/// As it is stored: an id has no `@`.
impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::Contact(mail) => f.write_str(mail),
        }
    }
}

impl FromStr for Recipient {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(text.parse().map_or_else(|_| Self::Contact(text.to_owned()), Self::Person))
    }
}

/// What happened to the ticket, as far as anybody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Created,
    /// The desk wrote to the requester.
    Answered,
    /// The requester or another party wrote.
    Replied,
    Resolved,
    /// Closed, and not because it was solved.
    ClosedOtherwise,
    Assigned,
}

/// Who takes part in the ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parties {
    pub requester: Option<Recipient>,
    pub followers: Vec<Recipient>,
    pub assignee: Option<Recipient>,
}

/// Each once; somebody who takes part in two ways is told as what they are first: requester, follower, assignee.
pub(crate) fn receivers(
    event: Event,
    parties: &Parties,
    author: Option<&Recipient>,
) -> Vec<(Recipient, Kind)> {
    let (requester, followers, assignee) = match event {
        Event::Created => (Some(Kind::Receipt), None, None),
        Event::Answered => (Some(Kind::Answer), Some(Kind::Answer), None),
        Event::Replied => (Some(Kind::Reply), Some(Kind::Reply), Some(Kind::Reply)),
        Event::Resolved => (Some(Kind::Resolved), Some(Kind::Resolved), None),
        Event::ClosedOtherwise => (Some(Kind::Closed), Some(Kind::Closed), None),
        Event::Assigned => (None, None, Some(Kind::Assigned)),
    };
    let told = [
        (requester, parties.requester.as_slice()),
        (followers, parties.followers.as_slice()),
        (assignee, parties.assignee.as_slice()),
    ];
    let mut found: Vec<(Recipient, Kind)> = Vec::new();
    for (kind, who) in told.into_iter().filter_map(|(kind, who)| kind.map(|kind| (kind, who))) {
        for recipient in who {
            let author = author == Some(recipient) && kind != Kind::Receipt;
            if !author && !found.iter().any(|(known, _)| known == recipient) {
                found.push((recipient.clone(), kind));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> Recipient {
        Recipient::Person(Id::seeded(1, n))
    }

    #[test]
    fn who_is_told_what() {
        let (anna, bo, sara) = (person(1), person(2), person(3));
        let parties = Parties {
            requester: Some(anna.clone()),
            followers: vec![bo.clone(), anna.clone()],
            assignee: Some(sara.clone()),
        };
        for (event, author, told) in [
            (Event::Created, Some(&anna), vec![(&anna, Kind::Receipt)]),
            (Event::Created, Some(&sara), vec![(&anna, Kind::Receipt)]),
            (Event::Answered, Some(&sara), vec![(&anna, Kind::Answer), (&bo, Kind::Answer)]),
            (Event::Answered, Some(&bo), vec![(&anna, Kind::Answer)]),
            (Event::Replied, Some(&anna), vec![(&bo, Kind::Reply), (&sara, Kind::Reply)]),
            (Event::Replied, Some(&bo), vec![(&anna, Kind::Reply), (&sara, Kind::Reply)]),
            (Event::Resolved, Some(&sara), vec![(&anna, Kind::Resolved), (&bo, Kind::Resolved)]),
            (Event::ClosedOtherwise, Some(&sara), vec![(&anna, Kind::Closed), (&bo, Kind::Closed)]),
            (Event::Assigned, Some(&sara), vec![]),
            (Event::Assigned, Some(&bo), vec![(&sara, Kind::Assigned)]),
            (Event::Assigned, None, vec![(&sara, Kind::Assigned)]),
        ] {
            let found = receivers(event, &parties, author);
            assert_eq!(
                found.iter().map(|(who, kind)| (who, *kind)).collect::<Vec<_>>(),
                told,
                "{event:?} by {author:?}"
            );
        }
    }

    #[test]
    fn a_ticket_without_parties_tells_nobody() {
        for event in [Event::Created, Event::Answered, Event::Replied, Event::Assigned] {
            assert_eq!(receivers(event, &Parties::default(), None), []);
        }
    }

    #[test]
    fn a_recipient_reads_back_as_it_was_written() {
        for recipient in [person(1), Recipient::Contact("a@b.example".to_owned())] {
            assert_eq!(recipient.to_string().parse(), Ok(recipient));
        }
    }
}
