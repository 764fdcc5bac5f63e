//! The promise clock at the side of a ticket: until when, how much is left, and how it went.

use kernel::Moment;
use maud::{Markup, html};
use service_level::words::{capital, hours};
use service_level::{Clock, Outcome, State};
use texts::Words;
use web::Ask;
use web::page::components::{Pace, Verdict, time_bar, verdict};

use super::words::{pace, uncapital_time};
use crate::ticket::Shown;

/// The heading, the words in large type, and how pressing they are.
pub(super) fn said(ask: &Ask, shown: &Shown) -> (String, String, Pace) {
    let (w, now) = (ask.words(), ask.now());
    let Some(clock) = promised(shown) else {
        return (w.t("desk-clock-none"), w.t("desk-outcome-not-measured"), Pace::Calm);
    };
    let when = |key: &str, due: Moment| w.with(key, &[("when", w.when(due, now).into())]);
    match (clock.state, clock.due) {
        (State::Stopped, Some(due)) => (when("desk-clock-was-due", due), went(w, clock), Pace::Calm),
        (State::Stopped, None) => (w.t("desk-clock-over"), went(w, clock), Pace::Calm),
        (State::Paused, _) | (_, None) => (w.t("desk-clock-waits"), w.t("desk-clock-paused"), Pace::Calm),
        (State::Running, Some(due)) => {
            (when("desk-clock-due", due), left(w, clock, due, now), pace(Some(due), now))
        }
    }
}

/// `48 min kvar`, `2 tim 3 min kvar`: in open time, when it is more than the hour that is counted on the wall.
fn left(w: Words, clock: &Clock, due: Moment, now: Moment) -> String {
    let minutes = clock.goal_minutes.unwrap_or(0) - clock.running_minutes;
    if due < now.plus(Moment::HOUR) || minutes <= 0 {
        return w.due_words(due, now);
    }
    w.with("desk-clock-left", &[("left", w.duration(minutes).into())])
}

/// The resolution clock, where something is promised about it.
fn promised(shown: &Shown) -> Option<&Clock> {
    shown.clocks.resolution.as_ref().filter(|clock| clock.goal_minutes.is_some())
}

fn went(w: Words, clock: &Clock) -> String {
    w.t(verdict_of(clock.outcome).1)
}

pub(super) const fn verdict_of(outcome: Outcome) -> (Verdict, &'static str) {
    match outcome {
        Outcome::Kept => (Verdict::Kept, "desk-outcome-kept"),
        Outcome::Broken => (Verdict::Broken, "desk-outcome-broken"),
        Outcome::NotMeasured | Outcome::Pending => (Verdict::NotMeasured, "desk-outcome-not-measured"),
    }
}

pub(super) fn clock(ask: &Ask, shown: &Shown) -> Markup {
    let w = ask.words();
    let (head, words, pace) = said(ask, shown);
    let class = format!("clock {}", pace.class());
    let promised = promised(shown);
    html! {
        section class=(class) {
            h2 { (head) }
            @match promised {
                Some(clock) if clock.state == State::Stopped => {
                    @let (mark, key) = verdict_of(clock.outcome);
                    p class="went" { (verdict(mark, &w.t(key))) }
                    p class="meta" { (used(ask, clock)) }
                },
                Some(clock) => {
                    b { (words) }
                    (time_bar(percent(clock)))
                    p class="meta" { (counted(ask, shown, clock)) }
                },
                None => {
                    p class="went" { (verdict(Verdict::NotMeasured, &words)) }
                    p class="meta" { (w.t("desk-clock-none-about")) }
                },
            }
            (answered(ask, shown))
            @if shown.clocks.promise.is_some() {
                p { a href={ "/arenden/" (shown.ticket.number) "/varfor-da" } { (w.t("desk-why")) } }
            }
        }
    }
}

fn percent(clock: &Clock) -> u8 {
    let goal = clock.goal_minutes.unwrap_or(0).max(1);
    u8::try_from((clock.running_minutes * 100 / goal).clamp(0, 100)).unwrap_or(100)
}

/// `Lovad tid 4 timmar, räknas måndag–fredag kl. 8–16.30`.
fn counted(ask: &Ask, shown: &Shown, clock: &Clock) -> String {
    let w = ask.words();
    let goal = w.duration(clock.goal_minutes.unwrap_or(0));
    let promise = shown.behind.as_ref().and_then(|behind| behind.promise.as_ref());
    match promise {
        Some(promise) => {
            let hours = w.list(&hours(w, promise.calendar.open().definition()));
            w.with(
                "desk-clock-counted",
                &[("goal", goal.into()), ("hours", uncapital_time(w, &hours).into())],
            )
        }
        None => w.with("desk-clock-goal", &[("goal", goal.into())]),
    }
}

/// `2 tim 20 min av 4 timmar`.
fn used(ask: &Ask, clock: &Clock) -> String {
    let w = ask.words();
    let (used, goal) = (w.duration(clock.running_minutes), w.duration(clock.goal_minutes.unwrap_or(0)));
    let said = w.with("desk-clock-used", &[("used", used.into()), ("goal", goal.into())]);
    match clock.at {
        Some(at) => {
            let when = w.when(at, ask.now());
            w.with("desk-clock-solved", &[("when", when.into()), ("used", said.into())])
        }
        None => capital(&said),
    }
}

/// The first answer: still due, or how it went.
fn answered(ask: &Ask, shown: &Shown) -> Markup {
    let (w, now) = (ask.words(), ask.now());
    let Some(clock) = shown.clocks.response.as_ref().filter(|clock| clock.goal_minutes.is_some()) else {
        return html! {};
    };
    let (mark, key) = verdict_of(clock.outcome);
    html! {
        dl class="pairs answer" {
            div {
                dt { (w.t("desk-first-answer")) }
                dd {
                    @match (clock.at, clock.due) {
                        (Some(at), _) => { (verdict(mark, &w.t(key))) span class="meta num" { (capital(&w.when(at, now))) } },
                        (None, Some(due)) if clock.outcome == Outcome::Pending => {
                            div class=(pace(Some(due), now).class()) { b { (w.due_words(due, now)) } }
                        },
                        (None, Some(due)) if clock.outcome == Outcome::Broken && clock.state != State::Stopped => {
                            div class=(Pace::Late.class()) { b { (w.due_words(due, now)) } }
                        },
                        _ => (verdict(mark, &w.t(key))),
                    }
                }
            }
        }
    }
}
