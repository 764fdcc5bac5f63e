use db::Tx;
use directory::group;
use directory::permissions::allow;
use directory::words;
use kernel::{Actor, Id, Page, PageSize, Refusal};

use super::{Service, Shown, store};
use crate::permissions::READ;

/// What a list of services asks for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub text: String,
    pub audience: Option<String>,
    /// Those that have ended too.
    pub ended: bool,
}

/// Services in their own order. There are dozens, so they are read whole.
pub fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    question: &Question,
    after: Option<Id>,
    size: PageSize,
) -> Result<Page<Shown>, Refusal> {
    allow(actor, &READ)?;
    let groups = group::all(tx)?;
    let mut services = store::all(tx)?;
    services.retain(|service| {
        (question.ended || service.active)
            && question.audience.as_ref().is_none_or(|audience| service.audience == *audience)
            && words::matches(&question.text, [service.name.as_str(), &service.name_en])
    });
    let owner = |service: &Service| groups.iter().find(|group| group.id == service.owner_group).cloned();
    let page = Page::of_whole(services, after, size, |service| service.id);
    Ok(page.map(|service| Shown { owner: owner(&service), service }))
}
