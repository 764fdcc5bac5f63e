//! What is typed at sign-in: a mail address, whatever the case of its letters (pure).

use kernel::Refusal;

/// A mail address in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    const LONGEST: usize = 254;

    /// Reads what was typed. It is not checked that the mailbox exists: mail does that.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let login = Self::fold(typed);
        let sound = login.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        });
        let once = login.matches('@').count() == 1;
        if !sound || !once || login.len() > Self::LONGEST || login.contains(char::is_whitespace) {
            return Err(Refusal::invalid("login", "access-login-invalid"));
        }
        Ok(Self(login))
    }

    /// The same letters whoever typed them; also for finding an account by what was typed.
    pub fn fold(typed: &str) -> String {
        typed.trim().to_lowercase()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_a_mail_address_in_small_letters() {
        for (typed, want) in [
            (" Anna-Karin.LIND@ljusvik.example ", Some("anna-karin.lind@ljusvik.example")),
            ("åsa@ljusvik.example", Some("åsa@ljusvik.example")),
            ("anna", None),
            ("anna@", None),
            ("@ljusvik.example", None),
            ("anna@ljusvik", None),
            ("a b@ljusvik.example", None),
            ("a@b@ljusvik.example", None),
            ("", None),
        ] {
            assert_eq!(Login::parse(typed).ok().as_ref().map(Login::as_str), want, "{typed}");
        }
    }
}
