//! Every address of this slice, with what a visitor must have.

use axum::extract::Path;
use axum::http::HeaderMap;
use web::answer::see_other;
use web::{Ask, Form, OPEN, Route, SIGNED_IN, delete, get, operation, post};

use crate::account::api::AccountShown;
use crate::audit::api::LineShown;
use crate::permissions::{ADMINISTER, READ_LOG};
use crate::session::api::{Me, MySessions};
use crate::{Wiring, account, admin_page, audit, password, session, settings, start};

pub(crate) fn routes(wiring: Wiring) -> Vec<Route> {
    [door(), own(), administration(wiring), first_start(wiring), api()].concat()
}

fn door() -> Vec<Route> {
    vec![
        get("/logga-in", OPEN, session::page::show),
        post("/logga-in", OPEN, session::page::submit),
        post("/logga-ut", OPEN, session::page::sign_out),
        get("/losenord/{secret}", OPEN, password::page::show),
        post("/losenord/{secret}", OPEN, password::page::submit),
    ]
}

fn own() -> Vec<Route> {
    vec![
        get("/installningar", SIGNED_IN, settings::page::show),
        post("/installningar", SIGNED_IN, settings::page::choose),
        post("/installningar/losenord", SIGNED_IN, settings::page::change_password),
        post("/installningar/inloggningar/ovriga", SIGNED_IN, settings::page::end_others),
        post("/installningar/inloggningar/{id}/slut", SIGNED_IN, settings::page::end_session),
    ]
}

fn administration(wiring: Wiring) -> Vec<Route> {
    use account::page;
    vec![
        get("/admin", &ADMINISTER, admin_page::show),
        get("/admin/roller", &ADMINISTER, move |ask: Ask, query: Form| page::show_list(ask, query, wiring)),
        get("/admin/roller.csv", &ADMINISTER, move |ask: Ask, query: Form| page::export(ask, query, wiring)),
        get("/admin/roller/ny", &ADMINISTER, move |ask: Ask| page::show_new(ask, wiring)),
        post("/admin/roller", &ADMINISTER, move |ask: Ask, headers: HeaderMap, form: Form| {
            page::create(ask, headers, form, wiring)
        }),
        get("/admin/roller/{id}", &ADMINISTER, move |ask: Ask, id: Path<String>| page::show(ask, id, wiring)),
        post("/admin/roller/{id}", &ADMINISTER, move |ask: Ask, id: Path<String>, form: Form| {
            page::save_name(ask, id, form, wiring)
        }),
        post("/admin/roller/{id}/roller", &ADMINISTER, move |ask: Ask, id: Path<String>, form: Form| {
            page::save_roles(ask, id, form, wiring)
        }),
        post("/admin/roller/{id}/lank", &ADMINISTER, page::make_link),
        post("/admin/roller/{id}/stangning", &ADMINISTER, page::disable),
        post("/admin/roller/{id}/oppning", &ADMINISTER, page::enable),
        post("/admin/roller/{id}/utloggning", &ADMINISTER, page::end_sessions),
        post("/admin/roller/{id}/nycklar/{token}/slut", &ADMINISTER, page::revoke_token),
        get("/admin/logg", &READ_LOG, audit::page::show),
        get("/admin/logg.csv", &READ_LOG, audit::page::export),
    ]
}

fn first_start(wiring: Wiring) -> Vec<Route> {
    vec![
        // Without the link there is only the door, which says where the link is.
        get("/admin/start", OPEN, || async { see_other(session::return_path::START) }),
        get("/admin/start/{secret}", OPEN, start::page::show),
        post(
            "/admin/start/{secret}",
            OPEN,
            move |ask: Ask, link: Path<String>, headers: HeaderMap, form: Form| {
                start::page::submit(ask, link, headers, form, wiring)
            },
        ),
    ]
}

fn api() -> Vec<Route> {
    vec![
        get("/api/v1/me", SIGNED_IN, session::api::me)
            .doc(operation("getMe", "Who asks, and what they may").gives::<Me>(200)),
        get("/api/v1/sessions", SIGNED_IN, session::api::list)
            .doc(operation("listSessions", "Where the account is signed in").gives::<MySessions>(200)),
        delete("/api/v1/sessions/{id}", SIGNED_IN, session::api::end)
            .doc(operation("endSession", "Sign the account out on one device").gives_nothing()),
        get("/api/v1/accounts", &ADMINISTER, account::api::list).doc(
            operation("listAccounts", "Accounts and their roles, by name")
                .query("q", "Part of a name or address.")
                .query("role", "Only with this role.")
                .query("state", "open, waiting, disabled or service; open when not said.")
                .gives_page::<AccountShown>(),
        ),
        get("/api/v1/audit", &READ_LOG, audit::api::list).doc(
            operation("listAudit", "What everybody did, the newest first")
                .query("act", "The act or its beginning.")
                .query("account", "Whose, by id.")
                .query("subject", "About which row, by id.")
                .query("from", "From this moment, RFC 3339.")
                .query("until", "Before this moment, RFC 3339.")
                .gives_page::<LineShown>(),
        ),
    ]
}
