//! What the search box and the palette find at the desk: a number goes straight to its ticket, words go to those
//! that have them.

use db::Tx;
use kernel::{Actor, Moment, Page, PageSize, Refusal};
use web::Hit;

use crate::permissions::WORK;
use crate::ticket::{self, Line, Question};

/// A finder is not told the time. Hits say where people belong when nothing ends it, and not who is there.
const WHENEVER: Moment = Moment(i64::MAX);

pub fn find(tx: &mut Tx<'_>, actor: &Actor, text: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    if actor.is_nobody() || text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let size = u16::try_from(limit).ok().and_then(PageSize::new).unwrap_or_default();
    let question = Question { q: Some(text.to_owned()), size, ..Question::default() };
    let page: Page<Line> = ticket::list(tx, actor, WHENEVER, &question)?;
    let home = if actor.may(&WORK) { "/arenden" } else { "/hjalp/mina" };
    Ok(page.items.into_iter().map(|line| hit(line, home)).collect())
}

fn hit(line: Line, home: &str) -> Hit {
    let whose = [Some(line.requester.name), line.requester.unit_name].into_iter().flatten();
    let whose: Vec<String> = whose.filter(|part| !part.is_empty()).collect();
    Hit {
        detail: format!("{} · {}", line.number, whose.join(", ")),
        href: format!("{home}/{}", line.number),
        title: line.title,
        icon: "ticket",
        kind: "desk-hit-ticket",
    }
}
