//! Mail HTML rebuilt as HTML of few words: well nested, at most a hundred levels deep, no attribute that we do not
//! know, every start tag closed by us. It costs one pass. It is not what makes the HTML safe; the sanitiser after it is.

use std::collections::HashSet;

/// The elements that mail may show.
pub(super) const KEPT: [&str; 38] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];

/// Elements whose content is no part of the letter.
const SWALLOWED: [&str; 18] = [
    "applet", "audio", "canvas", "head", "iframe", "map", "math", "noembed", "noframes", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
];

const BLOCKS: [&str; 13] =
    ["blockquote", "dd", "div", "dl", "dt", "hr", "li", "ol", "p", "pre", "table", "ul", "caption"];

const DEEPEST: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) html: String,
    pub(super) blocked_images: usize,
}

/// Rebuilds mail HTML.
pub(super) fn rebuild(html: &str) -> Outline {
    let mut builder = Builder::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        builder.text(text);
        rest = builder.markup(from);
    }
    builder.text(rest);
    builder.close_to(0);
    Outline { html: builder.out, blocked_images: builder.blocked }
}

/// The words of our own safe HTML, when nothing better can be made of it.
pub(super) fn words(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, said) = piece.split_once('>').unwrap_or(("", piece));
        if BLOCKS.iter().any(|block| tag.trim_start_matches('/').starts_with(block)) || tag.starts_with("br")
        {
            text.push('\n');
        }
        text.push_str(said);
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

struct Open {
    name: &'static str,
    /// Where its content begins in the output, for links that turn out to have none.
    content: usize,
    href: Option<String>,
}

#[derive(Default)]
struct Builder {
    out: String,
    open: Vec<Open>,
    blocked: usize,
    /// Names of elements that are opened and never closed: the rest must not be searched for them again.
    endless: HashSet<&'static str>,
    comment_endless: bool,
    /// A tag ran to the end inside quotation marks: from then on quotation marks are not believed.
    quotes_lie: bool,
    /// No `>` follows any more: the rest must not be searched for one at every `<`.
    no_more_ends: bool,
}

impl Builder {
    fn text(&mut self, text: &str) {
        // Text straight inside a table belongs to no cell; the parser would move it, and so its white space is dropped.
        if matches!(self.top(), "table" | "tbody" | "tr") && text.trim().is_empty() {
            return;
        }
        self.out.push_str(&text.replace('\0', "").replace('>', "&gt;"));
    }

    fn top(&self) -> &'static str {
        self.open.last().map_or("", |open| open.name)
    }

    /// Takes what begins with `<`, and gives back what follows it.
    fn markup<'a>(&mut self, from: &'a str) -> &'a str {
        if let Some(comment) = from.strip_prefix("<!--") {
            if !self.comment_endless {
                if let Some(end) = comment.find("-->") {
                    return comment.get(end + 3..).unwrap_or_default();
                }
                self.comment_endless = true;
            }
            return comment;
        }
        let inner = from.get(1..).unwrap_or_default();
        let closing = inner.starts_with('/');
        let name_from = inner.strip_prefix('/').unwrap_or(inner);
        if !name_from.starts_with(|c: char| c.is_ascii_alphabetic()) {
            if inner.starts_with(['!', '?', '/'])
                && let Some((_, after)) = self.cut_at_end(inner)
            {
                return after;
            }
            self.out.push_str("&lt;");
            return inner;
        }
        let Some((tag, after)) = self.tag(name_from) else {
            self.out.push_str("&lt;");
            return inner;
        };
        let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        let name = name.to_ascii_lowercase();
        if closing {
            self.end(&name);
            return after;
        }
        if let Some(swallowed) = SWALLOWED.iter().find(|s| **s == name) {
            return self.swallow(swallowed, tag, after);
        }
        self.start(&name, attributes);
        after
    }

    /// The tag up to its `>`, not counting one inside quotation marks after a `=`.
    fn tag<'a>(&mut self, from: &'a str) -> Option<(&'a str, &'a str)> {
        if !self.quotes_lie {
            let mut quote = None;
            let mut last = 0;
            for (at, byte) in from.bytes().enumerate() {
                match (quote, byte) {
                    (None, b'>') => {
                        return from.split_at_checked(at).map(|(tag, end)| (tag, end.get(1..).unwrap_or("")));
                    }
                    (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
                if !byte.is_ascii_whitespace() {
                    last = byte;
                }
            }
            self.quotes_lie = true;
        }
        self.cut_at_end(from)
    }

    /// What stands before and after the next `>`.
    fn cut_at_end<'a>(&mut self, from: &'a str) -> Option<(&'a str, &'a str)> {
        let found = if self.no_more_ends { None } else { from.split_once('>') };
        self.no_more_ends |= found.is_none();
        found
    }

    fn swallow<'a>(&mut self, name: &'static str, tag: &str, after: &'a str) -> &'a str {
        if tag.ends_with('/') || self.endless.contains(name) {
            return after;
        }
        let mut from = 0;
        while let Some(at) = after.get(from..).and_then(|rest| rest.find("</")) {
            let word = from + at + 2;
            let end = word + name.len();
            if after.get(word..end).is_some_and(|w| w.eq_ignore_ascii_case(name)) {
                let tail = after.get(end..).unwrap_or_default();
                return tail.split_once('>').map_or("", |(_, rest)| rest);
            }
            from = word;
        }
        self.endless.insert(name);
        after
    }

    fn start(&mut self, name: &str, attributes: &str) {
        match name {
            "br" => self.out.push_str("<br>"),
            "hr" => {
                self.close_paragraph();
                self.push_if_flow("<hr>");
            }
            "img" | "image" => self.image(attributes),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                // A heading in a letter must not stand among the headings of the page that shows it.
                self.element("p", String::new());
                self.element("strong", String::new());
            }
            "a" => self.link(attributes),
            "td" | "th" => self.cell(if name == "td" { "td" } else { "th" }, attributes),
            _ => {
                let name = match name {
                    "strike" => "s",
                    "tt" => "code",
                    "center" | "address" | "section" | "article" | "header" | "footer" | "main" | "nav"
                    | "aside" | "figure" | "figcaption" | "fieldset" | "form" => "div",
                    "thead" | "tfoot" => "tbody",
                    other => other,
                };
                if let Some(kept) = KEPT.iter().find(|k| **k == name) {
                    self.element(kept, String::new());
                }
            }
        }
    }

    /// Opens an element where it may stand; where it may not, only its content is taken.
    fn element(&mut self, name: &'static str, attributes: String) {
        if self.open.len() >= DEEPEST {
            return;
        }
        let top = self.top();
        let stands = match name {
            "tbody" | "caption" => top == "table",
            "tr" => matches!(top, "table" | "tbody") || self.close_in_table("tr", &["table", "tbody"]),
            "td" | "th" => top == "tr" || self.close_in_table("td", &["tr"]),
            _ => !matches!(top, "table" | "tbody" | "tr"),
        };
        if !stands {
            return;
        }
        if BLOCKS.contains(&name) {
            self.close_paragraph();
        }
        match name {
            "li" => self.close_sibling(&["li"], &["ul", "ol"]),
            "dt" | "dd" => self.close_sibling(&["dt", "dd"], &["dl"]),
            _ => {}
        }
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(&attributes);
        self.out.push('>');
        self.open.push(Open { name, content: self.out.len(), href: None });
    }

    /// A row or cell that was not closed is closed by the next one, inside the same table.
    fn close_in_table(&mut self, _name: &str, parents: &[&str]) -> bool {
        let inside = self.open.iter().rposition(|o| o.name == "table").unwrap_or(self.open.len());
        let parent = self.open.iter().rposition(|o| parents.contains(&o.name)).filter(|at| *at >= inside);
        if let Some(at) = parent {
            self.close_to(at + 1);
        }
        parent.is_some()
    }

    fn cell(&mut self, name: &'static str, attributes: &str) {
        let mut spans = String::new();
        for (key, value) in read_attributes(attributes) {
            if matches!(key.as_str(), "colspan" | "rowspan")
                && let Ok(span @ 2..=50) = value.trim().parse::<u8>()
            {
                spans.push_str(&format!(" {key}=\"{span}\""));
            }
        }
        if matches!(self.top(), "table" | "tbody") {
            self.element("tr", String::new());
        }
        self.element(name, spans);
    }

    fn link(&mut self, attributes: &str) {
        let href =
            read_attributes(attributes).into_iter().find(|(key, _)| key == "href").map(|(_, value)| value);
        let Some(href) = href.map(|h| h.trim().to_owned()).filter(|h| !h.is_empty() && !h.starts_with('#'))
        else {
            return;
        };
        if let Some(at) = self.open.iter().rposition(|o| o.name == "a") {
            // A link inside a link is none; the parser would close the first, and so do we.
            let barrier = self.open.iter().rposition(|o| matches!(o.name, "td" | "th")).unwrap_or(0);
            if at >= barrier {
                self.close_to(at);
            }
        }
        let before = self.open.len();
        self.element("a", format!(" href=\"{}\"", quoted(&href)));
        if let Some(open) = self.open.get_mut(before) {
            open.href = Some(href);
        }
    }

    /// Only an image that came with the mail is shown; of others the words that stand for them.
    fn image(&mut self, attributes: &str) {
        let attributes = read_attributes(attributes);
        let find = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
        let alt = find("alt").unwrap_or_default();
        let source = find("src").unwrap_or_default();
        let brought = source.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("cid:"));
        if brought {
            let cid = source.get(4..).unwrap_or_default();
            self.push_if_flow(&format!("<img src=\"cid:{}\" alt=\"{}\">", quoted(cid), quoted(alt)));
        } else {
            if !source.is_empty() {
                self.blocked += 1;
            }
            self.push_if_flow(&quoted(alt));
        }
    }

    fn push_if_flow(&mut self, html: &str) {
        if !matches!(self.top(), "table" | "tbody" | "tr") {
            self.out.push_str(html);
        }
    }

    fn end(&mut self, name: &str) {
        let name = match name {
            "strike" => "s",
            "tt" => "code",
            "thead" | "tfoot" => "tbody",
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "p",
            "center" | "address" | "section" | "article" | "header" | "footer" | "main" | "nav" | "aside"
            | "figure" | "figcaption" | "fieldset" | "form" => "div",
            other => other,
        };
        // What stands in a cell cannot close what the table stands in.
        let barrier = match name {
            "table" | "tbody" | "tr" | "td" | "th" => self.open.iter().rposition(|o| o.name == "table"),
            _ => self.open.iter().rposition(|o| matches!(o.name, "table" | "td" | "th")),
        };
        let at = self.open.iter().rposition(|o| o.name == name);
        if let Some(at) = at.filter(|at| *at >= barrier.unwrap_or(0)) {
            self.close_to(at);
        }
    }

    /// HTML ends a paragraph where a block begins. The parser would too, but leave what is bold in it to go on.
    fn close_paragraph(&mut self) {
        let barrier = self.open.iter().rposition(|o| matches!(o.name, "table" | "td" | "th")).unwrap_or(0);
        if let Some(at) = self.open.iter().rposition(|o| o.name == "p").filter(|at| *at >= barrier) {
            self.close_to(at);
        }
    }

    fn close_sibling(&mut self, names: &[&str], parents: &[&str]) {
        let barrier = self
            .open
            .iter()
            .rposition(|o| parents.contains(&o.name) || matches!(o.name, "table" | "td" | "th"));
        let at = self.open.iter().rposition(|o| names.contains(&o.name));
        if let Some(at) = at.filter(|at| *at >= barrier.unwrap_or(0)) {
            self.close_to(at);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            if let Some(href) = open.href
                && words(self.out.get(open.content..).unwrap_or_default()).trim().is_empty()
                && !self.out.get(open.content..).unwrap_or_default().contains("<img")
            {
                // A link around an image that is not shown would be a link without a name.
                let shown = href.split(['?', '#']).next().unwrap_or_default();
                self.out.push_str(&quoted(shown));
            }
            self.out.push_str("</");
            self.out.push_str(open.name);
            self.out.push('>');
        }
    }
}

/// A value between double quotation marks; its entities stay as they were written.
fn quoted(value: &str) -> String {
    value.replace('\0', "").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The attributes of a tag, names in lower case, values without their quotation marks.
fn read_attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while found.len() < 100 {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() && after.is_empty() {
            break;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        found.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
    found
}
