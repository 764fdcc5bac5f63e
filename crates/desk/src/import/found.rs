//! Where tickets go in a house that has no group yet: a group and a committee that are called as the other desk.
//! Whoever sets the house up later makes its own, and gives the tickets to them.

use db::Tx;
use directory::{group, unit};
use kernel::{Actor, Day, Id, Moment, Refusal};
use serde_json::json;

use super::settle::fingerprint;

/// Made when the first ticket is, not before: a dry run makes nothing.
#[derive(Clone, Debug)]
pub(super) struct Foundation {
    source: String,
    pub group: Id,
    pub committee: Id,
}

impl Foundation {
    /// The same ids in every run.
    pub fn of(source: &str) -> Self {
        let id = |what: &str| Id::seeded(0, fingerprint(&[what.as_bytes(), source.as_bytes()]));
        Self { source: source.to_owned(), group: id("group"), committee: id("committee") }
    }

    pub fn lay(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<(), Refusal> {
        if group::by_id(tx, self.group)?.is_some() {
            return Ok(());
        }
        unit::insert_many(
            tx,
            &[unit::NewUnit {
                id: self.committee,
                slug: self.slug(),
                kind: unit::Kind::Committee,
                name: self.source.clone(),
                name_en: String::new(),
                code: String::new(),
                valid_from: Day(19_700_101),
                valid_to: None,
                parents: Vec::new(),
            }],
        )?;
        group::insert_many(
            tx,
            &[group::NewGroup {
                id: self.group,
                slug: self.slug(),
                name: self.source.clone(),
                name_en: String::new(),
                kind: group::Kind::Internal,
                supplier: String::new(),
                about: String::new(),
                about_en: String::new(),
                owner_unit: Some(self.committee),
                fallback: false,
                valid_from: Moment(0),
                valid_to: None,
                members: Vec::new(),
            }],
        )?;
        let detail = json!({"group": self.group, "unit": self.committee});
        access::audit(tx, actor, now, "desk.import.found", self.group, detail)
    }

    /// `import-` and the letters of the name that an address takes.
    fn slug(&self) -> String {
        let mut slug = "import".to_owned();
        for part in self.source.split(|sign: char| !sign.is_ascii_alphanumeric()) {
            if !part.is_empty() {
                slug.push('-');
                slug.push_str(&part.to_ascii_lowercase());
            }
        }
        slug
    }
}
