//! Tables that read as tables everywhere: a row becomes a block on a phone, with each cell's heading before it.
//! The roles are written out, since a row shown as a block would lose its own.

use maud::{Markup, Render, html};

/// `Table::new(caption).text("Enhet").number("Kr i månaden").row(Row::new(…).cell(…))`
#[derive(Clone, Debug)]
pub struct Table {
    caption: String,
    class: Vec<&'static str>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    sum: Option<Row>,
    head_hidden: bool,
}

#[derive(Clone, Debug)]
struct Column {
    label: String,
    number: bool,
    /// Where a press on the heading goes, and which way the rows stand now.
    sort: Option<(String, Option<Sorted>)>,
}

/// Which way the rows are sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    Rising,
    Falling,
}

impl Table {
    /// The caption is read out and not shown: the heading above the table says the same.
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            class: vec!["tbl", "stack"],
            columns: Vec::new(),
            rows: Vec::new(),
            sum: None,
            head_hidden: false,
        }
    }

    #[must_use]
    pub fn text(self, label: impl Into<String>) -> Self {
        self.column(label, false, None)
    }

    /// A column of numbers, to the right; its unit stands in the heading.
    #[must_use]
    pub fn number(self, label: impl Into<String>) -> Self {
        self.column(label, true, None)
    }

    /// A column whose heading sorts by it.
    #[must_use]
    pub fn sortable(self, label: impl Into<String>, href: impl Into<String>, now: Option<Sorted>) -> Self {
        self.column(label, false, Some((href.into(), now)))
    }

    fn column(
        mut self,
        label: impl Into<String>,
        number: bool,
        sort: Option<(String, Option<Sorted>)>,
    ) -> Self {
        self.columns.push(Column { label: label.into(), number, sort });
        self
    }

    /// `mid`, `tight`, `facts`.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class.push(class);
        self
    }

    /// The headings are read out only.
    #[must_use]
    pub fn head_hidden(self) -> Self {
        Self { head_hidden: true, ..self }
    }

    #[must_use]
    pub fn row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }

    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The total, under a heavier rule.
    #[must_use]
    pub fn sum(self, row: Row) -> Self {
        Self { sum: Some(row), ..self }
    }

    fn heading(column: &Column) -> Markup {
        let sorted = column.sort.as_ref().and_then(|(_, now)| *now).map(|now| match now {
            Sorted::Rising => "ascending",
            Sorted::Falling => "descending",
        });
        html! {
            th role="columnheader" scope="col" class=[column.number.then_some("r")] aria-sort=[sorted] {
                @match &column.sort {
                    Some((href, _)) => a href=(href) { (column.label) },
                    None => (column.label),
                }
            }
        }
    }

    fn show_row(&self, row: &Row) -> Markup {
        html! {
            tr role="row" id=[row.id.as_deref()] class=[row.class] {
                th role="rowheader" scope="row" { (row.head) }
                @for (nth, cell) in row.cells.iter().enumerate() {
                    @let column = self.columns.get(nth + 1);
                    @let number = column.is_some_and(|column| column.number);
                    td role="cell" class=[cell.class(number)] data-l=[column.map(|column| column.label.as_str())] { (cell.content) }
                }
            }
        }
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            table role="table" class=(self.class.join(" ")) {
                caption class="sr" { (self.caption) }
                thead role="rowgroup" class=[self.head_hidden.then_some("sr")] {
                    tr role="row" { @for column in &self.columns { (Self::heading(column)) } }
                }
                tbody role="rowgroup" { @for row in &self.rows { (self.show_row(row)) } }
                @if let Some(sum) = &self.sum { tfoot role="rowgroup" { (self.show_row(sum)) } }
            }
        }
    }
}

/// One row: what it is about, then a cell for each further column.
#[derive(Clone, Debug)]
pub struct Row {
    head: Markup,
    cells: Vec<Cell>,
    id: Option<String>,
    class: Option<&'static str>,
}

#[derive(Clone, Debug)]
struct Cell {
    content: Markup,
    /// `b` (weighty), `same` (not changed from the row above), `hid` (not shown to this reader).
    look: Option<&'static str>,
}

impl Cell {
    fn class(&self, number: bool) -> Option<String> {
        let classes: Vec<&str> = number.then_some("r").into_iter().chain(self.look).collect();
        (!classes.is_empty()).then(|| classes.join(" "))
    }
}

impl Row {
    pub fn new(head: impl Render) -> Self {
        Self { head: head.render(), cells: Vec::new(), id: None, class: None }
    }

    #[must_use]
    pub fn cell(mut self, content: impl Render) -> Self {
        self.cells.push(Cell { content: content.render(), look: None });
        self
    }

    /// A cell with `b`, `same` or `hid`.
    #[must_use]
    pub fn cell_like(mut self, look: &'static str, content: impl Render) -> Self {
        self.cells.push(Cell { content: content.render(), look: Some(look) });
        self
    }

    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }
}
