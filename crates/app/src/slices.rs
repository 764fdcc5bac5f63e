//! The list of all slices, bottom to top. A slice that is not here is not in the product.

use db::{DbError, Tx};
use kernel::{Id, Lang, Moment};
use web::Slice;

use crate::config::Config;
use crate::{metrics, start};

/// What slices must be told when they are put together.
#[derive(Clone, Debug, Default)]
pub struct Wiring {
    pub mail: mail::Settings,
}

impl Wiring {
    pub fn of(config: &Config) -> Self {
        Self { mail: mail::Settings { smtp: config.smtp.clone(), public_url: config.public_url.clone() } }
    }
}

pub fn slices(wiring: &Wiring) -> Vec<Slice> {
    vec![
        web::slice(),
        access::slice(access::Wiring { on_start: start::found, units: unit_names, person_by_mail }),
        directory::slice(),
        inventory::slice(),
        service_level::slice(),
        catalogue::slice(),
        desk::slice(),
        notifications::slice(),
        mail::slice(wiring.mail.clone()),
        metrics::slice(),
    ]
}

/// The organisation of that day, for the choice of where a role holds.
fn unit_names(tx: &mut Tx<'_>, lang: Lang, at: Moment) -> Result<Vec<(Id, String)>, DbError> {
    let units = directory::unit::all(tx, at.local_day())?;
    Ok(units.into_iter().map(|unit| (unit.id, unit.label(lang).to_owned())).collect())
}

fn person_by_mail(tx: &mut Tx<'_>, mail: &str) -> Result<Option<Id>, DbError> {
    Ok(directory::person::by_mail(tx, mail)?.map(|person| person.id))
}
