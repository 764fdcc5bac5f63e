//! Mail in and out, told as stories.

#![expect(clippy::expect_used, reason = "a story that cannot go on has failed")]

#[path = "mail/coming_in.rs"]
mod coming_in;
#[path = "mail/going_out.rs"]
mod going_out;
#[path = "mail/hostile.rs"]
mod hostile;
#[path = "mail/log.rs"]
mod log;
#[path = "mail/reading.rs"]
mod reading;
#[path = "mail/server.rs"]
mod server;
#[path = "mail/town.rs"]
mod town;

use db::{Db, Q, Tx};
use kernel::{Id, Moment, Refusal};
use mail::inbox::{Outcome, Received, receive};

/// Takes a mail at the door.
fn taken(db: &Db, now: Moment, mail: &str) -> Outcome {
    let received = Received::read(mail.replace('\n', "\r\n").into_bytes());
    town::act(db, move |tx| receive(tx, now, &received))
}

/// A letter with this text.
fn letter(from: &str, headers: &str, text: &str) -> String {
    let id = Id::new();
    format!("From: {from}\nTo: it@ljusvik.example\nMessage-ID: <{id}@klient.example>\n{headers}\n\n{text}\n")
}

/// Lets notices be made of what has happened, and mails be written of the notices.
fn posted(db: &Db, now: Moment) {
    for slice in [notifications::slice(), mail::slice(mail::Settings::default())] {
        for listener in &slice.listeners {
            town::hear(db, listener, now);
        }
    }
}

/// One of our own mails, as far as stories care.
#[derive(Clone, Debug)]
struct Ours {
    id: Id,
    to: String,
    subject: String,
    message_id: String,
    in_reply_to: Option<String>,
    text: String,
    state: String,
    fault: Option<String>,
    next_at: Moment,
}

/// Everything in the outbox, the oldest first.
fn outbox(db: &Db) -> Vec<Ours> {
    let read = |tx: &mut Tx<'_>| -> Result<Vec<Ours>, Refusal> {
        let q = Q::new(
            "SELECT id,to_mail,subject,message_id,in_reply_to,text,state,fault,next_at FROM mail_out ORDER BY made_at,id",
        );
        Ok(tx.query_q(&q, |row| {
            Ok(Ours {
                id: row.get(0)?,
                to: row.get(1)?,
                subject: row.get(2)?,
                message_id: row.get(3)?,
                in_reply_to: row.get(4)?,
                text: row.get(5)?,
                state: row.get(6)?,
                fault: row.get(7)?,
                next_at: row.get(8)?,
            })
        })?)
    };
    db.read_now(read).expect("the outbox")
}

fn count(db: &Db, table: &'static str) -> i64 {
    let text = format!("SELECT COUNT(*) FROM {table}");
    db.read_now(move |tx| -> Result<i64, Refusal> { Ok(tx.one_q(&Q::new(&text), |row| row.get(0))?) })
        .expect("a count")
}
