//! The forms for giving a device to somebody and for taking it back.

use axum::extract::Path;
use directory::page::sheet::Sheet;
use directory::page::typed::{day, last, mendable, unit_choices};
use directory::{person, unit};
use kernel::{Id, Refusal};
use maud::html;
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::edit_page::known;
use super::list_page::address;
use super::{Holder, State, hand_over, take_back};

pub(crate) async fn handing(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    hand_form(&ask, &key, &form, None).await
}

async fn hand_form(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let device = known(ask, key).await?;
    let tree = ask.read(|tx, actor, now| unit::tree(tx, actor, now.local_day())).await?;
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let sheet = Sheet {
        title: w.t("inventory-hand-over"),
        back: (&device.number, &address(device.id)),
        action: format!("{}/lamna-ut", address(device.id)),
        verb: w.t("inventory-hand-over"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &html! {
        input type="hidden" name="version" value=(device.version);
        (f.combo("holder_text", w.t("inventory-to-person"), "holder", "/personer/forslag").hint(w.t("inventory-to-person-hint")))
        (f.select("unit", w.t("inventory-to-unit"), unit_choices(w, &tree)).none(w.t("inventory-to-no-unit")))
        (f.text("from", w.t("register-first-day")).kind("date").short().value(ask.now().local_day().to_string()))
    })
}

pub(crate) async fn hand(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let device = known(&ask, &key).await?.id;
    let from = match day(&form, "from") {
        Ok(from) => from,
        Err(refusal) => return hand_form(&ask, &key, &form, Some(&refusal)).await,
    };
    let typed = form.maybe("holder").or_else(|| form.maybe("holder_text"));
    let unit = form.id("unit");
    let (id, version) = (Id::new(), form.number("version").unwrap_or(0));
    let done = ask
        .write(move |tx, actor, now| {
            let to = match (&typed, unit) {
                (Some(typed), _) => Holder::Person(person::resolve(tx, actor, "holder", typed)?),
                (None, Some(unit)) => Holder::Unit(unit),
                (None, None) => return Err(Refusal::invalid("holder", "inventory-holder-unknown")),
            };
            hand_over(tx, actor, now, &hand_over::HandOver { id, device, version, to, from })
        })
        .await;
    match done {
        Ok(_) => Said::new("inventory-said-handed-over").see_other(&address(device)),
        Err(refusal) => hand_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}

pub(crate) async fn taking(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    take_form(&ask, &key, &form, None).await
}

async fn take_form(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let device = known(ask, key).await?;
    let w = ask.words();
    let f = Fields::new(w, form, refusal);
    let states = State::ALL.into_iter().filter(|state| *state != State::InUse);
    let states = states.map(|state| Choice::new(state.code(), w.t(state.key()))).collect();
    let sheet = Sheet {
        title: w.t("inventory-take-back"),
        back: (&device.number, &address(device.id)),
        action: format!("{}/ta-tillbaka", address(device.id)),
        verb: w.t("inventory-take-back"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &html! {
        input type="hidden" name="version" value=(device.version);
        (f.radios("state", w.t("inventory-becomes"), states).value(State::InStock.code()).plain())
        (f.text("place", w.t("inventory-place")).hint(w.t("inventory-place-after")).optional().value(device.place.as_str()))
        (f.text("from", w.t("inventory-last-held")).kind("date").short()
            .value(directory::days::previous(ask.now().local_day()).to_string()))
    })
}

pub(crate) async fn take(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let device = known(&ask, &key).await?.id;
    let from = match last(&form, "from") {
        Ok(from) => from,
        Err(refusal) => return take_form(&ask, &key, &form, Some(&refusal)).await,
    };
    let input = take_back::TakeBack {
        device,
        version: form.number("version").unwrap_or(0),
        from,
        state: State::parse(form.raw("state")).unwrap_or(State::InStock),
        place: form.text("place"),
    };
    match ask.write(move |tx, actor, now| take_back(tx, actor, now, &input)).await {
        Ok(_) => Said::new("inventory-said-taken-back").see_other(&address(device)),
        Err(refusal) => take_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}
