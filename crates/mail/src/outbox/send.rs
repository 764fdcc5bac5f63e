//! Sends what is due. A mail is claimed in one transaction, sent, and its outcome kept in another: a node that dies
//! between the two sends it a second time with the same Message-ID, which its receiver knows as the same mail.

use std::time::{Duration, Instant};

use db::{Db, Tx};
use jobs::{OutsideJob, Report};
use kernel::{Moment, Refusal};
use serde_json::json;

use super::{Outgoing, store};
use crate::outbound::attempts::{self, Fault};
use crate::outbound::envelope::{self, Envelope};
use crate::outbound::smtp;
use crate::settings::{self, Sender, SmtpSettings};

pub(crate) const JOB: OutsideJob = OutsideJob { name: "mail.send", every_seconds: 5, run };

/// At most so many at a time, and no new one after so long: the job's lease must not run out while it sends.
const BATCH: i64 = 50;
const ENOUGH: Duration = Duration::from_secs(8);

/// A mail whose sender died is due again after this.
const FORGOTTEN: i64 = 10 * Moment::MINUTE;

fn run(db: &Db, now: Moment) -> Result<Report, Refusal> {
    match settings::get().smtp {
        Some(smtp) => send_due(db, now, &smtp),
        None => Ok(Report::default()),
    }
}

/// Sends the mails that are due, at most fifty.
pub fn send_due(db: &Db, now: Moment, smtp: &SmtpSettings) -> Result<Report, Refusal> {
    let due = db.read_now(move |tx| store::due(tx, now, BATCH))?;
    if due.is_empty() {
        return Ok(Report::default());
    }
    let (started, full) = (Instant::now(), due.len() as i64 == BATCH);
    let house = settings::Settings { smtp: Some(smtp.clone()), public_url: None };
    let sender: Sender = db.read_now(move |tx| Sender::read(tx, &house))?;
    let server = smtp::open(smtp);
    let (mut sent, mut failed, mut stopped) = (0, 0, false);
    for mail in due {
        if started.elapsed() > ENOUGH {
            return Ok(report(sent, failed, true));
        }
        let claimed = mail.clone();
        if !db.write_now(move |tx| store::claim(tx, &claimed, now.plus(FORGOTTEN)))? {
            continue;
        }
        let outcome = match (&server, raw(&sender, &mail)) {
            (_, None) => Err(Fault::Unwritable),
            (Err(fault), Some(_)) => Err(fault.clone()),
            (Ok(server), Some(raw)) => smtp::send(server, &sender.mail, &mail.to_mail, &raw),
        };
        match &outcome {
            Ok(()) => sent += 1,
            Err(fault) => {
                failed += 1;
                tracing::warn!(mail = %mail.id, fault = fault.code(), "a mail was not taken");
            }
        }
        stopped = outcome.as_ref().is_err_and(Fault::is_the_servers);
        db.write_now(move |tx| keep(tx, &mail, &outcome, now))?;
        if stopped {
            break;
        }
    }
    Ok(report(sent, failed, full && !stopped))
}

fn report(sent: u64, failed: u64, more: bool) -> Report {
    Report { done: sent, more, counts: json!({"sent": sent, "failed": failed}) }
}

fn keep(tx: &mut Tx<'_>, mail: &Outgoing, outcome: &Result<(), Fault>, now: Moment) -> Result<(), Refusal> {
    match outcome {
        Ok(()) => store::sent(tx, mail.id, now)?,
        Err(fault) => match attempts::next(fault, mail.attempts + 1, now) {
            Some(next) => store::retry(tx, mail.id, next, &fault.code())?,
            None => store::dead(tx, mail.id, &fault.code())?,
        },
    }
    Ok(())
}

fn raw(sender: &Sender, mail: &Outgoing) -> Option<Vec<u8>> {
    envelope::bytes(&Envelope {
        from_mail: sender.mail.clone(),
        from_name: sender.organisation.clone(),
        to_mail: mail.to_mail.clone(),
        to_name: mail.to_name.clone(),
        subject: mail.subject.clone(),
        message_id: mail.message_id.clone(),
        in_reply_to: mail.in_reply_to.clone(),
        thread: mail.thread.clone(),
        text: mail.text.clone(),
        html: mail.html.clone(),
        is_receipt: mail.kind == notifications::Kind::Receipt,
        made_at: mail.made_at,
    })
}
