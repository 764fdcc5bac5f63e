use kernel::{Day, Id, Moment};
use postgres::types::{FromSql, Type};
use rusqlite::types::ValueRef;

use crate::error::{DbError, Res};
use crate::value::Json;

/// A row on its way out: `row.get(0)?`. Columns are read by place, in the order of the SELECT.
pub struct Row<'a>(pub(crate) Source<'a>);

pub(crate) enum Source<'a> {
    Lite(&'a rusqlite::Row<'a>),
    Pg(&'a postgres::Row),
}

impl Row<'_> {
    /// The column as a `T`; `Option<T>` where it may be NULL.
    pub fn get<T: FromColumn>(&self, column: usize) -> Res<T> {
        match &self.0 {
            Source::Lite(row) => {
                let value = row.get_ref(column).map_err(|_| DbError::Column(column, T::NAME))?;
                T::from_lite(value).ok_or(DbError::Column(column, T::NAME))
            }
            Source::Pg(row) => T::from_pg(row, column).ok_or(DbError::Column(column, T::NAME)),
        }
    }
}

/// What a column can be read as. `None` means that it holds something else.
pub trait FromColumn: Sized {
    const NAME: &'static str;
    fn from_lite(value: ValueRef<'_>) -> Option<Self>;
    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self>;
}

impl<T: FromColumn> FromColumn for Option<T> {
    const NAME: &'static str = T::NAME;

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            other => T::from_lite(other).map(Some),
        }
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        match row.try_get::<_, Option<Present>>(column) {
            Ok(None) => Some(None),
            Ok(Some(Present)) => T::from_pg(row, column).map(Some),
            Err(_) => None,
        }
    }
}

/// Reads any non-NULL column without looking at it.
struct Present;

impl<'a> FromSql<'a> for Present {
    fn from_sql(_: &Type, _: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The 16 bytes of a uuid column.
struct Bytes16([u8; 16]);

impl<'a> FromSql<'a> for Bytes16 {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(raw.try_into()?))
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::UUID
    }
}

/// The text of a jsonb column, without its version byte.
struct JsonText(String);

impl<'a> FromSql<'a> for JsonText {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        let body = if *ty == Type::JSONB { raw.get(1..).unwrap_or_default() } else { raw };
        Ok(Self(std::str::from_utf8(body)?.to_owned()))
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::JSONB || *ty == Type::JSON
    }
}

impl FromColumn for i64 {
    const NAME: &'static str = "whole number";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        match *row.columns().get(column)?.type_() {
            Type::INT4 => row.try_get::<_, i32>(column).ok().map(Self::from),
            Type::INT2 => row.try_get::<_, i16>(column).ok().map(Self::from),
            _ => row.try_get(column).ok(),
        }
    }
}

impl FromColumn for bool {
    const NAME: &'static str = "yes or no";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok().map(|n| n != 0)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        row.try_get(column).ok()
    }
}

impl FromColumn for f64 {
    const NAME: &'static str = "number";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Real(v) => Some(v),
            ValueRef::Integer(v) =>
            {
                #[expect(clippy::cast_precision_loss, reason = "SQLite gives a whole average as an integer")]
                Some(v as Self)
            }
            _ => None,
        }
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        row.try_get(column).ok()
    }
}

impl FromColumn for String {
    const NAME: &'static str = "text";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        row.try_get(column).ok()
    }
}

impl FromColumn for Vec<u8> {
    const NAME: &'static str = "bytes";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        row.try_get(column).ok()
    }
}

impl FromColumn for Id {
    const NAME: &'static str = "id";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        Some(Self::from_bytes(value.as_blob().ok()?.try_into().ok()?))
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        row.try_get::<_, Bytes16>(column).ok().map(|b| Self::from_bytes(b.0))
    }
}

impl FromColumn for Moment {
    const NAME: &'static str = "moment";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        i64::from_lite(value).map(Self)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        i64::from_pg(row, column).map(Self)
    }
}

impl FromColumn for Day {
    const NAME: &'static str = "day";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        i64::from_lite(value).and_then(|n| i32::try_from(n).ok()).map(Self)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        i64::from_pg(row, column).and_then(|n| i32::try_from(n).ok()).map(Self)
    }
}

impl FromColumn for Json {
    const NAME: &'static str = "JSON";

    fn from_lite(value: ValueRef<'_>) -> Option<Self> {
        serde_json::from_str(value.as_str().ok()?).ok().map(Self)
    }

    fn from_pg(row: &postgres::Row, column: usize) -> Option<Self> {
        let text = row.try_get::<_, JsonText>(column).ok()?;
        serde_json::from_str(&text.0).ok().map(Self)
    }
}
