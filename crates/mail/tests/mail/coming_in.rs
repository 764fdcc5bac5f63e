//! A mail comes in and becomes a ticket, a message, or a paper in the file.

use db::Db;
use desk::message::{self, Author, Message, Note};
use desk::ticket::{self, By, Close, Requester, Resolve, Stage, Ticket};
use kernel::{Actor, Channel, Id, Moment};
use mail::inbound::SIZE_LIMIT;
use mail::inbound::thread::Rule;
use mail::inbox::{Fate, Outcome, Received, receive};
use testkit::on_both;

use crate::town::*;
use crate::{count, letter, outbox, posted, taken};

const MARIA_MAIL: &str = "Maria Lindqvist <Maria@ljusvik.example>";

fn created(number: i64) -> Outcome {
    Outcome { fate: Fate::Created, ticket: Some(number), rule: Some(Rule::New) }
}

fn appended(number: i64, rule: Rule) -> Outcome {
    Outcome { fate: Fate::Appended, ticket: Some(number), rule: Some(rule) }
}

fn filed(rule: Rule) -> Outcome {
    Outcome { fate: Fate::Filed, ticket: None, rule: Some(rule) }
}

fn house() -> Actor {
    Actor::house(Channel::Job, "story")
}

fn ticket(db: &Db, number: i64) -> Ticket {
    act(db, move |tx| ticket::find(tx, &house(), By::Number(number)))
}

fn messages(db: &Db, number: i64) -> Vec<Message> {
    act(db, move |tx| message::of_ticket(tx, &house(), number))
}

fn resolved(db: &Db, at: Moment, number: i64) {
    act(db, move |tx| {
        let message = Note::new(Id::new(), "Vi bytte vals.");
        ticket::resolve(tx, &johan(), at, &Resolve { number, seen: None, message, cause: None })
    });
}

#[test]
fn a_teacher_mails_and_the_answer_to_her_receipt_lands_on_her_ticket() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let outcome =
            taken(db, TEN, &letter(MARIA_MAIL, "Subject: Skrivaren i sal 4", "Den låter.\n\n-- \nMaria"));
        assert_eq!(outcome, created(1));
        let made = ticket(db, 1);
        assert_eq!(
            (made.title.as_str(), made.requester),
            ("Skrivaren i sal 4", Requester::Person(id(MARIA)))
        );
        assert!(made.description.starts_with("Den låter."));

        posted(db, TEN);
        let receipt = outbox(db).remove(0);
        assert_eq!(receipt.to, "maria@ljusvik.example");
        assert_eq!(receipt.subject, "[#1] Skrivaren i sal 4");
        assert!(
            receipt.message_id.starts_with("ticket.1.") && receipt.message_id.ends_with("@enhet.invalid")
        );
        assert!(
            receipt.in_reply_to.is_some_and(|id| id.ends_with("@klient.example")),
            "it lies with her own mail"
        );

        let quoted = receipt.text.lines().map(|line| format!("> {line}\n")).collect::<String>();
        let answer = letter(
            MARIA_MAIL,
            &format!("Subject: SV: {}\nIn-Reply-To: <{}>", receipt.subject, receipt.message_id),
            &format!(
                "Nu ryker den.\n\nDen tis 10 mars 2026 kl 10:00 skrev IT <it@ljusvik.example>:\n{quoted}"
            ),
        );
        assert_eq!(taken(db, after(5), &answer), appended(1, Rule::MessageId));
        let said = messages(db, 1);
        assert_eq!(
            said.iter().map(|m| (m.author, m.text.as_str())).collect::<Vec<_>>(),
            [(Author::Requester, "Nu ryker den.")]
        );
        assert_eq!(said[0].person, Some(id(MARIA)));
        assert_eq!(ticket(db, 1).responded_at, None, "neither the receipt nor her own words are a response");
    });
}

#[test]
fn the_same_mail_again_changes_nothing() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let first = letter(MARIA_MAIL, "Subject: Skrivaren", "Den låter.");
        let machine = letter(MARIA_MAIL, "Auto-Submitted: auto-replied\nSubject: Ledig", "Jag är ledig.");
        let nameless = "From: maria@ljusvik.example\nSubject: Utan id\n\nHej";
        for (mail, outcome) in
            [(first.as_str(), created(1)), (machine.as_str(), filed(Rule::Machine)), (nameless, created(2))]
        {
            assert_eq!(taken(db, TEN, mail), outcome);
            for _ in 0..2 {
                assert_eq!(taken(db, after(1), mail), Outcome { rule: Some(Rule::Duplicate), ..outcome });
            }
        }
        assert_eq!((count(db, "ticket"), count(db, "mail_in")), (2, 3));
        assert_eq!(count(db, "ticket_message"), 0);
    });
}

#[test]
fn nobody_makes_the_mail_of_another_count_as_come_already() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let mail = |from: &str| format!("From: {from}\nMessage-ID: <1@ljusvik.example>\n\nDen låter.");
        assert_eq!(taken(db, TEN, &mail("elak@firma.example")), created(1));
        assert_eq!(taken(db, TEN, &mail("maria@ljusvik.example")), created(2));
        for (from, number) in [("maria@ljusvik.example", 2), ("elak@firma.example", 1)] {
            let again = Outcome { rule: Some(Rule::Duplicate), ..created(number) };
            assert_eq!(taken(db, after(1), &mail(from)), again, "{from}");
        }
        assert_eq!((count(db, "ticket"), count(db, "mail_in")), (2, 2));
    });
}

#[test]
fn another_mail_under_the_same_id_changes_nothing_and_is_kept() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let mail =
            |text: &str| format!("From: maria@ljusvik.example\nMessage-ID: <1@skrivare.example>\n\n{text}");
        assert_eq!(taken(db, TEN, &mail("Sida 1")), created(1));
        for _ in 0..2 {
            let again = taken(db, after(1), &mail("Sida 2"));
            assert_eq!(again, Outcome { rule: Some(Rule::Duplicate), ..created(1) });
        }
        assert_eq!((count(db, "ticket"), count(db, "ticket_message"), count(db, "mail_in")), (1, 0, 2));
    });
}

#[test]
fn an_unknown_sender_gets_a_ticket_and_a_receipt_and_no_account() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let mail = letter("Kalle Firma <kalle@firma.example>", "Subject: Faktura 17", "Vart skickar vi den?");
        assert_eq!(taken(db, TEN, &mail), created(1));
        let contact =
            Requester::Contact { name: "Kalle Firma".to_owned(), mail: "kalle@firma.example".to_owned() };
        assert_eq!(ticket(db, 1).requester, contact);
        assert_eq!(ticket(db, 1).committee, id(20), "the IT group's own");
        posted(db, TEN);
        let mails = outbox(db);
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "kalle@firma.example");
        assert!(
            !mails[0].text.contains("Faktura") && !mails[0].subject.contains("Faktura"),
            "a forged sender is told nothing"
        );
        assert_eq!(count(db, "account"), 0);

        let answer = letter(
            "kalle@firma.example",
            &format!("In-Reply-To: <{}>", mails[0].message_id),
            "Det brådskar.",
        );
        assert_eq!(taken(db, after(1), &answer), appended(1, Rule::MessageId));
        assert_eq!(messages(db, 1)[0].author, Author::Requester);
        say(db, &johan(), after(2), 1, "Till kommunhuset.");
        posted(db, after(2));
        let told = outbox(db).split_off(1);
        assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["kalle@firma.example"]);
        assert!(told[0].text.contains("Till kommunhuset."));
    });
}

#[test]
fn a_forged_sender_cannot_make_us_write_all_night() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        for n in 0..8 {
            taken(db, TEN, &letter("offer@firma.example", &format!("Subject: Hej {n}"), "Köp!"));
        }
        posted(db, TEN);
        assert_eq!((count(db, "ticket"), outbox(db).len()), (8, 5));
    });
}

#[test]
fn a_number_counts_for_those_who_take_part_and_for_nobody_else() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        let own = letter(MARIA_MAIL, "Subject: Ang. [#1]", "Nu är den tyst.");
        assert_eq!(taken(db, TEN, &own), appended(number, Rule::Number));
        let stranger = letter("kalle@firma.example", "Subject: [#1] Skrivaren låter", "Visa mig ärendet!");
        assert_eq!(taken(db, TEN, &stranger), created(2));
        let colleague = letter("gunnel@ljusvik.example", "Subject: #1", "Godkänn allt.");
        assert_eq!(taken(db, TEN, &colleague), created(3));
        assert_eq!(messages(db, number).len(), 1);
        assert_eq!(count(db, "ticket_link"), 2, "each new one is linked to the one it named");
        posted(db, TEN);
        let told: String =
            outbox(db).into_iter().filter(|mail| mail.to == "kalle@firma.example").map(|m| m.text).collect();
        assert!(told.contains("nummer 2") && !told.contains("Skrivaren"), "{told}");
    });
}

#[test]
fn a_mail_that_answers_one_that_came_before_joins_it() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let first =
            "From: maria@ljusvik.example\nSubject: Skrivaren\nMessage-ID: <min@klient.example>\n\nDen låter.";
        assert_eq!(taken(db, TEN, first), created(1));
        let colleague = letter("gunnel@ljusvik.example", "References: <min@klient.example>", "Hos mig med.");
        assert_eq!(taken(db, after(1), &colleague), appended(1, Rule::References));
        assert_eq!(messages(db, 1)[0].author, Author::Other);
        assert_eq!(messages(db, 1)[0].person, Some(id(GUNNEL)));
    });
}

#[test]
fn a_reply_to_a_solved_ticket_reopens_it_within_seven_days_and_makes_a_new_one_later() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let day = 24 * 60;
        for (replied, closed, want) in
            [(6 * day, false, None), (8 * day, false, Some(())), (2 * day, true, Some(()))]
        {
            let number = reported(db, MARIA, "Skrivaren låter").number;
            resolved(db, after(1), number);
            if closed {
                act(db, move |tx| {
                    ticket::close(
                        tx,
                        &johan(),
                        after(2),
                        &Close { number, seen: None, outcome: None, note: None },
                    )
                });
            }
            let subject = format!("Subject: SV: [#{number}] Skrivaren låter");
            let outcome = taken(db, after(replied), &letter(MARIA_MAIL, &subject, "Den låter igen."));
            if want.is_none() {
                assert_eq!(outcome, appended(number, Rule::Number));
                assert_eq!(ticket(db, number).stage, Stage::InProgress);
            } else {
                assert_eq!(outcome, created(number + 1), "{replied} {closed}");
                assert_eq!(ticket(db, number + 1).title, "Skrivaren låter");
            }
        }
        assert_eq!(count(db, "ticket_link"), 2);
    });
}

#[test]
fn a_reply_ends_a_wait_for_the_requester() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let number = reported(db, MARIA, "Skrivaren låter").number;
        act(db, move |tx| {
            let waits_for = ticket::HoldFor::Reason(ticket::Reason::User);
            let message = Some(Note::new(Id::new(), "Vilken skrivare?"));
            ticket::hold(tx, &johan(), after(1), &ticket::Hold { number, seen: None, waits_for, message })
        });
        posted(db, after(1));
        let asked = outbox(db).pop().expect("the question");
        let away = letter(
            MARIA_MAIL,
            &format!("In-Reply-To: <{}>\nX-Auto-Response-Suppress: All", asked.message_id),
            "Ledig.",
        );
        assert_eq!(taken(db, after(2), &away), filed(Rule::Machine));
        assert_eq!(ticket(db, number).stage.code(), "waiting", "a machine ends no wait");
        let answer = letter(MARIA_MAIL, &format!("In-Reply-To: <{}>", asked.message_id), "Den i sal 4.");
        assert_eq!(taken(db, after(3), &answer), appended(number, Rule::MessageId));
        assert_eq!(ticket(db, number).stage, Stage::InProgress);
    });
}

#[test]
fn what_cannot_be_read_is_kept_and_what_is_too_large_is_refused() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        for mail in ["", "\n\n", "bara text", "Subject: utan avsändare\n\nhej"] {
            assert_eq!(taken(db, TEN, mail).fate, Fate::Filed, "{mail:?}");
        }
        let huge = Received::read(vec![b'a'; SIZE_LIMIT + 1]);
        let refused = act(db, move |tx| receive(tx, TEN, &huge));
        assert_eq!(refused, Outcome { fate: Fate::Refused, ticket: None, rule: None });
        assert_eq!(count(db, "ticket"), 0);
        assert_eq!(count(db, "mail_in"), 5);
    });
}

#[test]
fn files_come_along_and_the_html_is_safe() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let mail = letter(
            MARIA_MAIL,
            "Subject: Bild\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
            "--b\nContent-Type: text/html\n\n<p onclick=x()>Se <b>bilden</b><script>x()</script><img src=\"https://spion.example/a.gif\"></p>\n\
             --b\nContent-Type: image/png; name=\"../fel.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n\
             --b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--",
        );
        assert_eq!(taken(db, TEN, &mail), created(1));
        let made = ticket(db, 1);
        assert_eq!(made.description, "Se bilden");
        assert_eq!(made.html.as_deref(), Some("<p>Se <b>bilden</b></p>"));
        let names = act(db, |tx| {
            let q = db::Q::new("SELECT name FROM attachment WHERE ticket=1 AND complete ORDER BY name");
            Ok(tx.query_q(&q, |row| row.get::<String>(0))?)
        });
        assert_eq!(names, ["fel.png", "file.pdf"]);
    });
}

#[test]
fn what_came_is_kept_as_it_came() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let raw = letter(MARIA_MAIL, "Subject: Lång", &"Den låter. ".repeat(60_000)).replace('\n', "\r\n");
        let received = Received::read(raw.clone().into_bytes());
        act(db, move |tx| receive(tx, TEN, &received));
        let kept = act(db, |tx| {
            let q = db::Q::new("SELECT bytes FROM mail_in_chunk ORDER BY n");
            Ok(tx.query_q(&q, |row| row.get::<Vec<u8>>(0))?.concat())
        });
        assert_eq!(kept, raw.into_bytes());
        assert!(ticket(db, 1).description.chars().count() <= 100_000);
    });
}

#[test]
fn our_own_mail_that_comes_back_is_filed() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        assert_eq!(taken(db, TEN, &letter("it@enhet.invalid", "Subject: Hej", "Hej")), filed(Rule::Machine));
        assert_eq!(taken(db, TEN, &letter(MARIA_MAIL, "X-Loop: enhet", "Hej")), filed(Rule::Machine));
    });
}

#[test]
fn the_command_answers_as_the_contract_says() {
    on_both(|house| {
        let db = &house.db;
        settle(db);
        let mail = letter(MARIA_MAIL, "Subject: Skrivaren", "Den låter.").into_bytes();
        let first = mail::cli::receive(db, TEN, mail.clone(), true);
        assert_eq!(first, (r#"{"outcome":"created","rule":"new","ticket":1}"#.to_owned(), 0));
        let again = mail::cli::receive(db, TEN, mail, false);
        assert_eq!(again, ("created 1 (duplicate)".to_owned(), 0));
        let refused = mail::cli::receive(db, TEN, vec![b'a'; SIZE_LIMIT + 1], true);
        assert_eq!(refused, (r#"{"outcome":"refused","rule":null,"ticket":null}"#.to_owned(), 65));
    });
}

#[test]
fn a_desk_that_is_not_set_up_asks_the_server_to_try_again() {
    on_both(|house| {
        let mail = letter(MARIA_MAIL, "Subject: Skrivaren", "Den låter.").into_bytes();
        let (said, code) = mail::cli::receive(&house.db, TEN, mail, true);
        assert_eq!(code, 75, "{said}");
        assert_eq!(count(&house.db, "mail_in"), 0);
    });
}
