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
    String => |v| Self::T(if v.contains(NUL) { storable(&v) } else { v }),
    &str => |v| Self::T(storable(v)),
    &String => |v| Self::T(storable(v)),
    Vec<u8> => |v| Self::B(v),
    &[u8] => |v| Self::B(v.to_vec()),
    &Vec<u8> => |v| Self::B(v.clone()),
    Id => |v| Self::Id(v),
    &Id => |v| Self::Id(*v),
    Moment => |v| Self::I(v.0),
    Day => |v| Self::I(i64::from(v.0)),
    Lang => |v| Self::T(v.code().to_owned()),
    Json => |v| Self::T(json(&v.0)),
    &Json => |v| Self::T(json(&v.0)),
    &serde_json::Value => |v| Self::T(json(v)),
    serde_json::Value => |v| Self::T(json(&v)),
}

/// PostgreSQL keeps no NUL, neither in text nor in JSON. Whatever is typed or asked for, both databases are given
/// the sign for what cannot be read instead, so that they answer the same.
const NUL: char = '\0';
const UNREADABLE: &str = "\u{FFFD}";

fn storable(text: &str) -> String {
    if text.contains(NUL) { text.replace(NUL, UNREADABLE) } else { text.to_owned() }
}

fn json(value: &serde_json::Value) -> String {
    let text = value.to_string();
    // As JSON writes it. A backslash before `u0000` looks the same, and comes out unchanged.
    if text.contains("\\u0000") { readable(value).to_string() } else { text }
}

fn readable(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value::{Array, Object, String};
    match value {
        String(text) => String(storable(text)),
        Array(items) => Array(items.iter().map(readable).collect()),
        Object(members) => {
            Object(members.iter().map(|(name, value)| (storable(name), readable(value))).collect())
        }
        other => other.clone(),
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_nul_reaches_a_database() {
        for value in [V::from("a\0b"), V::from("a\0b".to_owned()), V::from(&"a\0b".to_owned())] {
            assert_eq!(value, V::T("a\u{FFFD}b".to_owned()));
        }
        assert_eq!(V::from(json!({"a\0": ["b\0", 1]})), V::T("{\"a\u{FFFD}\":[\"b\u{FFFD}\",1]}".to_owned()));
        assert_eq!(V::from(json!("a\\u0000b")), V::T(r#""a\\u0000b""#.to_owned()), "a backslash, not a NUL");
        assert_eq!(V::from(&[0_u8][..]), V::B(vec![0]), "bytes are kept as they are");
    }
}
