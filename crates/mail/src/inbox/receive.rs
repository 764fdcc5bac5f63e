use db::Tx;
use kernel::{Actor, Channel, Id, Moment, Refusal};
use serde_json::json;

use super::pointers::{Sender, pointers};
use super::{Fate, Incoming, Outcome, Received, store, ticket};
use crate::inbound::thread::{Decision, Rule, decide};
use crate::inbound::{InboundMail, MessageId, digest, machine};
use crate::settings;

/// Takes a mail. The same mail a second time changes nothing and repeats the first outcome.
///
/// A sender address proves nothing: whatever the mail says, it can only ask and answer. It never approves, never
/// makes an account, and nothing that the house knows is sent back because of it.
pub fn receive(tx: &mut Tx<'_>, now: Moment, received: &Received) -> Result<Outcome, Refusal> {
    let Some(mail) = &received.mail else { return refuse(tx, now, received) };
    let message_id = id_for(tx, received, mail)?;
    let first = store::by_message_id(tx, message_id.as_str())?;
    let mut house = Actor::house(Channel::Mail, "mail.receive");
    let sender = Sender::of(tx, mail)?;
    house.person = sender.as_ref().and_then(|sender| sender.person.as_ref()).map(|person| person.id);
    if let Some(first) = first {
        return repeat(tx, now, received, mail, &first, house.person);
    }
    let sign = sign(tx, mail)?;
    let outcome = match &sender {
        _ if sign.is_some() => filed(Rule::Machine),
        Some(sender) if !mail.is_unparsable() => take(tx, &house, now, received, mail, sender)?,
        _ => filed(Rule::Unparsable),
    };
    if outcome.fate == Fate::Filed {
        let rule = outcome.rule.map(Rule::code);
        access::audit(tx, &house, now, "mail.incoming.file", received.id, json!({"rule": rule}))?;
    }
    let message_id = message_id.to_string();
    store::insert(tx, &Incoming { message_id, ..row(received, mail, now, outcome, sign, house.person) })?;
    store::insert_raw(tx, received.id, &received.raw)?;
    Ok(outcome)
}

/// The id that the mail is known by: its own, unless somebody else has sent a mail under that one. A sender chooses the
/// id freely, and must not be able to make another's mail count as come already.
fn id_for(tx: &mut Tx<'_>, received: &Received, mail: &InboundMail) -> Result<MessageId, Refusal> {
    let sender = mail.from.as_ref().map(|from| from.address.as_str());
    let taken = store::by_message_id(tx, mail.message_id.as_str())?
        .is_some_and(|first| first.from_mail.as_deref() != sender);
    Ok(if taken { MessageId::derived(&received.raw) } else { mail.message_id.clone() })
}

/// Changes nothing. A mail that says something else under the same id is kept beside the first, so that it is not lost.
fn repeat(
    tx: &mut Tx<'_>,
    now: Moment,
    received: &Received,
    mail: &InboundMail,
    first: &Incoming,
    person: Option<Id>,
) -> Result<Outcome, Refusal> {
    let outcome = Outcome { fate: first.fate, ticket: first.ticket, rule: Some(Rule::Duplicate) };
    let row = Incoming { first: Some(first.id), ..row(received, mail, now, outcome, None, person) };
    if !store::has(tx, first, &row.sha256)? {
        store::insert(tx, &row)?;
        store::insert_raw(tx, received.id, &received.raw)?;
    }
    Ok(outcome)
}

const fn filed(rule: Rule) -> Outcome {
    Outcome { fate: Fate::Filed, ticket: None, rule: Some(rule) }
}

fn take(
    tx: &mut Tx<'_>,
    house: &Actor,
    now: Moment,
    received: &Received,
    mail: &InboundMail,
    sender: &Sender,
) -> Result<Outcome, Refusal> {
    let pointers = pointers(tx, house, now, mail, sender)?;
    match decide(&pointers) {
        Decision::Append { number, rule } | Decision::Reopen { number, rule } => {
            ticket::append(tx, house, now, received, mail, sender, number)?;
            Ok(Outcome { fate: Fate::Appended, ticket: Some(number), rule: Some(rule) })
        }
        Decision::Create { linked } => {
            let number = ticket::create(tx, house, now, received, mail, sender, linked)?;
            Ok(Outcome { fate: Fate::Created, ticket: Some(number), rule: Some(Rule::New) })
        }
    }
}

/// What gives a machine away, and a mail from our own address: it has gone in a circle.
fn sign(tx: &mut Tx<'_>, mail: &InboundMail) -> Result<Option<machine::Sign>, Refusal> {
    let own = settings::Sender::read(tx, &settings::get())?.mail.to_lowercase();
    let from_us = mail.from.as_ref().is_some_and(|from| from.address == own);
    Ok(machine::sign(mail).or_else(|| from_us.then_some(machine::Sign::Loop)))
}

/// So many of its first bytes tell one mail that is too large from another.
const KNOWN_BY: usize = 64 * 1024;

/// A mail that is too large is noted, so that nobody wonders where it went, but neither read nor kept.
fn refuse(tx: &mut Tx<'_>, now: Moment, received: &Received) -> Result<Outcome, Refusal> {
    let outcome = Outcome { fate: Fate::Refused, ticket: None, rule: None };
    let known = received.raw.get(..KNOWN_BY).unwrap_or_default();
    let message_id = MessageId::derived(known).to_string();
    if store::by_message_id(tx, &message_id)?.is_some() {
        return Ok(outcome);
    }
    let row = Incoming {
        id: received.id,
        message_id,
        first: None,
        sha256: digest(known),
        received_at: now,
        bytes: bytes(received),
        person: None,
        from_mail: None,
        from_name: None,
        subject: String::new(),
        fate: outcome.fate,
        rule: None,
        ticket: None,
        sign: None,
        flaws: Vec::new(),
    };
    store::insert(tx, &row)?;
    Ok(outcome)
}

fn bytes(received: &Received) -> i64 {
    i64::try_from(received.raw.len()).unwrap_or(i64::MAX)
}

fn row(
    received: &Received,
    mail: &InboundMail,
    now: Moment,
    outcome: Outcome,
    sign: Option<machine::Sign>,
    person: Option<Id>,
) -> Incoming {
    Incoming {
        id: received.id,
        message_id: mail.message_id.to_string(),
        first: None,
        sha256: digest(&received.raw),
        received_at: now,
        bytes: bytes(received),
        person,
        from_mail: mail.from.as_ref().map(|from| from.address.clone()),
        from_name: mail.from.as_ref().and_then(|from| from.name.clone()),
        subject: mail.subject.clone(),
        fate: outcome.fate,
        rule: outcome.rule.map(|rule| rule.code().to_owned()),
        ticket: outcome.ticket,
        sign: sign.map(|sign| sign.code().to_owned()),
        flaws: mail.flaws.iter().map(|flaw| flaw.code().to_owned()).collect(),
    }
}
