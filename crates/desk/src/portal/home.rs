use db::Tx;
use inventory::device::{self, DeviceLine, Holder};
use kernel::{Actor, Moment, PageSize, Refusal};

use crate::ticket::{Line, Question, Sort, Standing, list};

/// What the start page says to one reader.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// What they hold today.
    pub devices: Vec<DeviceLine>,
    /// Their latest tickets, the ones that wait for them first.
    pub tickets: Vec<Line>,
    pub more: bool,
}

const SHOWN: usize = 3;

pub fn home(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Home, Refusal> {
    let question = Question {
        own: true,
        standing: Standing::Any,
        sort: Sort::Updated,
        size: PageSize::new(20).unwrap_or_default(),
        ..Question::default()
    };
    let page = list(tx, actor, now, &question)?;
    let mut tickets = page.items;
    let more = tickets.len() > SHOWN;
    tickets.sort_by_key(|line| (!super::page::waits_for_requester(line), !line.stage.is_open()));
    tickets.truncate(SHOWN);
    Ok(Home { devices: devices(tx, actor, now)?, tickets, more })
}

pub(super) fn devices(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<DeviceLine>, Refusal> {
    match actor.person {
        Some(person) => Ok(device::held_by(tx, Holder::Person(person), now.local_day())?),
        None => Ok(Vec::new()),
    }
}
