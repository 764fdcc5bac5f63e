use catalogue::service::{self, Service};
use db::Tx;
use directory::person::{self, Card};
use inventory::device::{self, DeviceLine, Holder};
use kernel::{Actor, Id, Lang, Moment, PageSize, Refusal};

use super::create::typed;
use super::{Kind, Level, Line, Priority, Question, Ref, Requester, Sort, Standing, guess, list, similar};
use crate::permissions::WORK;
use crate::settings;

pub use super::guess::{Because, Clues};

/// What an agent has typed of a call so far.
#[derive(Clone, Debug, Default)]
pub struct Suggest {
    /// Chosen among the suggestions.
    pub requester: Option<Id>,
    /// Or only typed so far.
    pub typed: String,
    pub text: String,
    pub clues: Clues,
}

/// What the desk makes of it: each a guess with its reason, to be changed by hand.
#[derive(Clone, Debug)]
pub struct Suggestion {
    pub caller: Option<Card>,
    /// The caller's open tickets: a call is often about one of them.
    pub open: Vec<Line>,
    pub services: Vec<Service>,
    /// The slug of the service, and the word that pointed at it.
    pub service: Option<(String, String)>,
    pub devices: Vec<DeviceLine>,
    pub device: Option<(Id, Because)>,
    pub kind: Kind,
    pub impact: Level,
    pub urgency: Level,
    /// Impact × urgency → priority, as it is set here.
    pub matrix: super::Matrix,
    /// Tickets that say nearly the same.
    pub similar: Vec<Line>,
}

impl Suggestion {
    pub fn priority(&self, impact: Level, urgency: Level) -> Priority {
        self.matrix.priority(impact, urgency)
    }
}

/// A caller with more open tickets than this does not find the one by reading them all.
const OPEN: u16 = 5;
const SIMILAR: usize = 3;

/// Reads only; a word that names nobody yet is no fault.
pub fn suggest(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Suggest) -> Result<Suggestion, Refusal> {
    if !actor.may(&WORK) {
        return Err(Refusal::forbidden("no-permission"));
    }
    let caller = caller(tx, actor, now, input)?;
    let open = match &caller {
        Some(card) => list(tx, actor, now, &open_of(card.id))?.items,
        None => Vec::new(),
    };
    let devices = match &caller {
        // What a protected identity holds would say where they are.
        Some(card) if !card.protected => device::held_by(tx, Holder::Person(card.id), now.local_day())?,
        _ => Vec::new(),
    };
    let services: Vec<Service> = service::all(tx)?.into_iter().filter(|one| one.active).collect();
    let service =
        service::guess(&services, &input.text).map(|guess| (guess.service.slug.clone(), guess.word));
    let chosen = guess::device(&input.text, &devices, actor.lang);
    let service = service.or_else(|| of_kind(chosen, actor.lang));
    let device = chosen.map(|(one, because)| (one.id, because));
    let (impact, urgency) = guess::levels(&input.text, &input.clues);
    let similar = similar(tx, actor, now, &input.text, None, SIMILAR)?;
    Ok(Suggestion {
        kind: guess::kind(&input.text, &input.clues),
        matrix: settings::all(tx)?.matrix,
        caller,
        open,
        services,
        service,
        devices,
        device,
        impact,
        urgency,
        similar,
    })
}

/// The service that a fault in this kind of device belongs to, where the text names the device.
fn of_kind(device: Option<(&DeviceLine, Because)>, lang: Lang) -> Option<(String, String)> {
    let (device, _) = device.filter(|(_, because)| *because != Because::Only)?;
    Some((device.kind.service.clone()?, device.kind.label(lang).to_lowercase()))
}

fn caller(tx: &mut Tx<'_>, actor: &Actor, now: Moment, input: &Suggest) -> Result<Option<Card>, Refusal> {
    let id = match input.requester {
        Some(id) => Some(id),
        None if input.typed.trim().is_empty() => None,
        None => typed(tx, actor, &input.typed).ok().and_then(|requester| match requester {
            Requester::Person(id) => Some(id),
            Requester::Contact { .. } => None,
        }),
    };
    let Some(id) = id else { return Ok(None) };
    Ok(person::cards(tx, &[id], now.local_day())?.remove(&id))
}

fn open_of(requester: Id) -> Question {
    Question {
        standing: Standing::Open,
        requester: Some(Ref::Id(requester)),
        sort: Sort::Updated,
        size: PageSize::new(OPEN).unwrap_or_default(),
        ..Question::default()
    }
}
