//! How passwords are kept: argon2id with 19 MiB, two passes, one lane (OWASP's first choice), as a PHC string.
//!
//! It is slow on purpose, so it runs beside the request threads, on no more cores than there are, and never
//! inside a database closure.

use std::sync::OnceLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use kernel::{Refusal, RefusalKind};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 19 * 1_024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The PHC string of a password, worked out on a thread of its own when a core is free.
pub async fn hash(password: String) -> Result<String, Refusal> {
    beside(move || hash_now(&password)).await?
}

/// Whether it is the password. Without one to compare with, it takes as long and says no, so that nobody can
/// tell by the time which accounts exist.
pub async fn is_right(kept: Option<String>, password: String) -> Result<bool, Refusal> {
    beside(move || match kept {
        Some(kept) => verify(&kept, &password),
        None => {
            verify(nobodys(), &password);
            false
        }
    })
    .await
}

/// [`hash`] for a command, which has nothing else to do meanwhile.
pub fn hash_now(password: &str) -> Result<String, Refusal> {
    argon()
        .and_then(|argon| argon.hash_password(normal(password).as_bytes()).ok())
        .map(|hash| hash.to_string())
        .ok_or_else(|| {
            tracing::error!("a password could not be hashed");
            Refusal::new(RefusalKind::Fault, "fault")
        })
}

/// The limits of the kept string are used, so that older, weaker ones still open the door.
fn verify(kept: &str, password: &str) -> bool {
    let Ok(kept) = PasswordHash::new(kept) else { return false };
    Argon2::default().verify_password(normal(password).as_bytes(), &kept).is_ok()
}

fn argon() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The same letters whichever keyboard made them: å is one sign on some, a and a ring on others.
fn normal(password: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    password.nfc().collect()
}

fn nobodys() -> &'static str {
    static NOBODYS: OnceLock<String> = OnceLock::new();
    NOBODYS.get_or_init(|| hash_now("nobody has this password").unwrap_or_default())
}

async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    static CORES: OnceLock<Semaphore> = OnceLock::new();
    let cores = CORES.get_or_init(|| {
        Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZeroUsize::get))
    });
    let fault = || Refusal::new(RefusalKind::Fault, "fault");
    let _core = cores.acquire().await.map_err(|_| fault())?;
    tokio::task::spawn_blocking(work).await.map_err(|_| fault())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_only_with_itself() {
        let kept = hash_now("grönt paraply under bron").expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify(&kept, "gro\u{308}nt paraply under bron"), "å as two signs is the same letter");
        assert!(!verify(&kept, "Grönt paraply under bron"));
        assert!(!verify("not a hash", "grönt paraply under bron"));
        assert_ne!(kept, hash_now("grönt paraply under bron").expect("a hash"), "each has its own salt");
    }
}
