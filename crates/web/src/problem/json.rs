use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::Refusal;
use serde_json::{Value, json};
use texts::Words;

use crate::ask::Ask;

pub(super) fn response(ask: &Ask, refusal: &Refusal) -> Response {
    let body = body(ask.words(), refusal, &ask.visitor.request_id);
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
    (super::status_of(refusal), kind, body.to_string()).into_response()
}

/// Programs look at `code`, people at `title` and `detail`.
pub fn body(w: Words, refusal: &Refusal, request_id: &str) -> Value {
    let one = |fault: &Refusal| json!({"field": fault.field, "code": fault.code, "detail": w.refusal(fault)});
    let mut body = json!({
        "type": format!("urn:enhet:problem:{}", refusal.code),
        "title": w.t(super::title_key(refusal.kind)),
        "status": super::status_of(refusal).as_u16(),
        "code": refusal.code,
        "detail": w.refusal(refusal),
        "request_id": request_id,
    });
    if let Some(field) = refusal.field {
        body["field"] = json!(field);
        body["errors"] = refusal.each().map(one).collect();
    }
    body
}
