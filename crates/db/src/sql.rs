use std::fmt::Write as _;
use std::sync::OnceLock;

use linkme::distributed_slice;

use crate::value::V;

/// One statement text for both databases, with PostgreSQL's `$1`. Written by the [`sql!`](crate::sql) macro,
/// which also registers it, so that a test can prepare every statement on both.
#[derive(Debug)]
pub struct Sql {
    text: &'static str,
    lite: OnceLock<String>,
    place: &'static str,
}

/// Every statement of every slice that is linked in.
#[distributed_slice]
pub static STATEMENTS: [&'static Sql];

impl Sql {
    #[doc(hidden)]
    pub const fn new(text: &'static str, place: &'static str) -> Self {
        Self { text, lite: OnceLock::new(), place }
    }

    pub fn text(&self) -> &'static str {
        self.text
    }

    /// The file that it stands in, for the test that prepares it.
    pub fn place(&self) -> &'static str {
        self.place
    }

    pub(crate) fn lite(&self) -> &str {
        self.lite.get_or_init(|| numbered(self.text))
    }
}

/// SQLite reads `$2` as a name, numbered by first appearance; `?2` is the second value.
/// The text of a statement therefore never holds a `$` of its own.
pub(crate) fn numbered(text: &str) -> String {
    text.replace('$', "?")
}

/// Declares statements: `sql! { pub BY_NUMBER = "SELECT … WHERE number=$1"; }`
#[macro_export]
macro_rules! sql {
    ($($(#[$doc:meta])* $vis:vis $name:ident = $text:expr;)*) => {
        $(
            $(#[$doc])*
            $vis static $name: $crate::Sql = $crate::Sql::new($text, concat!(file!(), ":", stringify!($name)));
            const _: () = {
                #[$crate::linkme::distributed_slice($crate::STATEMENTS)]
                #[linkme(crate = $crate::linkme)]
                static REGISTERED: &$crate::Sql = &$name;
            };
        )*
    };
}

/// A statement built from the filters that were given: text and value are pushed together, so that
/// no `$1 IS NULL` is needed (PostgreSQL cannot type it).
#[derive(Clone, Debug, Default)]
pub struct Q {
    text: String,
    values: Vec<V>,
}

impl Q {
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    pub fn sql(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Pushes the value and its number.
    pub fn v(&mut self, value: impl Into<V>) -> &mut Self {
        self.values.push(value.into());
        let _ = write!(self.text, "${}", self.values.len());
        self
    }

    /// `(a, b, c)`; an empty list matches nothing.
    pub fn list<T: Into<V>>(&mut self, values: impl IntoIterator<Item = T>) -> &mut Self {
        self.text.push('(');
        let mut first = true;
        for value in values {
            if !first {
                self.text.push(',');
            }
            first = false;
            self.v(value);
        }
        if first {
            self.text.push_str("NULL");
        }
        self.text.push(')');
        self
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn values(&self) -> &[V] {
        &self.values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_statement_numbers_its_values() {
        let mut q = Q::new("SELECT id FROM t WHERE a=");
        q.v(1_i64).sql(" AND b IN ").list(["x", "y"]).sql(" AND c IN ").list(Vec::<i64>::new());
        assert_eq!(q.text(), "SELECT id FROM t WHERE a=$1 AND b IN ($2,$3) AND c IN (NULL)");
        assert_eq!(q.values().len(), 3);
        assert_eq!(numbered("VALUES($2,$1)"), "VALUES(?2,?1)");
    }
}
