//! A ticket begins: who may report for whom, where it lands, what it is promised.

use desk::ticket::{Asker, Create, Kind, Level, Ref, Requester, Source, Stage};
use kernel::{Id, Role};
use testkit::on_both;

use crate::town::*;

#[test]
fn a_teacher_reports_a_fault() {
    on_both(|house| {
        settle(house);
        let ticket = reported(house, &maria(), "Eleverna kommer inte ut på trådlösa nätet");
        assert_eq!((ticket.number, ticket.stage, ticket.version), (1, Stage::New, 1));
        assert_eq!(ticket.priority.number(), 3, "medium and medium");
        assert_eq!(ticket.requester, Requester::Person(id(MARIA)));
        assert_eq!(ticket.unit, Some(id(SCHOOL)));
        assert_eq!(ticket.committee, committee_of_schools());
        assert_eq!(ticket.group, id(NETWORK), "the service's owner");
        assert_eq!(ticket.due.response, Some(after(120)));
        assert_eq!(ticket.due.next, Some(after(120)));
        // Eight hours of open time: six and a half left of Tuesday, the rest on Wednesday morning.
        assert_eq!(ticket.due.resolution, Some(after(24 * 60 - 30)));
        assert_eq!(reported(house, &maria(), "Ett fel till").number, 2);
        assert_eq!(facts(house), ["desk.ticket_created", "desk.ticket_created"]);
        assert_eq!(count(house, "audit"), 2);
    });
}

#[test]
fn impact_and_urgency_set_the_goal() {
    on_both(|house| {
        settle(house);
        let call =
            call_from("maria.lindqvist@ljusvik.example", "Provet börjar kl. 13", Level::High, Level::High);
        let ticket = create(house, &johan(), TEN, call).unwrap();
        assert_eq!(ticket.priority.number(), 1);
        assert_eq!((ticket.due.response, ticket.due.resolution), (Some(after(30)), Some(after(120))));
    });
}

#[test]
fn nobody_reports_for_others_but_those_who_work_at_the_desk() {
    on_both(|house| {
        settle(house);
        let call = || call_from("maria.lindqvist@ljusvik.example", "Ny laddare", Level::Low, Level::Low);
        for role in
            [Role::Employee, Role::DepartmentHead, Role::Politician, Role::Administrator, Role::Architect]
        {
            let no = create(house, &with_role(role), TEN, call()).unwrap_err();
            assert_eq!(no.code, "desk-only-for-yourself", "{role:?}");
        }
        for agent in [johan(), lars(), viktor(), robot()] {
            create(house, &agent, TEN, call()).unwrap();
        }
        let no = create(house, &robot(), TEN, fault("Utan namn")).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-requester-needed", Some("requester")));
        let unknown = call_from("ingen@ljusvik.example", "Ny laddare", Level::Low, Level::Low);
        assert_eq!(create(house, &johan(), TEN, unknown).unwrap_err().code, "desk-person-unknown");
    });
}

#[test]
fn an_unknown_sender_becomes_a_contact_and_the_record_is_its() {
    on_both(|house| {
        settle(house);
        let sender =
            Asker::Contact { name: "Solbackens Bageri".to_owned(), mail: "Order@Bageri.example".to_owned() };
        let mail = Create {
            asker: Some(sender),
            ..Create::new(Id::new(), Kind::Incident, "Fakturan studsar", Source::Mail)
        };
        let ticket = create(house, &johan(), TEN, mail).unwrap();
        assert_eq!((ticket.group, ticket.committee), (id(FALLBACK), committee_of_it()));
        assert_eq!(ticket.unit, None);
        let mail = "order@bageri.example".to_owned();
        assert_eq!(ticket.requester, Requester::Contact { name: "Solbackens Bageri".to_owned(), mail });
    });
}

#[test]
fn words_point_at_a_service_when_none_is_chosen() {
    on_both(|house| {
        settle(house);
        let guessed = Create { service: None, guess: true, ..fault("Inget wifi i hus B") };
        assert_eq!(create(house, &maria(), TEN, guessed).unwrap().service, Some(id(WIRELESS)));
        let unguessed = Create { service: None, guess: true, ..fault("Stolen är trasig") };
        let ticket = create(house, &maria(), TEN, unguessed).unwrap();
        assert_eq!((ticket.service, ticket.group), (None, id(FALLBACK)));
    });
}

#[test]
fn a_protected_identity_is_known_by_its_alias_and_its_record_still_has_an_owner() {
    on_both(|house| {
        settle(house);
        let call = Create {
            asker: Some(Asker::Person(Ref::Id(id(HIDDEN)))),
            ..call_from("", "Kontot är låst", Level::Medium, Level::Medium)
        };
        let ticket = create(house, &johan(), TEN, call).unwrap();
        assert_eq!(ticket.committee, committee_of_schools());
        let seen = shown(house, &johan(), TEN, ticket.number).unwrap();
        assert!(seen.requester.protected);
        assert!(!seen.requester.name.contains("Ebba") && !seen.requester.name.is_empty());
        assert_eq!((seen.unit_name, seen.requester.mail), (None, None));
    });
}

#[test]
fn what_is_wrong_is_said_all_at_once_and_nothing_is_kept() {
    on_both(|house| {
        settle(house);
        let long = Create { description: "x".repeat(100_001), ..fault("  ") };
        let no = create(house, &maria(), TEN, long).unwrap_err();
        let codes: Vec<&str> = no.each().map(|fault| fault.code).collect();
        assert_eq!(codes, ["desk-title-missing", "desk-text-long"]);
        let no = create(house, &maria(), TEN, fault(&"x".repeat(201))).unwrap_err();
        assert_eq!(no.code, "desk-title-long");
        let unknown = Create { service: Some(Ref::Name("finns-inte".to_owned())), ..fault("Nätet") };
        assert_eq!(create(house, &maria(), TEN, unknown).unwrap_err().code, "desk-service-unknown");
        assert_eq!((count(house, "ticket"), count(house, "fact")), (0, 0));
    });
}

#[test]
fn the_same_form_sent_twice_makes_one_ticket() {
    on_both(|house| {
        settle(house);
        let form = Create { again: true, ..fault("Nätet ligger nere") };
        let first = create(house, &maria(), TEN, form.clone()).unwrap();
        let second = create(house, &maria(), after(1), form.clone()).unwrap();
        assert_eq!(first, second);
        assert_eq!(create(house, &gunnel(), TEN, form).unwrap_err().code, "already-exists");
        assert_eq!(count(house, "ticket"), 1);
    });
}
