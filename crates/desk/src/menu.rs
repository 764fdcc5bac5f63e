//! The desk's places in the menus of both rooms.

use web::{MenuItem, Need, Room, SIGNED_IN};

use crate::permissions::{SETTLE, WORK};

pub(crate) fn menu() -> Vec<MenuItem> {
    let item = |label, href, icon, room, need, order| MenuItem {
        label,
        href,
        icon,
        room,
        need,
        group: None,
        go: None,
        order,
    };
    vec![
        item("desk-menu-help", "/hjalp", "i-home", Room::Reading, SIGNED_IN, 1),
        item("desk-menu-mine", "/hjalp/mina", "i-list", Room::Reading, SIGNED_IN, 2),
        MenuItem {
            go: Some('a'),
            ..item("desk-menu-tickets", "/arenden", "i-list", Room::Work, Need::May(&WORK), 1)
        },
        item("desk-settings", "/admin/arenden", "i-gear", Room::Work, Need::May(&SETTLE), 90),
    ]
}
