use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use super::outline::{self, Outline};

/// The longest HTML that is shown, in bytes; a longer one is cut here and attached whole.
pub(super) const LONGEST: usize = 1024 * 1024;

/// HTML from a mail that may stand in a page: no script, style, form, frame, id or class; no address is
/// fetched by showing it. An image that came with the mail is a `cid:` reference until [`SafeHtml::with_images`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml {
    html: String,
    /// How many images the mail wanted to fetch from elsewhere, and was not let.
    pub blocked_images: usize,
}

impl SafeHtml {
    /// Takes back what [`SafeHtml::as_str`] gave, from our own store.
    pub fn stored(html: String, blocked_images: usize) -> Self {
        Self { html, blocked_images }
    }

    pub fn as_str(&self) -> &str {
        &self.html
    }

    pub(super) fn is_empty(&self) -> bool {
        self.html.trim().is_empty() && self.blocked_images == 0
    }

    /// The HTML with each image that came with the mail shown from the address that `address` gives for its id;
    /// an image that it knows nothing of keeps only its words.
    pub fn with_images(&self, address: impl Fn(&str) -> Option<String>) -> String {
        let mut out = String::with_capacity(self.html.len());
        let mut rest = self.html.as_str();
        while let Some(at) = rest.find("<img ") {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            let end = from.get(1..).and_then(|f| f.find('<')).map_or(from.len(), |next| next + 1);
            let (tag, after) = from.split_at(end);
            out.push_str(&with_source(tag, &address));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

fn with_source(tag: &str, address: &impl Fn(&str) -> Option<String>) -> String {
    const MARK: &str = "src=\"cid:";
    let Some((before, from)) = tag.split_once(MARK) else { return tag.to_owned() };
    let Some((cid, after)) = from.split_once('"') else { return tag.to_owned() };
    match address(&cid.replace("&amp;", "&")) {
        Some(address) => format!("{before}src=\"{}\"{after}", outline::escaped(&address)),
        None => format!("{before}{after}", before = before.trim_end()),
    }
}

/// Makes mail HTML safe. It is first rebuilt as bounded, well-nested HTML of few words, because the sanitiser's
/// own parser takes quadratic time and more for some hostile HTML; then the sanitiser has the last word.
pub(super) fn safe(html: &str) -> SafeHtml {
    let cut = html.get(..html.floor_char_boundary(LONGEST)).unwrap_or_default();
    let Outline { html, blocked_images } = outline::rebuild(cut);
    let html = catch_unwind(AssertUnwindSafe(|| CLEANER.clean(&html).to_string())).unwrap_or_default();
    SafeHtml { html, blocked_images }
}

/// The plain text of mail HTML.
pub(super) fn to_text(html: &str) -> String {
    let safe = safe(html);
    let text = catch_unwind(AssertUnwindSafe(|| {
        html2text::config::plain_no_decorate()
            .raw_mode(true)
            .no_link_wrapping()
            .allow_width_overflow()
            .string_from_read(safe.html.as_bytes(), 100_000)
    }));
    match text {
        Ok(Ok(text)) => text,
        _ => outline::words(&safe.html),
    }
}

/// Plain text as HTML that reads the same.
pub(super) fn from_text(text: &str) -> String {
    format!("<p>{}</p>", outline::escaped(text).replace("\n\n", "</p><p>").replace('\n', "<br>"))
}

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(HashSet::from_iter(outline::KEPT))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("ol", HashSet::from(["start"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"));
    builder
});
