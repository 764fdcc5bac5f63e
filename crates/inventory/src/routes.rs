//! Every address of the register of devices, with its permission.

use web::{MenuItem, Room, Route, delete, get, operation, patch, post, put};

use crate::device::{api, edit_page, hand_over_page, list_page, page};
use crate::permissions::{EDIT, READ};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/enheter", &READ, list_page::show),
        get("/enheter.csv", &READ, list_page::export),
        get("/enheter/ny", &EDIT, edit_page::new),
        post("/enheter", &EDIT, edit_page::add),
        get("/enheter/{id}", &READ, page::one),
        get("/enheter/{id}/andra", &EDIT, edit_page::change),
        post("/enheter/{id}/andra", &EDIT, edit_page::save),
        get("/enheter/{id}/lamna-ut", &EDIT, hand_over_page::handing),
        post("/enheter/{id}/lamna-ut", &EDIT, hand_over_page::hand),
        get("/enheter/{id}/ta-tillbaka", &EDIT, hand_over_page::taking),
        post("/enheter/{id}/ta-tillbaka", &EDIT, hand_over_page::take),
        get("/api/v1/devices", &READ, api::list).doc(
            operation("listDevices", "List devices by number")
                .query("q", "Number, serial number, model or the holder's name.")
                .query("kind", "Slug of a kind.")
                .query("state", "One state only.")
                .query("unit", "Id or slug of the unit that answers; those below it count too.")
                .gives_page::<api::DeviceLine>(),
        ),
        post("/api/v1/devices", &EDIT, api::add).doc(
            operation("createDevice", "Add a device").takes::<api::NewDevice>().gives::<api::DeviceOut>(201),
        ),
        get("/api/v1/devices/{key}", &READ, api::one)
            .doc(operation("getDevice", "Read a device by id or number").gives::<api::DeviceOut>(200)),
        patch("/api/v1/devices/{key}", &EDIT, api::change).doc(
            operation("changeDevice", "Correct a device")
                .if_match()
                .takes::<api::DeviceChange>()
                .gives::<api::DeviceOut>(200),
        ),
        put("/api/v1/devices/{key}/holder", &EDIT, api::hand).doc(
            operation("handOverDevice", "Give a device to a person or a unit")
                .if_match()
                .takes::<api::NewHolder>()
                .gives::<api::DeviceOut>(200),
        ),
        delete("/api/v1/devices/{key}/holder", &EDIT, api::take).doc(
            operation("takeBackDevice", "Take a device back")
                .if_match()
                .query("state", "What it becomes; in_stock when not said.")
                .query("place", "Where it stands then.")
                .query("from", "The first day on which it is no longer held; today when not said.")
                .gives::<api::DeviceOut>(200),
        ),
    ]
}

pub(crate) fn menu() -> Vec<MenuItem> {
    vec![MenuItem {
        label: "inventory-devices",
        href: "/enheter",
        icon: "i-dev",
        room: Room::Work,
        need: (&READ).into(),
        group: Some(directory::MENU_GROUP),
        go: Some('e'),
        order: 61,
    }]
}
