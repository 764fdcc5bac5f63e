//! What happened to a ticket, oldest first: what was said, and what was done in lines of grey.

use maud::{Markup, html};
use web::Ask;
use web::page::Icon;
use web::page::components::{self, FileLink, prose};

use super::events;
use super::words::{began_key, first_name};
use crate::attachment::Attachment;
use crate::message::Author;
use crate::ticket::{Entry, EntryKind, Shown};

/// So many things done in a row, and they are folded under one line.
const FOLDED: usize = 3;

pub(super) fn timeline(ask: &Ask, shown: &Shown) -> Markup {
    let mut entries = vec![first(ask, shown)];
    let mut done: Vec<&Entry> = Vec::new();
    for entry in &shown.timeline {
        match &entry.kind {
            EntryKind::Done(_) => done.push(entry),
            EntryKind::Said { .. } => {
                entries.extend(fold(ask, shown, &done));
                done.clear();
                entries.extend(said(ask, shown, entry));
            }
        }
    }
    entries.extend(fold(ask, shown, &done));
    components::timeline(&entries)
}

/// The report itself.
fn first(ask: &Ask, shown: &Shown) -> components::Entry {
    let (w, ticket) = (ask.words(), &shown.ticket);
    let when = w.when(ticket.created_at, ask.now());
    let when = w.with(began_key(ticket.source), &[("when", when.into())]);
    let me = ticket.is_from(ask.actor().person);
    let text = if ticket.description.is_empty() { &ticket.title } else { &ticket.description };
    components::Entry::message("m-first", who(ask, &shown.requester.name), me, when, words_of(ask, text))
        .files(files(ask, &shown.files))
}

fn who(ask: &Ask, name: &str) -> String {
    if name.is_empty() { ask.words().t("desk-author-unknown") } else { name.to_owned() }
}

fn said(ask: &Ask, shown: &Shown, entry: &Entry) -> Option<components::Entry> {
    let w = ask.words();
    let EntryKind::Said { id, internal, author, text, files: with, .. } = &entry.kind else { return None };
    let when = w.when(entry.at, ask.now());
    let (id, body) = (format!("m-{id}"), words_of(ask, text));
    let me = entry.by.person.is_some() && entry.by.person == ask.actor().person;
    let by = match author {
        Author::Machine => w.t("desk-author-machine"),
        _ => who(ask, &entry.by.name),
    };
    let made = if *internal {
        components::Entry::note(id, by, me, when, w.t("desk-internal-note"), body)
    } else {
        let said = match author {
            Author::Agent => w.with(
                "desk-said-to",
                &[("name", first_name(w, &shown.requester).into()), ("when", when.into())],
            ),
            Author::Requester => w.with("desk-said-back", &[("when", when.into())]),
            Author::Other => w.with("desk-said-beside", &[("when", when.into())]),
            Author::Machine => when,
        };
        components::Entry::message(id, by, me, said, body)
    };
    Some(made.files(files(ask, with)))
}

/// The text, with what it quotes from before folded away.
fn words_of(ask: &Ask, text: &str) -> Markup {
    let (new, quoted) = unquoted(text);
    html! {
        (prose(new))
        @if !quoted.is_empty() {
            details class="quoted" data-local { summary { (ask.words().t("desk-quoted")) } div { (prose(quoted)) } }
        }
    }
}

/// What is new in a mail, and the lines that begin with `>` at its end, with the line that says whose they are.
fn unquoted(text: &str) -> (&str, &str) {
    let Some(at) = text.find("\n>") else { return (text, "") };
    let (head, tail) = text.split_at(at);
    let all_quoted = tail.lines().all(|line| line.is_empty() || line.starts_with('>'));
    if head.trim().is_empty() || !all_quoted {
        return (text, "");
    }
    let lead = head.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let says_whose = head.get(lead..).is_some_and(|line| line.trim_end().ends_with(':'));
    let at = if says_whose && lead > 0 { lead } else { at };
    text.split_at(at)
}

pub(super) fn files(ask: &Ask, files: &[Attachment]) -> Vec<FileLink> {
    let link = |file: &Attachment| FileLink {
        name: file.name.clone(),
        href: format!("/bilagor/{}", file.id),
        size: ask.words().file_size(file.bytes.unsigned_abs()),
    };
    files.iter().map(link).collect()
}

fn fold(ask: &Ask, shown: &Shown, done: &[&Entry]) -> Vec<components::Entry> {
    let w = ask.words();
    let told: Vec<(&Entry, Icon, Markup)> = done
        .iter()
        .filter_map(|entry| {
            let EntryKind::Done(all) = &entry.kind else { return None };
            let (shape, line) = events::line(ask, shown, entry, all)?;
            Some((*entry, shape, line))
        })
        .collect();
    let when = |entry: &Entry| w.when(entry.at, ask.now());
    if told.len() < FOLDED {
        let one = |(entry, shape, line): (&Entry, Icon, Markup)| {
            components::Entry::event(format!("h-{}", entry.version), shape, line, when(entry))
        };
        return told.into_iter().map(one).collect();
    }
    let id = told.first().map(|(entry, _, _)| format!("h-{}", entry.version)).unwrap_or_default();
    let summary = w.with("desk-events", &[("count", told.len().into())]);
    let lines =
        told.iter().map(|(entry, _, line)| html! { (line) " " span class="meta num" { (when(entry)) } });
    vec![components::Entry::folded(id, summary, lines.collect())]
}

/// The texts that others wrote after the version that the reader had seen, each after its writer's name.
pub(super) fn written_since(ask: &Ask, shown: &Shown, seen: i64) -> String {
    let texts = shown.timeline.iter().filter(|entry| entry.version > seen).filter_map(|entry| {
        let EntryKind::Said { text, .. } = &entry.kind else { return None };
        Some(format!("{}: {text}", who(ask, &entry.by.name)))
    });
    texts.collect::<Vec<_>>().join("\n\n")
}

/// What others did after that version, a line each.
pub(super) fn done_since(ask: &Ask, shown: &Shown, seen: i64) -> Vec<Markup> {
    let later = shown.timeline.iter().filter(|entry| entry.version > seen);
    later
        .filter_map(|entry| match &entry.kind {
            EntryKind::Done(all) => events::line(ask, shown, entry, all).map(|(_, line)| line),
            EntryKind::Said { text, .. } => Some(html! { b { (who(ask, &entry.by.name)) } ": " (text) }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mail_quotes_is_told_from_what_is_new() {
        for (text, new, quoted) in [
            ("Tack!", "Tack!", ""),
            (
                "Tack!\n\nDen 3 mars skrev Johan:\n> Prova igen.\n> Hej",
                "Tack!\n\n",
                "Den 3 mars skrev Johan:\n> Prova igen.\n> Hej",
            ),
            ("Ja\n> Fungerar det?\nNej, inte det", "Ja\n> Fungerar det?\nNej, inte det", ""),
            ("Ja\n> Fungerar det?", "Ja", "\n> Fungerar det?"),
            ("\n> Bara citat", "\n> Bara citat", ""),
        ] {
            assert_eq!(unquoted(text), (new, quoted), "{text:?}");
        }
    }
}
