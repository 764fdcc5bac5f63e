use maud::{Markup, html};

use crate::page::{Icon, icon};

/// First letters of the first and the last name: `Maria Lindqvist` → `ML`.
pub fn initials(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|sign| sign.is_alphanumeric()));
    let first = words.next();
    let letters = first.into_iter().chain(words.next_back());
    letters.flat_map(char::to_uppercase).collect()
}

/// Whose initials they are, as far as looks go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Avatar {
    #[default]
    Other,
    /// The reader.
    Me,
    /// Somebody who has the same thing open now.
    Here,
    /// Large, beside a person's name at the head of their page.
    Big,
}

/// Initials beside a name that is written out, so hidden from screen readers.
pub fn avatar(name: &str, kind: Avatar) -> Markup {
    let class = match kind {
        Avatar::Other => "av",
        Avatar::Me => "av me",
        Avatar::Here => "av here",
        Avatar::Big => "av big",
    };
    html! { span class=(class) aria-hidden="true" { (initials(name)) } }
}

/// Initials that stand alone and so say the name.
pub fn avatar_named(name: &str, kind: Avatar) -> Markup {
    let class = match kind {
        Avatar::Other | Avatar::Big => "av",
        Avatar::Me => "av me",
        Avatar::Here => "av here",
    };
    html! { span class=(class) role="img" aria-label=(name) title=(name) { (initials(name)) } }
}

/// Nobody yet: a dashed ring that says so.
pub fn nobody(label: &str) -> Markup {
    html! { span class="av none" role="img" aria-label=(label) title=(label) { (icon(Icon::Plus)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_two_at_most() {
        for (name, want) in [
            ("Maria Lindqvist", "ML"),
            ("Anna-Karin de la Cruz", "AC"),
            ("åsa Öberg", "ÅÖ"),
            ("Vaktmästaren", "V"),
            ("", ""),
            ("(skyddad) person", "SP"),
        ] {
            assert_eq!(initials(name), want, "{name}");
        }
    }
}
