//! Who else has a ticket open: asked by script every twenty seconds, answered with the line that says so.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::html;
use web::page::components::{Avatar, avatar};
use web::{Answer, Ask, Form};

use crate::presence::{self, Touch};

pub(crate) async fn beat(ask: Ask, Path(number): Path<i64>, form: Form) -> Answer {
    let input = Touch { number, writing: form.raw("writing") == "1", leaving: form.has("leave") };
    let beside = ask.write(move |tx, actor, now| presence::meet(tx, actor, now, &input)).await?;
    if beside.is_empty() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let w = ask.words();
    let said: Vec<String> = beside
        .iter()
        .map(|(who, writing)| {
            let key = if *writing { "desk-here-writes" } else { "desk-here-reads" };
            w.with(key, &[("name", who.name.as_str().into())])
        })
        .collect();
    web::answer::html(html! {
        @for (who, _) in &beside { (avatar(&who.name, Avatar::Here)) }
        span data-say=(said.join(" ")) { (said.join(" ")) }
    })
}
