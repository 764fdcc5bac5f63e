use db::Tx;
use kernel::{Actor, PageSize, Refusal};
use web::Hit;

use crate::device::list::{self, HolderName, Question};
use crate::permissions::READ;

/// Devices for the search page and the palette, as far as the reader may see them.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, text: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    let size = u16::try_from(limit).ok().and_then(PageSize::new).unwrap_or_default();
    if !actor.may(&READ) || text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let question = Question {
        text: text.to_owned(),
        kind: None,
        state: None,
        unit: None,
        day: directory::person::SOME_DAY,
    };
    let page = list::list(tx, actor, &question, None, size)?;
    let hits = page.items.into_iter().map(|listed| {
        let holder = match listed.holder {
            Some(HolderName::Person(card)) => card.name,
            Some(HolderName::Unit(unit)) => unit.label(actor.lang).to_owned(),
            Some(HolderName::Somebody | HolderName::Protected) | None => String::new(),
        };
        let parts = [holder, listed.line.place.clone()];
        Hit {
            title: listed.line.label(actor.lang),
            detail: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            href: format!("/enheter/{}", listed.line.id),
            icon: "i-dev",
            kind: "inventory-hit",
        }
    });
    Ok(hits.collect())
}
