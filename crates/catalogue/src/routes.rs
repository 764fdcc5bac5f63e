//! Every address of the services, with its permission.

use web::{MenuItem, Room, Route, get, operation, patch, post};

use crate::permissions::{EDIT, READ};
use crate::service::{api, edit_page, page};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/tjanster", &READ, page::list),
        get("/tjanster.csv", &READ, page::export),
        get("/tjanster/ny", &EDIT, edit_page::new),
        post("/tjanster", &EDIT, edit_page::add),
        get("/tjanster/{slug}", &READ, page::one),
        get("/tjanster/{slug}/andra", &EDIT, edit_page::change),
        post("/tjanster/{slug}/andra", &EDIT, edit_page::save),
        get("/api/v1/services", &READ, api::list).doc(
            operation("listServices", "List services in their own order")
                .query("q", "Beginnings of the name.")
                .query("audience", "One audience only.")
                .query("ended", "true for those that have ended too.")
                .gives_page::<api::ServiceOut>(),
        ),
        post("/api/v1/services", &EDIT, api::add).doc(
            operation("createService", "Add a service")
                .takes::<api::NewService>()
                .gives::<api::ServiceOut>(201),
        ),
        get("/api/v1/services/{key}", &READ, api::one)
            .doc(operation("getService", "Read a service by id or slug").gives::<api::ServiceOut>(200)),
        patch("/api/v1/services/{key}", &EDIT, api::change).doc(
            operation("changeService", "Correct or end a service")
                .if_match()
                .takes::<api::ServiceChange>()
                .gives::<api::ServiceOut>(200),
        ),
    ]
}

pub(crate) fn menu() -> Vec<MenuItem> {
    vec![MenuItem {
        label: "catalogue-services",
        href: "/tjanster",
        icon: "i-sys",
        room: Room::Work,
        need: (&READ).into(),
        group: Some(directory::MENU_GROUP),
        go: Some('t'),
        order: 64,
    }]
}
