//! Two databases behind one façade: the only crate that names a driver.
//!
//! An operation is a closure over a [`Tx`]; it runs beside a connection, on that connection's own thread,
//! and the caller awaits the answer. A closure may run again (a serialisation failure, a failed group
//! commit), so it is pure but for the database: ids, time and actor come from outside.
//!
//! - [`Target`] says which database; [`Db`] runs closures on it: [`Db::write`], [`Db::read`], [`Db::report`]
//! - [`Tx`] runs statements; [`Sql`] is one registered statement text, [`Q`] one built from filters
//! - [`V`] is a value on its way in, [`Row`] a row on its way out
//! - [`facts`] is the outbox in commit order; [`setting`] keeps the municipality's choices; [`migrate`] brings the schema forward
//! - `lite` and `pg` are the two engines; `dialect` holds every difference that has a name
//!
//! Deliberately absent: an ORM, macros that check SQL (a test prepares every statement on both engines),
//! and streaming cursors (lists go by keyset pages).

#![expect(
    unsafe_code,
    reason = "registering a statement places it in a link section, which the lint counts as unsafe"
)]

mod dialect;
mod error;
pub mod facts;
mod lite;
pub mod migrate;
mod open;
mod pg;
mod row;
mod search;
pub mod setting;
mod sql;
mod tx;
mod value;

#[doc(hidden)]
pub use linkme;

pub use dialect::{Engine, SearchQuery};
pub use error::{DbError, Res};
pub use open::{Db, Settings, Target, TargetError};
pub use row::{FromColumn, Row};
pub use search::{SearchColumns, SearchTable};
pub use sql::{Q, STATEMENTS, Sql};
pub use tx::Tx;
pub use value::{Json, V};
