use std::error::Error;

use kernel::{Day, Id, Lang, Moment};
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

/// A value on its way into a statement. On PostgreSQL it is encoded by the parameter's own type.
#[derive(Clone, Debug, PartialEq)]
pub enum V {
    Null,
    Bool(bool),
    I(i64),
    F(f64),
    T(String),
    B(Vec<u8>),
    Id(Id),
}

/// A JSON document in a `{{json}}` column.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(pub serde_json::Value);

/// The values of a statement: `p![number, title, now]`.
#[macro_export]
macro_rules! p {
    ($($value:expr),* $(,)?) => { &[$($crate::V::from($value)),*] };
}

macro_rules! from {
    ($($ty:ty => |$v:ident| $make:expr),* $(,)?) => {
        $(impl From<$ty> for V { fn from($v: $ty) -> Self { $make } })*
    };
}

from! {
    bool => |v| Self::Bool(v),
    i64 => |v| Self::I(v),
    i32 => |v| Self::I(i64::from(v)),
    u32 => |v| Self::I(i64::from(v)),
    u16 => |v| Self::I(i64::from(v)),
    u8 => |v| Self::I(i64::from(v)),
    f64 => |v| Self::F(v),
    String => |v| Self::T(v),
    &str => |v| Self::T(v.to_owned()),
    &String => |v| Self::T(v.clone()),
    Vec<u8> => |v| Self::B(v),
    &[u8] => |v| Self::B(v.to_vec()),
    &Vec<u8> => |v| Self::B(v.clone()),
    Id => |v| Self::Id(v),
    &Id => |v| Self::Id(*v),
    Moment => |v| Self::I(v.0),
    Day => |v| Self::I(i64::from(v.0)),
    Lang => |v| Self::T(v.code().to_owned()),
    Json => |v| Self::T(v.0.to_string()),
    &Json => |v| Self::T(v.0.to_string()),
    &serde_json::Value => |v| Self::T(v.to_string()),
    serde_json::Value => |v| Self::T(v.to_string()),
}

impl<T> From<Option<T>> for V
where
    V: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl rusqlite::ToSql for V {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Bool(v) => ToSqlOutput::Owned(Value::Integer(i64::from(*v))),
            Self::I(v) => ToSqlOutput::Owned(Value::Integer(*v)),
            Self::F(v) => ToSqlOutput::Owned(Value::Real(*v)),
            Self::T(v) => ToSqlOutput::Borrowed(ValueRef::Text(v.as_bytes())),
            Self::B(v) => ToSqlOutput::Borrowed(ValueRef::Blob(v)),
            Self::Id(v) => ToSqlOutput::Borrowed(ValueRef::Blob(v.as_bytes())),
        })
    }
}

type Encoded = Result<IsNull, Box<dyn Error + Sync + Send>>;

impl ToSql for V {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Encoded {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Bool(v) => v.to_sql_checked(ty, out),
            Self::I(v) => integer(*v, ty, out),
            Self::F(v) => v.to_sql_checked(ty, out),
            Self::T(v) if *ty == Type::JSONB => {
                out.extend_from_slice(&[1]);
                out.extend_from_slice(v.as_bytes());
                Ok(IsNull::No)
            }
            // tsvector and tsquery are cast from text in the statement, so they arrive here as TEXT.
            Self::T(v) => v.to_sql_checked(ty, out),
            Self::B(v) => v.to_sql_checked(ty, out),
            Self::Id(v) if *ty == Type::UUID => {
                out.extend_from_slice(v.as_bytes());
                Ok(IsNull::No)
            }
            Self::Id(_) => Err(format!("an id does not fit a parameter of type {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn integer(v: i64, ty: &Type, out: &mut BytesMut) -> Encoded {
    match *ty {
        Type::INT8 => v.to_sql_checked(ty, out),
        Type::INT4 => i32::try_from(v)?.to_sql_checked(ty, out),
        Type::INT2 => i16::try_from(v)?.to_sql_checked(ty, out),
        _ => Err(format!("an integer does not fit a parameter of type {ty}").into()),
    }
}
