//! Secrets that we hand out: 256 bits of chance, shown once, kept only as their SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Refusal, RefusalKind};
use sha2::{Digest, Sha256};

/// A secret on its way to whoever may have it. It is never logged: it has no `Debug` that shows it.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A new one. Chance enters here, at the door.
    pub fn new() -> Result<Self, Refusal> {
        Self::prefixed("")
    }

    /// With letters in front that tell a scanner of leaked keys what it found.
    pub fn prefixed(prefix: &str) -> Result<Self, Refusal> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|error| {
            tracing::error!(%error, "the machine gives no randomness");
            Refusal::new(RefusalKind::Fault, "fault")
        })?;
        Ok(Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes))))
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps.
    pub fn hash(&self) -> [u8; 32] {
        hash(&self.0)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_secrets_differ_and_neither_shows_itself() {
        let (a, b) = (Secret::prefixed("enh_").expect("chance"), Secret::new().expect("chance"));
        assert_eq!((a.reveal().len(), b.reveal().len()), (47, 43));
        assert_ne!(a.hash(), b.hash());
        assert_eq!(format!("{a:?}"), "Secret");
    }
}
