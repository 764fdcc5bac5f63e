//! A slice to tell stories with: a note to write, a list for those who work here, and everything that can go wrong.

use db::{Engine, Tx};
use kernel::{Actor, Channel, Clock, Grant, Lang, Moment, Permission, Refusal, RefusalKind, Role};
use maud::html;
use testkit::{House, Site};
use web::page::forms::Fields;
use web::page::layout::{csrf_field, reading_room, work_room};
use web::{Answer, Ask, Form, Hit, MenuItem, OPEN, Room, SIGNED_IN, Said, Slice, answer, get, post};

pub static WORK: Permission = Permission { code: "toy.note.work", roles: &[Role::FirstLine] };

const SV: &str = "toy-help = Hjälp\ntoy-notes = Anteckningar\ntoy-note = Anteckning\ntoy-said = { $count ->\n    [one] En rad sparad\n   *[other] { $count } rader sparade\n}\nrefusal-toy-empty = Skriv något.\nrefusal-toy-long = Korta texten till { $max } tecken.\nrefusal-toy-starting = { $done } av { $of } klart.\n";
const EN: &str = "toy-help = Help\ntoy-notes = Notes\ntoy-note = Note\ntoy-said = { $count ->\n    [one] One line saved\n   *[other] { $count } lines saved\n}\nrefusal-toy-empty = Write something.\nrefusal-toy-long = Shorten the text to { $max } characters.\nrefusal-toy-starting = { $done } of { $of } done.\n";

pub fn slice() -> Slice {
    let item = |label, href, room, order| MenuItem {
        label,
        href,
        icon: "i-list",
        room,
        need: if room == Room::Work { (&WORK).into() } else { SIGNED_IN },
        group: None,
        go: (room == Room::Work).then_some('a'),
        order,
    };
    Slice {
        name: "toy",
        texts: Some(texts::Source { slice: "toy", sv: SV, en: EN }),
        routes: vec![
            get("/logga-in", OPEN, door),
            get("/hjalp", SIGNED_IN, write_page),
            post("/hjalp", SIGNED_IN, write),
            get("/arenden", &WORK, list),
            get("/fel/{what}", OPEN, fail),
            post("/fel/{what}", OPEN, fail),
            get("/api/v1/notes", &WORK, api),
            post("/api/v1/notes", &WORK, api_create),
            get("/api/v1/fel/{what}", OPEN, fail),
        ],
        menu: vec![
            item("toy-help", "/hjalp", Room::Reading, 1),
            item("toy-notes", "/arenden", Room::Work, 1),
        ],
        finder: Some(find),
        ..Slice::default()
    }
}

async fn door(ask: Ask) -> Answer {
    let frame = ask.frame("in");
    answer::html(web::page::layout::front_door(&frame, html! { h1 { "in" } }))
}

fn write_form(ask: &Ask, form: &Form, refusal: Option<&Refusal>) -> maud::Markup {
    let mut frame = ask.frame(ask.words().t("toy-help"));
    frame.errors = refusal.is_some();
    let fields = Fields::new(ask.words(), form, refusal);
    let content = html! {
        h1 { (ask.words().t("toy-help")) }
        (fields.summary())
        form method="post" action="/hjalp" {
            (csrf_field(&frame.csrf))
            (fields.area("text", ask.words().t("toy-note")))
            button type="submit" { "go" }
        }
    };
    reading_room(&frame, content)
}

async fn write_page(ask: Ask) -> Answer {
    answer::html(write_form(&ask, &Form::default(), None))
}

async fn write(ask: Ask, form: Form) -> Answer {
    let refusal = match form.text("text").chars().count() {
        0 => Some(Refusal::invalid("text", "toy-empty")),
        count if count > 100 => Some(Refusal::invalid("text", "toy-long").with("max", 100)),
        _ => None,
    };
    if let Some(refusal) = refusal {
        return answer::html_with(answer::status(refusal.kind), write_form(&ask, &form, Some(&refusal)));
    }
    Said::new("toy-said")
        .with("count", 2)
        .undo("/hjalp")
        .saved_draft("toy")
        .see_other(&form.next().unwrap_or("/hjalp".to_owned()))
}

async fn list(ask: Ask) -> Answer {
    let frame = ask.frame(ask.words().t("toy-notes"));
    answer::html(work_room(&frame, html! { h1 { (ask.words().t("toy-notes")) } }))
}

async fn fail(axum::extract::Path(what): axum::extract::Path<String>) -> Answer {
    Err(match what.as_str() {
        "panik" => panic!("a secret detail"),
        "fel" => Refusal::new(RefusalKind::Fault, "fault"),
        "upptaget" => Refusal::new(RefusalKind::Unavailable, "database-unavailable"),
        "krock" => Refusal::conflict("already-exists"),
        "far-inte" => Refusal::forbidden("no-permission"),
        "flera" => Refusal::all(vec![
            Refusal::invalid("text", "toy-empty"),
            Refusal::invalid("title", "toy-long").with("max", 9),
        ])
        .expect_err("faults"),
        _ => Refusal::not_found("not-found"),
    }
    .into())
}

async fn api() -> Answer {
    web::api::ok(&serde_json::json!({"items": []}))
}

async fn api_create(web::api::Json(body): web::api::Json<serde_json::Value>) -> Answer {
    web::api::created(&body, "/api/v1/notes/1", 1)
}

fn find(_: &mut Tx<'_>, actor: &Actor, text: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    let hit = |n: i64| Hit {
        title: format!("{text} {n}"),
        detail: actor.label.clone(),
        href: format!("/arenden/{n}"),
        icon: "i-list",
        kind: "toy-note",
    };
    Ok(if text == "inget" { Vec::new() } else { (1..=limit.min(3)).map(hit).collect() })
}

pub fn person(label: &str, roles: &[Role]) -> Actor {
    let grants = roles.iter().map(|role| Grant { role: *role, unit: None }).collect();
    Actor { label: label.to_owned(), grants, ..Actor::nobody(Channel::Page, Lang::Sv) }
}

pub fn teacher() -> Actor {
    person("Maria Lindqvist", &[Role::Employee])
}

pub fn agent() -> Actor {
    person("Johan Åström", &[Role::Employee, Role::FirstLine])
}

/// Tells a story at a site over a fresh database. Web holds no SQL, so one engine says it all.
pub fn at_site(story: impl Fn(&Site)) {
    testkit::on_one(Engine::Sqlite, |house: &House| {
        story(&Site::open(house, Clock::hand(Moment(1_552_392_000_000_000)), vec![slice()]));
    });
}
