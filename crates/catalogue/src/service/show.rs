use db::Tx;
use directory::group::{self, Group};
use directory::permissions::allow;
use directory::words;
use kernel::{Actor, Id, Page, PageSize, Refusal};

use super::{Service, store};
use crate::permissions::READ;

/// A service with the group that owns it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub service: Service,
    pub owner: Option<Group>,
}

/// By id or by slug.
pub fn show(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Shown, Refusal> {
    allow(actor, &READ)?;
    let found = match key.parse::<Id>() {
        Ok(id) => store::by_id(tx, id)?,
        Err(_) => store::by_slug(tx, key)?,
    };
    let service = found.ok_or(Refusal::not_found("not-found"))?;
    let owner = group::by_id(tx, service.owner_group)?;
    Ok(Shown { service, owner })
}

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
    let start = after.and_then(|id| services.iter().position(|one| one.id == id)).map_or(0, |at| at + 1);
    let owner = |service: &Service| groups.iter().find(|group| group.id == service.owner_group).cloned();
    let rows = services.into_iter().skip(start).take(size.rows() + 1);
    let rows = rows.map(|service| Shown { owner: owner(&service), service }).collect();
    Ok(Page::cut(rows, size, |shown: &Shown| shown.service.id.to_string()))
}
