//! Reads our own pages: what they say, and what their forms hold. Not a parser for other people's HTML.

/// A page taken apart.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Open(Tag),
    Close(String),
    Text(String),
}

/// An element's beginning.
#[derive(Clone, Debug, Default)]
pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The attribute's value; empty for one that stands without.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }
}

/// A form as it stands on a page.
#[derive(Clone, Debug, Default)]
pub struct FormOnPage {
    pub action: String,
    pub method: String,
    pub multipart: bool,
    id: String,
    fields: Vec<Field>,
    buttons: Vec<Button>,
    /// Name and value of the button that is pressed.
    pressed: Option<(String, String)>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    /// A radio button or box that can be off; a field that is always sent is on.
    on: bool,
    chosen_among_others: bool,
    is_box: bool,
}

#[derive(Clone, Debug, Default)]
struct Button {
    words: String,
    name: String,
    value: String,
    action: Option<String>,
}

impl Document {
    pub fn read(html: &str) -> Self {
        let (mut pieces, mut rest) = (Vec::new(), html);
        while let Some(start) = rest.find('<') {
            push_text(&mut pieces, &rest[..start]);
            let Some(end) = end_of_tag(&rest[start..]) else { break };
            let inside = &rest[start + 1..start + end];
            rest = &rest[start + end + 1..];
            if let Some(name) = inside.strip_prefix('/') {
                pieces.push(Piece::Close(name.trim().to_lowercase()));
            } else if !inside.starts_with('!') {
                pieces.push(Piece::Open(tag(inside)));
            }
        }
        push_text(&mut pieces, rest);
        Self { pieces }
    }

    pub fn text(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Open(tag)
                    if matches!(
                        tag.name.as_str(),
                        "b" | "a" | "span" | "strong" | "small" | "kbd" | "svg" | "use"
                    ) => {}
                Piece::Close(name)
                    if matches!(name.as_str(), "b" | "a" | "strong" | "kbd" | "svg" | "use") => {}
                _ => out.push(' '),
            }
        }
        out.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Every element, in the order of the page.
    pub fn every(&self) -> Vec<&Tag> {
        self.pieces
            .iter()
            .filter_map(|piece| if let Piece::Open(tag) = piece { Some(tag) } else { None })
            .collect()
    }

    /// Elements of this name.
    pub fn tags(&self, name: &str) -> Vec<&Tag> {
        self.every().into_iter().filter(|tag| tag.name == name).collect()
    }

    /// Where the first link with these words leads.
    pub fn link(&self, words: &str) -> Option<String> {
        self.pieces.iter().enumerate().find_map(|(at, piece)| match piece {
            Piece::Open(tag) if tag.name == "a" && self.words_from(at, "a").contains(words) => {
                Some(tag.text("href"))
            }
            _ => None,
        })
    }

    /// The form with this action; empty for the first that posts.
    pub fn form(&self, action: &str) -> Option<FormOnPage> {
        let wanted = |form: &FormOnPage| {
            if action.is_empty() {
                form.method == "post" && form.action != "/logga-ut"
            } else {
                form.action == action
            }
        };
        self.forms().into_iter().find(wanted)
    }

    pub fn form_of_button(&self, words: &str) -> Option<FormOnPage> {
        self.forms().into_iter().find_map(|mut form| {
            let button = form.buttons.iter().find(|button| button.words.contains(words))?.clone();
            if let Some(action) = button.action {
                form.action = action;
            }
            form.pressed = (!button.name.is_empty()).then_some((button.name, button.value));
            Some(form)
        })
    }

    pub fn actions(&self) -> Vec<String> {
        self.forms().into_iter().map(|form| form.action).collect()
    }

    pub fn buttons(&self) -> Vec<String> {
        self.forms().into_iter().flat_map(|form| form.buttons).map(|button| button.words).collect()
    }

    fn forms(&self) -> Vec<FormOnPage> {
        // A field may stand before the form that it names.
        let mut forms: Vec<FormOnPage> = self.tags("form").into_iter().map(FormOnPage::of).collect();
        let (mut inside, mut met): (Option<usize>, usize) = (None, 0);
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Open(tag) if tag.name == "form" => {
                    inside = Some(met);
                    met += 1;
                }
                Piece::Close(name) if name == "form" => inside = None,
                Piece::Open(tag) => {
                    let named = tag.get("form").and_then(|id| forms.iter().position(|form| form.id == id));
                    if let Some(form) = named.or(inside).and_then(|at| forms.get_mut(at)) {
                        self.collect(at, tag, form);
                    }
                }
                _ => {}
            }
        }
        forms
    }

    fn collect(&self, at: usize, tag: &Tag, form: &mut FormOnPage) {
        match tag.name.as_str() {
            "input" => form.input(tag),
            "textarea" => {
                form.always(tag.text("name"), self.raw_from(at).trim_start_matches('\n').to_owned())
            }
            "select" => form.always(tag.text("name"), self.selected(at)),
            "button" if tag.get("type") != Some("button") => form.buttons.push(Button {
                words: [self.words_from(at, "button"), tag.text("aria-label")].join(" "),
                name: tag.text("name"),
                value: tag.text("value"),
                action: tag.get("formaction").map(str::to_owned),
            }),
            _ => {}
        }
    }

    /// The text of a text area, as it is.
    fn raw_from(&self, at: usize) -> String {
        match self.pieces.get(at + 1) {
            Some(Piece::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    fn selected(&self, at: usize) -> String {
        let options: Vec<&Tag> = self.pieces[at..]
            .iter()
            .take_while(|piece| !matches!(piece, Piece::Close(name) if name == "select"))
            .filter_map(|piece| match piece {
                Piece::Open(tag) if tag.name == "option" => Some(tag),
                _ => None,
            })
            .collect();
        let chosen = options.iter().find(|tag| tag.get("selected").is_some()).or(options.first());
        chosen.map(|tag| tag.text("value")).unwrap_or_default()
    }

    fn words_from(&self, at: usize, end: &str) -> String {
        let inside =
            self.pieces[at..].iter().take_while(|piece| !matches!(piece, Piece::Close(name) if name == end));
        Self { pieces: inside.cloned().collect() }.text()
    }
}

impl FormOnPage {
    fn of(tag: &Tag) -> Self {
        Self {
            action: tag.text("action"),
            method: tag.get("method").unwrap_or("get").to_lowercase(),
            multipart: tag.get("enctype") == Some("multipart/form-data"),
            id: tag.text("id"),
            ..Self::default()
        }
    }

    fn always(&mut self, name: String, value: String) {
        self.fields.push(Field { name, value, on: true, chosen_among_others: false, is_box: false });
    }

    fn input(&mut self, tag: &Tag) {
        let (name, kind) = (tag.text("name"), tag.get("type").unwrap_or("text"));
        match kind {
            "radio" | "checkbox" => self.fields.push(Field {
                name,
                value: tag.get("value").unwrap_or("on").to_owned(),
                on: tag.get("checked").is_some(),
                chosen_among_others: true,
                is_box: kind == "checkbox",
            }),
            "submit" => self.buttons.push(Button { words: tag.text("value"), name, ..Button::default() }),
            "file" | "button" | "reset" | "image" => {}
            _ => self.always(name, tag.text("value")),
        }
    }

    /// What is sent when these fields are filled in so. A box is turned off by giving it no value.
    pub fn filled(&self, changes: &[(&str, &str)]) -> Vec<(String, String)> {
        for (name, value) in changes {
            let there: Vec<&Field> = self.fields.iter().filter(|field| field.name == *name).collect();
            let button = self.buttons.iter().any(|button| button.name == *name);
            assert!(!there.is_empty() || button, "the form {:?} has no field {name:?}", self.action);
            let free =
                there.iter().any(|field| !field.chosen_among_others || field.value == *value || field.is_box);
            assert!(free || button, "the form {:?} does not offer {value:?} for {name:?}", self.action);
        }
        let changed = |name: &str| changes.iter().any(|(key, _)| *key == name);
        let kept =
            self.fields.iter().filter(|field| field.on && !field.name.is_empty() && !changed(&field.name));
        let mut out: Vec<(String, String)> =
            kept.map(|field| (field.name.clone(), field.value.clone())).collect();
        let is_box = |name: &str| self.fields.iter().any(|field| field.name == name && field.is_box);
        let filled = changes.iter().filter(|(name, value)| !(is_box(name) && value.is_empty()));
        out.extend(filled.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        out.extend(self.pressed.clone());
        out
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(decode(text)));
    }
}

/// Where the tag ends; a `>` inside quotes is not an end.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, sign)| {
        if sign == '"' {
            quoted = !quoted;
        }
        (sign == '>' && !quoted).then_some(at)
    })
}

fn tag(inside: &str) -> Tag {
    let inside = inside.trim_end_matches('/');
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Tag { name: name.to_lowercase(), attributes };
        }
        let end = rest.find(|sign: char| sign == '=' || sign.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let Some(after) = rest.strip_prefix("=\"") else {
            attributes.push((key, String::new()));
            continue;
        };
        let close = after.find('"').unwrap_or(after.len());
        attributes.push((key, decode(&after[..close])));
        rest = after.get(close + 1..).unwrap_or_default();
    }
}

fn decode(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form action=\"/a?b=1&amp;c=2\" method=\"post\" id=\"f\"><input type=\"hidden\" name=\"csrf\" value=\"x\">\
        <input name=\"title\" value=\"a &lt; b\"><textarea name=\"text\">\nrad</textarea>\
        <input type=\"radio\" name=\"r\" value=\"1\"><input type=\"radio\" name=\"r\" value=\"2\" checked>\
        <input type=\"checkbox\" name=\"k\" value=\"1\" checked>\
        <select name=\"s\"><option value=\"1\">En</option><option value=\"2\" selected>Två</option></select>\
        <button name=\"do\" value=\"go\">Skicka <b>nu</b></button></form><button form=\"f\" formaction=\"/b\">Spara</button>";

    #[test]
    fn a_form_is_sent_as_it_stands() {
        let form = Document::read(PAGE).form("").expect("a form");
        let sent = form.filled(&[("title", "ny"), ("k", "")]);
        let want = [("csrf", "x"), ("text", "rad"), ("r", "2"), ("s", "2"), ("title", "ny")];
        assert_eq!(sent, want.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(form.action, "/a?b=1&c=2");
    }

    #[test]
    fn a_button_says_where_its_form_goes() {
        let document = Document::read(PAGE);
        assert_eq!(document.form_of_button("Spara").expect("a form").action, "/b");
        let pressed = document.form_of_button("Skicka nu").expect("a form").filled(&[]);
        assert!(pressed.contains(&("do".to_owned(), "go".to_owned())));
    }

    #[test]
    #[should_panic(expected = "has no field \"wrong\"")]
    fn a_field_that_is_not_there_stops_the_story() {
        Document::read(PAGE).form("").expect("a form").filled(&[("wrong", "")]);
    }
}
