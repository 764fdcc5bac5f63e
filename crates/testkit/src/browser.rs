#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a request that cannot be sent stops the test that sent it"
)]

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt;

use crate::html::{Document, FormOnPage};

const HOST: &str = "enhet.test";

/// A file to send: field, name, content.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// Visits pages as a browser without script does: keeps cookies, says where it comes from, follows redirects, and
/// sends forms as they stand on the page.
pub struct Browser {
    router: Router,
    runtime: Arc<tokio::runtime::Runtime>,
    cookies: BTreeMap<String, String>,
    /// Asks for pages in this language.
    pub language: &'static str,
    /// Sent with every request, as `("x-enhet-part", "dialog")`.
    pub headers: Vec<(&'static str, String)>,
    /// Does not say where its forms come from, as a browser from before 2020.
    pub silent: bool,
    at: String,
}

/// What came back, after redirects.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: StatusCode,
    /// Path and query where the browser now stands.
    pub address: String,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Browser {
    pub(crate) fn new(router: Router, runtime: Arc<tokio::runtime::Runtime>) -> Self {
        let cookies = BTreeMap::new();
        Self {
            router,
            runtime,
            cookies,
            language: "sv",
            headers: Vec::new(),
            silent: false,
            at: "/".to_owned(),
        }
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Goes to an address and on to where it leads.
    pub fn get(&mut self, path: &str) -> Page {
        self.go(Method::GET, path, None, Vec::new())
    }

    /// Sends fields to an address, as a form of ours would; the page with the form is not looked at.
    pub fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.go(Method::POST, path, Some("application/x-www-form-urlencoded"), encode(fields).into_bytes())
    }

    /// Fills in and sends the form with this action on the page. What is not named keeps what stands there, hidden
    /// fields too. Stops the test when the form or a named field is not on the page.
    pub fn submit(&mut self, page: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
        self.submit_files(page, action, fields, &[])
    }

    pub fn submit_files(
        &mut self,
        page: &Page,
        action: &str,
        fields: &[(&str, &str)],
        files: &[File<'_>],
    ) -> Page {
        let document = page.document();
        let form = document.form(action).unwrap_or_else(|| {
            panic!("{} has no form with action {action:?}, but {:?}", page.address, document.actions())
        });
        self.send(&form, fields, files)
    }

    /// Fills in the form that the button with these words sends, and presses it.
    pub fn press(&mut self, page: &Page, button: &str, fields: &[(&str, &str)]) -> Page {
        let document = page.document();
        let form = document.form_of_button(button).unwrap_or_else(|| {
            panic!("{} has no button {button:?}, but {:?}", page.address, document.buttons())
        });
        self.send(&form, fields, &[])
    }

    fn send(&mut self, form: &FormOnPage, fields: &[(&str, &str)], files: &[File<'_>]) -> Page {
        let filled = form.filled(fields);
        let pairs: Vec<(&str, &str)> =
            filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let action = if form.action.is_empty() { self.at.clone() } else { form.action.clone() };
        if form.method == "get" {
            let path = action.split('?').next().unwrap_or_default();
            return self.get(&format!("{path}?{}", encode(&pairs)));
        }
        if form.multipart {
            let (kind, body) = multipart(&pairs, files);
            return self.go(Method::POST, &action, Some(&kind), body);
        }
        assert!(files.is_empty(), "the form {action:?} takes no files: it lacks enctype=multipart/form-data");
        self.post_form(&action, &pairs)
    }

    fn go(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Page {
        let mut page = self.once(method, path, kind, body);
        for _ in 0..10 {
            let to = page.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
            let Some(to) = to.filter(|_| page.status.is_redirection()) else { break };
            page = self.once(Method::GET, &to, None, Vec::new());
        }
        page
    }

    /// One request, no redirect followed.
    pub fn once(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Page {
        let mut request = Request::builder().method(&method).uri(path).header(header::HOST, HOST);
        request = request.header(header::ACCEPT_LANGUAGE, self.language);
        request = request.header(header::REFERER, format!("http://{HOST}{}", self.at));
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, body.len());
        }
        if !self.silent {
            request = request.header("sec-fetch-site", "same-origin");
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let page = self.answer(path, request.body(Body::from(body)).unwrap());
        for cookie in page.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        if !page.status.is_redirection() && method == Method::GET {
            self.at = path.to_owned();
        }
        page
    }

    fn answer(&self, path: &str, mut request: Request<Body>) -> Page {
        let peer = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 50_000);
        request.extensions_mut().insert(ConnectInfo(peer));
        let router = self.router.clone();
        self.runtime.block_on(async move {
            let response = router.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Page { status: parts.status, address: path.to_owned(), headers: parts.headers, bytes }
        })
    }

    fn keep(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).unwrap();
        let gone = parts.any(|part| part.eq_ignore_ascii_case("Max-Age=0"));
        if gone || value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.set_cookie(name, value);
        }
    }

    /// Calls the API with a token, as a program does: no cookies, no word of where it comes from.
    pub fn json(&self, method: &str, path: &str, token: Option<&str>, body: Option<&Value>) -> Reply {
        self.json_with(method, path, token, body, &[])
    }

    /// As [`Browser::json`], with further headers: `("if-match", "\"3\"")`.
    pub fn json_with(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let sent = body.map(Value::to_string).unwrap_or_default();
        let kind = body.map(|_| "application/json").unwrap_or_default();
        self.raw(method, path, token, kind, sent.as_bytes(), headers)
    }

    /// Any body of any kind, as a program sends it; no kind when it sends none.
    pub fn raw(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        kind: &str,
        body: &[u8],
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        request = request.header(header::ACCEPT_LANGUAGE, self.language);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, body.len());
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let page = self.answer(path, request.body(Body::from(body.to_vec())).unwrap());
        let json = serde_json::from_slice(&page.bytes).unwrap_or(Value::Null);
        Reply { status: page.status.as_u16(), headers: page.headers, json }
    }
}

/// An answer of the API.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    /// Null when the body is not JSON.
    pub json: Value,
}

impl Page {
    /// The page as it was sent.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What a reader reads, in one line, each space once.
    pub fn text(&self) -> String {
        self.document().text()
    }

    /// Whether a reader reads this. No-break spaces count as spaces.
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(&text.replace('\u{a0}', " "))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn document(&self) -> Document {
        Document::read(&self.html())
    }
}

fn encode(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect()
    };
    // Browsers send line ends as CRLF.
    let wire = |text: &str| one(&text.replace("\r\n", "\n").replace('\n', "\r\n"));
    fields.iter().map(|(name, value)| format!("{}={}", one(name), wire(value))).collect::<Vec<_>>().join("&")
}

fn multipart(fields: &[(&str, &str)], files: &[File<'_>]) -> (String, Vec<u8>) {
    const MARK: &str = "----enhet-test-7MA4YWxkTrZu0gW";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (field, name, content) in files {
        let head = format!(
            "--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend_from_slice(content);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{MARK}--\r\n").bytes());
    (format!("multipart/form-data; boundary={MARK}"), body)
}
