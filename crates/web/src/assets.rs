//! Style sheets, scripts, fonts and icons: made by `build.rs`, carried in the binary, served under their content hash.
//!
//! - [`url`] gives the hashed address of a name; each name is also a constant ([`PORTAL_CSS`] …)
//! - [`serve`] answers `/tillgangar/{file}`: precompressed, cached for a year, never changed under the same address

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Where the assets live; the router mounts [`serve`] at `/tillgangar/{file}`.
pub const PREFIX: &str = "/tillgangar/";

include!(concat!(env!("OUT_DIR"), "/assets_table.rs"));

struct Asset {
    name: &'static str,
    path: &'static str,
    media_type: &'static str,
    hash: &'static str,
    plain: &'static [u8],
    /// Empty when the format is packed already.
    brotli: &'static [u8],
    gzip: &'static [u8],
}

/// The hashed address of an asset by its plain name, as in `url("portal.css")`.
/// An unknown name gives an address that answers 404, so that a browser test shows it.
pub fn url(name: &str) -> &'static str {
    TABLE.iter().find(|asset| asset.name == name).map_or("/tillgangar/unknown", |asset| asset.path)
}

/// Answers one asset in the best encoding that the reader takes. The address holds the hash of the content,
/// so the answer may be kept for ever.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = TABLE.iter().find(|asset| asset.path.strip_prefix(PREFIX) == Some(file.as_str()))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    let mut answer = if known.is_some_and(|tag| tag.contains(asset.hash)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let (encoding, body) = encoded(asset, &headers);
        let mut answer = body.into_response();
        if let Some(encoding) = encoding {
            answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        answer
    };
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", asset.hash)) {
        fields.insert(header::ETAG, tag);
    }
    answer
}

fn encoded(asset: &Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    if !asset.brotli.is_empty() && takes(accepted, "br") {
        (Some("br"), asset.brotli)
    } else if !asset.gzip.is_empty() && takes(accepted, "gzip") {
        (Some("gzip"), asset.gzip)
    } else {
        (None, asset.plain)
    }
}

/// Whether an `Accept-Encoding` list names the coding with a weight above zero.
fn takes(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = pieces.any(|weight| {
            weight.strip_prefix("q=").is_some_and(|q| q.trim_start_matches(['0', '.']).is_empty())
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(file: &str, headers: &[(header::HeaderName, &str)]) -> Response {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(name.clone(), HeaderValue::from_str(value).expect("a header value"));
        }
        serve(Path(file.to_owned()), map).await
    }

    fn field(answer: &Response, name: header::HeaderName) -> Option<&str> {
        answer.headers().get(name).and_then(|value| value.to_str().ok())
    }

    #[test]
    fn an_encoding_is_taken_only_when_asked_for() {
        for (accepted, br, gzip) in [
            ("gzip, deflate, br", true, true),
            ("br;q=0, gzip;q=0.5", false, true),
            ("", false, false),
            ("BR", true, false),
            ("br;q=0.000", false, false),
        ] {
            assert_eq!((takes(accepted, "br"), takes(accepted, "gzip")), (br, gzip), "{accepted}");
        }
    }

    #[tokio::test]
    async fn a_style_sheet_comes_packed_typed_and_for_ever() {
        let file = url("portal.css").strip_prefix(PREFIX).expect("under the prefix");
        let answer = get(file, &[(header::ACCEPT_ENCODING, "gzip, br")]).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(field(&answer, header::CONTENT_ENCODING), Some("br"));
        assert_eq!(field(&answer, header::CONTENT_TYPE), Some("text/css; charset=utf-8"));
        assert_eq!(field(&answer, header::CACHE_CONTROL), Some("public, max-age=31536000, immutable"));
        let tag = field(&answer, header::ETAG).expect("a tag").to_owned();
        assert_eq!(get(file, &[(header::IF_NONE_MATCH, &tag)]).await.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(get("portal.css", &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get("../portal.css", &[]).await.status(), StatusCode::NOT_FOUND);
    }

    /// The budgets of the product: what a browser fetches the first time, page aside.
    #[test]
    fn the_first_load_keeps_its_budget() {
        let size = |name: &str| {
            let asset = TABLE.iter().find(|asset| asset.name == name).expect("in the table");
            if asset.brotli.is_empty() { asset.plain.len() } else { asset.brotli.len() }
        };
        let common = size("inter.woff2") + size("icons.svg") + size("mark.svg");
        for (css, js, js_limit, whole) in
            [("portal.css", "portal.js", 4096, 36_500), ("agent.css", "agent.js", 20_480, 50_000)]
        {
            assert!(size(css) <= 14_336, "{css} is {} bytes packed: cut it below 14 kB", size(css));
            assert!(size(js) <= js_limit, "{js} is {} bytes packed: cut it below {js_limit}", size(js));
            let sum = common + size(css) + size(js);
            assert!(
                sum <= whole,
                "{css}, {js}, font and icons are {sum} bytes: the page needs the rest of the budget"
            );
        }
    }

    /// A content security policy without inline code also wants that nothing is fetched from elsewhere.
    #[test]
    fn no_asset_names_another_host() {
        for asset in TABLE.iter().filter(|asset| !asset.name.ends_with(".woff2")) {
            let text = std::str::from_utf8(asset.plain).expect("text");
            let foreign = text.replace("http://www.w3.org/2000/svg", "");
            assert!(!foreign.contains("://"), "{} names another host", asset.name);
            assert!(
                !foreign.contains("\nimport "),
                "{} holds an import that the bundle cannot follow",
                asset.name
            );
        }
    }
}
