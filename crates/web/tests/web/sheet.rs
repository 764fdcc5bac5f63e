//! Every component on one page, in both rooms and languages: names are unique and every text is there.

use std::collections::BTreeSet;

use kernel::Lang;
use texts::Texts;
use web::Room;
use web::page::layout::{Pane, front_door, reading_room, work_room, work_room_docked, work_room_slim};
use web::page::{Frame, sheet::sheet};

fn pages() -> Vec<(String, String)> {
    let texts = Texts::new(&[web::TEXTS]).expect("sound texts").leak();
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        let mut frame = Frame::new(texts.words(lang), "sheet");
        frame.csrf = "token".to_owned();
        frame.organisation = "Ljusviks kommun".to_owned();
        for (room, page) in [
            ("reading", reading_room(&frame, sheet(&frame, Room::Reading))),
            ("work", work_room(&frame, sheet(&frame, Room::Work))),
            ("docked", work_room_docked(&frame, sheet(&frame, Room::Work), "dock", maud::html! {})),
            (
                "slim",
                work_room_slim(
                    &frame,
                    Pane { body: Some(sheet(&frame, Room::Work)), ..Pane::default() }.show(&frame),
                    None,
                ),
            ),
            ("door", front_door(&frame, sheet(&frame, Room::Work))),
        ] {
            pages.push((format!("{room} {}", lang.code()), page.into_string()));
        }
    }
    pages
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for (page, html) in pages() {
        let document = testkit::Document::read(&html);
        let mut ids = BTreeSet::new();
        let all = document.every();
        for id in all.iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id.to_owned()), "{page}: the id {id} stands twice");
        }
        for tag in &all {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "form"] {
                for id in tag.get(name).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{page}: {name}={id} on {} leads nowhere", tag.name);
                }
            }
            let leads = tag.get("href").and_then(|href| href.strip_prefix('#'));
            assert!(
                leads.is_none_or(|id| ids.contains(id)),
                "{page}: #{} leads nowhere",
                leads.unwrap_or_default()
            );
        }
    }
}

#[test]
fn every_text_is_there() {
    for (page, html) in pages() {
        assert!(
            !html.contains("web-"),
            "{page} shows a key: {:?}",
            html.find("web-").and_then(|at| html.get(at..at + 60))
        );
        assert!(!html.contains("refusal-"), "{page} shows a refusal's key");
    }
}

#[test]
fn nothing_is_inline() {
    for (page, html) in pages() {
        let document = testkit::Document::read(&html);
        for tag in document.every() {
            assert!(tag.get("style").is_none(), "{page}: <{}> has a style", tag.name);
            assert!(
                tag.name != "style" && (tag.name != "script" || tag.get("src").is_some()),
                "{page}: inline {}",
                tag.name
            );
        }
    }
}
