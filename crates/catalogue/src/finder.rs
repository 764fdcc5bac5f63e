use db::Tx;
use directory::words;
use kernel::{Actor, Refusal};
use web::Hit;

use crate::permissions::READ;
use crate::service;

/// Services for the search page and the palette, as far as the reader may see them.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, text: &str, limit: i64) -> Result<Vec<Hit>, Refusal> {
    if !actor.may(&READ) || text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let services = service::all(tx)?;
    let fits = |service: &&service::Service| {
        service.active && words::matches(text, [service.name.as_str(), &service.name_en])
    };
    let hits = services.iter().filter(fits).take(usize::try_from(limit).unwrap_or(0)).map(|service| Hit {
        title: service.label(actor.lang).to_owned(),
        detail: service.about_in(actor.lang).to_owned(),
        href: format!("/tjanster/{}", service.slug),
        icon: "i-sys",
        kind: "catalogue-hit",
    });
    Ok(hits.collect())
}
