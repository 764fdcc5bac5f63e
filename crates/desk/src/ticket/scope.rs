//! Who may read which tickets, and how much of each (pure). The same rule as SQL stands in the store;
//! a test asks both the same questions.

use kernel::{Actor, Id, Role};

use super::Ticket;

/// What one reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Works in the municipality's own desk: every ticket.
    pub all: bool,
    /// Works for a supplier: what lies with these groups.
    pub groups: Vec<Id>,
    /// Their own tickets, and those that they follow.
    pub person: Option<Id>,
}

/// How much of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What all parties read.
    Public,
    /// Internal notes and who did what, too.
    Work,
}

impl Scope {
    pub fn of(actor: &Actor) -> Self {
        let all = [Role::FirstLine, Role::SecondLine, Role::ItManager].iter().any(|role| actor.has(*role));
        let groups = if all || !actor.has(Role::SupplierAgent) { Vec::new() } else { actor.groups.clone() };
        Self { all, groups, person: actor.person }
    }

    /// None: the reader may not even know that it is there.
    pub fn view(&self, ticket: &Ticket, followers: &[Id]) -> Option<View> {
        if self.works_with(ticket.group) {
            return Some(View::Work);
        }
        let follows = self.person.is_some_and(|person| followers.contains(&person));
        (ticket.is_from(self.person) || follows).then_some(View::Public)
    }

    pub fn works_with(&self, group: Id) -> bool {
        self.all || self.groups.contains(&group)
    }

    /// Works with some tickets, so that internal words may be searched in those.
    pub fn is_agent(&self) -> bool {
        self.all || !self.groups.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Channel, Grant, Lang};

    use super::*;

    fn actor(roles: &[Role]) -> Actor {
        let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
        actor.person = Some(Id::new());
        actor.groups = vec![Id::new()];
        actor.grants = roles.iter().map(|role| Grant { role: *role, unit: None }).collect();
        actor
    }

    #[test]
    fn which_roles_read_what() {
        for (role, all, groups) in [
            (Role::Employee, false, 0),
            (Role::FirstLine, true, 0),
            (Role::SupplierAgent, false, 1),
            (Role::SecondLine, true, 0),
            (Role::ItManager, true, 0),
            (Role::DepartmentHead, false, 0),
            (Role::Politician, false, 0),
            (Role::Administrator, false, 0),
            (Role::Architect, false, 0),
        ] {
            let scope = Scope::of(&actor(&[role]));
            assert_eq!((scope.all, scope.groups.len()), (all, groups), "{role:?}");
            assert!(scope.person.is_some(), "everybody reads their own");
        }
        assert!(Scope::of(&actor(&[Role::SupplierAgent, Role::FirstLine])).all, "the wider role wins");
    }
}
