use serde::Serialize;

/// How many rows a list answers with at a time: 1 to 200, 50 when nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize(u16);

impl PageSize {
    pub const DEFAULT: Self = Self(50);
    pub const MAX: u16 = 200;

    /// `None` when the number is outside 1–200.
    pub fn new(rows: u16) -> Option<Self> {
        (1..=Self::MAX).contains(&rows).then_some(Self(rows))
    }

    pub fn rows(self) -> usize {
        usize::from(self.0)
    }

    /// One row more than is shown, so that a list knows whether there is a next page.
    pub fn probe(self) -> i64 {
        i64::from(self.0) + 1
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// One keyset page. `next` is the opaque place to go on from; none on the last page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts a probe of `size + 1` rows down to a page; `cursor` writes the place of its last row.
    pub fn cut(mut items: Vec<T>, size: PageSize, cursor: impl FnOnce(&T) -> String) -> Self {
        let more = items.len() > size.rows();
        items.truncate(size.rows());
        let next = if more { items.last().map(cursor) } else { None };
        Self { items, next }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_whether_more_follows() {
        let size = PageSize::new(2).expect("in range");
        let full = Page::cut(vec![1, 2, 3], size, ToString::to_string);
        assert_eq!((full.items, full.next.as_deref()), (vec![1, 2], Some("2")));
        let last = Page::cut(vec![1, 2], size, ToString::to_string);
        assert_eq!((last.items.len(), last.next), (2, None));
        assert_eq!(PageSize::new(0), None);
        assert_eq!(PageSize::new(201), None);
    }
}
