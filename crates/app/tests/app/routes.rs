//! Who may come in where: every route as every role, as a program, and as nobody.

use axum::http::{Method, StatusCode};
use kernel::{Actor, Channel, Grant, Id, Lang, Role};
use testkit::{Browser, Page, on_both};
use web::{Need, Route};

use crate::town::{Examples, Town, build};

/// Open to the world. Whoever adds one says here why nobody needs to sign in for it.
const OPEN: [(&str, &str, &str); 17] = [
    ("GET", "/", "leads to where the visitor works, or to sign-in"),
    ("GET", "/admin/sheet", "components in a demo; elsewhere not found"),
    ("GET", "/admin/start", "leads to the page that says where the link is"),
    ("GET", "/admin/start/{secret}", "holds a one-time link"),
    ("POST", "/admin/start/{secret}", "holds a one-time link"),
    ("GET", "/api/v1/openapi.json", "describes the API and nothing else"),
    ("GET", "/healthz", "for the one who watches the server"),
    ("GET", "/logga-in", "sign-in"),
    ("POST", "/logga-in", "sign-in"),
    ("POST", "/logga-ut", "sign-out"),
    ("GET", "/losenord/{secret}", "holds a one-time link"),
    ("POST", "/losenord/{secret}", "holds a one-time link"),
    ("GET", "/metrics", "from this machine, else with a token: it looks itself"),
    ("GET", "/readyz", "for the one who watches the server"),
    ("GET", "/robots.txt", "for search engines"),
    ("GET", "/sprak/{lang}", "the language is anybody's choice"),
    ("GET", "/tillganglighet", "the law wants it public"),
];

/// An address that never ends its answer; `serve.rs` listens to it over a socket.
const STREAM: &str = "/handelser";
/// Ends the session that the other calls need.
const ENDS_SESSIONS: [&str; 2] = ["/logga-ut", "/installningar/losenord"];

#[test]
fn what_is_open_to_the_world_is_on_the_list() {
    let slices = app::slices::slices(&app::slices::Wiring::default());
    let mut open: Vec<(String, &str)> = slices
        .iter()
        .flat_map(|slice| &slice.routes)
        .filter(|route| matches!(route.need, Need::Open))
        .map(|route| (route.method.to_string(), route.path))
        .collect();
    open.sort_by_key(|(method, path)| (*path, method.clone()));
    let listed: Vec<(String, &str)> =
        OPEN.iter().map(|(method, path, _)| ((*method).to_owned(), *path)).collect();
    assert_eq!(open, listed, "say in OPEN why nobody needs to sign in");
}

#[test]
fn the_api_document_tells_of_every_address_under_api_and_of_no_other() {
    let slices = app::slices::slices(&app::slices::Wiring::default());
    let document = web::openapi::document(&slices, "test");
    let mut ids = Vec::new();
    for route in slices.iter().flat_map(|slice| &slice.routes) {
        let told = &document["paths"][route.path][route.method.as_str().to_lowercase()];
        let itself = route.path == "/api/v1/openapi.json";
        assert_eq!(
            !told.is_null(),
            route.path.starts_with("/api/") && !itself,
            "{} {}: routes under /api/ have a .doc(…), others none",
            route.method,
            route.path
        );
        if let Some(id) = told["operationId"].as_str() {
            ids.push(id.to_owned());
        }
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "two operations have the same operationId");
}

#[test]
fn every_role_comes_in_where_it_may_and_nowhere_else() {
    on_both(|house| {
        let mut town = build(house, 2);
        let examples = town.examples();
        let routes = town.routes();
        let mut faults = Vec::new();
        for role in Role::ALL {
            let mut browser = town.browser(role);
            for route in routes.iter().filter(|route| !ENDS_SESSIONS.contains(&route.path)) {
                let may = opens_for(route, Some(role));
                if may && route.path == STREAM {
                    continue;
                }
                let page = visit(&mut browser, route, &examples);
                faults.extend(fault(route, role.code(), may, &page));
            }
            let still = browser.get("/installningar");
            assert_eq!(still.address, "/installningar", "{role:?} was signed out on the way");
        }
        as_programs(&town, &routes, &examples, &mut faults);
        for route in &routes {
            let may = opens_for(route, None);
            let page = visit(&mut town.site.browser(), route, &examples);
            faults.extend(fault(route, "nobody", may, &page));
        }
        assert!(faults.is_empty(), "{} answers are wrong:\n{}", faults.len(), faults.join("\n"));
    });
}

/// The rule, read from the route line alone.
fn opens_for(route: &Route, role: Option<Role>) -> bool {
    match (route.need, role) {
        (Need::Open, _) => true,
        (_, None) => false,
        (Need::SignedIn, Some(_)) => true,
        (Need::May(permission), Some(role)) => permission.roles.contains(&role),
    }
}

fn visit(browser: &mut Browser, route: &Route, examples: &Examples) -> Page {
    let path = examples.fill(route.path);
    let body = |text: &str| text.as_bytes().to_vec();
    match route.method {
        Method::GET => browser.once(Method::GET, &path, None, Vec::new()),
        _ if path.starts_with("/api/") => {
            browser.once(route.method.clone(), &path, Some("application/json"), body("{}"))
        }
        _ => browser.once(
            route.method.clone(),
            &path,
            Some("application/x-www-form-urlencoded"),
            body("nothing=known"),
        ),
    }
}

/// What is wrong with this answer, if anything.
fn fault(route: &Route, who: &str, may: bool, page: &Page) -> Option<String> {
    let said = page.html();
    let (status, api) = (page.status, route.path.starts_with("/api/"));
    let to_sign_in = page.header("location").starts_with("/logga-in");
    let says_no_permission = said.contains("\"no-permission\"");
    let wrong = if status.is_server_error() {
        Some("a fault".to_owned())
    } else if may {
        let own = matches!(route.path, "/" | "/logga-ut" | "/admin/start");
        let shut = status == StatusCode::UNAUTHORIZED
            || (to_sign_in && !own)
            || (api && status == StatusCode::FORBIDDEN && says_no_permission);
        shut.then(|| "shut out, though the route lets them in".to_owned())
    } else {
        let nobody = who == "nobody";
        let want = match (nobody, api, &route.method) {
            (true, false, &Method::GET) => StatusCode::SEE_OTHER,
            (true, ..) => StatusCode::UNAUTHORIZED,
            (false, ..) => StatusCode::FORBIDDEN,
        };
        let right = status == want && (status != StatusCode::SEE_OTHER || to_sign_in);
        (!right).then(|| format!("want {want}"))
    };
    wrong.map(|wrong| format!("{who}: {} {} → {status}: {wrong}", route.method, route.path))
}

/// Service accounts, with a token of each role.
fn as_programs(town: &Town, routes: &[Route], examples: &Examples, faults: &mut Vec<String>) {
    let browser = town.site.browser();
    for role in [Role::FirstLine, Role::Employee, Role::Administrator, Role::Politician] {
        let token = town.token(role);
        for route in routes.iter().filter(|route| route.path.starts_with("/api/")) {
            let path = examples.fill(route.path);
            let body = serde_json::json!({});
            let sent = (route.method != Method::GET).then_some(&body);
            let reply = browser.json(route.method.as_str(), &path, Some(&token), sent);
            let who = format!("token of {}", role.code());
            let line = format!("{who}: {} {} → {} {}", route.method, route.path, reply.status, reply.json);
            let may = opens_for(route, Some(role));
            let shut = reply.status == 403 && reply.json["code"] == "no-permission";
            if reply.status >= 500 || reply.status == 401 || may == shut {
                faults.push(line);
            }
            if reply.status >= 400 {
                let kind = reply.headers.get("content-type").and_then(|kind| kind.to_str().ok());
                if kind != Some("application/problem+json") || reply.json["code"].as_str().is_none() {
                    faults.push(format!("{who}: {} {}: no problem+json", route.method, route.path));
                }
            }
        }
    }
    let wrong = browser.json("GET", "/api/v1/me", Some("enh_wrong"), None);
    assert_eq!((wrong.status, wrong.json["code"].as_str()), (401, Some("token-unknown")));
}

/// The rule above leans on `Need::is_met`; both read a permission the same way.
#[test]
fn a_route_lets_in_whom_its_line_names() {
    let slices = app::slices::slices(&app::slices::Wiring::default());
    for route in slices.iter().flat_map(|slice| &slice.routes) {
        for role in Role::ALL {
            let mut actor = Actor::nobody(Channel::Page, Lang::Sv);
            actor.account = Some(Id::new());
            actor.grants = vec![Grant { role, unit: None }];
            assert_eq!(route.need.is_met(&actor), opens_for(route, Some(role)), "{} {role:?}", route.path);
        }
    }
}
