//! One page with every component in every state: for designers' eyes, for axe, and for the browser tests.
//! Its words are those of the frame and stand for no real thing.

use kernel::{Refusal, RefusalKind};
use maud::{Markup, html};
use texts::Words;

use super::components::{
    Answers, Avatar, Button, Composer, DayBar, Dialog, Door, Entry, Facts, Figure, FileLink, Item, Mark,
    Notice, Pace, Pager, Pairs, Receiver, Row, Source, Step, Stretch, Table, Task, Tone, Verdict, View,
    avatar, avatar_named, backlink, clash, day_bars, doors, due, empty, figures, flow, items, list_head,
    nobody, priority, priority_mark, prose, status, status_tag, tag, talk, tasks, timeline, title_row,
    verdict, views, who,
};
use super::forms::{Choice, Fields};
use super::{Frame, Icon, icon};
use crate::form::Form;
use crate::route::Room;

const NAME: &str = "maria lindqvist";

/// The content of the page; the reading room has neither timeline nor composer.
pub fn sheet(frame: &Frame, room: Room) -> Markup {
    let w = frame.w;
    html! {
        (backlink(&w.t("web-start-page"), "/"))
        (title_row(&html! { h1 class="h-xl" { (frame.title) } }, &Button::link(w.t("web-search"), "/sok").icon(Icon::Search).palette().into_markup()))
        (section("buttons", &buttons(w)))
        (section("icons", &html! { div class="acts" { @for one in Icon::ALL { (icon(*one)) } } }))
        (section("status", &states(w)))
        (section("people", &people(w)))
        (section("tables", &tables(w)))
        (section("lists", &lists(w)))
        (section("remarks", &remarks(w)))
        (section("talk", &talked(w)))
        @if room == Room::Work {
            (section("days", &counted(w))) (section("timeline", &happened(w))) (section("composer", &composer(frame))) }
        (section("form", &form(frame, None)))
        (section("form-refused", &form(frame, Some(&refusal()))))
        (Dialog::new(w, "sheet-dialog", w.t("web-settings")).body(html! { p { (w.t("web-keys-off")) } })
            .acts(html! { (Button::script(w.t("web-close")).closes()) }).show())
    }
}

fn section(name: &str, content: &Markup) -> Markup {
    html! { section class="block" aria-labelledby={ "sheet-" (name) } { h2 id={ "sheet-" (name) } { (name) } (content) } }
}

fn buttons(w: Words) -> Markup {
    let label = || w.t("web-search");
    html! {
        div class="acts" {
            (Button::link(label(), "#main").primary()) (Button::link(label(), "#main")) (Button::link(label(), "#main").quiet())
            (Button::link(label(), "#main").danger()) (Button::link(label(), "#main").small()) (Button::link(label(), "#main").large())
            (Button::link(label(), "#main").icon(Icon::Search)) (Button::link(label(), "#main").icon(Icon::Search).icon_only())
            (Button::link(label(), "#main").key("u")) (Button::link(label(), "#main").primary().icon(Icon::Plus).key("y"))
            (Button::link(label(), "#sheet-dialog").opens("sheet-dialog"))
        }
    }
}

fn states(w: Words) -> Markup {
    let word = w.t("web-menu");
    html! {
        p class="acts" { @for mark in Mark::ALL { (status(mark, &word)) } }
        p class="acts" { @for mark in Mark::ALL { (status_tag(mark, &word)) } }
        p class="acts" { @for tone in Tone::ALL { (tag(tone, None, &word)) } }
        p class="acts" { @for level in 1..=4 { (priority(level, &word)) (priority_mark(level, &word)) } }
        p class="acts" { @for one in [Verdict::Kept, Verdict::Broken, Verdict::NotMeasured] { (verdict(one, &word)) } }
        div class="acts" { @for pace in [Pace::Calm, Pace::Soon, Pace::Late] { div class=(pace.class()) { (due(&word, Some(60))) } } }
    }
}

fn people(w: Words) -> Markup {
    html! {
        p class="acts" {
            (avatar(NAME, Avatar::Other)) (avatar(NAME, Avatar::Big)) (avatar_named(NAME, Avatar::Me)) (avatar_named(NAME, Avatar::Here))
            (nobody(&w.t("web-dismiss"))) (who(NAME, Avatar::Other))
        }
    }
}

fn tables(w: Words) -> Markup {
    let name = || w.t("web-search");
    let table = Table::new(name())
        .text(name())
        .sortable(w.t("web-menu"), "#main", Some(super::components::Sorted::Rising))
        .number(w.t("web-pager"))
        .row(Row::new(NAME).cell(name()).cell_like("b", w.number(1_250)))
        .row(
            Row::new(html! { a href="#main" { (NAME) } span class="meta" { (name()) } })
                .cell(name())
                .cell_like("same", "0"),
        )
        .sum(Row::new(name()).cell("").cell(w.number(1_250)));
    let own = Source::Own(html! { (w.t("web-settings")) });
    let locked = Source::Locked { word: w.t("web-close"), name: w.t("web-product") };
    let facts = Facts::new(w.t("web-settings"), [name(), name(), name()])
        .fact(name(), NAME, Some(own))
        .fact(w.t("web-menu"), NAME, Some(locked))
        .hidden(w.t("web-close"), w.t("web-dismiss"), None);
    html! { (table) (facts) (Pager::new(w, name(), "/sok", &Form::default(), Some("x"))) }
}

fn lists(w: Words) -> Markup {
    let word = || w.t("web-search");
    let views_of = [(true, Some(31)), (false, None)].map(|(current, count)| View {
        label: word(),
        href: "#main".to_owned(),
        count,
        current,
    });
    let figure = Figure {
        name: word(),
        value: w.percent(73),
        detail: w.out_of(18, 20),
        href: Some("#main".to_owned()),
    };
    let task = |mark| Task { title: NAME, href: "#main", about: NAME, status: status(mark, NAME) };
    html! {
        (list_head(&word(), &Button::link(word(), "#main").into_markup(), None))
        (views(&word(), &views_of))
        (Pairs::new().pair(word(), NAME).maybe(word(), None::<&str>).pair(word(), who(NAME, Avatar::Other)))
        (figures(&[figure.clone(), Figure { href: None, ..figure }]))
        (items(&[Item::new(NAME, "#main", word()).end(status(Mark::New, &word())), Item::new(NAME, "#main", word()).asks(true)]))
        (doors(&[Door { title: NAME, about: NAME, href: "#main" }, Door { title: NAME, about: NAME, href: "#main" }]))
        (tasks(&[task(Mark::Resolved), task(Mark::New)]))
        (Answers::new().answer(word(), NAME, Some((w.t("web-close"), "#main".to_owned()))).answer(word(), NAME, None))
        (flow(&[(Step::Done, word(), String::new()), (Step::Now, word(), word()), (Step::Ahead, word(), word())]))
    }
}

fn remarks(w: Words) -> Markup {
    let word = w.t("web-search");
    html! {
        @for tone in Tone::ALL { (Notice::new(tone, w.t("web-settings")).text(w.t("web-keys-off")).act(Button::link(&*word, "#main"))) }
        (empty(&w.t("web-settings"), &w.t("web-keys-off"), Some(&Button::link(&*word, "#main").primary())))
        (clash((&word, NAME), (&word, NAME)))
    }
}

fn happened(w: Words) -> Markup {
    let word = w.t("web-search");
    let files = vec![FileLink {
        name: "skarm.png".to_owned(),
        size: w.file_size(31_400_000),
        href: "#main".to_owned(),
    }];
    let text = || prose("a\nb\n\nc");
    html! {
        (timeline(&[
            Entry::message("e1", NAME, false, &*word, text()).files(files),
            Entry::event("e2", Icon::Link, html! { b { (NAME) } " " (word) }, &*word),
            Entry::folded("e3", &*word, vec![html! { (word) }, html! { (NAME) }]),
            Entry::note("e4", NAME, true, &*word, w.t("web-settings"), text()),
        ]))
    }
}

fn counted(w: Words) -> Markup {
    let words =
        [Stretch::Counted, Stretch::Paused, Stretch::Left].map(|stretch| (stretch, w.t("web-search")));
    let day = DayBar {
        weekday: w.t("date-weekday-5"),
        date: w.t("web-menu"),
        stretches: vec![(Stretch::Counted, 0, 300), (Stretch::Paused, 300, 400), (Stretch::Left, 700, 300)],
        happened: vec![NAME.to_owned(), w.t("web-menu")],
        sum: w.duration(145),
        sum_word: w.t("web-search"),
    };
    day_bars(
        &words,
        &[day, DayBar { weekday: w.t("date-weekday-6"), sum_word: w.t("web-close"), ..DayBar::default() }],
    )
}

fn talked(w: Words) -> Markup {
    talk(&[(NAME.to_owned(), w.t("web-search"), prose("a\nb\n\nc"))])
}

fn composer(frame: &Frame) -> Markup {
    let w = frame.w;
    let receiver = |value, internal| Receiver {
        value,
        label: w.t("web-key-reply"),
        send: w.t("web-key-send"),
        key: None,
        internal,
    };
    Composer::new(w, "/sok", &frame.csrf, vec![receiver("reply", false), receiver("note", true)])
        .files(100_000_000)
        .filled("note", NAME)
        .into_markup()
}

fn refusal() -> Refusal {
    let mut first = Refusal::invalid("text", "form-too-large");
    first.more = vec![
        Refusal::invalid("one", "form-unreadable"),
        Refusal::new(RefusalKind::Invalid, "request-unreadable"),
    ];
    first
}

fn form(frame: &Frame, refusal: Option<&Refusal>) -> Markup {
    let (w, empty) = (frame.w, Form::default());
    let fields = Fields::new(w, &empty, refusal).prefixed(if refusal.is_some() { "bad-" } else { "good-" });
    let word = || w.t("web-search");
    let choices =
        || ["1", "2", "3"].map(|value| Choice::new(value, word()).about(w.t("web-keys-off"))).to_vec();
    html! {
        (fields.summary())
        form method="get" action="/sok" {
            (fields.text("text", word()).hint(w.t("web-keys-off")))
            (fields.area("area", word()).optional())
            div class="fields" { (fields.text("tel", word()).kind("tel").short().autocomplete("tel")) (fields.select("select", word(), choices()).none("–")) }
            (fields.radios("one", word(), choices()).value("2"))
            (fields.checks("some", word(), choices()).plain())
            (fields.check("yes", word()).hint(w.t("web-keys-off")))
            (fields.file("file", word(), 25_000_000).optional().accept("image/*,.pdf"))
            (fields.combo("who_text", word(), "who", "/sok"))
            div class="formacts" { (Button::submit(word()).primary().large()) a href="/" { (w.t("web-start-page")) } }
        }
    }
}

/// A component as markup.
trait IntoMarkup {
    fn into_markup(self) -> Markup;
}

impl<T: maud::Render> IntoMarkup for T {
    fn into_markup(self) -> Markup {
        self.render()
    }
}
