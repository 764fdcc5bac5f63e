//! `/arenden/{nr}/redigera`: what the ticket says about itself. Two who save at once both see both texts.

use axum::extract::Path;
use directory::page::sheet::clashes;
use kernel::Refusal;
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form};

use super::act_form::{self, Act, in_form, said};
use super::words::kind_key;
use crate::ticket::{self, Asker, Edit, Kind, Ref, Shown};

pub(crate) async fn show(ask: Ask, Path(number): Path<i64>, query: Form) -> Answer {
    page(&ask, number, &query, None).await
}

async fn page(ask: &Ask, number: i64, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let shown = act_form::read(ask, number).await?;
    let services = ask.read(|tx, _, _| catalogue::service::all(tx).map_err(Refusal::from)).await?;
    let w = ask.words();
    let now = [
        ("desk-col-title", "title", shown.ticket.title.clone()),
        ("desk-col-kind", "kind", shown.ticket.kind.code().to_owned()),
        ("desk-device", "device", device(&shown)),
        ("desk-requester", "requester_text", shown.requester.name.clone()),
    ];
    let services: Vec<Choice> = services
        .iter()
        .filter(|one| one.active || Some(one.id) == shown.ticket.service)
        .map(|one| Choice::new(one.id.to_string(), one.label(w.lang())))
        .collect();
    let act = Act {
        path: "redigera",
        title: w.t("desk-edit-title"),
        verb: w.t("desk-save"),
        form,
        refusal,
        lead: clashes(w, form, refusal, &now),
        shown: &shown,
    };
    act.show(ask, &fields(ask, &shown, services, form, refusal))
}

fn device(shown: &Shown) -> String {
    shown.device.as_ref().map(|device| device.number.clone()).unwrap_or_default()
}

fn fields(ask: &Ask, shown: &Shown, services: Vec<Choice>, form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let ticket = &shown.ticket;
    let fields = Fields::new(w, form, refusal);
    let kinds = Kind::ALL.iter().map(|kind| Choice::new(kind.code(), w.t(kind_key(*kind)))).collect();
    let service = ticket.service.map(|id| id.to_string()).unwrap_or_default();
    let asker = ticket.requester.person().map(|id| id.to_string()).unwrap_or_default();
    html! {
        (fields.text("title", w.t("desk-col-title")).value(&ticket.title).max(200))
        (fields.select("kind", w.t("desk-col-kind"), kinds).value(ticket.kind.code()))
        (fields.select("service", w.t("desk-service"), services).none(w.t("desk-not-said")).value(service))
        (fields.text("device", w.t("desk-device")).value(device(shown)).optional().short().hint(w.t("desk-device-hint")))
        (fields.combo("requester_text", w.t("desk-requester"), "requester", "/personer/forslag")
            .value(&shown.requester.name, asker).hint(w.t("desk-person-hint")))
    }
}

pub(crate) async fn save(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let shown = act_form::read(&ask, number).await?;
    let input = Edit {
        number,
        seen: form.number("version").unwrap_or(0),
        title: Some(form.text("title")),
        kind: Kind::parse(form.raw("kind")),
        service: Some(form.maybe("service").map(|by| Ref::parse(&by))),
        device: Some(form.maybe("device").map(|by| Ref::parse(&by))),
        asker: asker(&form, &shown),
        ..Edit::default()
    };
    match ask.write(move |tx, actor, now| ticket::edit(tx, actor, now, &input)).await {
        Ok(ticket) => act_form::done(&ask, &form, &said("desk-said-edited", &ticket), number),
        Err(refusal) => page(&ask, number, &form, Some(&in_form(refusal)?)).await,
    }
}

/// Whom the field names now, if it was changed: chosen among suggestions, or typed.
fn asker(form: &Form, shown: &Shown) -> Option<Asker> {
    if let Some(id) = form.id("requester") {
        return Some(Asker::Person(Ref::Id(id)));
    }
    let text = form.text("requester_text");
    (text != shown.requester.name).then_some(Asker::Typed(text))
}
