//! The forms about a group: new, corrected, ended.

use axum::extract::Path;
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::components::Button;
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::edit::Change;
use super::page::address;
use super::{Group, Kind, create, edit, end, show};
use crate::page::sheet::{Sheet, clashes};
use crate::page::typed::{mendable, unit_choices};
use crate::unit::{self, Unit};

pub(crate) async fn new(ask: Ask, form: Form) -> Answer {
    new_form(&ask, &form, None).await
}

async fn new_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let units = ask.read(|tx, actor, now| unit::tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let sheet = Sheet {
        title: w.t("directory-group-new"),
        back: (&w.t("directory-groups"), "/grupper"),
        action: "/grupper".to_owned(),
        verb: w.t("register-add"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), &units, None))
}

fn fields(ask: &Ask, f: &Fields<'_>, units: &[(usize, Unit)], before: Option<&Group>) -> Markup {
    let w = ask.words();
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.code(), w.t(kind.key()))).to_vec();
    let of = |get: fn(&Group) -> &str| before.map(get).unwrap_or_default().to_owned();
    let owner = before.and_then(|group| group.owner_unit).map(|id| id.to_string()).unwrap_or_default();
    html! {
        @if let Some(group) = before { input type="hidden" name="version" value=(group.version); }
        div class="fields" {
            (f.text("name", w.t("directory-name")).value(of(|group| &group.name)))
            (f.text("name_en", w.t("register-name-en")).optional().value(of(|group| &group.name_en)))
            (f.select("kind", w.t("directory-kind"), kinds).value(before.map_or(Kind::Internal, |group| group.kind).code()))
            (f.text("supplier", w.t("directory-supplier")).hint(w.t("directory-supplier-hint")).optional().value(of(|group| &group.supplier)))
        }
        (f.select("owner_unit", w.t("directory-owner-unit"), unit_choices(w, units)).none(w.t("directory-choose-unit")).optional().value(owner))
        (f.area("about", w.t("directory-about")).optional().value(of(|group| &group.about)))
        (f.area("about_en", w.t("register-about-en")).optional().value(of(|group| &group.about_en)))
        (f.check("fallback", w.t("directory-fallback")).hint(w.t("directory-fallback-hint")).value(before.is_some_and(|group| group.fallback)))
    }
}

pub(crate) async fn add(ask: Ask, form: Form) -> Answer {
    let input = create::Create {
        id: Id::new(),
        kind: Kind::parse(form.raw("kind")).unwrap_or(Kind::Internal),
        name: form.text("name"),
        name_en: form.text("name_en"),
        slug: None,
        supplier: form.text("supplier"),
        about: form.text("about"),
        about_en: form.text("about_en"),
        owner_unit: form.id("owner_unit"),
        fallback: form.has("fallback"),
    };
    match ask.write(move |tx, actor, now| create(tx, actor, now, &input)).await {
        Ok(group) => Said::new("register-said-added").see_other(&address(&group)),
        Err(refusal) => new_form(&ask, &form, Some(&mendable(refusal)?)).await,
    }
}

async fn known(ask: &Ask, key: &str) -> Result<Group, Refusal> {
    let key = key.to_owned();
    ask.read(move |tx, _, _| show::find(tx, &key)).await
}

pub(crate) async fn change(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    change_form(&ask, &key, &form, None).await
}

async fn change_form(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let group = known(ask, key).await?;
    let units = ask.read(|tx, actor, now| unit::tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let now = [
        ("directory-name", "name", group.name.clone()),
        ("register-name-en", "name_en", group.name_en.clone()),
        ("directory-supplier", "supplier", group.supplier.clone()),
        ("directory-about", "about", group.about.clone()),
        ("register-about-en", "about_en", group.about_en.clone()),
    ];
    let sheet = Sheet {
        title: w.t("directory-group-edit"),
        back: (group.label(w.lang()), &address(&group)),
        action: format!("{}/andra", address(&group)),
        verb: w.t("register-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
    };
    let end = Button::submit(w.t("directory-group-end"))
        .danger()
        .small()
        .post_to(format!("{}/avsluta", address(&group)));
    sheet.show(
        ask,
        &html! {
            (fields(ask, &Fields::new(w, form, refusal), &units, Some(&group)))
            p class="meta" { (w.t("directory-group-end-hint")) }
            (end)
        },
    )
}

pub(crate) async fn save(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let change = Change {
        kind: Kind::parse(form.raw("kind")),
        name: Some(form.text("name")),
        name_en: Some(form.text("name_en")),
        supplier: Some(form.text("supplier")),
        about: Some(form.text("about")),
        about_en: Some(form.text("about_en")),
        owner_unit: Some(form.id("owner_unit")),
        fallback: Some(form.has("fallback")),
    };
    let input =
        edit::Edit { id: known(&ask, &key).await?.id, version: form.number("version").unwrap_or(0), change };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(group) => Said::new("register-said-saved").see_other(&address(&group)),
        Err(refusal) => change_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}

pub(crate) async fn end_now(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let input = end::End { id: known(&ask, &key).await?.id, version: form.number("version").unwrap_or(0) };
    match ask.write(move |tx, actor, now| end(tx, actor, now, &input)).await {
        Ok(group) => Said::new("register-said-ended").see_other(&address(&group)),
        Err(refusal) => change_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}
