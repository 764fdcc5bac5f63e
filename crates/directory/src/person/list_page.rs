//! `/personer`: who there is, found by name, mail or number, with an export; and suggestions for fields.

use kernel::{Id, PageSize, Refusal};
use maud::{Markup, html};
use texts::Words;
use web::answer::html;
use web::page::components::{Button, Row, Table};
use web::page::forms::{Fields, option};
use web::{Answer, Ask, Form, csv_answer};

use super::Card;
use super::list::{self, Question};
use crate::page::register::{Register, rows};
use crate::page::typed::unit_choices;
use crate::permissions::{EDIT, READ_PROTECTED};
use crate::unit::{self, Unit};

const PATH: &str = "/personer";

pub(crate) async fn show(ask: Ask, query: Form) -> Answer {
    let (question, after) = (question(&ask, &query), query.id("after"));
    let (found, tree) = ask
        .read(move |tx, actor, now| {
            let tree = unit::tree(tx, actor, now.local_day())?;
            Ok::<_, Refusal>((list::list(tx, actor, &question, after, PageSize::DEFAULT)?, tree))
        })
        .await?;
    let w = ask.words();
    let may_edit = ask.actor().may(&EDIT);
    let register = Register {
        title: w.t("directory-people"),
        path: PATH,
        export: Some("/personer.csv"),
        query: &query,
        filters: filters(&ask, &query, &tree),
        act: may_edit.then(|| Button::link(w.t("directory-person-new"), "/personer/ny").primary()),
    };
    let table = (!found.items.is_empty()).then(|| table(w, &found.items));
    let frame = ask.frame(w.t("directory-people"));
    html(register.show(&frame, &rows(w, PATH, &query, table, found.next.as_deref())))
}

/// The same question gives the list, its export and, by the API, its rows.
fn question(ask: &Ask, query: &Form) -> Question {
    Question {
        text: query.text("q"),
        unit: query.id("unit"),
        day: ask.now().local_day(),
        protected: query.has("protected") && ask.actor().may(&READ_PROTECTED),
    }
}

fn filters(ask: &Ask, query: &Form, tree: &[(usize, Unit)]) -> Markup {
    let w = ask.words();
    let fields = Fields::new(w, query, None);
    html! {
        (fields.text("q", w.t("directory-people-find")).kind("search"))
        (fields.select("unit", w.t("directory-belongs-to"), unit_choices(w, tree)).none(w.t("directory-any-unit")))
        @if ask.actor().may(&READ_PROTECTED) {
            (fields.check("protected", w.t("directory-protected-only")))
        }
    }
}

fn table(w: Words, cards: &[Card]) -> Table {
    let lines = cards.iter().map(|card| {
        let unit = card.unit.as_ref();
        Row::new(html! {
            a href=(format!("{PATH}/{}", card.id)) { (card.name) }
            @if !card.title.is_empty() { span class="meta" { (card.title) } }
        })
        .cell(html! { @if let Some(unit) = unit { a href=(format!("/organisation/{}", unit.slug)) { (unit.label(w.lang())) } } })
        .cell(html! { @if let Some(mail) = &card.mail { a href=(format!("mailto:{mail}")) { (mail) } } })
        .cell(html! { @if let Some(phone) = &card.phone { span class="num" { (phone) } } })
    });
    Table::new(w.t("directory-people"))
        .text(w.t("directory-name"))
        .text(w.t("directory-belongs-to"))
        .text(w.t("directory-mail"))
        .text(w.t("directory-phone"))
        .rows(lines)
}

pub(crate) async fn export(ask: Ask, query: Form) -> Answer {
    let question = question(&ask, &query);
    let cards = ask.report(move |tx, actor, _| list::export(tx, actor, &question)).await?;
    let w = ask.words();
    let heads =
        ["directory-name", "directory-title", "directory-belongs-to", "directory-mail", "directory-phone"];
    let head = heads.iter().map(|key| w.t(key)).collect();
    let lines = cards.into_iter().map(|card| {
        let unit = card.unit.as_ref().map(|unit| unit.label(w.lang()).to_owned()).unwrap_or_default();
        vec![card.name, card.title, unit, card.mail.unwrap_or_default(), card.phone.unwrap_or_default()]
    });
    csv_answer(&w.t("directory-people-file"), std::iter::once(head).chain(lines))
}

/// Suggestions for a field that names a person, as the script asks for them.
pub(crate) async fn suggest(ask: Ask, query: Form) -> Answer {
    let text = query.text("q");
    let found = ask.read(move |tx, actor, now| super::find(tx, actor, &text, now.local_day(), 8)).await?;
    let w = ask.words();
    html(html! {
        p class="sr" data-say=(w.with("directory-people-found", &[("count", found.len().into())])) {}
        @for card in &found { (option(&card.id.to_string(), &card.name, &line(w, card))) }
    })
}

/// `Lärare, Bergeskolan`.
pub(crate) fn line(w: Words, card: &Card) -> String {
    let unit = card.unit.as_ref().map(|unit| unit.label(w.lang()));
    let parts = [Some(card.title.as_str()), unit];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Where a person's page stands.
pub fn address(id: Id) -> String {
    format!("{PATH}/{id}")
}
