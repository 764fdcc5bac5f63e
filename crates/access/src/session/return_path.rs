//! Where somebody goes after signing in (pure).

use kernel::{Actor, Role};

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

/// The page that a role starts its day on.
pub fn start_page(actor: &Actor) -> &'static str {
    const AGENTS: [Role; 4] = [Role::FirstLine, Role::SupplierAgent, Role::SecondLine, Role::ItManager];
    if AGENTS.iter().any(|role| actor.has(*role)) {
        "/arenden"
    } else if actor.has(Role::Administrator) {
        "/admin"
    } else {
        "/hjalp"
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Channel, Grant, Lang};

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

    #[test]
    fn every_role_has_a_start_page() {
        let start = |roles: &[Role]| {
            let grants = roles.iter().map(|role| Grant { role: *role, unit: None }).collect();
            start_page(&Actor { grants, ..Actor::nobody(Channel::Page, Lang::Sv) })
        };
        for (roles, want) in [
            (vec![Role::Employee], "/hjalp"),
            (vec![Role::Politician], "/hjalp"),
            (vec![Role::Architect], "/hjalp"),
            (vec![Role::DepartmentHead], "/hjalp"),
            (vec![Role::Administrator, Role::Employee], "/admin"),
            (vec![Role::Administrator, Role::FirstLine], "/arenden"),
            (vec![Role::SupplierAgent], "/arenden"),
            (vec![], "/hjalp"),
        ] {
            assert_eq!(start(&roles), want, "{roles:?}");
        }
    }
}
