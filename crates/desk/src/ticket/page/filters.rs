//! What the list is narrowed by: a form that shows every choice, and what is on as small links that take it off.

use maud::{Markup, html};
use web::page::components::Button;
use web::page::forms::{Choice, Fields};
use web::page::layout::csrf_field;
use web::page::{Frame, Icon, icon};
use web::{Ask, Form};

use super::queue::PATH;
use super::{asked, words};
use crate::ticket::{Kind, Priority, Question, Queue, Reason, Stage};
use crate::view::SavedView;

/// The form. It says the whole question, so that leaving a view is as plain as narrowing it.
pub(super) fn panel(ask: &Ask, query: &Form, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    let now =
        Form::of(asked::whole(question).pairs().into_iter().map(|(name, value)| (name.to_owned(), value)));
    let fields = Fields::new(w, &now, None).prefixed("f-");
    html! {
        div class="filters" id="filters" hidden[!query.has("filter")] data-local {
            form method="get" action=(PATH) role="search" aria-label=(w.t("desk-filters")) {
                (fields.text("q", w.t("desk-filter-words")).kind("search"))
                (fields.select("status", w.t("desk-status"), statuses(ask)))
                (fields.select("reason", w.t("desk-filter-waits"), reasons(ask)).none(w.t("desk-filter-any")))
                (fields.select("priority", w.t("desk-priority"), priorities(ask)).none(w.t("desk-filter-any")))
                (fields.select("assignee", w.t("desk-assignee"), assignees(ask, queue)).none(w.t("desk-filter-anybody")))
                (fields.select("group", w.t("desk-group"), groups(ask, queue)).none(w.t("desk-filter-any")))
                (fields.select("service", w.t("desk-service"), services(ask, queue)).none(w.t("desk-filter-any")))
                (fields.select("kind", w.t("desk-col-kind"), kinds(ask)).none(w.t("desk-filter-any")))
                (fields.select("overdue", w.t("desk-due"), vec![Choice::new("yes", w.t("desk-filter-overdue"))]).none(w.t("desk-filter-any")))
                (fields.select("sort", w.t("desk-filter-sort"), sorts(ask)))
                // What only links set stays.
                @for name in ["requester", "unit", "device", "impact", "own"] {
                    @if now.has(name) { input type="hidden" name=(name) value=(now.raw(name)); }
                }
                div class="acts" { (Button::submit(w.t("register-show")).primary()) a class="btn quiet" href=(PATH) { (w.t("desk-filter-clear")) } }
            }
        }
    }
}

const EVERY: &str = "new,in_progress,waiting,with_supplier,resolved,closed";

fn statuses(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    let stages = [Stage::New, Stage::InProgress, Stage::WithSupplier, Stage::Resolved, Stage::Closed];
    let mut all = vec![
        Choice::new("open", w.t("desk-filter-open")),
        Choice::new("waiting", w.t("desk-filter-waiting")),
    ];
    all.extend(stages.map(|stage| Choice::new(stage.code(), w.t(words::stage_key(stage)))));
    all.push(Choice::new(EVERY, w.t("desk-filter-every")));
    all
}

fn reasons(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    let choice = |reason: Reason| Choice::new(reason.code(), w.t(words::stage_key(Stage::Waiting(reason))));
    Reason::ALL.map(choice).to_vec()
}

fn priorities(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    Priority::ALL.map(|one| Choice::new(one.number().to_string(), words::priority_word(w, one))).to_vec()
}

fn kinds(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    Kind::ALL.iter().map(|kind| Choice::new(kind.code(), w.t(words::kind_key(*kind)))).collect()
}

fn sorts(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    vec![
        Choice::new("due", w.t("desk-sort-due")),
        Choice::new("updated", w.t("desk-sort-updated")),
        Choice::new("number", w.t("desk-sort-number")),
    ]
}

fn assignees(ask: &Ask, queue: &Queue) -> Vec<Choice> {
    let w = ask.words();
    let mut all = vec![Choice::new("me", w.t("desk-filter-me")), Choice::new("none", w.t("desk-nobody"))];
    let people = queue.crew.people.iter().filter_map(|one| Some((one.who.person?, &one.who.name)));
    all.extend(people.map(|(id, name)| Choice::new(id.to_string(), name)));
    all
}

fn groups(ask: &Ask, queue: &Queue) -> Vec<Choice> {
    let choice = |group: &directory::group::Group| Choice::new(&group.slug, group.label(ask.lang()));
    queue.crew.groups.iter().map(choice).collect()
}

fn services(ask: &Ask, queue: &Queue) -> Vec<Choice> {
    queue.services.iter().map(|service| Choice::new(&service.slug, service.label(ask.lang()))).collect()
}

/// What is on, beside a view that everybody has; and the way to keep it under a name, or to forget the name.
pub(super) fn active(ask: &Ask, frame: &Frame, question: &Question, queue: &Queue) -> Markup {
    let w = ask.words();
    if asked::named(question).is_some() {
        return html! {};
    }
    let saved = asked::saved(question, &queue.views);
    let base = Question::queue().pairs();
    let on: Vec<(&'static str, String)> =
        asked::whole(question).pairs().into_iter().filter(|pair| !base.contains(pair)).collect();
    html! {
        div class="filters narrowed" id="narrowed" {
            div class="on" {
                @for (name, value) in &on {
                    a class="btn sm" href=(without(question, name)) {
                        (said(ask, queue, name, value)) " " (icon(Icon::Close)) span class="sr" { (w.t("desk-filter-take-off")) }
                    }
                }
                a class="btn quiet sm" href=(PATH) { (w.t("desk-filter-clear")) }
            }
            @match saved { Some(view) => (forget(ask, frame, view)), None => (keep(ask, frame, question)) }
        }
    }
}

fn without(question: &Question, name: &str) -> String {
    let pairs = asked::whole(question).pairs().into_iter().filter(|(other, _)| *other != name);
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value));
    let base = if name == "status" { Some(("status".to_owned(), "open".to_owned())) } else { None };
    let sort = if name == "sort" { Some(("sort".to_owned(), "due".to_owned())) } else { None };
    let form = Form::of(pairs.chain(base).chain(sort));
    asked::question(&form).map_or_else(|_| PATH.to_owned(), |question| asked::address(PATH, &question))
}

/// `Prioritet: Hög`.
fn said(ask: &Ask, queue: &Queue, name: &str, value: &str) -> String {
    let w = ask.words();
    let chosen = |choices: Vec<Choice>| {
        choices.into_iter().find(|choice| choice.value == value).map(|choice| choice.label)
    };
    let (key, word) = match name {
        "status" => ("desk-status", chosen(statuses(ask))),
        "reason" => ("desk-filter-waits", chosen(reasons(ask))),
        "priority" => ("desk-priority", chosen(priorities(ask))),
        "assignee" => ("desk-assignee", chosen(assignees(ask, queue))),
        "group" => ("desk-group", chosen(groups(ask, queue))),
        "service" => ("desk-service", chosen(services(ask, queue))),
        "kind" => ("desk-col-kind", chosen(kinds(ask))),
        "sort" => ("desk-filter-sort", chosen(sorts(ask))),
        "requester" => ("desk-requester", queue.named.requester.clone()),
        "unit" => ("desk-col-unit", queue.named.unit.clone()),
        "device" => ("desk-device", queue.named.device.clone()),
        "overdue" => ("desk-due", Some(w.t("desk-filter-overdue"))),
        "impact" => {
            ("desk-impact", crate::ticket::Level::parse(value).map(|level| w.t(words::impact_key(level))))
        }
        "own" => ("desk-requester", Some(w.t("desk-filter-me"))),
        _ => ("desk-filter-words", None),
    };
    let word = word.unwrap_or_else(|| value.to_owned());
    w.with("desk-filter-said", &[("name", w.t(key).into()), ("value", word.into())])
}

fn keep(ask: &Ask, frame: &Frame, question: &Question) -> Markup {
    let w = ask.words();
    html! {
        form method="post" action="/arenden/vyer" class="keepview" {
            (csrf_field(&frame.csrf))
            @for (name, value) in asked::whole(question).pairs() { input type="hidden" name=(name) value=(value); }
            label { span { (w.t("desk-view-name")) } input class="input" type="text" name="name" maxlength="60" required autocomplete="off"; }
            (Button::submit(w.t("desk-view-keep")).small())
        }
    }
}

fn forget(ask: &Ask, frame: &Frame, view: &SavedView) -> Markup {
    let w = ask.words();
    html! {
        form method="post" action={ "/arenden/vyer/" (view.id) "/ta-bort" } class="keepview" {
            (csrf_field(&frame.csrf))
            (Button::submit(w.t("desk-view-forget")).small().quiet())
        }
    }
}
