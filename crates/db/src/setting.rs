//! Choices of the municipality: one typed value a name, `slice.what`, owned by the slice in the name.

use kernel::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{DbError, Res};
use crate::tx::Tx;
use crate::value::Json;
use crate::{p, sql};

sql! {
    READ = "SELECT value FROM setting WHERE name=$1";
    WRITE = "INSERT INTO setting(name,value,changed_at) VALUES($1,$2,$3) \
             ON CONFLICT(name) DO UPDATE SET value=excluded.value,changed_at=excluded.changed_at";
}

/// The choice, or none when nobody has chosen. A value that no longer reads as a `T` counts as none, and is logged.
pub fn read<T: DeserializeOwned>(tx: &mut Tx<'_>, name: &str) -> Res<Option<T>> {
    let kept = tx.maybe(&READ, p![name], |row| row.get::<Json>(0))?;
    Ok(kept.and_then(|Json(value)| {
        serde_json::from_value(value)
            .inspect_err(|error| tracing::warn!(name, %error, "a setting cannot be read"))
            .ok()
    }))
}

pub fn write<T: Serialize>(tx: &mut Tx<'_>, name: &str, value: &T, now: Moment) -> Res<()> {
    let value = serde_json::to_value(value).map_err(|error| DbError::Other(error.to_string()))?;
    tx.exec(&WRITE, p![name, value, now])?;
    Ok(())
}
