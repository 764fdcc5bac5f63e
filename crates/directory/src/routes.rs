//! Every address of the registers of people, units and groups, with its permission.

use web::{MenuItem, Need, Room, Route, get, operation, patch, post};

use crate::permissions::{EDIT, READ_PEOPLE, READ_UNITS};
use crate::{affiliation, group, person, unit};

pub(crate) fn routes() -> Vec<Route> {
    [people(), units(), groups(), api()].concat()
}

fn people() -> Vec<Route> {
    use affiliation::edit_page as belongs;
    use person::{edit_page, list_page, page};
    vec![
        get("/personer", &READ_PEOPLE, list_page::show),
        get("/personer.csv", &READ_PEOPLE, list_page::export),
        get("/personer/forslag", &READ_PEOPLE, list_page::suggest),
        get("/personer/ny", &EDIT, edit_page::new),
        post("/personer", &EDIT, edit_page::add),
        get("/personer/{id}", &READ_PEOPLE, page::show),
        post("/personer/{id}/visa", &crate::permissions::READ_PROTECTED, page::show_in_full),
        get("/personer/{id}/andra", &EDIT, edit_page::change),
        post("/personer/{id}/andra", &EDIT, edit_page::save),
        get("/personer/{id}/sluta", &EDIT, edit_page::leaving),
        post("/personer/{id}/sluta", &EDIT, edit_page::leave_now),
        get("/personer/{id}/tillhorighet", &EDIT, belongs::new),
        post("/personer/{id}/tillhorighet", &EDIT, belongs::save_new),
        get("/personer/{id}/tillhorighet/{affiliation}", &EDIT, belongs::change),
        post("/personer/{id}/tillhorighet/{affiliation}", &EDIT, belongs::save),
    ]
}

fn units() -> Vec<Route> {
    use unit::{edit_page, page};
    vec![
        get("/organisation", &READ_UNITS, page::tree),
        get("/organisation.csv", &READ_UNITS, page::export),
        get("/organisation/ny", &EDIT, edit_page::new),
        post("/organisation", &EDIT, edit_page::add),
        get("/organisation/{slug}", &READ_UNITS, page::one),
        get("/organisation/{slug}/andra", &EDIT, edit_page::change),
        post("/organisation/{slug}/andra", &EDIT, edit_page::save),
        get("/organisation/{slug}/flytta", &EDIT, edit_page::moving),
        post("/organisation/{slug}/flytta", &EDIT, edit_page::move_now),
        get("/organisation/{slug}/avsluta", &EDIT, edit_page::ending),
        post("/organisation/{slug}/avsluta", &EDIT, edit_page::end_now),
    ]
}

fn groups() -> Vec<Route> {
    use group::{edit_page, page};
    vec![
        get("/grupper", &READ_UNITS, page::list),
        get("/grupper.csv", &READ_UNITS, page::export),
        get("/grupper/ny", &EDIT, edit_page::new),
        post("/grupper", &EDIT, edit_page::add),
        get("/grupper/{slug}", &READ_UNITS, page::one),
        get("/grupper/{slug}/andra", &EDIT, edit_page::change),
        post("/grupper/{slug}/andra", &EDIT, edit_page::save),
        post("/grupper/{slug}/avsluta", &EDIT, edit_page::end_now),
        post("/grupper/{slug}/medlemmar", &EDIT, page::join),
        post("/grupper/{slug}/medlemmar/{person}/ta-bort", &EDIT, page::part),
    ]
}

fn api() -> Vec<Route> {
    use group::api as groups;
    use person::api as people;
    use unit::api as units;
    vec![
        get("/api/v1/people", &READ_PEOPLE, people::list).doc(
            operation("listPeople", "List people by family name; protected identities are not listed")
                .query("q", "Beginnings of names, a mail address or a phone number.")
                .query("unit", "Id or slug of a unit; those below it count too.")
                .gives_page::<people::PersonLine>(),
        ),
        post("/api/v1/people", &EDIT, people::add).doc(
            operation("createPerson", "Add a person")
                .takes::<people::NewPerson>()
                .gives::<people::PersonOut>(201),
        ),
        get("/api/v1/people/{id}", &READ_PEOPLE, people::one)
            .doc(operation("getPerson", "Read a person").gives::<people::PersonOut>(200)),
        patch("/api/v1/people/{id}", &EDIT, people::change).doc(
            operation("changePerson", "Correct a person")
                .if_match()
                .takes::<people::PersonChange>()
                .gives::<people::PersonOut>(200),
        ),
        get("/api/v1/units", &READ_UNITS, units::list).doc(
            operation("listUnits", "List the units of a day by name")
                .query("q", "Beginnings of the name or the code.")
                .query("kind", "One kind only.")
                .query("date", "The day, as 2026-03-31; today when not said.")
                .gives_page::<units::UnitOut>(),
        ),
        post("/api/v1/units", &EDIT, units::add).doc(
            operation("createUnit", "Add a unit").takes::<units::NewUnit>().gives::<units::UnitOut>(201),
        ),
        get("/api/v1/units/{key}", &READ_UNITS, units::one)
            .doc(operation("getUnit", "Read a unit by id or slug").gives::<units::UnitOut>(200)),
        patch("/api/v1/units/{key}", &EDIT, units::change).doc(
            operation("changeUnit", "Correct, move or end a unit")
                .if_match()
                .takes::<units::UnitChange>()
                .gives::<units::UnitOut>(200),
        ),
        get("/api/v1/groups", &READ_UNITS, groups::list).doc(
            operation("listGroups", "List the support groups by name")
                .query("q", "Beginnings of the name.")
                .query("ended", "true for those that have ended too.")
                .gives_page::<groups::GroupOut>(),
        ),
        post("/api/v1/groups", &EDIT, groups::add).doc(
            operation("createGroup", "Add a support group")
                .takes::<groups::NewGroup>()
                .gives::<groups::GroupOut>(201),
        ),
        get("/api/v1/groups/{key}", &READ_UNITS, groups::one)
            .doc(operation("getGroup", "Read a support group by id or slug").gives::<groups::GroupOut>(200)),
        patch("/api/v1/groups/{key}", &EDIT, groups::change).doc(
            operation("changeGroup", "Correct a support group")
                .if_match()
                .takes::<groups::GroupChange>()
                .gives::<groups::GroupOut>(200),
        ),
    ]
}

/// The heading in the work room's menu that the registers of all slices stand under.
pub const MENU_GROUP: &str = "register-menu";

pub(crate) fn menu() -> Vec<MenuItem> {
    let item = |label, href, icon, need: Need, go, order| MenuItem {
        label,
        href,
        icon,
        room: Room::Work,
        need,
        group: Some(MENU_GROUP),
        go,
        order,
    };
    vec![
        item("directory-people", "/personer", "i-ppl", (&READ_PEOPLE).into(), Some('p'), 60),
        item("directory-organisation", "/organisation", "i-home", (&READ_UNITS).into(), Some('o'), 62),
        item("directory-groups", "/grupper", "i-inbox", (&READ_UNITS).into(), Some('g'), 63),
    ]
}
