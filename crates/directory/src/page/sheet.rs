//! One thing open in the work room, or a form about it.

use axum::http::StatusCode;
use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;
use web::answer::{html_with, status};
use web::page::components::{Button, clash, crumbs};
use web::page::layout::{Pane, csrf_field, work_room_slim};
use web::page::{Frame, forms::Fields};
use web::{Answer, Ask, Form};

/// Where the reader came from: the words and the address.
pub type Back<'a> = (&'a str, &'a str);

/// The toolbar of an open thing: the way back, its name, its acts.
pub fn toolbar(w: Words, back: Back<'_>, here: &str, acts: &Markup) -> Markup {
    html! { (crumbs(&w.t("register-you-are-here"), back, &html! { (here) })) (acts) }
}

/// A form on a page of its own.
pub struct Sheet<'a> {
    pub title: String,
    pub back: Back<'a>,
    /// Where the form is sent.
    pub action: String,
    /// The verb of its button.
    pub verb: String,
    pub form: &'a Form,
    pub refusal: Option<&'a Refusal>,
    /// What stands between the title and the fields.
    pub lead: Option<Markup>,
}

impl Sheet<'_> {
    /// 200, or the refusal's own status when it is shown again.
    pub fn show(self, ask: &Ask, fields: &Markup) -> Answer {
        let w = ask.words();
        let frame = Frame { errors: self.refusal.is_some(), ..ask.frame(self.title.clone()) };
        let body = html! {
            (Fields::new(w, self.form, self.refusal).summary())
            h1 { (self.title) }
            @if let Some(lead) = &self.lead { (lead) }
            form method="post" action=(self.action) {
                (csrf_field(&frame.csrf))
                (fields)
                div class="formacts" {
                    (Button::submit(self.verb).primary())
                    a href=(self.back.1) data-close { (w.t("register-cancel")) }
                }
            }
        };
        let pane = Pane {
            toolbar: Some(toolbar(w, self.back, &self.title, &html! {})),
            body: Some(body),
            ..Pane::default()
        };
        let code = self.refusal.map_or(StatusCode::OK, |refusal| status(refusal.kind));
        html_with(code, work_room_slim(&frame, pane.show(&frame), None))
    }
}

/// A field of a form: the text key of its label, its name, and what stands there now.
pub type Now<'a> = (&'a str, &'static str, String);

/// When somebody else saved first: what was typed and what stands there now, where they differ. Nothing is lost;
/// the form carries the new version, so that a second save is a decision.
pub fn clashes(w: Words, form: &Form, refusal: Option<&Refusal>, now: &[Now<'_>]) -> Option<Markup> {
    if refusal?.kind != RefusalKind::Stale {
        return None;
    }
    let differs = |(_, name, theirs): &&Now<'_>| form.text(name) != theirs.replace("\r\n", "\n").trim();
    let line = |label: &str, text: &str| format!("{}: {text}", w.t(label));
    let (yours, theirs): (Vec<String>, Vec<String>) = now
        .iter()
        .filter(differs)
        .map(|(label, name, theirs)| (line(label, &form.text(name)), line(label, theirs)))
        .unzip();
    let (yours, theirs) = (yours.join("\n"), theirs.join("\n"));
    Some(clash((&w.t("register-yours"), &yours), (&w.t("register-theirs"), &theirs)))
}
