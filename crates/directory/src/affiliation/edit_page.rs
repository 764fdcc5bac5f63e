//! The form about where a person belongs: new, corrected or ended. Reached from the person's page.

use axum::extract::Path;
use kernel::{Day, Id, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::{Affiliation, Kind, NewAffiliation, add, edit};
use crate::days::previous;
use crate::page::id_of;
use crate::page::sheet::Sheet;
use crate::page::typed::{day, maybe_last, mendable, unit_choices};
use crate::person::{list_page::address, show};
use crate::unit::{self, Unit};

pub(crate) async fn new(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    sheet(&ask, id_of(&key)?, None, &form, None).await
}

pub(crate) async fn change(ask: Ask, Path((key, one)): Path<(String, String)>, form: Form) -> Answer {
    sheet(&ask, id_of(&key)?, Some(id_of(&one)?), &form, None).await
}

async fn sheet(ask: &Ask, id: Id, one: Option<Id>, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let (person, all, tree) = ask
        .write(move |tx, actor, now| {
            let person = show::for_editing(tx, actor, now, id)?;
            let all = super::of_person(tx, id)?;
            Ok::<_, Refusal>((person, all, unit::tree(tx, actor, now.local_day())?))
        })
        .await?;
    let before = match one {
        Some(one) => Some(all.iter().find(|known| known.id == one).ok_or(Refusal::not_found("not-found"))?),
        None => None,
    };
    let w = ask.words();
    let action = match one {
        Some(one) => format!("{}/tillhorighet/{one}", address(id)),
        None => format!("{}/tillhorighet", address(id)),
    };
    let title = if one.is_some() { "directory-affiliation-edit" } else { "directory-affiliation-add" };
    let sheet = Sheet {
        title: w.t(title),
        back: (&person.name(), &address(id)),
        action,
        verb: w.t("register-save"),
        form,
        refusal,
        lead: None,
    };
    let f = Fields::new(w, form, refusal);
    let from = before.map_or_else(|| ask.now().local_day(), |one| one.valid_from);
    sheet.show(
        ask,
        &html! {
            input type="hidden" name="version" value=(person.version);
            (fields(w, &f, &tree, before, from))
        },
    )
}

fn fields(
    w: Words,
    f: &Fields<'_>,
    tree: &[(usize, Unit)],
    before: Option<&Affiliation>,
    from: Day,
) -> Markup {
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.code(), w.t(kind.key()))).to_vec();
    let mut units = unit_choices(w, tree);
    if let Some(unit) = before.map(|one| &one.unit) {
        // A unit that has ended is no longer in the tree; the one that stands here stays a choice.
        if !units.iter().any(|choice| choice.value == unit.id.to_string()) {
            units.push(Choice::new(unit.id.to_string(), unit.label(w.lang())));
        }
    }
    let kind = before.map_or(Kind::Employment, |one| one.kind);
    let last = before.and_then(|one| one.valid_to).map(|to| previous(to).to_string()).unwrap_or_default();
    let percent = before.and_then(|one| one.percent).map(|percent| percent.to_string()).unwrap_or_default();
    html! {
        div class="fields" {
            (f.select("unit", w.t("directory-belongs-to"), units).none(w.t("directory-choose-unit"))
                .value(before.map(|one| one.unit.id.to_string()).unwrap_or_default()))
            (f.select("affiliation", w.t("directory-affiliation-as"), kinds).value(kind.code()))
            (f.text("role", w.t("directory-title-there")).optional().value(before.map(|one| one.title.clone()).unwrap_or_default()))
            (f.text("percent", w.t("directory-percent")).hint(w.t("directory-percent-hint")).kind("number").short().optional().value(percent))
            (f.text("from", w.t("register-first-day")).kind("date").short().value(from.to_string()))
            (f.text("to", w.t("register-last-day")).kind("date").short().optional().value(last))
        }
        (f.check("main", w.t("directory-affiliation-main")).hint(w.t("directory-affiliation-main-hint")).value(before.is_none_or(|one| one.main)))
    }
}

/// The same fields in the form of a new person, where they may be left empty.
pub(crate) fn optional(w: Words, f: &Fields<'_>, tree: &[(usize, Unit)], today: Day) -> Markup {
    html! {
        section class="sect" aria-labelledby="h-belongs" {
            h2 id="h-belongs" { (w.t("directory-affiliation-add")) }
            p { (w.t("directory-belongs-later")) }
            (fields(w, f, tree, None, today))
        }
    }
}

/// None when no unit was chosen.
pub(crate) fn read_optional(form: &Form) -> Result<Option<NewAffiliation>, Refusal> {
    if form.maybe("unit").is_none() { Ok(None) } else { read(form, Id::new()).map(Some) }
}

fn read(form: &Form, id: Id) -> Result<NewAffiliation, Refusal> {
    let percent = match form.maybe("percent") {
        None => None,
        Some(text) => {
            Some(text.parse().map_err(|_| Refusal::invalid("percent", "directory-percent-out-of-range"))?)
        }
    };
    Ok(NewAffiliation {
        id,
        unit: form.id("unit").ok_or(Refusal::invalid("unit", "directory-unit-not-there"))?,
        kind: Kind::parse(form.raw("affiliation")).unwrap_or(Kind::Employment),
        title: form.text("role"),
        percent,
        main: form.has("main"),
        valid_from: day(form, "from")?,
        valid_to: maybe_last(form, "to")?,
    })
}

pub(crate) async fn save_new(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let id = id_of(&key)?;
    let new = match read(&form, Id::new()) {
        Ok(new) => new,
        Err(refusal) => return sheet(&ask, id, None, &form, Some(&refusal)).await,
    };
    let input = add::Add { person: id, version: form.number("version").unwrap_or(0), new };
    match ask.write(move |tx, actor, now| add(tx, actor, now, &input)).await {
        Ok(()) => Said::new("register-said-added").see_other(&address(id)),
        Err(refusal) => sheet(&ask, id, None, &form, Some(&mendable(refusal)?)).await,
    }
}

pub(crate) async fn save(ask: Ask, Path((key, one)): Path<(String, String)>, form: Form) -> Answer {
    let (id, one) = (id_of(&key)?, id_of(&one)?);
    let new = match read(&form, one) {
        Ok(new) => new,
        Err(refusal) => return sheet(&ask, id, Some(one), &form, Some(&refusal)).await,
    };
    let input = edit::Edit { person: id, version: form.number("version").unwrap_or(0), new };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(()) => Said::new("register-said-saved").see_other(&address(id)),
        Err(refusal) => sheet(&ask, id, Some(one), &form, Some(&mendable(refusal)?)).await,
    }
}
