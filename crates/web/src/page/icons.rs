//! The symbols of `assets/icons/icons.svg`, by name. An icon beside a word is hidden from screen readers;
//! an icon alone carries its word ([`icon_named`]).

use maud::{Markup, html};

use crate::assets;

macro_rules! icons {
    ($($name:ident = $id:literal),* $(,)?) => {
        /// A symbol: `S…` stages, `P…` priorities, `T…` verdicts, the rest things and acts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($name),* }

        impl Icon {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The id of the symbol in the sprite.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// The symbol with this id in the sprite.
            pub fn named(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|icon| icon.id() == id)
            }
        }
    };
}

icons! {
    Mark = "mark",
    PCritical = "p-crit", PHigh = "p-high", PNormal = "p-norm", PLow = "p-low",
    SNew = "s-new", SWork = "s-work", SWait = "s-wait", SSupplier = "s-sup", SDone = "s-done", SShut = "s-shut", SNone = "s-none",
    TOk = "t-ok", TBad = "t-bad", TUnknown = "t-unk",
    Back = "i-back", Bell = "i-bell", Book = "i-book", Bulb = "i-bulb", Camera = "i-cam", Check = "i-check", Change = "i-chg",
    Clip = "i-clip", Clock = "i-clock", Close = "i-x", Device = "i-dev", Dots = "i-dots", Down = "i-down", Download = "i-get",
    Edit = "i-edit", Exit = "i-exit", Filter = "i-flt", Gear = "i-gear", Home = "i-home", Inbox = "i-inbox", Info = "i-info",
    Key = "i-key", Link = "i-link", List = "i-list", Lock = "i-lock", Mail = "i-mail", Menu = "i-menu", Out = "i-out",
    Pause = "i-pause", People = "i-ppl", Person = "i-user", Phone = "i-phone", Plus = "i-plus", Print = "i-print",
    Problem = "i-prob", Right = "i-right", Search = "i-search", Shield = "i-shield", System = "i-sys", Undo = "i-undo",
    Up = "i-up", Warning = "i-warn",
}

fn address(icon: Icon) -> String {
    format!("{}#{}", assets::ICONS_SVG, icon.id())
}

/// A symbol beside its word, drawn with the line style of the text (`.i`).
pub fn icon(icon: Icon) -> Markup {
    html! { svg class=[line_style(icon)] aria-hidden="true" { use href=(address(icon)) {} } }
}

/// A symbol that stands alone and so says its word itself.
pub fn icon_named(icon: Icon, name: &str) -> Markup {
    html! { svg class=[line_style(icon)] role="img" aria-label=(name) { use href=(address(icon)) {} } }
}

/// Things and acts are drawn as lines; stages, priorities and verdicts bring their own fill.
fn line_style(icon: Icon) -> Option<&'static str> {
    icon.id().starts_with("i-").then_some("i")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_in_the_sprite_and_every_symbol_has_a_name() {
        let sprite = include_str!("../../assets/icons/icons.svg");
        for icon in Icon::ALL {
            assert!(
                sprite.contains(&format!("<symbol id=\"{}\"", icon.id())),
                "{icon:?} is not drawn in icons.svg"
            );
        }
        assert_eq!(
            sprite.matches("<symbol ").count(),
            Icon::ALL.len(),
            "a symbol in icons.svg has no name in Icon"
        );
    }
}
