//! What may stand about a person. Pure.

use kernel::{Lang, Refusal};

use super::Phone;
use crate::typed;

const MOST_PHONES: usize = 5;
const LONGEST_MAIL: usize = 254;

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    pub given: String,
    pub family: String,
    pub mail: String,
    pub phones: Vec<String>,
    pub title: String,
    pub lang: Option<Lang>,
    pub protected: bool,
}

/// As kept.
#[derive(Clone, Debug)]
pub struct Checked {
    pub given: String,
    pub family: String,
    pub mail: Option<String>,
    pub phones: Vec<Phone>,
    pub title: String,
    pub lang: Option<Lang>,
    pub protected: bool,
}

/// All faults at once, so that a form shows them together.
pub fn check(typed: &Fields) -> Result<Checked, Refusal> {
    let given = typed::needed("given", &typed.given, typed::NAME);
    let family = typed::line("family", &typed.family, typed::NAME);
    let mail = mail(&typed.mail);
    let phones = phones(&typed.phones);
    let title = typed::line("title", &typed.title, typed::NAME);
    match (given, family, mail, phones, title) {
        (Ok(given), Ok(family), Ok(mail), Ok(phones), Ok(title)) => {
            Ok(Checked { given, family, mail, phones, title, lang: typed.lang, protected: typed.protected })
        }
        (given, family, mail, phones, title) => {
            let faults = [given.err(), family.err(), mail.err(), phones.err(), title.err()];
            Refusal::all(faults.into_iter().flatten().collect())?;
            Err(Refusal::invalid("given", "register-text-missing"))
        }
    }
}

fn mail(typed: &str) -> Result<Option<String>, Refusal> {
    let mail = typed.trim();
    if mail.is_empty() {
        return Ok(None);
    }
    let good = mail.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.contains('@')
    });
    if !good || mail.len() > LONGEST_MAIL || mail.chars().any(char::is_whitespace) {
        return Err(Refusal::invalid("mail", "directory-mail-unreadable"));
    }
    Ok(Some(mail.to_owned()))
}

fn phones(typed: &[String]) -> Result<Vec<Phone>, Refusal> {
    let typed: Vec<&str> = typed.iter().map(|phone| phone.trim()).filter(|phone| !phone.is_empty()).collect();
    if typed.len() > MOST_PHONES {
        return Err(Refusal::invalid("phones", "directory-phones-too-many").with("max", MOST_PHONES));
    }
    typed
        .into_iter()
        .map(|phone| Phone::parse(phone).ok_or(Refusal::invalid("phones", "directory-phone-unreadable")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_of_a_form_are_said_at_once() {
        let typed = Fields {
            mail: "maria@".to_owned(),
            phones: vec!["4014".to_owned(), String::new()],
            ..Fields::default()
        };
        let refusal = check(&typed).expect_err("three faults");
        let fields: Vec<_> = refusal.each().filter_map(|fault| fault.field).collect();
        assert_eq!(fields, ["given", "mail", "phones"]);
    }

    #[test]
    fn a_mail_address_has_a_name_and_a_place() {
        for (typed, good) in [
            ("maria@ljusvik.example", true),
            (" åsa@ljusvik.example ", true),
            ("", true),
            ("maria", false),
            ("@ljusvik.example", false),
            ("a b@ljusvik.example", false),
            ("a@b@ljusvik.example", false),
        ] {
            assert_eq!(mail(typed).is_ok(), good, "{typed}");
        }
    }
}
