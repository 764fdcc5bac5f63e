//! Ljusvik in this process, with a few days of past: every slice, the real gate, no port.

use std::collections::HashMap;

use app::demo;
use app::slices::{Wiring, slices};
use jobs::Stop;
use kernel::{Actor, Channel, Clock, Role};
use testkit::{Browser, House, Site};
use web::Route;

/// Who signs in for each role in the demo, as `enhet demo` prints it.
pub const SIGN_INS: [(Role, &str); 9] = [
    (Role::Employee, "maria.lindqvist@ljusvik.example"),
    (Role::FirstLine, "johan.astrom@ljusvik.example"),
    (Role::SupplierAgent, "nadja.brolund@norrspann.example"),
    (Role::SecondLine, "lars.edin@ljusvik.example"),
    (Role::ItManager, "erik.nordin@ljusvik.example"),
    (Role::DepartmentHead, "lena.wiklund@ljusvik.example"),
    (Role::Politician, "gun-britt.akerlind@ljusvik.example"),
    (Role::Administrator, "mikaela.forsgard@ljusvik.example"),
    (Role::Architect, "rasmus.tidlund@ljusvik.example"),
];

/// Everybody's, in the demo.
const PASSWORD: &str = "norrsken över ljusvik";

pub struct Town {
    pub site: Site,
    cookies: HashMap<Role, String>,
}

/// Builds it on an empty house, with so many days of tickets.
pub fn build(house: &House, days: u16) -> Town {
    let gate = access::Gate::new(directory::group::of_person);
    // The site brings web's own slice itself.
    let all = slices(&Wiring::default()).into_iter().skip(1).collect();
    let site = Site::open_at_gate(house, Clock::real(), all, Box::new(gate));
    demo::begin(&site.app, Some(days)).expect("the register");
    demo::write_past(&site.app, &Stop::default());
    assert_eq!(site.app.starting(), None, "the past is written");
    Town { site, cookies: HashMap::new() }
}

impl Town {
    pub fn routes(&self) -> Vec<Route> {
        self.site.app.slices.iter().flat_map(|slice| slice.routes.clone()).collect()
    }

    /// A browser that is signed in as the demo's person with this role.
    pub fn browser(&mut self, role: Role) -> Browser {
        let name = web::guard::cookie_name(&self.site.app);
        let mut browser = self.site.browser();
        if let Some(secret) = self.cookies.get(&role) {
            browser.set_cookie(name, secret);
            return browser;
        }
        let mail = SIGN_INS.iter().find(|(known, _)| *known == role).expect("a sign-in for each role").1;
        let page = browser.get("/logga-in");
        let page = browser.submit(&page, "/logga-in", &[("login", mail), ("password", PASSWORD)]);
        let secret =
            browser.cookie(name).unwrap_or_else(|| panic!("{mail} signs in: {}", page.text())).to_owned();
        self.cookies.insert(role, secret);
        browser
    }

    /// A service account's token.
    pub fn token(&self, role: Role) -> String {
        let actor = Actor::house(Channel::Cli, "test");
        let name = format!("qa-{}", role.code());
        let token = access::cli::NewToken { name, role, unit: None, days: 1, person: None };
        access::cli::token_create(&self.site.app.db, &actor, Clock::real().now(), &token).expect("a token")
    }

    /// Something that is there, for each kind of address with a gap in it.
    pub fn examples(&mut self) -> Examples {
        let token = self.token(Role::FirstLine);
        let admin = self.token(Role::Administrator);
        let browser = self.site.browser();
        let first = |path: &str, token: &str, member: &str| {
            let reply = browser.json("GET", path, Some(token), None);
            assert_eq!(reply.status, 200, "{path}: {}", reply.json);
            let value = &reply.json["items"][0][member];
            value.as_str().map_or_else(|| value.to_string(), str::to_owned)
        };
        let mut known = HashMap::new();
        for (place, path, token, member) in [
            ("tickets", "/api/v1/tickets?limit=1", &token, "number"),
            ("people", "/api/v1/people?limit=1", &token, "id"),
            ("units", "/api/v1/units?limit=1", &token, "slug"),
            ("groups", "/api/v1/groups?limit=1", &token, "slug"),
            ("services", "/api/v1/services?limit=1", &token, "slug"),
            ("devices", "/api/v1/devices?limit=1", &token, "number"),
            ("calendars", "/api/v1/calendars?limit=1", &admin, "id"),
            ("accounts", "/api/v1/accounts?limit=1", &admin, "id"),
        ] {
            known.insert(place, first(path, token, member));
        }
        Examples(known)
    }
}

/// Values for the gaps in addresses.
pub struct Examples(HashMap<&'static str, String>);

/// What stands behind the first gap of the addresses that begin so; the longest beginning counts.
const PLACES: [(&str, &str); 24] = [
    ("/api/v1/tickets/", "tickets"),
    ("/api/v1/people/", "people"),
    ("/api/v1/units/", "units"),
    ("/api/v1/groups/", "groups"),
    ("/api/v1/services/", "services"),
    ("/api/v1/devices/", "devices"),
    ("/api/v1/calendars/", "calendars"),
    ("/api/v1/sessions/", "-"),
    ("/api/v1/views/", "-"),
    ("/arenden/", "tickets"),
    ("/arenden/flera/", "-"),
    ("/hjalp/fel/kvitto/", "tickets"),
    ("/hjalp/mina/", "tickets"),
    ("/bilagor/", "-"),
    ("/personer/", "people"),
    ("/enheter/", "devices"),
    ("/organisation/", "units"),
    ("/grupper/", "groups"),
    ("/tjanster/", "services"),
    ("/admin/roller/", "accounts"),
    ("/admin/kalender/", "calendars"),
    ("/admin/mejl/", "-"),
    ("/losenord/", "-"),
    ("/sprak/", "sv"),
];

impl Examples {
    /// The address with its gaps filled: the first by what there is, further ones by what there is not.
    pub fn fill(&self, path: &str) -> String {
        if !path.contains('{') {
            return path.to_owned();
        }
        let place =
            PLACES.iter().filter(|(start, _)| path.starts_with(start)).max_by_key(|(start, _)| start.len());
        let mut value = match place {
            Some((_, "-")) | None => kernel::Id::new().to_string(),
            Some((_, "sv")) => "sv".to_owned(),
            Some((_, place)) => self.0[place].clone(),
        };
        let mut out = String::new();
        let mut rest = path;
        while let Some((before, gap)) = rest.split_once('{') {
            let (_, after) = gap.split_once('}').expect("a closed gap");
            out.push_str(before);
            out.push_str(&value);
            value = kernel::Id::new().to_string();
            rest = after;
        }
        out + rest
    }

    /// Whether there is something behind the only gap of this address.
    pub fn knows(path: &str) -> bool {
        let place =
            PLACES.iter().filter(|(start, _)| path.starts_with(start)).max_by_key(|(start, _)| start.len());
        path.matches('{').count() == 1 && place.is_some_and(|(_, place)| !matches!(*place, "-" | "sv"))
    }
}
