//! The table `mail_out`.

use db::{DbError, Q, Res, Row, Tx, p, sql};
use kernel::{Id, Lang, Moment};
use notifications::Kind;

use super::{Outgoing, State};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id,notice,ticket,kind,person,to_mail,to_name,lang,subject,message_id,in_reply_to,thread,text,html,\
             critical,state,attempts,made_at,next_at,sent_at,fault FROM mail_out ",
            $rest
        )
    };
}

sql! {
    INSERT = "INSERT INTO mail_out(id,notice,ticket,kind,person,to_mail,to_name,lang,subject,message_id,in_reply_to,thread,\
        text,html,critical,state,attempts,made_at,next_at,sent_at,fault) \
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21) ON CONFLICT(notice) DO NOTHING";
    BY_ID = select!("WHERE id=$1");
    DUE = select!("WHERE state='queued' AND next_at<=$1 ORDER BY next_at,id LIMIT $2");
    CLAIM = "UPDATE mail_out SET attempts=attempts+1,next_at=$3 WHERE id=$1 AND state='queued' AND attempts=$2";
    SENT = "UPDATE mail_out SET state='sent',sent_at=$2,fault=NULL WHERE id=$1 AND state='queued'";
    RETRY = "UPDATE mail_out SET next_at=$2,fault=$3 WHERE id=$1 AND state='queued'";
    DEAD = "UPDATE mail_out SET state='dead',fault=$2 WHERE id=$1 AND state='queued'";
    AWAKE = "UPDATE mail_out SET state='queued',attempts=0,next_at=$2 WHERE id=$1 AND state='dead'";
    LAST_TO = "SELECT message_id,thread,made_at FROM mail_out WHERE ticket=$1 AND to_mail=$2 ORDER BY made_at DESC,id DESC LIMIT 1";
    COUNTS = "SELECT state,COUNT(*) FROM mail_out GROUP BY state";
}

/// Keeps the mail; false when the notice has one already.
pub(crate) fn insert(tx: &mut Tx<'_>, mail: &Outgoing) -> Res<bool> {
    let values = p![
        mail.id,
        mail.notice,
        mail.ticket,
        mail.kind.code(),
        mail.person,
        &mail.to_mail,
        mail.to_name.as_ref(),
        mail.lang,
        &mail.subject,
        &mail.message_id,
        mail.in_reply_to.as_ref(),
        mail.thread.join(" "),
        &mail.text,
        &mail.html,
        mail.critical,
        mail.state.code(),
        mail.attempts,
        mail.made_at,
        mail.next_at,
        mail.sent_at,
        mail.fault.as_ref(),
    ];
    Ok(tx.exec(&INSERT, values)? == 1)
}

pub(crate) fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Outgoing>> {
    tx.maybe(&BY_ID, p![id], outgoing)
}

pub(crate) fn due(tx: &mut Tx<'_>, now: Moment, limit: i64) -> Res<Vec<Outgoing>> {
    tx.query(&DUE, p![now, limit], outgoing)
}

/// Takes the mail for one attempt; false when somebody else has. It is due again at `again` if nothing is heard of it.
pub(crate) fn claim(tx: &mut Tx<'_>, mail: &Outgoing, again: Moment) -> Res<bool> {
    Ok(tx.exec(&CLAIM, p![mail.id, mail.attempts, again])? == 1)
}

pub(crate) fn sent(tx: &mut Tx<'_>, id: Id, at: Moment) -> Res<()> {
    tx.exec(&SENT, p![id, at])?;
    Ok(())
}

pub(crate) fn retry(tx: &mut Tx<'_>, id: Id, next: Moment, fault: &str) -> Res<()> {
    tx.exec(&RETRY, p![id, next, fault])?;
    Ok(())
}

pub(crate) fn dead(tx: &mut Tx<'_>, id: Id, fault: &str) -> Res<()> {
    tx.exec(&DEAD, p![id, fault])?;
    Ok(())
}

/// True when it was dead.
pub(crate) fn awake(tx: &mut Tx<'_>, id: Id, now: Moment) -> Res<bool> {
    Ok(tx.exec(&AWAKE, p![id, now])? == 1)
}

/// The last mail to this address about this ticket: its id, what stood before it, and when it was made.
pub(crate) fn last_to(
    tx: &mut Tx<'_>,
    ticket: i64,
    mail: &str,
) -> Res<Option<(String, Vec<String>, Moment)>> {
    tx.maybe(&LAST_TO, p![ticket, mail], |row| Ok((row.get(0)?, ids(&row.get::<String>(1)?), row.get(2)?)))
}

/// The tickets of those of our own mails that have one of these ids, with the id.
pub(crate) fn tickets_of(tx: &mut Tx<'_>, message_ids: &[&str]) -> Res<Vec<(String, i64)>> {
    let mut q = Q::new("SELECT message_id,ticket FROM mail_out WHERE message_id IN ");
    q.list(message_ids.iter().copied());
    tx.query_q(&q, |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn counts(tx: &mut Tx<'_>) -> Res<Vec<(String, i64)>> {
    tx.query(&COUNTS, p![], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Newest first, from the place on.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    state: Option<State>,
    after: Option<(Moment, Id)>,
    limit: i64,
) -> Res<Vec<Outgoing>> {
    let mut q = Q::new(select!("WHERE 1=1"));
    if let Some(state) = state {
        q.sql(" AND state=").v(state.code());
    }
    if let Some((at, id)) = after {
        q.sql(" AND (made_at,id)<(").v(at).sql(",").v(id).sql(")");
    }
    q.sql(" ORDER BY made_at DESC,id DESC LIMIT ").v(limit);
    tx.query_q(&q, outgoing)
}

fn ids(text: &str) -> Vec<String> {
    text.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

fn outgoing(row: &Row<'_>) -> Res<Outgoing> {
    let (kind, lang, state): (String, String, String) = (row.get(3)?, row.get(7)?, row.get(15)?);
    Ok(Outgoing {
        id: row.get(0)?,
        notice: row.get(1)?,
        ticket: row.get(2)?,
        kind: Kind::parse(&kind).ok_or(DbError::Column(3, "kind of notice"))?,
        person: row.get(4)?,
        to_mail: row.get(5)?,
        to_name: row.get(6)?,
        lang: Lang::parse(&lang).unwrap_or_default(),
        subject: row.get(8)?,
        message_id: row.get(9)?,
        in_reply_to: row.get(10)?,
        thread: ids(&row.get::<String>(11)?),
        text: row.get(12)?,
        html: row.get(13)?,
        critical: row.get(14)?,
        state: State::parse(&state).ok_or(DbError::Column(15, "state of a mail"))?,
        attempts: row.get(16)?,
        made_at: row.get(17)?,
        next_at: row.get(18)?,
        sent_at: row.get(19)?,
        fault: row.get(20)?,
    })
}
