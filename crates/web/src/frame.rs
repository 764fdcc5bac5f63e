//! Fills a frame for the visitor: who they are, where they may go, in what language and light.

use kernel::{Lang, Refusal, RefusalKind, Role};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use texts::Words;

use crate::app::{self, Preferences, Site};
use crate::ask::Ask;
use crate::csrf;
use crate::page::components::{Tone, strip};
use crate::page::{Density, Frame, HelpLine, Icon, Look, NavGroup, NavItem, Theme, Viewer};
use crate::route::{MenuItem, Room};

/// So many entries stand in the bar at the foot of a phone.
const ON_PHONE: usize = 4;

impl Ask {
    /// The frame of a page with this title. What only the page knows (strip, counts, skip link) it fills itself.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let (w, site) = (self.words(), self.app.site());
        let signed_in = self.visitor.identity.is_some();
        Frame {
            organisation: site.organisation.clone(),
            nav: self.menu(Room::Reading),
            work_nav: self.menu(Room::Work),
            viewer: self.viewer(),
            look: look(&self.preferences()),
            help: help(&site, w.lang()),
            other_language: self.other_language(),
            csrf: csrf::token(&self.visitor),
            stream: signed_in.then(|| "/handelser".to_owned()),
            toast: self.visitor.said.as_ref().and_then(|said| said.toast(w)),
            saved_draft: self.visitor.said.as_ref().and_then(super::said::Said::draft),
            strip: self.still_starting(),
            ..Frame::new(w, title)
        }
    }

    /// While start-up still writes, as a demo's past, every page says so.
    fn still_starting(&self) -> Option<Markup> {
        let (w, starting) = (self.words(), self.app.starting()?);
        let refusal = Refusal::new(RefusalKind::Unavailable, starting.code);
        let words = w.refusal(&refusal.with("done", starting.done).with("of", starting.of));
        Some(strip(Tone::Info, &w.t("web-strip"), &html! { (words) }, None))
    }

    /// The room that the address belongs to: where an error page stands, and where a page common to both does.
    pub fn room(&self) -> Room {
        let items = || self.app.slices.iter().flat_map(|slice| &slice.menu);
        let here = path_of(&self.visitor.path);
        let of = |room: Room| {
            items()
                .filter(|item| item.room == room)
                .filter_map(|item| fit(item.href, here))
                .max()
                .unwrap_or(0)
        };
        if self.is_agent() && of(Room::Work) >= of(Room::Reading) { Room::Work } else { Room::Reading }
    }

    /// Where the first entry of a room's menu leads.
    pub fn first_entry(&self, room: Room) -> Option<String> {
        self.allowed(room).min_by_key(|item| item.order).map(|item| item.href.to_owned())
    }

    /// Has a menu in the work room.
    fn is_agent(&self) -> bool {
        self.allowed(Room::Work).next().is_some()
    }

    fn allowed(&self, room: Room) -> impl Iterator<Item = &MenuItem> {
        let actor = self.actor();
        let items = self.app.slices.iter().flat_map(|slice| &slice.menu);
        items.filter(move |item| item.room == room && !actor.is_nobody() && item.need.is_met(actor))
    }

    fn menu(&self, room: Room) -> Vec<NavGroup> {
        let (w, here) = (self.words(), self.visitor.path.as_str());
        let mut items: Vec<&MenuItem> = self.allowed(room).collect();
        items.sort_by_key(|item| item.order);
        let current = items
            .iter()
            .filter_map(|item| Some((fit(item.href, here)?, item.href)))
            .max()
            .map(|(_, href)| href);
        let mut groups: Vec<(Option<&'static str>, NavGroup)> = Vec::new();
        for (nth, item) in items.iter().enumerate() {
            let entry = NavItem {
                current: current == Some(item.href),
                go: item.go,
                on_phone: nth < ON_PHONE,
                ..NavItem::new(Icon::named(item.icon).unwrap_or(Icon::List), w.t(item.label), item.href)
            };
            match groups.iter_mut().find(|(key, _)| *key == item.group) {
                Some((_, group)) => group.items.push(entry),
                None => groups.push((
                    item.group,
                    NavGroup { title: item.group.map(|key| w.t(key)), items: vec![entry] },
                )),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn viewer(&self) -> Option<Viewer> {
        let identity = self.visitor.identity.as_ref()?;
        let name = identity.name.clone();
        let account = identity.actor.account.map(|account| {
            let hash = Sha256::digest(account.as_bytes());
            hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
        });
        let line = roles(self.words(), &identity.actor);
        Some(Viewer { name, line, account: account.unwrap_or_default(), agent: self.is_agent() })
    }

    fn other_language(&self) -> String {
        let other = match self.lang() {
            Lang::Sv => Lang::En,
            Lang::En => Lang::Sv,
        };
        let here =
            percent_encoding::utf8_percent_encode(&self.visitor.path, percent_encoding::NON_ALPHANUMERIC);
        format!("/sprak/{}?till={here}", other.code())
    }
}

/// The path alone.
fn path_of(address: &str) -> &str {
    address.split('?').next().unwrap_or(address)
}

/// How well an entry fits the address: longer is better. An entry with a query fits that query only.
fn fit(href: &str, here: &str) -> Option<usize> {
    let (path, query) = href.split_once('?').map_or((href, None), |(path, query)| (path, Some(query)));
    let (at, asked) = here.split_once('?').unwrap_or((here, ""));
    let under =
        at == path || (path != "/" && at.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
    let asked = query.is_none_or(|query| at == path && asked.split('&').any(|pair| pair == query));
    (under && asked).then_some(href.len())
}

fn help(site: &Site, lang: Lang) -> Option<HelpLine> {
    (!site.phone.is_empty()).then(|| HelpLine {
        phone: site.phone.clone(),
        hours: site.hours(lang).to_owned(),
        mail: site.mail.clone(),
    })
}

fn look(preferences: &Preferences) -> Look {
    Look {
        theme: match preferences.theme {
            app::Theme::Auto => Theme::System,
            app::Theme::Light => Theme::Light,
            app::Theme::Dark => Theme::Dark,
        },
        density: match preferences.density {
            app::Density::Tight => Density::Compact,
            app::Density::Normal => Density::Normal,
            app::Density::Airy => Density::Airy,
        },
        shortcuts: preferences.shortcuts,
    }
}

/// The roles of an account in words; the employee's only when it is the only one.
fn roles(w: Words, actor: &kernel::Actor) -> String {
    let mut roles: Vec<Role> = Role::ALL.into_iter().filter(|role| actor.has(*role)).collect();
    if roles.len() > 1 {
        roles.retain(|role| *role != Role::Employee);
    }
    w.list(&roles.into_iter().map(|role| w.t(role_key(role))).collect::<Vec<_>>())
}

/// The text key of a role's name.
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Employee => "web-role-employee",
        Role::FirstLine => "web-role-first-line",
        Role::SupplierAgent => "web-role-supplier-agent",
        Role::SecondLine => "web-role-second-line",
        Role::ItManager => "web-role-it-manager",
        Role::DepartmentHead => "web-role-department-head",
        Role::Politician => "web-role-politician",
        Role::Administrator => "web-role-administrator",
        Role::Architect => "web-role-architect",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_entry_is_the_current_one() {
        for (href, here, fits) in [
            ("/arenden", "/arenden/28417", true),
            ("/arenden", "/arenden?vy=mina", true),
            ("/arenden", "/arenden-gamla", false),
            ("/arenden?vy=mina", "/arenden?vy=mina&sida=2", true),
            ("/arenden?vy=mina", "/arenden?vy=alla", false),
            ("/arenden?vy=mina", "/arenden/28417", false),
            ("/", "/hjalp", false),
            ("/", "/", true),
        ] {
            assert_eq!(fit(href, here).is_some(), fits, "{href} at {here}");
        }
    }
}
