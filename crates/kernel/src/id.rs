use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name of a row: a UUIDv7, so that rows made near in time lie near in the index.
///
/// It is made at the door, before the transaction: a closure that runs again then
/// finds its own row instead of making a second one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// A new name. Chance and time enter here, at the door, and nowhere below it.
    #[expect(clippy::disallowed_methods, reason = "this is the door for new ids")]
    pub fn new() -> Self {
        Self(Uuid::now_v7())
    }

    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }

    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// A name for a moment in the past and a number that the caller keeps distinct,
    /// for generators and imports whose rows must be the same each time.
    pub fn seeded(millis: u64, seed: u128) -> Self {
        let mut bytes = [0_u8; 10];
        for (to, from) in bytes.iter_mut().zip(seed.to_be_bytes().iter().skip(6)) {
            *to = *from;
        }
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid())
    }
}

impl Default for Id {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text).map(Self)
    }
}
