//! Our own mail: written when there is something to tell, sent by a server, sent again, given up.

use kernel::Moment;
use mail::inbound::{MessageId, machine, parse};
use mail::outbox::{SendAgain, send_again, send_due};
use testkit::on_both;

use crate::server::Server;
use crate::town::*;
use crate::{letter, outbox, posted, taken};

fn fine(_: &str) -> &'static str {
    "250 ok\r\n"
}

#[test]
fn an_answer_is_sent_with_what_was_said_before_in_the_readers_language() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, GUNNEL, "Skrivaren låter").number;
        for (minute, text) in [(1, "Första frågan?"), (2, "Andra frågan?"), (3, "Tredje frågan?")] {
            say(db, &johan(), after(minute), number, text);
        }
        posted(db, after(3));
        let server = Server::open(fine);
        let smtp = server.settings();
        let report = send_due(db, after(3), &smtp).expect("a report");
        assert_eq!(report.done, 4);
        assert_eq!(send_due(db, after(3), &smtp).expect("a report").done, 0, "each once");
        assert!(outbox(db).iter().all(|mail| mail.state == "sent"));

        let sent = server.taken.lock().expect("the box").clone();
        let (to, raw) = sent
            .iter()
            .find(|(_, raw)| parse(raw.as_bytes()).text.contains("Tredje"))
            .expect("the last answer");
        let last = parse(raw.as_bytes());
        assert_eq!(to, "gunnel@ljusvik.example");
        assert_eq!(last.from.as_ref().map(|from| from.address.as_str()), Some("it@ljusvik.example"));
        assert_eq!(last.subject, "[#1] Skrivaren låter");
        assert!(last.text.contains("Johan Åström has answered in ticket 1"), "{}", last.text);
        assert!(last.text.contains("> Första frågan?") && last.text.contains("> Andra frågan?"));
        assert!(!last.text.contains("> Den låter illa."), "the last two and no more");
        assert_eq!(machine::sign(&last), Some(machine::Sign::Loop));
        let before = MessageId::new(&outbox(db)[0].message_id).expect("an id");
        assert!(last.references.contains(&before), "all of it is one thread");
    });
}

#[test]
fn a_server_that_says_later_is_asked_later_and_one_that_says_no_is_not() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        reported(db, MARIA, "Skrivaren låter");
        reported(db, GUNNEL, "Nätet är nere");
        reported(db, JOHAN, "Musen är död");
        posted(db, TEN);
        let server = Server::open(|to| match to.split('@').next() {
            Some("maria") => "450 mailbox busy\r\n",
            Some("gunnel") => "550 no such user\r\n",
            _ => "250 ok\r\n",
        });
        let smtp = server.settings();
        send_due(db, TEN, &smtp).expect("a report");
        let of = |to: &str| outbox(db).into_iter().find(|mail| mail.to.starts_with(to)).expect("a mail");
        let (maria, gunnel) = (of("maria"), of("gunnel"));
        assert_eq!((maria.state.as_str(), maria.fault.as_deref()), ("queued", Some("later 450")));
        assert_eq!(maria.next_at, after(1));
        assert_eq!((gunnel.state.as_str(), gunnel.fault.as_deref()), ("dead", Some("refused 550")));
        assert_eq!(of("johan").state, "sent");

        let mut now = TEN;
        for _ in 0..20 {
            now = of("maria").next_at.max(now);
            send_due(db, now, &smtp).expect("a report");
        }
        assert_eq!(of("maria").state, "dead", "some day it is given up");
        assert!(now < TEN.plus(5 * Moment::DAY));

        let id = gunnel.id;
        let administrator = actor(900, kernel::Role::Administrator);
        act(db, move |tx| send_again(tx, &administrator, now, &SendAgain { id }));
        let better = Server::open(fine);
        assert_eq!(send_due(db, now, &better.settings()).expect("a report").done, 1);
        assert_eq!(of("gunnel").state, "sent");
    });
}

#[test]
fn a_server_that_is_away_costs_one_attempt_and_not_one_a_mail() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        for title in ["Ett", "Två", "Tre"] {
            reported(db, MARIA, title);
        }
        posted(db, TEN);
        let mut smtp = Server::open(fine).settings();
        // Nobody listens on the discard port here.
        smtp.port = 9;
        let report = send_due(db, TEN, &smtp).expect("a report");
        assert_eq!((report.done, report.more), (0, false));
        let faults: Vec<_> = outbox(db).into_iter().filter_map(|mail| mail.fault).collect();
        assert_eq!(faults, ["unreachable"]);
        assert!(outbox(db).iter().all(|mail| mail.state == "queued"));
    });
}

#[test]
fn without_a_server_all_of_it_stays_in_the_outbox() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        reported(db, MARIA, "Skrivaren låter");
        posted(db, TEN);
        let job = mail::slice(mail::Settings::default()).outside.remove(0);
        assert_eq!((job.run)(db, TEN).expect("a report").done, 0);
        assert_eq!(outbox(db).iter().map(|mail| mail.state.as_str()).collect::<Vec<_>>(), ["queued"]);
    });
}

#[test]
fn nothing_goes_to_or_about_a_protected_person() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        taken(db, TEN, &letter("ebba@ljusvik.example", "Subject: Lösenord", "Jag kommer inte in."));
        posted(db, TEN);
        say(db, &johan(), after(1), 1, "Prova igen.");
        posted(db, after(1));
        assert!(outbox(db).is_empty());
    });
}
