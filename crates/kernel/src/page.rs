use serde::Serialize;

use crate::Id;

/// How many rows a list answers with at a time: 1 to 200, 50 when nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize(u16);

impl PageSize {
    pub const DEFAULT: Self = Self(50);
    pub const MAX: u16 = 200;
    pub const LARGEST: Self = Self(Self::MAX);

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

/// More rows than this in one file belong in a report, and would hold a reading connection too long.
const MOST_ROWS: usize = 100_000;

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

    /// The page after that row, of rows that were read whole because they are few. A row that is gone begins anew.
    pub fn of_whole(rows: Vec<T>, after: Option<Id>, size: PageSize, id: impl Fn(&T) -> Id) -> Self {
        let start =
            after.and_then(|after| rows.iter().position(|row| id(row) == after)).map_or(0, |at| at + 1);
        let probe = rows.into_iter().skip(start).take(size.rows() + 1).collect();
        Self::cut(probe, size, |row| id(row).to_string())
    }

    /// All rows of a list, as its pages give them one after the other: what a file holds that somebody takes home.
    pub fn all_rows<E>(mut page: impl FnMut(Option<String>) -> Result<Self, E>) -> Result<Vec<T>, E> {
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let Self { items, next } = page(after)?;
            rows.extend(items);
            if next.is_none() || rows.len() >= MOST_ROWS {
                return Ok(rows);
            }
            after = next;
        }
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
        assert_eq!((PageSize::new(0), PageSize::new(200)), (None, Some(PageSize::LARGEST)));
        assert_eq!(PageSize::new(201), None);
    }

    #[test]
    fn a_list_that_was_read_whole_goes_on_after_its_last_row() {
        let size = PageSize::new(2).expect("in range");
        let rows: Vec<Id> = (1..=3).map(|seed| Id::seeded(0, seed)).collect();
        let page = |after| Page::of_whole(rows.clone(), after, size, |id| *id);
        let first = page(None);
        assert_eq!((&first.items, first.next), (&rows[..2].to_vec(), Some(rows[1].to_string())));
        assert_eq!(page(Some(rows[1])), Page { items: rows[2..].to_vec(), next: None });
        assert_eq!(page(Some(Id::seeded(0, 9))).items, rows[..2]);
    }
}
