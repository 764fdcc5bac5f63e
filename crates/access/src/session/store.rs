//! The tables `session` and `sign_in_wait`.

use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

use super::throttle::Tries;
use super::{IDLE, LONGEST, NewSession, Session};

sql! {
    INSERT = "INSERT INTO session(id,hash,account,device,began_at,used_at,ends_at) VALUES($1,$2,$3,$4,$5,$6,$7)";
    BY_HASH = "SELECT id,account FROM session WHERE hash=$1";
    TIMES = "SELECT used_at,ends_at FROM session WHERE hash=$1";
    LIVE = "SELECT id,account FROM session WHERE hash=$1 AND used_at>$2 AND ends_at>$3";
    TOUCH = "UPDATE session SET used_at=$2 WHERE hash=$1 AND used_at<$3";
    ACCOUNT_OF = "SELECT account FROM session WHERE id=$1";
    OPEN_OF = "SELECT id,device,began_at,used_at,ends_at FROM session \
        WHERE account=$1 AND used_at>$2 AND ends_at>$3 ORDER BY used_at DESC,id DESC LIMIT 100";
    END = "DELETE FROM session WHERE id=$1";
    END_BY_HASH = "DELETE FROM session WHERE hash=$1";
    END_ALL = "DELETE FROM session WHERE account=$1";
    END_BUT = "DELETE FROM session WHERE account=$1 AND id<>$2";
    ROTATE = "UPDATE session SET hash=$3 WHERE account=$1 AND hash=$2";
    SWEEP = "DELETE FROM session WHERE ends_at<$1";
    TRIES = "SELECT failures,tried_at,free_at FROM sign_in_wait WHERE hash=$1";
    SET_TRIES = "INSERT INTO sign_in_wait(hash,failures,tried_at,free_at) VALUES($1,$2,$3,$4) \
        ON CONFLICT(hash) DO UPDATE SET failures=excluded.failures,tried_at=excluded.tried_at,free_at=excluded.free_at";
    FORGET_TRIES = "DELETE FROM sign_in_wait WHERE hash=$1";
    TAKE_BACK_TRY = "UPDATE sign_in_wait SET failures=failures-1,free_at=tried_at WHERE hash=$1 AND failures>0";
    SWEEP_TRIES = "DELETE FROM sign_in_wait WHERE tried_at<$1";
}

pub(super) fn insert(tx: &mut Tx<'_>, now: Moment, account: Id, new: &NewSession) -> Res<()> {
    let values = p![new.id, new.hash.as_slice(), account, &new.device, now, now, now.plus(LONGEST)];
    tx.exec(&INSERT, values)?;
    Ok(())
}

/// The session and its account, whether it has ended or not.
pub(super) fn by_hash(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Res<Option<(Id, Id)>> {
    tx.maybe(&BY_HASH, p![hash.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// When it was last used and when it ends at the latest.
pub(super) fn times(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Res<Option<(Moment, Moment)>> {
    tx.maybe(&TIMES, p![hash.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The session and its account while it is open.
pub(super) fn live(tx: &mut Tx<'_>, hash: &[u8; 32], now: Moment) -> Res<Option<(Id, Id)>> {
    let values = p![hash.as_slice(), now.minus(IDLE), now];
    tx.maybe(&LIVE, values, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Notes that it was used, at most once a minute.
pub(super) fn touch(tx: &mut Tx<'_>, hash: &[u8; 32], now: Moment) -> Res<()> {
    tx.exec(&TOUCH, p![hash.as_slice(), now, now.minus(Moment::MINUTE)])?;
    Ok(())
}

pub(super) fn account_of(tx: &mut Tx<'_>, session: Id) -> Res<Option<Id>> {
    tx.maybe(&ACCOUNT_OF, p![session], |row| row.get(0))
}

pub(super) fn open_of(tx: &mut Tx<'_>, account: Id, now: Moment) -> Res<Vec<Session>> {
    tx.query(&OPEN_OF, p![account, now.minus(IDLE), now], |row| {
        Ok(Session {
            id: row.get(0)?,
            device: row.get(1)?,
            began_at: row.get(2)?,
            used_at: row.get(3)?,
            ends_at: row.get(4)?,
        })
    })
}

pub(super) fn end(tx: &mut Tx<'_>, session: Id) -> Res<()> {
    tx.exec(&END, p![session])?;
    Ok(())
}

pub(super) fn end_by_hash(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Res<()> {
    tx.exec(&END_BY_HASH, p![hash.as_slice()])?;
    Ok(())
}

pub(crate) fn end_all(tx: &mut Tx<'_>, account: Id) -> Res<()> {
    tx.exec(&END_ALL, p![account])?;
    Ok(())
}

pub(super) fn end_but(tx: &mut Tx<'_>, account: Id, keep: Option<Id>) -> Res<()> {
    match keep {
        Some(keep) => tx.exec(&END_BUT, p![account, keep])?,
        None => tx.exec(&END_ALL, p![account])?,
    };
    Ok(())
}

pub(super) fn rotate(tx: &mut Tx<'_>, account: Id, old: &[u8; 32], new: &[u8; 32]) -> Res<()> {
    tx.exec(&ROTATE, p![account, old.as_slice(), new.as_slice()])?;
    Ok(())
}

pub(super) fn tries(tx: &mut Tx<'_>, key: &[u8; 32]) -> Res<Option<Tries>> {
    tx.maybe(&TRIES, p![key.as_slice()], |row| {
        Ok(Tries { failures: row.get(0)?, tried_at: row.get(1)?, free_at: row.get(2)? })
    })
}

pub(super) fn set_tries(tx: &mut Tx<'_>, key: &[u8; 32], tries: Tries) -> Res<()> {
    tx.exec(&SET_TRIES, p![key.as_slice(), tries.failures, tries.tried_at, tries.free_at])?;
    Ok(())
}

pub(super) fn forget_tries(tx: &mut Tx<'_>, key: &[u8; 32]) -> Res<()> {
    tx.exec(&FORGET_TRIES, p![key.as_slice()])?;
    Ok(())
}

pub(super) fn take_back_try(tx: &mut Tx<'_>, key: &[u8; 32]) -> Res<()> {
    tx.exec(&TAKE_BACK_TRY, p![key.as_slice()])?;
    Ok(())
}

/// Forgets sessions that ended and counts that nobody added to before `before`.
pub(super) fn sweep(tx: &mut Tx<'_>, before: Moment) -> Res<u64> {
    Ok(tx.exec(&SWEEP, p![before])? + tx.exec(&SWEEP_TRIES, p![before])?)
}
