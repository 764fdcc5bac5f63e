//! Why a subject is due then, as parts of its owner's page: the owner brings frame, address and title of the subject.
//!
//! - [`headline`]: the answer in one line, for the page's `h1`
//! - [`why`]: the answer in words, the four figures, the time day by day and as a table
//! - [`rules`]: for the side: what was promised, by which hours, what pauses, and when it would have been due otherwise

/// The time day by day, as bars.
mod picture;
mod rules;
mod table;

use kernel::Moment;
use maud::{Markup, html};
use texts::Words;
use web::page::components::{Figure, figures};

use super::{Explanation, Outcome, State};

pub use rules::rules;

/// The answer in one line.
pub fn headline(w: Words, now: Moment, why: &Explanation) -> String {
    let Some(due) = why.due.resolution else {
        return w.t(if why.resolution.goal_minutes.is_some() {
            "promise-why-paused"
        } else {
            "promise-why-nothing"
        });
    };
    match (why.resolution.state, why.resolution.outcome) {
        (_, Outcome::NotMeasured) => w.t("promise-why-nothing"),
        (State::Stopped, Outcome::Broken) => {
            w.with("promise-why-stopped-late", &[("when", w.when(due, now).into())])
        }
        (State::Stopped, _) => w.with("promise-why-stopped-in-time", &[("when", w.when(due, now).into())]),
        (_, Outcome::Broken) => w.with("promise-why-late", &[("when", w.when(due, now).into())]),
        (_, _) => w.with("promise-why-due", &[("when", w.when(due, now).into())]),
    }
}

/// Words, figures, picture and table.
pub fn why(w: Words, now: Moment, why: &Explanation) -> Markup {
    html! {
        p class="say" { (say(w, why)) }
        (figures(&numbers(w, why)))
        (picture::section(w, why))
        (table::section(w, now, why))
    }
}

fn say(w: Words, why: &Explanation) -> String {
    let used = w.duration(why.resolution.running_minutes);
    let mut said = match why.resolution.goal_minutes {
        None => vec![w.with("promise-why-say-nothing", &[("used", used.into())])],
        Some(goal) => {
            vec![w.with("promise-why-say", &[("goal", w.duration(goal).into()), ("used", used.into())])]
        }
    };
    if why.resolution.paused_minutes > 0 {
        let paused = w.duration(why.resolution.paused_minutes);
        said.push(w.with("promise-why-say-paused", &[("paused", paused.into())]));
    }
    said.join(" ")
}

fn numbers(w: Words, why: &Explanation) -> Vec<Figure> {
    let figure = |key: &str, minutes: Option<i64>| {
        let value = minutes.map_or_else(|| w.t("promise-not-measured"), |minutes| w.duration(minutes));
        Figure { name: w.t(key), value, detail: String::new(), href: None }
    };
    vec![
        figure("promise-why-goal", why.resolution.goal_minutes),
        figure("promise-why-counted", Some(why.resolution.running_minutes)),
        figure("promise-why-left", why.left_minutes),
        figure("promise-why-paused-time", Some(why.resolution.paused_minutes)),
    ]
}
