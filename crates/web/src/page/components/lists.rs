//! Names with values, figures, rows of things, doors, steps: what is not a table.

use maud::{Markup, Render, html};

use crate::page::components::avatar::{Avatar, avatar};
use crate::page::{Icon, icon};

/// Name and value in a side panel. Build with [`Pairs::pair`].
#[derive(Clone, Debug, Default)]
pub struct Pairs(Vec<(String, Markup)>);

impl Pairs {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn pair(mut self, name: impl Into<String>, value: impl Render) -> Self {
        self.0.push((name.into(), value.render()));
        self
    }

    /// Only when there is a value.
    #[must_use]
    pub fn maybe(self, name: impl Into<String>, value: Option<impl Render>) -> Self {
        match value {
            Some(value) => self.pair(name, value),
            None => self,
        }
    }
}

impl Render for Pairs {
    fn render(&self) -> Markup {
        html! { dl class="pairs" { @for (name, value) in &self.0 { div { dt { (name) } dd { (value) } } } } }
    }
}

/// Initials and a name, as a value among [`Pairs`].
pub fn who(name: &str, kind: Avatar) -> Markup {
    html! { span class="who" { (avatar(name, kind)) (name) } }
}

/// The person at the head of a side panel: initials, name, and under it title and place.
pub fn person(name: &Markup, initials_of: &str, lines: &[String]) -> Markup {
    html! {
        div class="person" {
            (avatar(initials_of, Avatar::Other))
            div {
                b { (name) }
                span class="meta" { @for (nth, line) in lines.iter().enumerate() { @if nth > 0 { br; } (line) } }
            }
        }
    }
}

/// A number with its name; pressed, it opens its rows.
#[derive(Clone, Debug)]
pub struct Figure {
    pub name: String,
    pub value: String,
    /// Under the value: target, period.
    pub detail: String,
    pub href: Option<String>,
}

pub fn figures(figures: &[Figure]) -> Markup {
    html! {
        dl class="figures num" {
            @for figure in figures {
                div {
                    dt { (figure.name) }
                    dd {
                        b { @match &figure.href { Some(href) => a href=(href) { (figure.value) }, None => (figure.value) } }
                        @if !figure.detail.is_empty() { span { (figure.detail) } }
                    }
                }
            }
        }
    }
}

/// A thing in a list of few: a link, a line under it, and what stands to the right.
#[derive(Clone, Debug)]
pub struct Item {
    pub title: String,
    pub href: String,
    pub meta: String,
    pub end: Option<Markup>,
    /// It waits for the reader.
    pub asks: bool,
}

impl Item {
    pub fn new(title: impl Into<String>, href: impl Into<String>, meta: impl Into<String>) -> Self {
        Self { title: title.into(), href: href.into(), meta: meta.into(), end: None, asks: false }
    }

    #[must_use]
    pub fn end(self, end: Markup) -> Self {
        Self { end: Some(end), ..self }
    }

    #[must_use]
    pub fn asks(self, asks: bool) -> Self {
        Self { asks, ..self }
    }
}

pub fn items(items: &[Item]) -> Markup {
    html! {
        ul class="rows" {
            @for item in items {
                li class=[item.asks.then_some("asks")] {
                    div { a class="t" href=(item.href) { (item.title) } @if !item.meta.is_empty() { span class="meta" { (item.meta) } } }
                    @if let Some(end) = &item.end { (end) }
                }
            }
        }
    }
}

/// A way in: a heading that leads, and a line about it. The first is filled.
pub struct Door<'a> {
    pub title: &'a str,
    pub about: &'a str,
    pub href: &'a str,
}

pub fn doors(doors: &[Door<'_>]) -> Markup {
    html! {
        div class="doors" {
            @for (nth, door) in doors.iter().enumerate() {
                a href=(door.href) class=[(nth == 0).then_some("first")] { b { (door.title) } span { (door.about) } (icon(Icon::Right)) }
            }
        }
    }
}

/// Something to do among other things to do, with how far it has come.
pub struct Task<'a> {
    pub title: &'a str,
    pub href: &'a str,
    pub about: &'a str,
    pub status: Markup,
}

pub fn tasks(tasks: &[Task<'_>]) -> Markup {
    html! {
        ol class="tasklist" {
            @for (nth, task) in tasks.iter().enumerate() {
                li {
                    span class="no" aria-hidden="true" { (nth + 1) }
                    div { a href=(task.href) { (task.title) } p { (task.about) } }
                    (task.status)
                }
            }
        }
    }
}

/// What was answered, with a way to change each. Built with [`Answers::answer`].
#[derive(Clone, Debug, Default)]
pub struct Answers(Vec<Answered>);

/// Question, answer, and the words and address of the link that changes it.
type Answered = (String, Markup, Option<(String, String)>);

impl Answers {
    pub fn new() -> Self {
        Self::default()
    }

    /// `change` is the link's words and address; the question is read out after the words.
    #[must_use]
    pub fn answer(
        mut self,
        question: impl Into<String>,
        answer: impl Render,
        change: Option<(String, String)>,
    ) -> Self {
        self.0.push((question.into(), answer.render(), change));
        self
    }
}

impl Render for Answers {
    fn render(&self) -> Markup {
        html! {
            dl class="answers" {
                @for (question, answer, change) in &self.0 {
                    div {
                        dt { (question) }
                        dd { (answer) }
                        @if let Some((words, href)) = change { dd { a href=(href) { (words) span class="sr" { " " (question) } } } }
                    }
                }
            }
        }
    }
}

/// Where a step stands in a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Done,
    Now,
    Ahead,
}

/// Steps in order: name and detail.
pub fn flow(steps: &[(Step, String, String)]) -> Markup {
    html! {
        ol class="flow num" {
            @for (step, name, detail) in steps {
                li class=[match step { Step::Done => Some("done"), Step::Now => Some("now"), Step::Ahead => None }]
                    aria-current=[(*step == Step::Now).then_some("step")] { b { (name) } (detail) }
            }
        }
    }
}
