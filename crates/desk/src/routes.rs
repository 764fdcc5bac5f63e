//! Every address of the desk: one line each, with who may come in. `SIGNED_IN` where everybody reads their own.

use web::{Route, SIGNED_IN, delete, get, operation, patch, post, put};

use crate::attachment::api as files;
use crate::permissions::{SETTLE, WORK};
use crate::settings::api as settings;
use crate::ticket::api::{self, shape};
use crate::view::api as views;

pub fn routes() -> Vec<Route> {
    let mut all = tickets();
    all.extend(under_a_ticket());
    all.extend(around_tickets());
    all.extend(portal());
    all.extend(agents());
    all.extend(acts());
    all
}

fn tickets() -> Vec<Route> {
    const PLACE: &str = "/api/v1/tickets";
    let list = operation("listTickets", "List tickets, as far as the reader may see them")
        .query("status", "Status codes between commas, or `open`.")
        .query("reason", "What a waiting ticket waits for.")
        .query("kind", "`incident` or `service_request`.")
        .query("priority", "1 to 4.")
        .query("group", "A group's slug or id.")
        .query("assignee", "Mail address or id; `me`, or `none`.")
        .query("requester", "Mail address or id.")
        .query("unit", "A unit's slug or id.")
        .query("service", "A service's slug or id.")
        .query("device", "A device's number or id.")
        .query("overdue", "`yes`: the next promise is already broken.")
        .query("own", "`yes`: only what the reader asked for or follows.")
        .query("q", "Words to find; title hits come first.")
        .query(
            "sort",
            "`number` (the newest first), `due` (open ones by the next promise to break) or `updated`.",
        )
        .gives_page::<shape::TicketLine>();
    let create = operation("createTicket", "Report a fault, or ask for something")
        .takes::<shape::NewTicket>()
        .gives::<shape::Standing>(201);
    let edit = operation("editTicket", "Change what a ticket says about itself")
        .takes::<shape::TicketEdit>()
        .gives::<shape::Standing>(200)
        .if_match();
    vec![
        get(PLACE, SIGNED_IN, api::list).doc(list),
        post(PLACE, SIGNED_IN, api::create).doc(create),
        get("/api/v1/tickets.csv", SIGNED_IN, api::export)
            .doc(operation("exportTickets", "The same list, whole, as CSV")),
        get("/api/v1/tickets/{number}", SIGNED_IN, api::show)
            .doc(operation("readTicket", "Read one ticket").gives::<shape::TicketView>(200)),
        patch("/api/v1/tickets/{number}", &WORK, api::edit).doc(edit),
    ]
}

fn under_a_ticket() -> Vec<Route> {
    let act = |id, summary| operation(id, summary).gives::<shape::Standing>(200);
    vec![
        get("/api/v1/tickets/{number}/messages", SIGNED_IN, api::messages)
            .doc(operation("listMessages", "What was said").gives_page::<shape::MessageView>()),
        post("/api/v1/tickets/{number}/messages", SIGNED_IN, api::add_message).doc(
            operation("addMessage", "Say something that all parties read")
                .takes::<shape::NewMessage>()
                .gives::<shape::Said>(201),
        ),
        post("/api/v1/tickets/{number}/notes", &WORK, api::add_note).doc(
            operation("addNote", "Write an internal note")
                .takes::<shape::NewNote>()
                .gives::<shape::Said>(201),
        ),
        get("/api/v1/tickets/{number}/history", SIGNED_IN, api::history)
            .doc(operation("readHistory", "What was done").gives_page::<shape::HistoryEntry>()),
        post("/api/v1/tickets/{number}/assignment", &WORK, api::assign)
            .doc(act("assignTicket", "Give it to a group, a person or both").takes::<shape::Assignment>()),
        delete("/api/v1/tickets/{number}/assignment", &WORK, api::undo)
            .doc(act("undoAssignment", "Take back an assignment just made").if_match()),
        post("/api/v1/tickets/{number}/hold", &WORK, api::hold)
            .doc(act("holdTicket", "Let it wait, or send it to the supplier").takes::<shape::NewHold>()),
        delete("/api/v1/tickets/{number}/hold", &WORK, api::resume).doc(act("resumeTicket", "Go on with it")),
        post("/api/v1/tickets/{number}/resolution", &WORK, api::resolve)
            .doc(act("resolveTicket", "Say what helped").takes::<shape::NewResolution>()),
        delete("/api/v1/tickets/{number}/resolution", SIGNED_IN, api::reopen)
            .doc(act("reopenTicket", "It was not solved after all")),
        post("/api/v1/tickets/{number}/closure", &WORK, api::close)
            .doc(act("closeTicket", "End it for good").takes::<shape::NewClosure>()),
        delete("/api/v1/tickets/{number}/closure", &WORK, api::undo)
            .doc(act("undoClosure", "Take back a closing just made").if_match()),
        post("/api/v1/tickets/{number}/links", &WORK, api::link)
            .doc(act("linkTicket", "Tie it to another").takes::<shape::NewLink>()),
        delete("/api/v1/tickets/{number}/links/{kind}/{other}", &WORK, api::unlink)
            .doc(act("unlinkTicket", "Untie them again")),
        put("/api/v1/tickets/{number}/followers/{person}", SIGNED_IN, api::follow)
            .doc(operation("followTicket", "Let somebody follow it; `me` is the caller").gives_nothing()),
        delete("/api/v1/tickets/{number}/followers/{person}", SIGNED_IN, api::unfollow)
            .doc(operation("unfollowTicket", "Follow it no more").gives_nothing()),
    ]
}

fn around_tickets() -> Vec<Route> {
    vec![
        get("/api/v1/tickets/{number}/attachments", SIGNED_IN, files::list)
            .doc(operation("listAttachments", "The files of a ticket").gives_page::<files::FileView>()),
        post("/api/v1/tickets/{number}/attachments", SIGNED_IN, files::add).doc(
            operation("addAttachments", "Send files: 25 MB each from the portal, 100 MB from the desk")
                .takes_files()
                .gives_page::<files::FileView>(),
        ),
        get("/api/v1/tickets/{number}/attachments/{id}", SIGNED_IN, files::download)
            .doc(operation("readAttachment", "One file, as a download")),
        get("/api/v1/views", &WORK, views::list)
            .doc(operation("listViews", "The caller's saved views").gives_page::<views::ViewShape>()),
        post("/api/v1/views", &WORK, views::save).doc(
            operation("saveView", "Keep a question under a name")
                .takes::<views::NewView>()
                .gives::<views::ViewShape>(201),
        ),
        delete("/api/v1/views/{id}", &WORK, views::remove)
            .doc(operation("removeView", "Forget a view").gives_nothing()),
        get("/api/v1/desk/settings", &SETTLE, settings::show).doc(
            operation("readDeskSettings", "How the desk works here").gives::<settings::DeskSettings>(200),
        ),
        put("/api/v1/desk/settings", &SETTLE, settings::save).doc(
            operation("editDeskSettings", "Change how the desk works here")
                .takes::<settings::DeskSettings>()
                .gives::<settings::DeskSettings>(200),
        ),
    ]
}

/// What everybody meets who needs help.
fn portal() -> Vec<Route> {
    use crate::portal::page::{home, mine, one, receipt, report};
    const FILES: usize = 64 * 1024 * 1024;
    vec![
        get("/hjalp", SIGNED_IN, home::show),
        get("/hjalp/fel", SIGNED_IN, report::fault),
        get("/hjalp/behov", SIGNED_IN, report::need),
        get("/hjalp/fel/enhet", SIGNED_IN, report::back_to_first),
        post("/hjalp/fel/enhet", SIGNED_IN, report::device).body_limit(FILES),
        get("/hjalp/fel/kontakt", SIGNED_IN, report::back_to_first),
        post("/hjalp/fel/kontakt", SIGNED_IN, report::reach),
        post("/hjalp/fel/skicka", SIGNED_IN, report::send),
        get("/hjalp/fel/kvitto/{number}", SIGNED_IN, receipt::show),
        get("/hjalp/mina", SIGNED_IN, mine::show),
        get("/hjalp/mina/{number}", SIGNED_IN, one::show),
        post("/hjalp/mina/{number}/svar", SIGNED_IN, one::answer).body_limit(FILES),
        get("/bilagor/{id}", SIGNED_IN, files::page_download),
    ]
}

/// The work room: the list, one ticket, what is registered by hand.
fn agents() -> Vec<Route> {
    use crate::settings::page as choices;
    use crate::ticket::page::{composer, here, many, one, print, queue, quick, saved, why};
    vec![
        get("/arenden", &WORK, queue::show),
        get("/arenden.csv", &WORK, queue::export),
        post("/arenden/vyer", &WORK, saved::keep),
        post("/arenden/vyer/{id}/ta-bort", &WORK, saved::forget),
        get("/arenden/ny", &WORK, quick::show),
        post("/arenden/ny", &WORK, quick::save),
        post("/arenden/ny/forslag", &WORK, quick::suggest),
        get("/arenden/flera/{what}", &WORK, many::show),
        post("/arenden/flera/{what}", &WORK, many::save),
        get("/arenden/{number}", &WORK, one::show),
        post("/arenden/{number}/skriv", &WORK, composer::send),
        post("/arenden/{number}/narvaro", &WORK, here::beat),
        get("/arenden/{number}/varfor-da", &WORK, why::show),
        get("/arenden/{number}/varfor-da.csv", &WORK, why::export),
        get("/arenden/{number}/utskrift", &WORK, print::show),
        get("/admin/arenden", &SETTLE, choices::show),
        post("/admin/arenden", &SETTLE, choices::save),
    ]
}

/// What is done to one ticket: pages that ask how, and acts of one press.
fn acts() -> Vec<Route> {
    use crate::ticket::page::{assign, connect, edit, end, prioritise, stand};
    vec![
        get("/arenden/{number}/tilldela", &WORK, assign::show),
        post("/arenden/{number}/tilldela", &WORK, assign::save),
        post("/arenden/{number}/ta", &WORK, assign::take),
        get("/arenden/{number}/status", &WORK, stand::show),
        get("/arenden/{number}/vanta", &WORK, stand::wait),
        get("/arenden/{number}/leverantor", &WORK, stand::supplier),
        post("/arenden/{number}/status", &WORK, stand::save),
        post("/arenden/{number}/ateruppta", &WORK, stand::resume),
        get("/arenden/{number}/prioritet", &WORK, prioritise::show),
        post("/arenden/{number}/prioritet", &WORK, prioritise::save),
        get("/arenden/{number}/los", &WORK, end::resolving),
        post("/arenden/{number}/los", &WORK, end::resolve),
        get("/arenden/{number}/stang", &WORK, end::closing),
        post("/arenden/{number}/stang", &WORK, end::close),
        get("/arenden/{number}/oppna", &WORK, end::opening),
        post("/arenden/{number}/oppna", &WORK, end::open),
        post("/arenden/{number}/angra/{version}", &WORK, end::undo),
        get("/arenden/{number}/redigera", &WORK, edit::show),
        post("/arenden/{number}/redigera", &WORK, edit::save),
        get("/arenden/{number}/koppla", &WORK, connect::linking),
        post("/arenden/{number}/koppla", &WORK, connect::link),
        post("/arenden/{number}/koppla/{kind}/{other}/ta-bort", &WORK, connect::unlink),
        get("/arenden/{number}/foljare", &WORK, connect::letting_follow),
        post("/arenden/{number}/foljare", &WORK, connect::let_follow),
        post("/arenden/{number}/folj", &WORK, connect::follow),
        post("/arenden/{number}/slapp", &WORK, connect::unfollow),
    ]
}
