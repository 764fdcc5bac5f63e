//! Beside a ticket: its clock, its properties, who asked, what it has to do with.

use inventory::device::DeviceLine;
use maud::{Markup, html};
use web::Ask;
use web::page::components::{Avatar, Button, Pairs, person, who};
use web::page::{Frame, Icon};

use super::queue::PATH;
use super::{clock, words};
use crate::ticket::{Deed, Shown, Who};

pub(super) fn side(ask: &Ask, frame: &Frame, shown: &Shown) -> Markup {
    html! {
        div id="facts" data-live={ "desk.ticket:" (shown.ticket.number) } data-refresh="60" {
            (clock::clock(ask, shown))
            (properties(ask, shown))
            (requester(ask, shown))
            (links(ask, shown))
            (followers(ask, frame, shown))
        }
    }
}

/// A value with the way to change it.
fn with_edit(ask: &Ask, shown: &Shown, value: &Markup, edit: (&str, &str, Option<&'static str>)) -> Markup {
    let (what, label, key) = edit;
    let to = format!("{PATH}/{}/{what}", shown.ticket.number);
    let button =
        Button::link(ask.words().t(label), to).icon(Icon::Edit).icon_only().quiet().small().opens("");
    let button = match key {
        Some(key) => button.key(key),
        None => button,
    };
    html! { span class="val" { (value) } @if shown.deeds.contains(&Deed::Edit) { (button) } }
}

fn properties(ask: &Ask, shown: &Shown) -> Markup {
    let (w, ticket) = (ask.words(), &shown.ticket);
    let edit = |value: &Markup, what, label, key| with_edit(ask, shown, value, (what, label, key));
    let me = ask.actor().person.is_some() && ticket.assignee == ask.actor().person;
    let handler = match &shown.assignee {
        Some(one) => who(&one.name, if me { Avatar::Me } else { Avatar::Other }),
        None => html! { span class="meta" { (w.t("desk-nobody")) } },
    };
    let unknown = || html! { span class="meta" { (w.t("desk-not-said")) } };
    let service = shown.service_name.as_ref().map_or_else(unknown, |name| html! { (name) });
    let device = shown.device.as_ref().map_or_else(unknown, |device| device_link(ask, device));
    html! {
        section aria-labelledby="h-facts" {
            h2 id="h-facts" { (w.t("desk-properties")) }
            (Pairs::new()
                .pair(w.t("desk-status"), edit(&words::stage(w, ticket.stage), "status", "web-key-status", Some("s")))
                .pair(w.t("desk-priority"), edit(&words::priority(w, ticket.priority), "prioritet", "web-key-priority", Some("p")))
                .pair(w.t("desk-assignee"), edit(&handler, "tilldela", "web-key-assign", Some("t")))
                .pair(w.t("desk-group"), &shown.group_name)
                .pair(w.t("desk-service"), edit(&service, "redigera", "desk-edit", None))
                .pair(w.t("desk-device"), &device)
                .pair(w.t("desk-impact"), w.t(words::impact_key(ticket.impact)))
                .pair(w.t("desk-urgency"), w.t(words::urgency_key(ticket.urgency)))
                .maybe(w.t("desk-outcome"), ticket.outcome.filter(|_| ticket.closed_at.is_some()).map(|one| w.t(words::outcome_key(one))))
                .maybe(w.t("desk-committee"), shown.committee_name.as_ref())
                .maybe(w.t("desk-came-from"), origin(shown)))
        }
    }
}

/// The other desk, and what it called the ticket.
fn origin(shown: &Shown) -> Option<String> {
    let origin = shown.behind.as_ref()?.origin.as_ref()?;
    Some(format!("{} {}", origin.source, origin.reference))
}

fn device_link(ask: &Ask, device: &DeviceLine) -> Markup {
    html! { a href={ "/enheter/" (device.id) } title=(device.label(ask.lang())) { (device.number) } }
}

fn requester(ask: &Ask, shown: &Shown) -> Markup {
    let (w, one) = (ask.words(), &shown.requester);
    let devices = shown.behind.as_ref().map(|behind| behind.devices.as_slice()).unwrap_or_default();
    let others = w.with("desk-other-open", &[("count", shown.other_open.into())]);
    let list = one.person.map(|id| format!("{PATH}?requester={id}"));
    html! {
        section aria-labelledby="h-asker" {
            h2 id="h-asker" { (w.t("desk-reported-by")) }
            (person(&name(ask, one), &one.name, &place(shown)))
            (Pairs::new()
                .maybe(w.t("desk-phone"), one.phone.as_ref().map(|phone| html! { a href={ "tel:" (dialled(phone)) } class="num" { (phone) } }))
                .maybe(w.t("desk-mail"), one.mail.as_ref().map(|mail| html! { a href={ "mailto:" (mail) } { (mail) } }))
                .maybe(w.t("desk-devices"), (!devices.is_empty()).then(|| html! {
                    @for (nth, device) in devices.iter().take(5).enumerate() { @if nth > 0 { br; } (device_link(ask, device)) }
                }))
                .maybe(w.t("desk-tickets"), list.filter(|_| shown.other_open > 0).map(|list| html! { a href=(list) { (others) } })))
        }
    }
}

fn name(ask: &Ask, one: &Who) -> Markup {
    let w = ask.words();
    let name = if one.name.is_empty() { w.t("desk-author-unknown") } else { one.name.clone() };
    html! {
        @match one.person {
            Some(id) => a href={ "/personer/" (id) } { (name) },
            None => (name),
        }
    }
}

/// Title and unit, or that nobody vouches for who this is.
fn place(shown: &Shown) -> Vec<String> {
    let one = &shown.requester;
    let lines = [Some(&one.title), one.unit_name.as_ref().or(shown.unit_name.as_ref())];
    let lines: Vec<String> = lines.into_iter().flatten().filter(|line| !line.is_empty()).cloned().collect();
    lines
}

fn dialled(phone: &str) -> String {
    phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}

fn links(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    html! {
        @if !shown.links.is_empty() {
            section aria-labelledby="h-links" {
                h2 id="h-links" { (w.t("desk-links")) }
                ul class="links" {
                    @for one in &shown.links {
                        li {
                            a href={ (PATH) "/" (one.line.number) } { (one.line.number) " " (one.line.title) }
                            span class="meta" { (w.t(words::link_key(one.kind, one.back))) ", " (w.t(words::stage_key(one.line.stage)).to_lowercase()) }
                        }
                    }
                }
            }
        }
    }
}

fn followers(ask: &Ask, _: &Frame, shown: &Shown) -> Markup {
    let w = ask.words();
    let names: Vec<&str> = shown.followers.iter().map(|who| who.name.as_str()).collect();
    html! {
        @if !names.is_empty() {
            section aria-labelledby="h-followers" { h2 id="h-followers" { (w.t("desk-followers")) } p { (w.list(&names)) } }
        }
    }
}
