//! The table `audit`.

use db::{Json, Q, Res, Row, Tx, p, sql};
use kernel::{Actor, Id, Moment};
use serde_json::Value;

use super::list::{Line, Question};

sql! {
    INSERT = "INSERT INTO audit(at,account,person,label,channel,act,subject,detail) VALUES($1,$2,$3,$4,$5,$6,$7,$8)";
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    at: Moment,
    act: &str,
    subject: Id,
    detail: &Value,
) -> Res<()> {
    let values =
        p![at, actor.account, actor.person, &actor.label, actor.channel.code(), act, subject, detail];
    tx.exec(&INSERT, values)?;
    Ok(())
}

pub(super) fn list(tx: &mut Tx<'_>, question: &Question, limit: i64) -> Res<Vec<Line>> {
    let mut q = Q::new("SELECT id,at,account,person,label,channel,act,subject,detail FROM audit a WHERE 1=1");
    if !question.act.is_empty() {
        let signs = i64::try_from(question.act.chars().count()).unwrap_or(i64::MAX);
        q.sql(" AND substr(act,1,CAST(").v(signs).sql(" AS INTEGER))=").v(&question.act);
    }
    if let Some(account) = question.account {
        q.sql(" AND account=").v(account);
    }
    if let Some(subject) = question.subject {
        q.sql(" AND subject=").v(subject);
    }
    if let Some(from) = question.from {
        q.sql(" AND at>=").v(from);
    }
    if let Some(until) = question.until {
        q.sql(" AND at<").v(until);
    }
    if let Some(after) = question.after {
        q.sql(" AND (at,id)<(SELECT at,id FROM audit WHERE id=").v(after).sql(")");
    }
    q.sql(" ORDER BY at DESC,id DESC LIMIT ").v(limit);
    tx.query_q(&q, read)
}

fn read(row: &Row<'_>) -> Res<Line> {
    let Json(detail) = row.get(8)?;
    Ok(Line {
        id: row.get(0)?,
        at: row.get(1)?,
        account: row.get(2)?,
        person: row.get(3)?,
        label: row.get(4)?,
        channel: row.get(5)?,
        act: row.get(6)?,
        subject: row.get(7)?,
        detail,
    })
}
