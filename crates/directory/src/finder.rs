use db::Tx;
use kernel::{Actor, Refusal};
use web::Hit;

use crate::permissions::{READ_PEOPLE, READ_UNITS};
use crate::person::{self, SOME_DAY};
use crate::{group, unit, words};

/// People, units and groups for the search page and the palette, as far as the reader may see them.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, text: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    let mut hits = Vec::new();
    let most = usize::try_from(limit).unwrap_or(0);
    if text.trim().is_empty() {
        return Ok(hits);
    }
    if actor.may(&READ_PEOPLE) {
        for card in person::find(tx, actor, text, SOME_DAY, limit)? {
            let unit = card.unit.as_ref().map(|unit| unit.label(actor.lang).to_owned());
            let detail =
                unit.into_iter().chain((!card.title.is_empty()).then_some(card.title)).collect::<Vec<_>>();
            hits.push(Hit {
                title: card.name,
                detail: detail.join(", "),
                href: format!("/personer/{}", card.id),
                icon: "i-user",
                kind: "directory-hit-person",
            });
        }
    }
    if actor.may(&READ_UNITS) {
        let fits = |name: &str, name_en: &str| words::matches(text, [name, name_en]);
        let units = unit::all(tx, SOME_DAY)?;
        hits.extend(units.iter().filter(|unit| fits(&unit.name, &unit.name_en)).map(|unit| Hit {
            title: unit.label(actor.lang).to_owned(),
            detail: unit.code.clone(),
            href: format!("/organisation/{}", unit.slug),
            icon: "i-home",
            kind: "directory-hit-unit",
        }));
        let groups = group::all(tx)?;
        let open = groups.iter().filter(|group| group.valid_to.is_none());
        hits.extend(open.filter(|group| fits(&group.name, &group.name_en)).map(|group| Hit {
            title: group.label(actor.lang).to_owned(),
            detail: group.supplier.clone(),
            href: format!("/grupper/{}", group.slug),
            icon: "i-ppl",
            kind: "directory-hit-group",
        }));
    }
    hits.truncate(most);
    Ok(hits)
}
