use web::{MenuItem, Need, Room, Route, get, operation, post};

use crate::calendar_version::{api as calendars, page as calendar};
use crate::permissions::{EDIT, READ};
use crate::promise::{api as promises, page as promise};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/admin/kalender", &READ, calendar::list),
        get("/admin/kalender/ny", &EDIT, calendar::new),
        post("/admin/kalender/ny", &EDIT, calendar::create),
        get("/admin/kalender/{id}", &READ, calendar::show),
        get("/admin/kalender/{id}/andra", &EDIT, calendar::edit),
        post("/admin/kalender/{id}/andra", &EDIT, calendar::save),
        get("/admin/loften", &READ, promise::list),
        get("/admin/loften/andra", &EDIT, promise::edit),
        post("/admin/loften/andra", &EDIT, promise::save),
        get("/api/v1/calendars", &READ, calendars::list).doc(
            operation("listCalendars", "The latest edition of each calendar")
                .gives_page::<calendars::Calendar>(),
        ),
        post("/api/v1/calendars", &EDIT, calendars::create).doc(
            operation("createCalendar", "A new calendar, or a new edition of one")
                .takes::<calendars::NewCalendar>()
                .gives::<calendars::Calendar>(201),
        ),
        get("/api/v1/calendars/{id}", &READ, calendars::show).doc(
            operation("getCalendar", "A calendar with all its editions")
                .gives::<calendars::CalendarInFull>(200),
        ),
        get("/api/v1/promises", &READ, promises::list).doc(
            operation("listPromises", "Every edition of the promises, the latest first")
                .gives_page::<promises::Promise>(),
        ),
    ]
}

pub(crate) fn menu() -> Vec<MenuItem> {
    let item = |label, href, order| MenuItem {
        label,
        href,
        icon: "i-clock",
        room: Room::Reading,
        need: Need::May(&EDIT),
        group: Some("access-admin"),
        go: None,
        order,
    };
    vec![item("promise-menu", "/admin/loften", 72), item("calendar-menu", "/admin/kalender", 74)]
}
