//! The forms about a device: new, corrected.

use axum::extract::Path;
use directory::page::sheet::{Sheet, clashes};
use directory::page::typed::{mendable, unit_choices};
use directory::unit::{self, Unit};
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::forms::Fields;
use web::{Answer, Ask, Form, Said};

use super::fields::Change;
use super::list_page::{address, kind_choices, state_choices};
use super::{Device, Kind, State, create, edit, kinds, show};

struct Offered {
    kinds: Vec<Kind>,
    tree: Vec<(usize, Unit)>,
}

async fn offered(ask: &Ask) -> Result<Offered, Refusal> {
    ask.read(|tx, actor, now| {
        Ok(Offered { kinds: kinds(tx)?, tree: unit::tree(tx, actor, now.local_day())? })
    })
    .await
}

pub(crate) async fn new(ask: Ask, form: Form) -> Answer {
    new_form(&ask, &form, None).await
}

async fn new_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let offered = offered(ask).await?;
    let w = ask.words();
    let sheet = Sheet {
        title: w.t("inventory-device-new"),
        back: (&w.t("inventory-devices"), "/enheter"),
        action: "/enheter".to_owned(),
        verb: w.t("register-add"),
        form,
        refusal,
        lead: None,
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), &offered, None))
}

fn fields(ask: &Ask, f: &Fields<'_>, offered: &Offered, before: Option<&Device>) -> Markup {
    let w = ask.words();
    let of = |get: fn(&Device) -> &str| before.map(get).unwrap_or_default().to_owned();
    let state = before.map_or(State::InStock, |device| device.state);
    let unit = before.and_then(|device| device.unit).map(|id| id.to_string()).unwrap_or_default();
    html! {
        @if let Some(device) = before { input type="hidden" name="version" value=(device.version); }
        div class="fields" {
            (f.text("number", w.t("inventory-number")).hint(w.t("inventory-number-hint")).value(of(|device| &device.number)))
            (f.select("kind", w.t("inventory-kind"), kind_choices(w, &offered.kinds)).value(of(|device| &device.kind)))
            (f.text("model", w.t("inventory-model")).optional().value(of(|device| &device.model)))
            (f.text("serial", w.t("inventory-serial")).optional().value(of(|device| &device.serial)))
            (f.text("place", w.t("inventory-place")).hint(w.t("inventory-place-hint")).optional().value(of(|device| &device.place)))
            (f.select("state", w.t("inventory-state"), state_choices(w)).value(state.code()))
        }
        (f.select("unit", w.t("inventory-unit"), unit_choices(w, &offered.tree)).none(w.t("directory-choose-unit")).optional().value(unit))
        (f.area("notes", w.t("inventory-notes")).hint(w.t("inventory-notes-hint")).optional().value(of(|device| &device.notes)))
    }
}

fn read(form: &Form) -> Change {
    Change {
        number: Some(form.text("number")),
        kind: Some(form.text("kind")),
        model: Some(form.text("model")),
        serial: Some(form.text("serial")),
        place: Some(form.text("place")),
        state: State::parse(form.raw("state")),
        unit: Some(form.id("unit")),
        notes: Some(form.text("notes")),
    }
}

pub(crate) async fn add(ask: Ask, form: Form) -> Answer {
    let input = create::Create { id: Id::new(), fields: read(&form) };
    match ask.write(move |tx, actor, now| create(tx, actor, now, &input)).await {
        Ok(device) => Said::new("register-said-added").see_other(&address(device.id)),
        Err(refusal) => new_form(&ask, &form, Some(&mendable(refusal)?)).await,
    }
}

/// The device behind an address, for the forms about it.
pub(super) async fn known(ask: &Ask, key: &str) -> Result<Device, Refusal> {
    let key = key.to_owned();
    let shown = ask.read(move |tx, actor, now| show::show(tx, actor, now, &key)).await?;
    Ok(shown.device)
}

pub(crate) async fn change(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    change_form(&ask, &key, &form, None).await
}

async fn change_form(ask: &Ask, key: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let (device, offered) = (known(ask, key).await?, offered(ask).await?);
    let w = ask.words();
    let now = [
        ("inventory-number", "number", device.number.clone()),
        ("inventory-model", "model", device.model.clone()),
        ("inventory-serial", "serial", device.serial.clone()),
        ("inventory-place", "place", device.place.clone()),
        ("inventory-notes", "notes", device.notes.clone()),
    ];
    let sheet = Sheet {
        title: w.t("inventory-device-edit"),
        back: (&device.number, &address(device.id)),
        action: format!("{}/andra", address(device.id)),
        verb: w.t("register-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
    };
    sheet.show(ask, &fields(ask, &Fields::new(w, form, refusal), &offered, Some(&device)))
}

pub(crate) async fn save(ask: Ask, Path(key): Path<String>, form: Form) -> Answer {
    let id = known(&ask, &key).await?.id;
    let input = edit::Edit { id, version: form.number("version").unwrap_or(0), change: read(&form) };
    match ask.write(move |tx, actor, now| edit(tx, actor, now, &input)).await {
        Ok(device) => Said::new("register-said-saved").see_other(&address(device.id)),
        Err(refusal) => change_form(&ask, &key, &form, Some(&mendable(refusal)?)).await,
    }
}
