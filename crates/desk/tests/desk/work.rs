//! A ticket on its way: taken, held, answered, solved, closed; and who may not.

use desk::message::{AddMessage, AddNote, add_message, add_note};
use desk::ticket::{
    self, Assign, Close, Hold, HoldFor, Outcome, Reason, Ref, Reopen, Resolve, Resume, Stage, Take, Undo,
};
use testkit::on_both;

use crate::change;
use crate::town::*;

#[test]
fn a_ticket_is_taken_held_resumed_solved_and_closes_itself() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet i hus B").number;
        let ticket =
            change!(house, johan(), after(10), ticket::take, Take { number: n, seen: Some(1) }).unwrap();
        assert_eq!((ticket.stage, ticket.assignee, ticket.version), (Stage::InProgress, Some(id(JOHAN)), 2));
        assert_eq!(ticket.responded_at, Some(after(10)), "that somebody took it is a response");
        let ask = Hold {
            number: n,
            seen: Some(2),
            waits_for: HoldFor::Reason(Reason::User),
            message: Some(note("Vilket rum gäller det?")),
        };
        let ticket = change!(house, johan(), after(20), ticket::hold, ask).unwrap();
        assert_eq!((ticket.stage, ticket.due.next), (Stage::Waiting(Reason::User), None));
        let reply = AddMessage { number: n, seen: None, note: note("B 204"), reopen: false, speaker: None };
        let ticket = change!(house, maria(), after(80), add_message, reply).unwrap();
        assert_eq!((ticket.stage, ticket.replied_at), (Stage::InProgress, Some(after(80))));
        // An hour of waiting does not count.
        assert_eq!(ticket.due.resolution, Some(after(24 * 60 + 30)));
        let solve = Resolve {
            number: n,
            seen: Some(4),
            message: note("Omstart hjälpte."),
            cause: Some(note("Radion")),
        };
        let ticket = change!(house, johan(), after(100), ticket::resolve, solve).unwrap();
        assert_eq!(
            (ticket.stage, ticket.resolved_at, ticket.due.next),
            (Stage::Resolved, Some(after(100)), None)
        );
        let week = after(100 + 7 * 24 * 60);
        let report = act(house, move |tx| ticket::close_resolved(tx, week.minus(1))).unwrap();
        assert_eq!(report.done, 0);
        let report = act(house, move |tx| ticket::close_resolved(tx, week.plus(1))).unwrap();
        assert_eq!((report.done, report.more), (1, false));
        let seen = shown(house, &johan(), week.plus(2), n).unwrap();
        assert_eq!((seen.ticket.stage, seen.ticket.outcome), (Stage::Closed, Some(Outcome::Solved)));
        assert_eq!(seen.timeline.len(), 9, "{:#?}", seen.timeline);
        assert_eq!(
            facts(house),
            [
                "desk.ticket_created",
                "desk.ticket_assigned",
                "desk.ticket_held",
                "desk.ticket_replied",
                "desk.ticket_resolved",
                "desk.ticket_closed"
            ]
        );
    });
}

#[test]
fn nobody_waits_for_a_user_who_was_not_asked() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let hold = |waits_for, text: Option<&str>| Hold {
            number: n,
            seen: None,
            waits_for,
            message: text.map(note),
        };
        let user = HoldFor::Reason(Reason::User);
        let no = change!(house, johan(), after(1), ticket::hold, hold(user, None)).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-hold-needs-message", Some("message")));
        let no = change!(house, johan(), after(1), ticket::hold, hold(user, Some("  "))).unwrap_err();
        assert_eq!(no.code, "desk-text-missing");
        assert_eq!(shown(house, &johan(), after(1), n).unwrap().ticket.stage, Stage::New, "nothing was kept");
        let chef = HoldFor::Reason(Reason::Manager);
        let ticket = change!(house, johan(), after(1), ticket::hold, hold(chef, None)).unwrap();
        assert_eq!(ticket.due.resolution, None, "paused, so nobody can tell");
        assert_eq!(ticket.due.next, Some(after(120)), "but a pause does not stop the response");
        let ticket = change!(house, johan(), after(2), ticket::hold, hold(HoldFor::Supplier, None)).unwrap();
        assert_eq!(ticket.stage, Stage::WithSupplier);
        assert_eq!(ticket.due.resolution, Some(after(24 * 60 - 29)), "with the supplier the clock runs");
        let ticket =
            change!(house, johan(), after(3), ticket::resume, Resume { number: n, seen: None }).unwrap();
        assert_eq!(ticket.stage, Stage::InProgress);
        let no =
            change!(house, johan(), after(4), ticket::resume, Resume { number: n, seen: None }).unwrap_err();
        assert_eq!(no.code, "desk-not-on-hold");
    });
}

#[test]
fn who_came_second_is_told_and_nothing_of_the_first_is_lost() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let say = |text: &str| AddMessage {
            number: n,
            seen: Some(1),
            note: note(text),
            reopen: false,
            speaker: None,
        };
        change!(house, johan(), after(5), add_message, say("Vi tittar på det.")).unwrap();
        let no = change!(house, lars(), after(6), add_message, say("Starta om.")).unwrap_err();
        assert_eq!((no.kind, no.code), (kernel::RefusalKind::Stale, "desk-ticket-stale"));
        let lars_now = lars();
        let missed = look(house, move |tx| ticket::since(tx, &lars_now, after(6), n, 1)).unwrap();
        assert_eq!(missed.len(), 1);
        assert!(
            matches!(&missed[0].kind, ticket::EntryKind::Said { text, .. } if text == "Vi tittar på det.")
        );
        assert_eq!(missed[0].by.name, "Johan Åström");
        let again = AddMessage { seen: Some(2), ..say("Starta om.") };
        assert_eq!(change!(house, lars(), after(7), add_message, again).unwrap().version, 3);
    });
}

#[test]
fn only_those_who_work_with_a_ticket_change_it() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        // Maria reads hers but does not work with it; Gunnel and the supplier may not know that it is there.
        for (actor, code) in [
            (maria(), "no-permission"),
            (gunnel(), "desk-ticket-unknown"),
            (viktor(), "desk-ticket-unknown"),
            (with_role(kernel::Role::Administrator), "desk-ticket-unknown"),
        ] {
            let take = change!(house, actor, after(1), ticket::take, Take { number: n, seen: None });
            assert_eq!(take.unwrap_err().code, code);
            let hold = Hold { number: n, seen: None, waits_for: HoldFor::Supplier, message: None };
            assert_eq!(change!(house, actor, after(1), ticket::hold, hold).unwrap_err().code, code);
            let solve = Resolve { number: n, seen: None, message: note("Klart"), cause: None };
            assert_eq!(change!(house, actor, after(1), ticket::resolve, solve).unwrap_err().code, code);
            let close = Close { number: n, seen: None, outcome: Some(Outcome::NotDone), note: None };
            assert_eq!(change!(house, actor, after(1), ticket::close, close).unwrap_err().code, code);
            let memo = AddNote { number: n, seen: None, note: note("Internt") };
            assert_eq!(change!(house, actor, after(1), add_note, memo).unwrap_err().code, code);
            let give =
                Assign { number: n, group: Some(Ref::Name("natverk".to_owned())), ..Assign::default() };
            assert_eq!(change!(house, actor, after(1), ticket::assign, give).unwrap_err().code, code);
        }
        let give =
            Assign { number: n, group: Some(Ref::Name("forsta-linjen".to_owned())), ..Assign::default() };
        change!(house, johan(), after(2), ticket::assign, give).unwrap();
        change!(house, viktor(), after(3), ticket::take, Take { number: n, seen: None }).unwrap();
        let no = change!(house, robot(), after(4), ticket::take, Take { number: n, seen: None }).unwrap_err();
        assert_eq!(no.code, "desk-person-needed");
    });
}

#[test]
fn a_ticket_is_handed_over_with_a_note_and_taken_back() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        change!(house, johan(), after(1), ticket::take, Take { number: n, seen: None }).unwrap();
        let no = Assign { number: n, assignee: Some(Some(Ref::Id(id(MARIA)))), ..Assign::default() };
        assert_eq!(
            change!(house, johan(), after(2), ticket::assign, no).unwrap_err().code,
            "desk-assignee-not-agent"
        );
        let over = Assign {
            number: n,
            group: Some(Ref::Name("it-gruppen".to_owned())),
            note: Some(note("Antennen på plan 2.")),
            ..Assign::default()
        };
        let ticket = change!(house, johan(), after(2), ticket::assign, over).unwrap();
        assert_eq!((ticket.group, ticket.assignee), (id(FALLBACK), None), "Johan is not in that group");
        let no = change!(house, johan(), after(3), ticket::undo, Undo { number: n, version: 3 });
        assert_eq!(no.unwrap().assignee, Some(id(JOHAN)), "the assignment is taken back, the note stays");
        let give = Assign { number: n, assignee: Some(Some(Ref::Id(id(LARS)))), ..Assign::default() };
        change!(house, johan(), after(4), ticket::assign, give).unwrap();
        let no = change!(house, lars(), after(5), ticket::undo, Undo { number: n, version: 5 }).unwrap_err();
        assert_eq!(no.code, "desk-undo-too-late", "only who did it takes it back");
        let no =
            change!(house, johan(), after(15), ticket::undo, Undo { number: n, version: 5 }).unwrap_err();
        assert_eq!(no.code, "desk-undo-too-late", "ten minutes are over");
        let take = change!(house, lars(), after(6), ticket::take, Take { number: n, seen: None }).unwrap();
        assert_eq!(take.version, 5, "he has it already");
    });
}

#[test]
fn closing_says_how_it_ends_and_can_be_undone() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let close = |outcome| Close { number: n, seen: None, outcome, note: None };
        let no = change!(house, johan(), after(1), ticket::close, close(None)).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-close-needs-outcome", Some("outcome")));
        let ticket =
            change!(house, johan(), after(1), ticket::close, close(Some(Outcome::Duplicate))).unwrap();
        assert_eq!(
            (ticket.stage, ticket.outcome, ticket.due.next),
            (Stage::Closed, Some(Outcome::Duplicate), None)
        );
        let ticket = change!(house, johan(), after(2), ticket::undo, Undo { number: n, version: 2 }).unwrap();
        assert_eq!((ticket.stage, ticket.outcome, ticket.closed_at), (Stage::New, None, None));
        assert_eq!(ticket.due.next, Some(after(120)));
        let solve = Resolve { number: n, seen: None, message: note("Klart"), cause: None };
        change!(house, johan(), after(3), ticket::resolve, solve).unwrap();
        change!(house, johan(), after(4), ticket::close, close(None)).unwrap();
        let ticket = change!(house, johan(), after(5), ticket::undo, Undo { number: n, version: 5 }).unwrap();
        assert_eq!((ticket.stage, ticket.resolved_at), (Stage::Resolved, Some(after(3))));
        assert_eq!(ticket.outcome, Some(Outcome::Solved));
    });
}

#[test]
fn the_requester_reopens_within_a_week_and_no_longer() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let solve = || Resolve { number: n, seen: None, message: note("Klart"), cause: None };
        change!(house, johan(), after(10), ticket::resolve, solve()).unwrap();
        let thanks = AddMessage { number: n, seen: None, note: note("Tack!"), reopen: false, speaker: None };
        let ticket = change!(house, maria(), after(20), add_message, thanks.clone()).unwrap();
        assert_eq!(ticket.stage, Stage::Resolved, "a thank-you reopens nothing");
        let not_yet = AddMessage { note: note("Nej, det fungerar inte."), reopen: true, ..thanks };
        let ticket = change!(house, maria(), after(30), add_message, not_yet).unwrap();
        assert_eq!((ticket.stage, ticket.resolved_at), (Stage::InProgress, None));
        change!(house, johan(), after(40), ticket::resolve, solve()).unwrap();
        let again = || Reopen { number: n, seen: None, message: Some(note("Samma fel igen")) };
        assert_eq!(
            change!(house, gunnel(), after(50), ticket::reopen, again()).unwrap_err().code,
            "desk-ticket-unknown"
        );
        let late = after(40 + 7 * 24 * 60);
        let no = change!(house, maria(), late, ticket::reopen, again()).unwrap_err();
        assert_eq!(no.code, "desk-reopen-too-late");
        let ticket = change!(house, maria(), late.minus(1), ticket::reopen, again()).unwrap();
        assert_eq!(ticket.stage, Stage::InProgress);
    });
}

#[test]
fn the_requester_never_reads_an_internal_note() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let memo = AddNote { number: n, seen: None, note: note("Kunden ringer ofta.") };
        change!(house, johan(), after(1), add_note, memo).unwrap();
        let give = Assign { number: n, assignee: Some(Some(Ref::Id(id(LARS)))), ..Assign::default() };
        change!(house, johan(), after(2), ticket::assign, give).unwrap();
        let hers = shown(house, &maria(), after(3), n).unwrap();
        assert_eq!((hers.view, hers.is_requester), (ticket::View::Public, true));
        assert!(hers.timeline.is_empty(), "{:?}", hers.timeline);
        assert_eq!(hers.deeds, [ticket::Deed::Message]);
        assert_eq!(shown(house, &johan(), after(3), n).unwrap().timeline.len(), 2);
    });
}
