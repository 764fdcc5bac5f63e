//! `/arenden/flera/…`: the same act on all that are marked in the list.

use axum::extract::Path;
use directory::page::sheet::Sheet;
use kernel::{Id, Refusal};
use maud::{Markup, html};
use web::page::forms::{Choice, Fields};
use web::{Answer, Ask, Form, Said};

use super::act_form::{groups, in_form, people, read_crew};
use super::prioritise;
use super::queue::PATH;
use super::words::stage_key;
use crate::message::Note;
use crate::settings;
use crate::ticket::{self, Assign, Many, Reason, Ref, Resolve, SetStage, Stage, Step, To};

/// The acts, as their addresses name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Assign,
    Status,
    Priority,
    Resolve,
}

impl What {
    fn parse(what: &str) -> Result<Self, Refusal> {
        match what {
            "tilldela" => Ok(Self::Assign),
            "status" => Ok(Self::Status),
            "prioritet" => Ok(Self::Priority),
            "los" => Ok(Self::Resolve),
            _ => Err(Refusal::not_found("not-found")),
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Assign => "desk-many-assign",
            Self::Status => "desk-many-status",
            Self::Priority => "desk-many-priority",
            Self::Resolve => "desk-many-resolve",
        }
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Assign => "web-key-assign",
            Self::Status => "desk-status-verb",
            Self::Priority => "desk-save",
            Self::Resolve => "desk-resolve-short",
        }
    }
}

pub(crate) async fn show(ask: Ask, Path(what): Path<String>, query: Form) -> Answer {
    page(&ask, &what, &query, None).await
}

async fn page(ask: &Ask, what: &str, form: &Form, refusal: Option<&Refusal>) -> Answer {
    let act = What::parse(what)?;
    let w = ask.words();
    let numbers = numbers(form);
    let back = w.t("desk-queue-title");
    let count = || ("count", numbers.len().into());
    let to = form.next().unwrap_or_else(|| PATH.to_owned());
    let sheet = Sheet {
        title: w.with(act.title(), &[count()]),
        back: (&*back, &*to),
        action: format!("{PATH}/flera/{what}"),
        verb: w.t(act.verb()),
        form,
        refusal,
        lead: Some(which(&numbers)),
    };
    let fields = Fields::new(w, form, refusal);
    let asked = match act {
        What::Assign => {
            let crew = read_crew(ask).await?;
            html! {
                (fields.select("group", w.t("desk-group"), groups(ask, &crew)).none(w.t("desk-unchanged")))
                (fields.select("assignee", w.t("desk-assignee"), assignees(ask, people(&crew))).none(w.t("desk-unchanged")))
            }
        }
        What::Status => html! {
            (fields.radios("to", w.t("desk-status-to"), places(ask)).value("in_progress").plain())
            (fields.area("message", w.t("desk-many-message")).rows(4).optional().hint(w.t("desk-status-message-hint")))
        },
        What::Priority => {
            let matrix = ask.read(|tx, _, _| settings::all(tx).map_err(Refusal::from)).await?.matrix;
            html! { (prioritise::questions(w, &fields, None)) (prioritise::gives(w, &matrix)) }
        }
        What::Resolve => html! {
            (fields.area("message", w.t("desk-resolve-what")).rows(4).hint(w.t("desk-many-message-hint")).autofocus())
        },
    };
    sheet.show(ask, &html! { (hidden(&numbers, form)) (asked) })
}

fn numbers(form: &Form) -> Vec<i64> {
    let mut numbers: Vec<i64> = form.all("nr").into_iter().filter_map(|number| number.parse().ok()).collect();
    numbers.dedup();
    numbers
}

fn which(numbers: &[i64]) -> Markup {
    let said: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    html! { p class="meta num" { (said.join(", ")) } }
}

fn hidden(numbers: &[i64], form: &Form) -> Markup {
    html! {
        @for number in numbers { input type="hidden" name="nr" value=(number); }
        @if let Some(next) = form.next() { input type="hidden" name="next" value=(next); }
    }
}

fn assignees(ask: &Ask, people: Vec<Choice>) -> Vec<Choice> {
    let w = ask.words();
    let me = ask.actor().person.map(|id| Choice::new(id.to_string(), w.t("desk-filter-me")));
    me.into_iter().chain([Choice::new("none", w.t("desk-nobody"))]).chain(people).collect()
}

fn places(ask: &Ask) -> Vec<Choice> {
    let w = ask.words();
    let waits = Reason::ALL.map(|reason| (reason.code(), Stage::Waiting(reason)));
    let all = [("in_progress", Stage::InProgress)].into_iter().chain(waits);
    let all = all.chain([("supplier", Stage::WithSupplier)]);
    all.map(|(code, stage)| Choice::new(code, w.t(stage_key(stage)))).collect()
}

pub(crate) async fn save(ask: Ask, Path(what): Path<String>, form: Form) -> Answer {
    let act = What::parse(&what)?;
    let numbers = numbers(&form);
    let count = numbers.len();
    let refused = match steps(act, &numbers, &form) {
        Ok(steps) => {
            let input = Many { steps };
            ask.write(move |tx, actor, now| ticket::many(tx, actor, now, &input)).await
        }
        Err(refusal) => Err(refusal),
    };
    let refused = match refused {
        Ok(refused) => refused,
        Err(refusal) => return page(&ask, &what, &form, Some(&in_form(refusal)?)).await,
    };
    let left: Vec<String> = refused.iter().map(|one| one.number.to_string()).collect();
    let said = if left.is_empty() {
        Said::new("desk-said-many").with("count", count)
    } else {
        let (done, numbers) = (count - left.len(), ask.words().list(&left));
        Said::new("desk-said-some").with("count", done).with("of", count.to_string()).with("numbers", numbers)
    };
    said.see_other(&form.next().unwrap_or_else(|| PATH.to_owned()))
}

/// One command for each number.
fn steps(act: What, numbers: &[i64], form: &Form) -> Result<Vec<Step>, Refusal> {
    let text = |field: &str| form.maybe(field).map(|text| Note::new(Id::new(), text));
    let seen = None;
    let made = |number: i64| -> Result<Step, Refusal> {
        Ok(match act {
            What::Assign => {
                let by = form.maybe("assignee");
                let assignee = by.map(|by| if by == "none" { None } else { Some(Ref::parse(&by)) });
                let group = form.maybe("group").map(|by| Ref::parse(&by));
                Step::Assign(Assign { number, seen, group, assignee, note: None })
            }
            What::Status => {
                let to = To::parse(form.raw("to")).ok_or(Refusal::invalid("to", "desk-status-missing"))?;
                Step::SetStage(SetStage { number, seen, to, message: text("message") })
            }
            What::Priority => {
                let (impact, urgency) = prioritise::levels(form)?;
                Step::Prioritise { number, impact, urgency }
            }
            What::Resolve => {
                let message = Note::new(Id::new(), form.text("message"));
                Step::Resolve(Resolve { number, seen, message, cause: None })
            }
        })
    };
    numbers.iter().map(|number| made(*number)).collect()
}
