//! What was just done, said on the next page: carried over the redirect in a short-lived cookie of this browser,
//! as a text key with its values, never as a sentence.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use texts::{Arg, Words};

use crate::answer::{self, Answer};
use crate::form::is_local;
use crate::guard::cookie;
use crate::page::Toast;

const COOKIE: &str = "sagt";

/// `Said::new("desk-said-assigned").with("number", "28417").undo("/arenden/28417/angra").see_other("/arenden")`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Text key of the line; empty when only a draft is to be forgotten.
    key: String,
    values: Vec<(String, Value)>,
    undo: Option<String>,
    /// The `data-draft` whose text is now saved, so that script forgets it.
    saved_draft: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Number(i64),
    Text(String),
}

impl Said {
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), ..Self::default() }
    }

    /// A value of the text, as for [`Words::with`]: whole numbers count, ticket numbers are given as text.
    #[must_use]
    pub fn with<'a>(mut self, name: &str, value: impl Into<Arg<'a>>) -> Self {
        let value = match value.into() {
            Arg::Text(text) => Value::Text(text.into_owned()),
            Arg::Number(number) => Value::Number(number),
        };
        self.values.push((name.to_owned(), value));
        self
    }

    /// Where a press on Undo posts to.
    #[must_use]
    pub fn undo(mut self, action: impl Into<String>) -> Self {
        self.undo = Some(action.into());
        self
    }

    #[must_use]
    pub fn saved_draft(mut self, name: impl Into<String>) -> Self {
        self.saved_draft = Some(name.into());
        self
    }

    /// On to the next page (303), which says it.
    pub fn see_other(&self, to: &str) -> Answer {
        let mut response = answer::see_other(to)?;
        let body = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default());
        let value = format!("{COOKIE}={body}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        Ok(response)
    }

    pub(crate) fn read(headers: &HeaderMap) -> Option<Self> {
        let said: Self =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cookie(headers, COOKIE)?).ok()?).ok()?;
        // A cookie is the browser's word: the way back must lead to ourselves.
        let ours = said.undo.as_deref().is_none_or(is_local);
        ours.then_some(said)
    }

    /// Forgets it once a page has said it.
    pub(crate) fn forget(response: &mut Response) {
        let gone = HeaderValue::from_static("sagt=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }

    pub(crate) fn toast(&self, w: Words) -> Option<Toast> {
        let arg = |value: &Value| match value {
            Value::Text(text) => Arg::from(text.clone()),
            Value::Number(number) => Arg::Number(*number),
        };
        let values: Vec<(&str, Arg<'_>)> =
            self.values.iter().map(|(name, value)| (name.as_str(), arg(value))).collect();
        w.find(&self.key)?;
        Some(Toast { text: w.with(&self.key, &values), undo: self.undo.clone() })
    }

    pub(crate) fn draft(&self) -> Option<String> {
        self.saved_draft.clone()
    }
}
