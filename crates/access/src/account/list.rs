use db::Tx;
use kernel::{Actor, Id, Page, PageSize, Refusal, Role};

use super::{Account, store};
use crate::permissions::{ADMINISTER, allow};

/// Which accounts: by name or address, role, and whether the door is open. Programs' accounts are
/// left out unless asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub text: String,
    pub role: Option<Role>,
    pub state: State,
    pub after: Option<Id>,
    pub size: PageSize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// People who may sign in.
    #[default]
    Open,
    /// Of these, those who never chose a password.
    Waiting,
    Disabled,
    /// What tokens without a person stand for.
    Service,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Open, Self::Waiting, Self::Disabled, Self::Service];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Disabled => "disabled",
            Self::Service => "service",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// One page of accounts, by name.
pub fn list(tx: &mut Tx<'_>, actor: &Actor, question: &Question) -> Result<Page<Account>, Refusal> {
    allow(actor, &ADMINISTER)?;
    let found = store::list(tx, question)?;
    Ok(Page::cut(found, question.size, |account| account.id.to_string()))
}

/// How many there are, for the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: i64,
    pub administrators: i64,
    /// Never chose a password.
    pub waiting: i64,
}

pub fn counts(tx: &mut Tx<'_>, actor: &Actor) -> Result<Counts, Refusal> {
    allow(actor, &ADMINISTER)?;
    Ok(store::counts(tx)?)
}
