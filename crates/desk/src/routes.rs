//! Every address of the desk: one line each, with who may come in.

use web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
