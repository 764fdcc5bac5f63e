use kernel::{Refusal, RefusalKind};

/// What can go wrong between a closure and its database. The driver's own words stay in the log.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A unique key is taken already. Operations that expect it turn it into their own refusal.
    #[error("a row with this key exists: {0}")]
    Duplicate(String),
    /// A row points at another that is not there, or is pointed at.
    #[error("a reference does not hold: {0}")]
    Reference(String),
    /// Another transaction came first; the closure is run again.
    #[error("the transaction collided with another")]
    Collision,
    /// The queue to the database is full.
    #[error("the database has more work than it can take now")]
    Busy,
    /// The database cannot be reached, or is closing.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// Text with a zero byte in it, which PostgreSQL cannot keep and SQLite should not.
    #[error("a text holds a zero byte")]
    ZeroByte,
    /// A row was expected and none came.
    #[error("no row where one was expected")]
    NoRow,
    /// A column did not hold what the code reads from it.
    #[error("column {0} does not hold a {1}")]
    Column(usize, &'static str),
    /// The closure panicked; its work is rolled back.
    #[error("an operation failed inside the transaction")]
    Panicked,
    /// Anything else: a fault of ours or of the disk.
    #[error("{0}")]
    Other(String),
}

pub type Res<T> = Result<T, DbError>;

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Busy | DbError::Unavailable(_) | DbError::Collision => {
                tracing::warn!(%error, "database unavailable");
                Self::new(RefusalKind::Unavailable, "database-unavailable")
            }
            DbError::NoRow => Self::not_found("not-found"),
            DbError::Duplicate(_) => Self::conflict("already-exists"),
            DbError::ZeroByte => Self::new(RefusalKind::Invalid, "request-unreadable"),
            other => {
                tracing::error!(error = %other, "database fault");
                Self::new(RefusalKind::Fault, "fault")
            }
        }
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, ReadOnly};
        use rusqlite::ffi::{
            SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE,
        };
        let text = error.to_string();
        match &error {
            rusqlite::Error::SqliteFailure(code, _) => match (code.extended_code, code.code) {
                (SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY, _) => Self::Duplicate(text),
                (SQLITE_CONSTRAINT_FOREIGNKEY, _) => Self::Reference(text),
                (_, DatabaseBusy | DatabaseLocked | ReadOnly) => Self::Unavailable(text),
                _ => Self::Other(text),
            },
            rusqlite::Error::QueryReturnedNoRows => Self::NoRow,
            _ => Self::Other(text),
        }
    }
}

impl From<postgres::Error> for DbError {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let text = error
            .as_db_error()
            .map_or_else(|| error.to_string(), |e| format!("{}: {}", e.code().code(), e.message()));
        match error.code() {
            Some(state) if *state == SqlState::UNIQUE_VIOLATION => Self::Duplicate(text),
            Some(state) if *state == SqlState::FOREIGN_KEY_VIOLATION => Self::Reference(text),
            Some(state)
                if *state == SqlState::T_R_SERIALIZATION_FAILURE
                    || *state == SqlState::T_R_DEADLOCK_DETECTED =>
            {
                Self::Collision
            }
            // The same inside a JSON document.
            Some(state) if *state == SqlState::UNTRANSLATABLE_CHARACTER => Self::ZeroByte,
            Some(state) if matches!(&state.code()[..2], "08" | "53" | "57") => Self::Unavailable(text),
            Some(_) => Self::Other(text),
            None => Self::Unavailable(text),
        }
    }
}
