//! Facts about one thing with where each comes from: name, value, source. A locked one is changed at its source.

use maud::{Markup, Render, html};

use super::{Row, Table};
use crate::page::{Icon, icon};

/// Where a value comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Here; may be changed here.
    Own(Markup),
    /// A register that owns it. The words are "Låst" and the name of the register.
    Locked { word: String, name: String },
}

impl Render for Source {
    fn render(&self) -> Markup {
        html! {
            span class="src" {
                @match self {
                    Self::Own(words) => span { (words) },
                    Self::Locked { word, name } => { (icon(Icon::Lock)) span { span class="sr" { (word) ", " } (name) } },
                }
            }
        }
    }
}

/// `Facts::new(caption, ["Uppgift", "Värde", "Källa"]).fact("Namn", html!{…}, Some(source))`
#[derive(Clone, Debug)]
pub struct Facts(Table);

impl Facts {
    pub fn new(caption: impl Into<String>, heads: [String; 3]) -> Self {
        let table = heads.into_iter().fold(Table::new(caption).class("facts").head_hidden(), Table::text);
        Self(table)
    }

    #[must_use]
    pub fn fact(self, name: impl Into<String>, value: impl Render, source: Option<Source>) -> Self {
        let row = Row::new(name.into()).cell(value);
        Self(self.0.row(sourced(row, source)))
    }

    /// A value that this reader does not see; `words` says so.
    #[must_use]
    pub fn hidden(self, name: impl Into<String>, words: impl Render, source: Option<Source>) -> Self {
        let row = Row::new(name.into()).cell_like("hid", words);
        Self(self.0.row(sourced(row, source)))
    }
}

/// A fact without a source keeps its third cell, so that the rule under it goes all the way.
fn sourced(row: Row, source: Option<Source>) -> Row {
    match source {
        Some(source) => row.cell(source),
        None => row.cell(""),
    }
}

impl Render for Facts {
    fn render(&self) -> Markup {
        self.0.render()
    }
}
