//! What the pages that act on a ticket share: each is a page with a form, shown as a dialog where there is script.

use directory::page::sheet::Sheet;
use directory::page::typed::mendable;
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields, TextField};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Failure, Form, Said};

use super::queue::PATH;
use super::timeline;
use super::words::first_name;
use crate::message::Note;
use crate::ticket::{self, Crew, Shown, Ticket};

/// One ticket, and whom it may be given to.
pub(super) async fn read(ask: &Ask, number: i64) -> Result<Shown, Refusal> {
    let shown = ask.read(move |tx, actor, now| ticket::show(tx, actor, now, number)).await?;
    if shown.view == ticket::View::Work { Ok(shown) } else { Err(Refusal::forbidden("no-permission")) }
}

pub(super) async fn read_crew(ask: &Ask) -> Result<Crew, Refusal> {
    ask.read(ticket::crew).await
}

/// A page about one ticket that asks how.
pub(super) struct Act<'a> {
    pub shown: &'a Shown,
    /// The last part of its address, where its form is sent too.
    pub path: &'a str,
    pub title: String,
    pub verb: String,
    pub form: &'a Form,
    pub refusal: Option<&'a Refusal>,
    /// What stands over the fields.
    pub lead: Option<Markup>,
}

impl Act<'_> {
    pub(super) fn show(self, ask: &Ask, fields: &Markup) -> Answer {
        let w = ask.words();
        let number = self.shown.ticket.number;
        let back = w.with("desk-back-to", &[("number", number.to_string().into())]);
        let to = format!("{PATH}/{number}");
        let missed = missed(ask, self.shown, self.form, self.refusal);
        let lead = html! {
            p class="meta about" { span class="num" { (number) } " " (self.shown.ticket.title) }
            @if let Some(missed) = missed { (missed) }
            @if let Some(lead) = self.lead { (lead) }
        };
        let sheet = Sheet {
            title: self.title,
            back: (&*back, &*to),
            action: format!("{to}/{}", self.path),
            verb: self.verb,
            form: self.form,
            refusal: self.refusal,
            lead: Some(lead),
        };
        let hidden = html! {
            // What the reader was looking at: the page as it is now, so that a second try is a decision.
            input type="hidden" name="version" value=(self.shown.ticket.version);
            input type="hidden" name="id" value=(self.form.id("id").unwrap_or_default());
            @if let Some(next) = self.form.next() { input type="hidden" name="next" value=(next); }
        };
        sheet.show(ask, &html! { (hidden) (fields) })
    }
}

/// What others did while the form stood open.
fn missed(ask: &Ask, shown: &Shown, form: &Form, refusal: Option<&Refusal>) -> Option<Markup> {
    if refusal?.kind != RefusalKind::Stale {
        return None;
    }
    let lines = timeline::done_since(ask, shown, form.number("version").unwrap_or(0));
    Some(html! {
        div class="notice warn" {
            (web::page::icon(web::page::Icon::Warning))
            div { h2 { (ask.words().t("desk-done-since")) } ul { @for line in &lines { li { (line) } } } }
        }
    })
}

/// The text of a form under its id, so that a form sent twice says it once.
pub(super) fn note(form: &Form, field: &str) -> Option<Note> {
    form.maybe(field).map(|text| Note::new(form.id("id").unwrap_or_default(), text))
}

/// Back to where the act began, with what was done.
pub(super) fn done(ask: &Ask, form: &Form, said: &Said, number: i64) -> Answer {
    let _ = ask;
    said.see_other(&form.next().unwrap_or_else(|| format!("{PATH}/{number}")))
}

/// A line about what was done to one ticket.
pub(super) fn said(key: &str, ticket: &Ticket) -> Said {
    Said::new(key).with("number", ticket.number.to_string())
}

/// The same with the way back.
pub(super) fn undoable(key: &str, ticket: &Ticket) -> Said {
    said(key, ticket).undo(format!("{PATH}/{}/angra/{}", ticket.number, ticket.version))
}

/// What the form can mend is shown in it; anything else is an answer of its own.
pub(super) fn in_form(refusal: Refusal) -> Result<Refusal, Failure> {
    mendable(refusal)
}

/// `Meddelande till Maria`.
pub(super) fn message<'a>(ask: &Ask, fields: &Fields<'a>, shown: &Shown, name: &'a str) -> TextField<'a> {
    let w = ask.words();
    let to = first_name(w, &shown.requester);
    fields.area(name, w.with("desk-message-to", &[("name", to.into())])).rows(4)
}

pub(super) fn people(crew: &Crew) -> Vec<Choice> {
    let people = crew.people.iter().filter_map(|one| Some((one.who.person?, one)));
    people
        .map(|(id, one)| Choice::new(id.to_string(), format!("{} ({})", one.who.name, one.groups.join(", "))))
        .collect()
}

pub(super) fn groups(ask: &Ask, crew: &Crew) -> Vec<Choice> {
    crew.groups.iter().map(|group| Choice::new(group.id.to_string(), group.label(ask.lang()))).collect()
}

/// A form of one button, as the quick way in a dialog.
pub(super) fn one_button(csrf: &str, action: &str, button: &Markup, more: &Markup) -> Markup {
    html! { form method="post" action=(action) class="quickly" { (csrf_field(csrf)) (more) (button) } }
}
