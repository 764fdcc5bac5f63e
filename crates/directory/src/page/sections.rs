//! What other slices hang on the pages of the registers: the devices of a person, the tickets of a device.
//! A slice registers its sections when it is built; the page asks for them by its own name.

use std::sync::{PoisonError, RwLock};

use db::Tx;
use kernel::{Actor, Id, Moment, Refusal};
use maud::{Markup, html};
use texts::Words;

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Person,
    Unit,
    Group,
    Device,
    Service,
}

/// Where on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A button in the toolbar.
    Act,
    /// A `section.sect` under the facts.
    Body,
    /// A `section` at the side.
    Side,
}

/// Makes the part for the row with the id; none when there is nothing to say, or the reader may not hear it.
/// It calls one reading operation and shows the result, as any page does.
pub type Fill = fn(&mut Tx<'_>, &Actor, Moment, Id, Words) -> Result<Option<Markup>, Refusal>;

#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// `inventory.held`: registering the same name again replaces it.
    pub name: &'static str,
    pub place: Place,
    pub part: Part,
    /// Lower comes first.
    pub order: u8,
    pub fill: Fill,
}

static SECTIONS: RwLock<Vec<Section>> = RwLock::new(Vec::new());

/// Hangs a section on a page, for the life of the program.
pub fn register(section: Section) {
    let mut sections = SECTIONS.write().unwrap_or_else(PoisonError::into_inner);
    sections.retain(|known| known.name != section.name || known.place != section.place);
    sections.push(section);
    sections.sort_by_key(|section| (section.order, section.name));
}

/// What was hung on a page, filled for one row.
#[derive(Debug, Default)]
pub struct Filled {
    acts: Vec<Markup>,
    body: Vec<Markup>,
    side: Vec<Markup>,
}

impl Filled {
    pub fn acts(&self) -> Markup {
        html! { @for part in &self.acts { (part) } }
    }

    pub fn body(&self) -> Markup {
        html! { @for part in &self.body { (part) } }
    }

    pub fn side(&self) -> Markup {
        html! { @for part in &self.side { (part) } }
    }
}

pub fn fill(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    place: Place,
    id: Id,
    w: Words,
) -> Result<Filled, Refusal> {
    let sections: Vec<Section> = SECTIONS.read().unwrap_or_else(PoisonError::into_inner).clone();
    let mut filled = Filled::default();
    for section in sections.into_iter().filter(|section| section.place == place) {
        let Some(part) = (section.fill)(tx, actor, now, id, w)? else { continue };
        match section.part {
            Part::Act => filled.acts.push(part),
            Part::Body => filled.body.push(part),
            Part::Side => filled.side.push(part),
        }
    }
    Ok(filled)
}
