//! The forms about a person: new, corrected, gone.

use axum::extract::Path;
use kernel::{Id, Lang, Refusal};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::edit::Change;
use super::fields::Fields as Typed;
use super::list_page::address;
use super::{Person, create, edit, leave, show};
use crate::affiliation::edit_page as affiliation_form;
use crate::page::id_of;
use crate::page::sheet::{Sheet, clashes};
use crate::page::typed::{last, mendable};
use crate::unit;

/// So many numbers may be typed.
const PHONES: [&str; 3] = ["phones", "phone_2", "phone_3"];

pub(crate) async fn new(ask: Ask, form: Form) -> Answer {
    new_form(&ask, &form, None).await
}

async fn new_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let tree = ask.read(|tx, actor, now| unit::tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let sheet = Sheet {
        title: w.t("directory-person-new"),
        back: (&w.t("directory-people"), "/personer"),
        action: "/personer".to_owned(),
        verb: w.t("register-add"),
        form,
        refusal,
        lead: None,
    };
    let typed = Fields::new(w, form, refusal);
    let today = ask.now().local_day();
    sheet.show(
        ask,
        &html! { (fields(ask, form, refusal, None)) (affiliation_form::optional(w, &typed, &tree, today)) },
    )
}

pub(crate) async fn add(ask: Ask, form: Form) -> Answer {
    let id = Id::new();
    let affiliation = match affiliation_form::read_optional(&form) {
        Ok(affiliation) => affiliation,
        Err(refusal) => return new_form(&ask, &form, Some(&refusal)).await,
    };
    let input = create::Create { id, fields: read(&form), affiliation };
    match ask.write(move |tx, actor, now| create(tx, actor, now, &input)).await {
        Ok(_) => Said::new("register-said-added").see_other(&address(id)),
        Err(refusal) => new_form(&ask, &form, Some(&mendable(refusal)?)).await,
    }
}

fn read(form: &Form) -> Typed {
    Typed {
        given: form.text("given"),
        family: form.text("family"),
        mail: form.text("mail"),
        phones: PHONES.iter().map(|name| form.text(name)).collect(),
        title: form.text("title"),
        lang: Lang::parse(form.raw("lang")),
        protected: form.has("protected"),
    }
}

pub(crate) async fn change(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    change_form(&ask, id_of(&key)?, &form, None).await
}

async fn change_form(ask: &Ask, id: Id, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let person = ask.write(move |tx, actor, now| show::for_editing(tx, actor, now, id)).await?;
    let w = ask.words();
    let now = [
        ("directory-given", "given", person.given.clone()),
        ("directory-family", "family", person.family.clone()),
        ("directory-mail", "mail", person.mail.clone().unwrap_or_default()),
        ("directory-phone", "phones", phone(&person, 0)),
        ("directory-title", "title", person.title.clone()),
    ];
    let sheet = Sheet {
        title: w.t("directory-person-edit"),
        back: (&person.name(), &address(id)),
        action: format!("{}/andra", address(id)),
        verb: w.t("register-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
    };
    sheet.show(ask, &fields(ask, form, refusal, Some(&person)))
}

pub(crate) async fn save(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let id = id_of(&key)?;
    let typed = read(&form);
    let change = Change {
        given: Some(typed.given),
        family: Some(typed.family),
        mail: Some(typed.mail),
        phones: Some(typed.phones),
        title: Some(typed.title),
        lang: Some(typed.lang),
        protected: Some(typed.protected),
    };
    let input = edit::Edit { id, version: form.number("version").unwrap_or(0), change };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(_) => Said::new("register-said-saved").see_other(&address(id)),
        Err(refusal) => change_form(&ask, id, &form, Some(&mendable(refusal)?)).await,
    }
}

fn phone(person: &Person, nth: usize) -> String {
    person.phones.get(nth).map(|phone| phone.shown.clone()).unwrap_or_default()
}

fn fields(ask: &Ask, form: &Form, refusal: Option<&Refusal>, before: Option<&Person>) -> Markup {
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let of = |get: fn(&Person) -> String| before.map(get).unwrap_or_default();
    let langs = Lang::ALL.map(|lang| Choice::new(lang.code(), w.t(super::page::lang_key(lang)))).to_vec();
    let lang = of(|person| person.lang.map(|lang| lang.code().to_owned()).unwrap_or_default());
    html! {
        @if let Some(person) = before { input type="hidden" name="version" value=(person.version); }
        div class="fields" {
            (f.text("given", w.t("directory-given")).value(of(|person| person.given.clone())))
            (f.text("family", w.t("directory-family")).value(of(|person| person.family.clone())))
            (f.text("mail", w.t("directory-mail")).kind("email").optional().value(of(|person| person.mail.clone().unwrap_or_default())))
            (f.text("title", w.t("directory-title")).hint(w.t("directory-title-hint")).optional().value(of(|person| person.title.clone())))
            @for (nth, name) in PHONES.into_iter().enumerate() {
                (f.text(name, w.with("directory-phone-nth", &[("nth", (nth + 1).into())])).kind("tel").optional()
                    .value(before.map(|person| phone(person, nth)).unwrap_or_default()))
            }
            (f.select("lang", w.t("directory-language"), langs).none(w.t("directory-language-any")).optional().value(lang))
        }
        (f.check("protected", w.t("directory-protected")).hint(w.t("directory-protected-hint")).value(before.is_some_and(|person| person.protected)))
    }
}

pub(crate) async fn leaving(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    leave_form(&ask, id_of(&key)?, &form, None).await
}

async fn leave_form(ask: &Ask, id: Id, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let person = ask.write(move |tx, actor, now| show::for_editing(tx, actor, now, id)).await?;
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let sheet = Sheet {
        title: w.t("directory-person-leaves"),
        back: (&person.name(), &address(id)),
        action: format!("{}/sluta", address(id)),
        verb: w.t("directory-person-leave"),
        form,
        refusal,
        lead: Some(html! { p { (w.t("directory-person-leave-hint")) } }),
    };
    sheet.show(ask, &html! {
        input type="hidden" name="version" value=(person.version);
        (f.text("to", w.t("register-last-day")).kind("date").short().value(ask.now().local_day().to_string()))
    })
}

pub(crate) async fn leave_now(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let id = id_of(&key)?;
    let to = match last(&form, "to") {
        Ok(to) => to,
        Err(refusal) => return leave_form(&ask, id, &form, Some(&refusal)).await,
    };
    let input = leave::Leave { id, version: form.number("version").unwrap_or(0), to };
    match ask.write(move |tx, actor, now| leave(tx, actor, now, &input)).await {
        Ok(_) => Said::new("register-said-ended").see_other(&address(id)),
        Err(refusal) => leave_form(&ask, id, &form, Some(&mendable(refusal)?)).await,
    }
}
