//! Where somebody goes after signing in (pure).

/// `/` leads each role to where it works.
pub const START: &str = "/";

/// The page that they were on their way to, if it is one of ours. Anything else could lead to a copy of our
/// sign-in page on somebody else's server.
pub fn local(path: &str) -> Option<&str> {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n', '\t'])
        && !path.chars().any(char::is_control)
        && path.len() <= 2_000;
    let again = ["/logga-in", "/logga-ut", "/losenord/"].iter().any(|door| path.starts_with(door));
    (ours && !again && path != "/").then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_back_to() {
        for (path, ours) in [
            ("/arenden/28417?flik=logg", true),
            ("/hjalp/mina", true),
            ("https://elak.example/", false),
            ("//elak.example/", false),
            ("/\\elak.example", false),
            ("/hjalp\r\nLocation: x", false),
            ("javascript:alert(1)", false),
            ("hjalp", false),
            ("/logga-ut", false),
            ("/logga-in?till=/logga-in", false),
            ("/", false),
            ("", false),
        ] {
            assert_eq!(local(path).is_some(), ours, "{path}");
        }
    }
}
