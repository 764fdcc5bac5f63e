//! What stands beside a ticket: links, followers, who is there, saved views, settings, the finder.

use desk::follower::{self, Follow};
use desk::link::{self, Connect, LinkKind};
use desk::presence::{Touch, touch};
use desk::settings;
use desk::ticket::{self, Edit, Level, Priority, Question, Ref};
use desk::view::{self, Save};
use kernel::{Id, Role};
use testkit::on_both;

use crate::change;
use crate::town::*;

#[test]
fn tickets_are_linked_and_show_each_other() {
    on_both(|house| {
        settle(house);
        let (a, b) =
            (reported(house, &maria(), "Nätet").number, reported(house, &gunnel(), "Nätet också").number);
        let tie = || Connect { number: b, kind: LinkKind::Duplicates, other: a };
        let ticket = change!(house, johan(), after(1), link::link, tie()).unwrap();
        assert_eq!(ticket.version, 2);
        assert_eq!(change!(house, johan(), after(1), link::link, tie()).unwrap().version, 2, "tied already");
        let links = shown(house, &johan(), after(2), a).unwrap().links;
        assert_eq!((links[0].line.number, links[0].kind, links[0].back), (b, LinkKind::Duplicates, true));
        assert!(!shown(house, &johan(), after(2), b).unwrap().links[0].back);
        assert!(
            shown(house, &maria(), after(2), a).unwrap().links.is_empty(),
            "the other is not hers to read"
        );
        let no = change!(house, johan(), after(3), link::link, Connect { other: b, ..tie() }).unwrap_err();
        assert_eq!(no.code, "desk-link-to-itself");
        let no = change!(house, johan(), after(3), link::link, Connect { other: 99, ..tie() }).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-ticket-unknown", Some("other")));
        assert_eq!(
            change!(house, maria(), after(3), link::link, Connect { number: a, ..tie() }).unwrap_err().code,
            "no-permission"
        );
        change!(house, johan(), after(4), link::unlink, tie()).unwrap();
        assert_eq!(
            change!(house, johan(), after(5), link::unlink, tie()).unwrap_err().code,
            "desk-link-unknown"
        );
    });
}

#[test]
fn a_follower_reads_what_all_parties_read() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let gunnel_follows =
            || Follow { number: n, person: Some(Ref::Name("gunnel.persson@ljusvik.example".to_owned())) };
        let no = change!(house, maria(), after(1), follower::follow, gunnel_follows()).unwrap_err();
        assert_eq!(no.code, "no-permission", "only the desk lets others follow");
        let no = change!(house, gunnel(), after(1), follower::follow, Follow { number: n, person: None })
            .unwrap_err();
        assert_eq!(no.code, "desk-ticket-unknown");
        change!(house, johan(), after(1), follower::follow, gunnel_follows()).unwrap();
        let seen = shown(house, &gunnel(), after(2), n).unwrap();
        assert_eq!((seen.view, seen.is_requester, seen.follows), (ticket::View::Public, false, true));
        assert_eq!(seen.ticket.version, 1, "following is no change of the ticket");
        change!(house, gunnel(), after(3), follower::unfollow, Follow { number: n, person: None }).unwrap();
        assert_eq!(shown(house, &gunnel(), after(4), n).unwrap_err().code, "desk-ticket-unknown");
    });
}

#[test]
fn colleagues_see_each_other_for_a_minute() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let here = |writing, leaving| Touch { number: n, writing, leaving };
        change!(house, lars(), after(1), touch, here(false, false)).unwrap();
        change!(house, lars(), after(1).plus_seconds(20), touch, here(false, false)).unwrap();
        change!(house, lars(), after(1).plus_seconds(30), touch, here(true, false)).unwrap();
        let beside = shown(house, &johan(), after(1).plus_seconds(40), n).unwrap().here;
        assert_eq!((beside.len(), beside[0].0.name.as_str(), beside[0].1), (1, "Lars Edin", true));
        assert!(
            shown(house, &lars(), after(2), n).unwrap().here.is_empty(),
            "nobody needs to see themselves"
        );
        assert!(shown(house, &johan(), after(3), n).unwrap().here.is_empty(), "gone without a word");
        change!(house, lars(), after(4), touch, here(false, false)).unwrap();
        change!(house, lars(), after(4), touch, here(false, true)).unwrap();
        assert!(shown(house, &johan(), after(4), n).unwrap().here.is_empty());
        let told = facts(house).iter().filter(|name| *name == "desk.ticket_visited").count();
        assert_eq!(told, 4, "come, write, come again, go: not each time that they are still there");
        assert_eq!(
            change!(house, maria(), after(5), touch, here(false, false)).unwrap_err().code,
            "no-permission"
        );
    });
}

#[test]
fn a_view_is_kept_for_its_owner_under_one_name() {
    on_both(|house| {
        settle(house);
        let ask = |text: &str| Question { q: Some(text.to_owned()), ..Question::queue() };
        let keep = |name: &str, text| Save { id: Id::new(), name: name.to_owned(), question: ask(text) };
        change!(house, johan(), after(1), view::save, keep(" Skolan ", "nät & wifi=å")).unwrap();
        change!(house, johan(), after(2), view::save, keep("Skolan", "nytt")).unwrap();
        change!(house, lars(), after(3), view::save, keep("Skolan", "lars")).unwrap();
        let mine = look(house, |tx| view::list(tx, &johan())).unwrap();
        assert_eq!(mine.len(), 1);
        assert_eq!(
            (mine[0].name.as_str(), mine[0].query.as_str()),
            ("Skolan", "status=open&q=nytt&sort=due")
        );
        assert_eq!(
            change!(house, johan(), after(1), view::save, keep("", "x")).unwrap_err().code,
            "desk-view-name"
        );
        assert_eq!(
            change!(house, maria(), after(1), view::save, keep("Min", "x")).unwrap_err().code,
            "no-permission"
        );
        let view = mine[0].id;
        assert_eq!(act(house, move |tx| view::remove(tx, &lars(), view)).unwrap_err().code, "not-found");
        act(house, move |tx| view::remove(tx, &johan(), view)).unwrap();
        assert!(look(house, |tx| view::list(tx, &johan())).unwrap().is_empty());
    });
}

#[test]
fn the_municipality_decides_how_its_desk_works() {
    on_both(|house| {
        settle(house);
        let [p1, p2, p3, p4] = Priority::ALL;
        let rows = [[p1, p1, p2], [p1, p2, p3], [p2, p3, p4]];
        let first = Ref::Name("forsta-linjen".to_owned());
        for role in [Role::Employee, Role::FirstLine, Role::SupplierAgent, Role::SecondLine, Role::Politician]
        {
            let first = first.clone();
            let no = act(house, move |tx| settings::save(tx, &with_role(role), TEN, rows, 3, Some(&first)));
            assert_eq!(no.unwrap_err().code, "no-permission", "{role:?}");
        }
        let boss = || with_role(Role::ItManager);
        let no = act(house, move |tx| settings::save(tx, &boss(), TEN, rows, 0, None)).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-days-out-of-range", Some("close_after_days")));
        act(house, move |tx| settings::save(tx, &boss(), TEN, rows, 3, Some(&first))).unwrap();
        let ticket = reported(house, &maria(), "Nätet");
        assert_eq!(
            (ticket.priority.number(), ticket.group),
            (2, id(FIRST_LINE)),
            "the first line sees it first"
        );
    });
}

#[test]
fn an_edit_needs_the_version_that_was_read() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let edit = |seen| Edit {
            number: n,
            seen,
            title: Some("Nätet i hus B".to_owned()),
            impact: Some(Level::High),
            urgency: Some(Level::High),
            service: Some(None),
            ..Edit::default()
        };
        let ticket = change!(house, johan(), after(1), ticket::edit, edit(1)).unwrap();
        assert_eq!(
            (ticket.title.as_str(), ticket.service, ticket.priority.number()),
            ("Nätet i hus B", None, 1)
        );
        assert_eq!(ticket.due.resolution, Some(after(120)), "the new goal holds from the start");
        assert_eq!(
            change!(house, johan(), after(2), ticket::edit, edit(1)).unwrap_err().code,
            "desk-ticket-stale"
        );
        assert_eq!(
            change!(house, johan(), after(2), ticket::edit, edit(2)).unwrap().version,
            2,
            "nothing new"
        );
        let empty = Edit { title: Some(" ".to_owned()), ..Edit { number: n, seen: 2, ..Edit::default() } };
        assert_eq!(
            change!(house, johan(), after(2), ticket::edit, empty).unwrap_err().code,
            "desk-title-missing"
        );
        let hers = Edit {
            asker: Some(ticket::Asker::Person(Ref::Name("lars.edin@ljusvik.example".to_owned()))),
            ..Edit { number: n, seen: 2, ..Edit::default() }
        };
        let ticket = change!(house, johan(), after(3), ticket::edit, hers).unwrap();
        assert_eq!(ticket.committee, committee_of_it(), "the record goes with who asked");
        assert_eq!(shown(house, &maria(), after(4), n).unwrap_err().code, "desk-ticket-unknown");
    });
}

#[test]
fn the_finder_goes_straight_to_a_number() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let find = desk::slice().finder.unwrap();
        let hits = look(house, move |tx| find(tx, &johan(), "#1", 5)).unwrap();
        assert_eq!(
            (hits[0].href.as_str(), hits[0].detail.as_str()),
            ("/arenden/1", "1 · Maria Lindqvist, Bergeskolan")
        );
        let hits = look(house, move |tx| find(tx, &maria(), "nätet", 5)).unwrap();
        assert_eq!(hits[0].href, format!("/hjalp/mina/{n}"));
        assert!(look(house, move |tx| find(tx, &gunnel(), "nätet", 5)).unwrap().is_empty());
    });
}
