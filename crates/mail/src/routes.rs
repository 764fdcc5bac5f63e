//! Every address of this slice.

use web::{Route, get, post};

use crate::permissions::ADMINISTER;
use crate::{inbox, outbox};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/admin/mejl", &ADMINISTER, outbox::page::show_list),
        get("/admin/mejl.csv", &ADMINISTER, outbox::page::export),
        get("/admin/mejl/ut/{id}", &ADMINISTER, outbox::page::show_one),
        post("/admin/mejl/ut/{id}/igen", &ADMINISTER, outbox::page::again),
        get("/admin/mejl/in", &ADMINISTER, inbox::page::show_list),
        get("/admin/mejl/in.csv", &ADMINISTER, inbox::page::export),
        get("/admin/mejl/in/{id}", &ADMINISTER, inbox::page::show_one),
    ]
}
