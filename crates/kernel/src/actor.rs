use serde::{Deserialize, Serialize};

use crate::{Id, Lang};

/// What somebody may be in the municipality's IT organisation. A person may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Employee,
    FirstLine,
    SupplierAgent,
    SecondLine,
    ItManager,
    DepartmentHead,
    Politician,
    Administrator,
    Architect,
}

impl Role {
    pub const ALL: [Self; 9] = [
        Self::Employee,
        Self::FirstLine,
        Self::SupplierAgent,
        Self::SecondLine,
        Self::ItManager,
        Self::DepartmentHead,
        Self::Politician,
        Self::Administrator,
        Self::Architect,
    ];

    /// As it is written in the database, in the CLI and in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Employee => "employee",
            Self::FirstLine => "first_line",
            Self::SupplierAgent => "supplier_agent",
            Self::SecondLine => "second_line",
            Self::ItManager => "it_manager",
            Self::DepartmentHead => "department_head",
            Self::Politician => "politician",
            Self::Administrator => "administrator",
            Self::Architect => "architect",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A right to do one kind of thing, and the roles that start with it.
/// Slices declare theirs in `permissions.rs`; the route line names one.
#[derive(Debug, PartialEq, Eq)]
pub struct Permission {
    /// `slice.noun.verb`, as the audit log and a refusal name it.
    pub code: &'static str,
    pub roles: &'static [Role],
}

/// A role, for the whole municipality or for one unit and what lies below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub unit: Option<Id>,
}

/// The door through which somebody came. Kept in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Page,
    Api,
    Cli,
    Mail,
    Job,
}

impl Channel {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Cli => "cli",
            Self::Mail => "mail",
            Self::Job => "job",
        }
    }
}

/// Who acts. Every operation takes one; there is no ambient user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account that is signed in or that a token stands for; none for jobs and mail.
    pub account: Option<Id>,
    /// The person behind it; a service account has none.
    pub person: Option<Id>,
    /// How the audit log and a timeline name the actor when there is no person.
    pub label: String,
    pub grants: Vec<Grant>,
    /// The support groups that the person works in today.
    pub groups: Vec<Id>,
    pub channel: Channel,
    pub lang: Lang,
}

impl Actor {
    /// The house itself: jobs, imports, incoming mail. It may do what operations let it do by name.
    pub fn house(channel: Channel, label: &str) -> Self {
        Self {
            account: None,
            person: None,
            label: label.to_owned(),
            grants: Role::ALL.into_iter().map(|role| Grant { role, unit: None }).collect(),
            groups: Vec::new(),
            channel,
            lang: Lang::Sv,
        }
    }

    /// A visitor who has not signed in: no role, so no permission.
    pub fn nobody(channel: Channel, lang: Lang) -> Self {
        Self {
            account: None,
            person: None,
            label: String::new(),
            grants: Vec::new(),
            groups: Vec::new(),
            channel,
            lang,
        }
    }

    /// Nobody is signed in.
    pub fn is_nobody(&self) -> bool {
        self.grants.is_empty() && self.account.is_none()
    }

    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    pub fn may(&self, permission: &Permission) -> bool {
        self.grants.iter().any(|grant| permission.roles.contains(&grant.role))
    }

    pub fn is_person(&self, person: Id) -> bool {
        self.person == Some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_reads_back_as_it_was_written() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.code()), Some(role));
        }
        assert_eq!(Role::parse("boss"), None);
    }

    #[test]
    fn who_has_no_role_may_nothing() {
        const WORK: Permission = Permission { code: "desk.ticket.work", roles: &[Role::FirstLine] };
        let mut actor = Actor::house(Channel::Job, "job");
        assert!(actor.may(&WORK));
        actor.grants = vec![Grant { role: Role::Employee, unit: None }];
        assert!(!actor.may(&WORK));
        actor.grants.clear();
        assert!(!actor.may(&WORK));
    }
}
