//! Every address of this slice.

use web::{Route, SIGNED_IN, get, post};

use crate::choice::page;

pub(crate) fn routes() -> Vec<Route> {
    vec![get(page::PATH, SIGNED_IN, page::show), post(page::PATH, SIGNED_IN, page::save)]
}
