//! A letter as HTML.

use maud::{Markup, html};
use texts::Words;

use super::letter::Block;
use crate::inbound::quote::ANSWER_ABOVE;

/// No style and no image: it reads the same in every program, and nothing is fetched.
pub(super) fn show(w: Words, blocks: &[Block]) -> String {
    let (open, close) = ANSWER_ABOVE;
    html! {
        (maud::DOCTYPE)
        html lang=(w.lang().code()) {
            head { meta charset="utf-8"; }
            body {
                @for block in blocks {
                    @match block {
                        Block::AnswerAbove(line) => p { small { (open) " " (line) " " (close) } },
                        Block::Line(line) => p { (line) },
                        Block::Link(label, link) => p { (label) " " a href=(link) { (link) } },
                        Block::Words(words) => (paragraphs(words)),
                        Block::Quote(by, words) => { p { small { (by) } } blockquote { (paragraphs(words)) } },
                        Block::Foot(line) => { hr; p { small { (line) } } },
                    }
                }
            }
        }
    }
    .into_string()
}

fn paragraphs(words: &str) -> Markup {
    html! {
        @for paragraph in words.trim().split("\n\n") {
            p { @for (nth, line) in paragraph.lines().enumerate() { @if nth > 0 { br; } (line) } }
        }
    }
}
