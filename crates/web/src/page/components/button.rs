use maud::{Markup, Render, html};

use crate::page::{Icon, icon};

/// A link or button that acts. Says its verb; shows the key that does the same.
#[derive(Clone, Debug)]
pub struct Button {
    label: String,
    does: Does,
    look: Vec<&'static str>,
    icon: Option<Icon>,
    icon_only: bool,
    key: Option<&'static str>,
    palette: bool,
    opens: Option<String>,
    form: Option<String>,
    post_to: Option<String>,
    chord: Option<&'static str>,
    closes: bool,
}

#[derive(Clone, Debug)]
enum Does {
    Link(String),
    Submit(Option<(String, String)>),
    Script,
}

impl Button {
    fn new(label: impl Into<String>, does: Does) -> Self {
        Self {
            label: label.into(),
            does,
            look: vec!["btn"],
            icon: None,
            icon_only: false,
            key: None,
            palette: false,
            opens: None,
            form: None,
            post_to: None,
            chord: None,
            closes: false,
        }
    }

    /// Goes somewhere.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, Does::Link(href.into()))
    }

    /// Sends the form it stands in.
    pub fn submit(label: impl Into<String>) -> Self {
        Self::new(label, Does::Submit(None))
    }

    /// Does something that only script can; hidden without.
    pub fn script(label: impl Into<String>) -> Self {
        Self::new(label, Does::Script).class("js-only")
    }

    /// The one main act of a page.
    #[must_use]
    pub fn primary(self) -> Self {
        self.class("primary")
    }

    #[must_use]
    pub fn quiet(self) -> Self {
        self.class("quiet")
    }

    /// Takes something away.
    #[must_use]
    pub fn danger(self) -> Self {
        self.class("danger")
    }

    #[must_use]
    pub fn small(self) -> Self {
        self.class("sm")
    }

    #[must_use]
    pub fn large(self) -> Self {
        self.class("lg")
    }

    /// As wide as its place.
    #[must_use]
    pub fn full(self) -> Self {
        self.class("full")
    }

    /// A further class, as `hide` for what a phone leaves out.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.look.push(class);
        self
    }

    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Shows the icon alone; the label is read out and shown on hover.
    #[must_use]
    pub fn icon_only(self) -> Self {
        Self { icon_only: true, ..self }.class("square")
    }

    /// The key that presses it (`"e"`); shown on the button.
    #[must_use]
    pub fn key(self, key: &'static str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// Opens the palette; without script it goes to `/sok`.
    #[must_use]
    pub fn palette(self) -> Self {
        Self { palette: true, ..self }
    }

    /// Opens the dialog with this id (`""`: the page it leads to, shown in a dialog); without script it goes there.
    #[must_use]
    pub fn opens(self, dialog: impl Into<String>) -> Self {
        Self { opens: Some(dialog.into()), ..self }
    }

    /// Closes the dialog it stands in.
    #[must_use]
    pub fn closes(self) -> Self {
        Self { closes: true, ..self }
    }

    /// What the form says when this button sent it.
    #[must_use]
    pub fn value(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { does: Does::Submit(Some((name.into(), value.into()))), ..self }
    }

    /// Sends the form with this id, from outside it.
    #[must_use]
    pub fn form(self, id: impl Into<String>) -> Self {
        Self { form: Some(id.into()), ..self }
    }

    /// Sends the form to another address than its own.
    #[must_use]
    pub fn post_to(self, action: impl Into<String>) -> Self {
        Self { post_to: Some(action.into()), ..self }
    }

    /// `enter` (Ctrl Enter sends the form with this button) or `shift+enter`.
    #[must_use]
    pub fn chord(self, chord: &'static str) -> Self {
        Self { chord: Some(chord), ..self }
    }

    fn inside(&self) -> Markup {
        html! {
            @if let Some(shown) = self.icon { (icon(shown)) }
            @if !self.icon_only { (self.label) }
            @if let Some(key) = self.key {
                kbd class="keyhint" aria-hidden="true" { (cap_of(key)) }
            } @else if let Some(chord) = self.chord {
                kbd class="keyhint" aria-hidden="true" { (cap_of(&format!("ctrl+{chord}"))) }
            }
        }
    }
}

/// How a key is drawn: `e` → `E`, `ctrl+enter` → `Ctrl ↵`.
fn cap_of(key: &str) -> String {
    match key {
        "ctrl+enter" => "Ctrl ↵".to_owned(),
        "enter" => "↵".to_owned(),
        "ctrl+shift+enter" => "Ctrl ⇧ ↵".to_owned(),
        _ => key.to_uppercase(),
    }
}

/// As browsers and screen readers name it.
fn shortcut(key: &str) -> String {
    match key {
        "ctrl+enter" => "Control+Enter".to_owned(),
        "ctrl+shift+enter" => "Control+Shift+Enter".to_owned(),
        _ => key.to_uppercase(),
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let class = self.look.join(" ");
        let named = self.icon_only.then_some(self.label.as_str());
        let shortcut =
            self.key.map(shortcut).or_else(|| self.chord.map(|chord| shortcut(&format!("ctrl+{chord}"))));
        match &self.does {
            Does::Link(href) => html! {
                a class=(class) href=(href) aria-label=[named] title=[named] data-key=[self.key] aria-keyshortcuts=[shortcut]
                    data-palette[self.palette] data-opens=[self.opens.as_deref()] { (self.inside()) }
            },
            Does::Submit(value) => html! {
                button class=(class) type="submit" name=[value.as_ref().map(|(name, _)| name)]
                    value=[value.as_ref().map(|(_, value)| value)] form=[self.form.as_deref()] formaction=[self.post_to.as_deref()]
                    aria-label=[named] title=[named] data-key=[self.key] aria-keyshortcuts=[shortcut]
                    data-opens=[self.opens.as_deref()] data-chord=[self.chord] { (self.inside()) }
            },
            Does::Script => html! {
                button class=(class) type="button" aria-label=[named] title=[named] data-key=[self.key] aria-keyshortcuts=[shortcut]
                    data-opens=[self.opens.as_deref()] data-close[self.closes] { (self.inside()) }
            },
        }
    }
}
