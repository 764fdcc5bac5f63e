//! What happened to one thing, oldest first: what people wrote, what they did, and what can be folded away.

use maud::{Markup, Render, html};

use super::avatar::{Avatar, avatar};
use crate::page::{Icon, icon};

/// A list of [`Entry`], in the work room.
pub fn timeline(entries: &[Entry]) -> Markup {
    html! { ol class="tl" { @for entry in entries { (entry) } } }
}

/// One entry. Its id is the target of links and of live updates.
#[derive(Clone, Debug)]
pub struct Entry {
    id: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Said { by: String, me: bool, when: String, note: Option<String>, body: Markup, files: Vec<FileLink> },
    Event { shape: Icon, line: Markup, when: String },
    Folded { summary: String, lines: Vec<Markup> },
}

/// A file to fetch: its name, how large it is, where.
#[derive(Clone, Debug)]
pub struct FileLink {
    pub name: String,
    pub size: String,
    pub href: String,
}

impl Entry {
    /// What somebody wrote to somebody. `when` says to whom, how and at what time.
    pub fn message(
        id: impl Into<String>,
        by: impl Into<String>,
        me: bool,
        when: impl Into<String>,
        body: Markup,
    ) -> Self {
        let kind = Kind::Said { by: by.into(), me, when: when.into(), note: None, body, files: Vec::new() };
        Self { id: id.into(), kind }
    }

    /// What only those who work here see; `word` says so ("Intern anteckning").
    pub fn note(
        id: impl Into<String>,
        by: impl Into<String>,
        me: bool,
        when: impl Into<String>,
        word: impl Into<String>,
        body: Markup,
    ) -> Self {
        let kind = Kind::Said {
            by: by.into(),
            me,
            when: when.into(),
            note: Some(word.into()),
            body,
            files: Vec::new(),
        };
        Self { id: id.into(), kind }
    }

    /// Something done, in one line.
    pub fn event(id: impl Into<String>, shape: Icon, line: Markup, when: impl Into<String>) -> Self {
        Self { id: id.into(), kind: Kind::Event { shape, line, when: when.into() } }
    }

    /// Several small things in a row, folded under one line.
    pub fn folded(id: impl Into<String>, summary: impl Into<String>, lines: Vec<Markup>) -> Self {
        Self { id: id.into(), kind: Kind::Folded { summary: summary.into(), lines } }
    }

    #[must_use]
    pub fn files(mut self, found: Vec<FileLink>) -> Self {
        if let Kind::Said { files, .. } = &mut self.kind {
            *files = found;
        }
        self
    }
}

impl Render for Entry {
    fn render(&self) -> Markup {
        html! {
            li id=(self.id) {
                @match &self.kind {
                    Kind::Said { by, me, when, note, body, files } => {
                        (avatar(by, if *me { Avatar::Me } else { Avatar::Other }))
                        div class="by" { b { (by) } span class="meta num" { (when) } }
                        @match note {
                            Some(word) => div class="note" { div class="lock" { (icon(Icon::Lock)) (word) } (body) (attached(files)) },
                            None => { div class="msg" { (body) } (attached(files)) },
                        }
                    },
                    Kind::Event { shape, line, when } => {
                        span class="ev" { (icon(*shape)) }
                        div class="line" { (line) " " span class="meta num" { (when) } }
                    },
                    Kind::Folded { summary, lines } => {
                        span class="ev" { (icon(Icon::Dots)) }
                        details data-local { summary { (summary) } ul { @for line in lines { li class="line" { (line) } } } }
                    },
                }
            }
        }
    }
}

/// Files that came with something.
pub fn attached(files: &[FileLink]) -> Markup {
    html! {
        @if !files.is_empty() {
            div class="attached" {
                @for file in files {
                    a href=(file.href) download=(file.name) { (icon(Icon::Clip)) span { (file.name) } span class="meta num" { (file.size) } }
                }
            }
        }
    }
}

/// The same conversation as the one who asked sees it, in the reading room: who, when, what.
pub fn talk(entries: &[(String, String, Markup)]) -> Markup {
    html! {
        ol class="talk" {
            @for (by, when, body) in entries {
                li { div class="by" { b { (by) } span class="meta num" { (when) } } div class="msg" { (body) } }
            }
        }
    }
}

/// Text as it was written: a blank line makes a paragraph, a line end stays a line end.
pub fn prose(text: &str) -> Markup {
    let text = text.replace("\r\n", "\n");
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p { @for (nth, line) in paragraph.lines().enumerate() { @if nth > 0 { br; } (line) } }
        }
    }
}
