//! What a page tells its frame.

use maud::Markup;
use texts::Words;

use crate::page::Icon;

/// Everything around the content. Build it with [`Frame::new`] and fill what the page has; the rest stays away.
#[derive(Clone, Debug)]
pub struct Frame {
    pub w: Words,
    /// Ticket – view, without the product's name: `28417 Nätet ligger nere`, `Mina ärenden`.
    pub title: String,
    /// The page shows errors to mend: its title starts with the word for error.
    pub errors: bool,
    /// The municipality's name, as in `Ljusviks kommun`.
    pub organisation: String,
    /// The menu of the reading room.
    pub nav: Vec<NavGroup>,
    /// The menu of the work room; empty for those who do not work there.
    pub work_nav: Vec<NavGroup>,
    /// Who is signed in; none on the open pages.
    pub viewer: Option<Viewer>,
    pub look: Look,
    /// Phone, hours and mail to the service desk: at the same place on every portal page.
    pub help: Option<HelpLine>,
    /// Where this page is read in the other language.
    pub other_language: String,
    /// Token against forged requests: forms carry it, script reads it from the head.
    pub csrf: String,
    /// Where live updates are read from, `/handelser` with a position; none where nothing is live.
    pub stream: Option<String>,
    pub toast: Option<Toast>,
    /// The draft whose text has been saved by the request before this page; script forgets it.
    pub saved_draft: Option<String>,
    /// A line over the content of the reading room, as a disturbance or a page that is still being filled.
    pub strip: Option<Markup>,
    /// The reading room's text column alone, without room for a side.
    pub narrow: bool,
    /// What the skip link says and where it goes; the content when nothing else is said.
    pub skip: Option<(String, &'static str)>,
}

impl Frame {
    pub fn new(w: Words, title: impl Into<String>) -> Self {
        Self {
            w,
            title: title.into(),
            errors: false,
            organisation: String::new(),
            nav: Vec::new(),
            work_nav: Vec::new(),
            viewer: None,
            look: Look::default(),
            help: None,
            other_language: String::new(),
            csrf: String::new(),
            stream: None,
            toast: None,
            saved_draft: None,
            strip: None,
            narrow: false,
            skip: None,
        }
    }

    /// Writes a count beside the entries that lead to `href`, in both menus.
    pub fn counted(&mut self, href: &str, count: u64) {
        let groups = self.nav.iter_mut().chain(&mut self.work_nav);
        for item in groups.flat_map(|group| &mut group.items).filter(|item| item.href == href) {
            item.count = Some(count);
        }
    }
}

/// A heading and its entries in the menu; the first group has none.
#[derive(Clone, Debug, Default)]
pub struct NavGroup {
    pub title: Option<String>,
    pub items: Vec<NavItem>,
}

/// One entry of the menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub label: String,
    pub href: String,
    pub icon: Icon,
    pub count: Option<u64>,
    pub current: bool,
    /// The letter that goes here after `G`.
    pub go: Option<char>,
    /// Stands in the bar at the foot of a phone; four at most are shown.
    pub on_phone: bool,
}

impl NavItem {
    pub fn new(icon: Icon, label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            icon,
            count: None,
            current: false,
            go: None,
            on_phone: false,
        }
    }

    #[must_use]
    pub fn count(self, count: u64) -> Self {
        Self { count: Some(count), ..self }
    }

    #[must_use]
    pub fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }

    #[must_use]
    pub fn go(self, letter: char) -> Self {
        Self { go: Some(letter), ..self }
    }

    #[must_use]
    pub fn on_phone(self) -> Self {
        Self { on_phone: true, ..self }
    }
}

/// The signed-in person, as the frame shows them.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub name: String,
    /// Under the name: role or group.
    pub line: String,
    /// Opaque and stable per account: drafts in the browser are kept under it.
    pub account: String,
    /// Works in the work room, so that the reading room offers the way back.
    pub agent: bool,
}

/// How the reader wants it, from `/installningar`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub density: Density,
    /// Single-key shortcuts; switched off by those whom they disturb (WCAG 2.1.4).
    pub shortcuts: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::System, density: Density::Normal, shortcuts: true }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    Compact,
    #[default]
    Normal,
    Airy,
}

/// How a person reaches the service desk without the product.
#[derive(Clone, Debug)]
pub struct HelpLine {
    /// As it is read: `060-55 01 00`.
    pub phone: String,
    /// A sentence with the hours.
    pub hours: String,
    pub mail: String,
}

/// What was just done, with a way back when there is one.
#[derive(Clone, Debug)]
pub struct Toast {
    pub text: String,
    /// Where a press on Undo posts to.
    pub undo: Option<String>,
}
