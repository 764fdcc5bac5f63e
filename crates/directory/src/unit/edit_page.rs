//! The forms about a unit: new, corrected, moved, ended.

use axum::extract::Path;
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::page::address;
use super::{Kind, Unit, create, edit, end, hang, show, tree};
use crate::page::sheet::{Sheet, clashes};
use crate::page::typed::{day, last, mendable, unit_choices};

pub(crate) async fn new(ask: Ask, form: Form) -> Answer {
    new_form(&ask, &form, None).await
}

async fn new_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let units = ask.read(|tx, actor, now| tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let sheet = Sheet {
        title: w.t("directory-unit-new"),
        back: (&w.t("directory-organisation"), "/organisation"),
        action: "/organisation".to_owned(),
        verb: w.t("register-add"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &html! {
        (fields(ask, &f, None))
        div class="fields" {
            (f.select("parent", w.t("directory-under"), unit_choices(w, &units)).none(w.t("directory-no-parent")))
            (f.text("from", w.t("register-first-day")).kind("date").short().value(ask.now().local_day().to_string()))
        }
    })
}

fn fields(ask: &Ask, f: &Fields<'_>, before: Option<&Unit>) -> Markup {
    let w = ask.words();
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.code(), w.t(kind.key()))).to_vec();
    let of = |get: fn(&Unit) -> &str| before.map(get).unwrap_or_default().to_owned();
    html! {
        @if let Some(unit) = before { input type="hidden" name="version" value=(unit.version); }
        div class="fields" {
            (f.text("name", w.t("directory-name")).value(of(|unit| &unit.name)))
            (f.text("name_en", w.t("register-name-en")).optional().value(of(|unit| &unit.name_en)))
            (f.select("kind", w.t("directory-kind"), kinds).value(before.map_or(Kind::Section, |unit| unit.kind).code()))
            (f.text("code", w.t("directory-code")).hint(w.t("directory-code-hint")).short().optional().value(of(|unit| &unit.code)))
        }
    }
}

pub(crate) async fn add(ask: Ask, form: Form) -> Answer {
    let from = match day(&form, "from") {
        Ok(from) => from,
        Err(refusal) => return new_form(&ask, &form, Some(&refusal)).await,
    };
    let input = create::Create {
        id: Id::new(),
        kind: Kind::parse(form.raw("kind")).unwrap_or(Kind::Section),
        name: form.text("name"),
        name_en: form.text("name_en"),
        code: form.text("code"),
        slug: None,
        parent: form.id("parent"),
        valid_from: from,
    };
    match ask.write(move |tx, actor, now| create(tx, actor, now, &input)).await {
        Ok(unit) => Said::new("register-said-added").see_other(&address(&unit)),
        Err(refusal) => new_form(&ask, &form, Some(&mendable(refusal)?)).await,
    }
}

async fn known(ask: &Ask, key: &str) -> Result<Unit, Refusal> {
    let key = key.to_owned();
    ask.read(move |tx, _, _| show::find(tx, &key)).await
}

pub(crate) async fn change(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    change_form(&ask, &unit, &form, None)
}

fn change_form(ask: &Ask, unit: &Unit, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let w = ask.words();
    let now = [
        ("directory-name", "name", unit.name.clone()),
        ("register-name-en", "name_en", unit.name_en.clone()),
        ("directory-code", "code", unit.code.clone()),
    ];
    let sheet = Sheet {
        title: w.t("directory-unit-edit"),
        back: (unit.label(w.lang()), &address(unit)),
        action: format!("{}/andra", address(unit)),
        verb: w.t("register-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), Some(unit)))
}

pub(crate) async fn save(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    let input = edit::Edit {
        id: unit.id,
        version: form.number("version").unwrap_or(0),
        kind: Kind::parse(form.raw("kind")),
        name: Some(form.text("name")),
        name_en: Some(form.text("name_en")),
        code: Some(form.text("code")),
    };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(unit) => Said::new("register-said-saved").see_other(&address(&unit)),
        Err(refusal) => change_form(&ask, &unit, &form, Some(&mendable(refusal)?)),
    }
}

pub(crate) async fn moving(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    move_form(&ask, &unit, &form, None).await
}

async fn move_form(ask: &Ask, unit: &Unit, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let units = ask.read(|tx, actor, now| tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let sheet = Sheet {
        title: w.t("directory-unit-move"),
        back: (unit.label(w.lang()), &address(unit)),
        action: format!("{}/flytta", address(unit)),
        verb: w.t("directory-unit-move"),
        form,
        refusal,
        lead: Some(html! { p { (w.t("directory-unit-move-hint")) } }),
    };
    sheet.show(ask, &html! {
        input type="hidden" name="version" value=(unit.version);
        (f.select("parent", w.t("directory-under"), unit_choices(w, &units))
            .value(unit.parent.map(|parent| parent.to_string()).unwrap_or_default()))
        (f.text("from", w.t("register-first-day")).kind("date").short().value(ask.now().local_day().to_string()))
    })
}

pub(crate) async fn move_now(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    let typed = day(&form, "from").and_then(|from| {
        let parent = form.id("parent").ok_or(Refusal::invalid("parent", "directory-parent-missing"))?;
        Ok(hang::Hang { id: unit.id, version: form.number("version").unwrap_or(0), parent, from })
    });
    let input = match typed {
        Ok(input) => input,
        Err(refusal) => return move_form(&ask, &unit, &form, Some(&refusal)).await,
    };
    match ask.write(move |tx, actor, now| hang(tx, actor, now, &input)).await {
        Ok(unit) => Said::new("register-said-saved").see_other(&address(&unit)),
        Err(refusal) => move_form(&ask, &unit, &form, Some(&mendable(refusal)?)).await,
    }
}

pub(crate) async fn ending(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    end_form(&ask, &unit, &form, None)
}

fn end_form(ask: &Ask, unit: &Unit, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let sheet = Sheet {
        title: w.t("directory-unit-end"),
        back: (unit.label(w.lang()), &address(unit)),
        action: format!("{}/avsluta", address(unit)),
        verb: w.t("directory-unit-end"),
        form,
        refusal,
        lead: Some(html! { p { (w.t("directory-unit-end-hint")) } }),
    };
    sheet.show(ask, &html! {
        input type="hidden" name="version" value=(unit.version);
        (f.text("to", w.t("register-last-day")).kind("date").short().value(ask.now().local_day().to_string()))
    })
}

pub(crate) async fn end_now(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let unit = known(&ask, &key).await?;
    let to = match last(&form, "to") {
        Ok(to) => to,
        Err(refusal) => return end_form(&ask, &unit, &form, Some(&refusal)),
    };
    let input = end::End { id: unit.id, version: form.number("version").unwrap_or(0), to };
    match ask.write(move |tx, actor, now| end(tx, actor, now, &input)).await {
        Ok(unit) => Said::new("register-said-ended").see_other(&address(&unit)),
        Err(refusal) => end_form(&ask, &unit, &form, Some(&mendable(refusal)?)),
    }
}
