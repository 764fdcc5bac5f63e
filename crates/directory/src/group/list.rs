use db::Tx;
use kernel::{Actor, Id, Moment, Page, PageSize, Refusal};

use super::{Group, store};
use crate::permissions::{READ_UNITS, allow};
use crate::words;

/// What a list of groups asks for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub text: String,
    /// Those that have ended too.
    pub ended: bool,
}

/// Groups by name. There are dozens, so they are read whole.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    question: &Question,
    after: Option<Id>,
    size: PageSize,
) -> Result<Page<Group>, Refusal> {
    allow(actor, &READ_UNITS)?;
    let mut groups = store::all(tx)?;
    groups.retain(|group| {
        (question.ended || group.is_at(now))
            && words::matches(&question.text, [group.name.as_str(), &group.name_en, &group.supplier])
    });
    Ok(Page::of_whole(groups, after, size, |group| group.id))
}
