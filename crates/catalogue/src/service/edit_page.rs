//! The forms about a service: new, corrected.

use axum::extract::Path;
use directory::group::{self, Group};
use directory::page::sheet::{Sheet, clashes};
use directory::page::typed::mendable;
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::fields::Change;
use super::page::{address, audiences};
use super::{AUDIENCE_ALL, Service, create, edit, show};

async fn owners(ask: &Ask) -> Result<Vec<Group>, Refusal> {
    let groups = ask.read(|tx, _, _| group::all(tx)).await?;
    Ok(groups.into_iter().filter(|group| group.is_at(ask.now())).collect())
}

pub(crate) async fn new(ask: Ask, form: Form) -> Answer {
    new_form(&ask, &form, None).await
}

async fn new_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let owners = owners(ask).await?;
    let w = ask.words();
    let sheet = Sheet {
        title: w.t("catalogue-service-new"),
        back: (&w.t("catalogue-services"), "/tjanster"),
        action: "/tjanster".to_owned(),
        verb: w.t("register-add"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), &owners, None))
}

fn fields(ask: &Ask, f: &Fields<'_>, owners: &[Group], before: Option<&Service>) -> Markup {
    let w = ask.words();
    let of = |get: fn(&Service) -> &str| before.map(get).unwrap_or_default().to_owned();
    let owner = before.map(|service| service.owner_group.to_string()).unwrap_or_default();
    let owners =
        owners.iter().map(|group| Choice::new(group.id.to_string(), group.label(w.lang()))).collect();
    let words = before.map(|service| service.words.join("\n")).unwrap_or_default();
    html! {
        @if let Some(service) = before { input type="hidden" name="version" value=(service.version); }
        div class="fields" {
            (f.text("name", w.t("directory-name")).value(of(|service| &service.name)))
            (f.text("name_en", w.t("register-name-en")).optional().value(of(|service| &service.name_en)))
            (f.select("owner_group", w.t("catalogue-owner"), owners).none(w.t("directory-choose-unit")).value(owner))
            (f.select("audience", w.t("catalogue-audience"), audiences(w)).value(before.map_or(AUDIENCE_ALL, |service| &service.audience)))
        }
        (f.area("about", w.t("directory-about")).optional().value(of(|service| &service.about)))
        (f.area("about_en", w.t("register-about-en")).optional().value(of(|service| &service.about_en)))
        (f.area("words", w.t("catalogue-words")).hint(w.t("catalogue-words-hint")).rows(8).optional().value(words))
        @if let Some(service) = before {
            (f.check("active", w.t("catalogue-active")).hint(w.t("catalogue-active-hint")).value(service.active))
        }
    }
}

fn read(form: &Form, active: bool) -> Change {
    Change {
        name: Some(form.text("name")),
        name_en: Some(form.text("name_en")),
        owner_group: form.id("owner_group"),
        about: Some(form.text("about")),
        about_en: Some(form.text("about_en")),
        audience: Some(form.text("audience")),
        words: Some(form.text("words").lines().map(str::to_owned).collect()),
        active: Some(active),
    }
}

pub(crate) async fn add(ask: Ask, form: Form) -> Answer {
    let input = create::Create { id: Id::new(), slug: None, fields: read(&form, true) };
    match ask.write(move |tx, actor, now| create(tx, actor, now, &input)).await {
        Ok(service) => Said::new("register-said-added").see_other(&address(&service)),
        Err(refusal) => new_form(&ask, &form, Some(&mendable(refusal)?)).await,
    }
}

async fn known(ask: &Ask, key: &str) -> Result<Service, Refusal> {
    let key = key.to_owned();
    let shown = ask.read(move |tx, actor, _| show::show(tx, actor, &key)).await?;
    Ok(shown.service)
}

pub(crate) async fn change(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    change_form(&ask, &key, &form, None).await
}

async fn change_form(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let (service, owners) = (known(ask, key).await?, owners(ask).await?);
    let w = ask.words();
    let now = [
        ("directory-name", "name", service.name.clone()),
        ("register-name-en", "name_en", service.name_en.clone()),
        ("directory-about", "about", service.about.clone()),
        ("register-about-en", "about_en", service.about_en.clone()),
        ("catalogue-words", "words", service.words.join("\n")),
    ];
    let sheet = Sheet {
        title: w.t("catalogue-service-edit"),
        back: (service.label(w.lang()), &address(&service)),
        action: format!("{}/andra", address(&service)),
        verb: w.t("register-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), &owners, Some(&service)))
}

pub(crate) async fn save(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let id = known(&ask, &key).await?.id;
    let change = read(&form, form.has("active"));
    let input = edit::Edit { id, version: form.number("version").unwrap_or(0), change };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(service) => Said::new("register-said-saved").see_other(&address(&service)),
        Err(refusal) => change_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}
