//! Forms as they come: every field as text, in the order sent. Faces parse them into typed input and
//! show them again, untouched, when something is to be put right.

use axum::extract::{FromRequest, Request};
use axum::http::{Method, header};
use kernel::{Id, Refusal, RefusalKind};

use crate::answer::Failure;
use crate::app::App;

/// The fields of an urlencoded form or of a query string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        serde_html_form::from_str(text)
            .map(Self)
            .map_err(|_| Refusal::new(RefusalKind::Invalid, "form-unreadable"))
    }

    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// The field as it was typed; empty when it was not sent.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// The field without space around it, line ends as `\n`.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).trim().replace("\r\n", "\n")
    }

    /// `None` when empty.
    pub fn maybe(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    pub fn id(&self, name: &str) -> Option<Id> {
        self.text(name).parse().ok()
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.text(name).parse().ok()
    }

    /// Where to go after the form was taken, when the page it came from says so: an address of our own.
    pub fn next(&self) -> Option<String> {
        self.maybe("next").filter(|next| is_local(next))
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// An address within this server: never one that a browser would read as another host.
pub fn is_local(address: &str) -> bool {
    let mut signs = address.chars();
    signs.next() == Some('/')
        && !matches!(signs.next(), Some('/' | '\\'))
        && !address.contains(['\r', '\n', '\t'])
}

impl FromRequest<App> for Form {
    type Rejection = Failure;

    /// GET reads the query, other methods the body; 1 MiB at most.
    async fn from_request(request: Request, _: &App) -> Result<Self, Failure> {
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(Self::parse(request.uri().query().unwrap_or_default())?);
        }
        let typed = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !typed.is_some_and(|typed| typed.starts_with("application/x-www-form-urlencoded")) {
            return Err(Refusal::new(RefusalKind::Invalid, "form-unreadable").into());
        }
        let body = axum::body::to_bytes(request.into_body(), 1_048_576)
            .await
            .map_err(|_| Refusal::new(RefusalKind::TooLarge, "form-too-large"))?;
        let text =
            std::str::from_utf8(&body).map_err(|_| Refusal::new(RefusalKind::Invalid, "form-unreadable"))?;
        Ok(Self::parse(text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_typed() {
        let form = Form::parse("title=N%C3%A4tet+ligger+nere&tag=a&tag=b&body=+x%0D%0Ay+").expect("a form");
        assert_eq!(form.text("title"), "Nätet ligger nere");
        assert_eq!(form.all("tag"), ["a", "b"]);
        assert_eq!(form.text("body"), "x\ny");
        assert_eq!(form.maybe("missing"), None);
    }

    #[test]
    fn only_addresses_of_our_own_are_gone_on_to() {
        for (address, local) in [
            ("/arenden?vy=mina", true),
            ("/", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("/a\nSet-Cookie: b", false),
            ("", false),
        ] {
            assert_eq!(is_local(address), local, "{address:?}");
        }
    }
}
