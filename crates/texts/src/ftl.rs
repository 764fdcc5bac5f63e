//! Reads what a parsed Fluent entry uses: its variables and the other texts it refers to.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// What one text needs in order to be said.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Uses {
    pub(crate) variables: BTreeSet<String>,
    /// Keys of other texts: `key`, `key.attribute` or `-term`.
    pub(crate) references: BTreeSet<String>,
}

/// One text as `Words::t` asks for it: `key` or `key.attribute`; terms keep their dash.
pub(crate) struct Text<'a> {
    pub(crate) key: String,
    pub(crate) pattern: &'a Pattern<&'a str>,
}

/// The texts of an entry: its value and its attributes. Comments and junk have none.
pub(crate) fn texts<'a>(entry: &'a Entry<&'a str>) -> Vec<Text<'a>> {
    let (id, value, attributes) = match entry {
        Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref(), &m.attributes),
        Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value), &t.attributes),
        _ => return Vec::new(),
    };
    let own = value.map(|pattern| Text { key: id.clone(), pattern });
    let attributes =
        attributes.iter().map(|a| Text { key: format!("{id}.{}", a.id.name), pattern: &a.value });
    own.into_iter().chain(attributes).collect()
}

pub(crate) fn uses(pattern: &Pattern<&str>) -> Uses {
    let mut uses = Uses::default();
    read_pattern(pattern, &mut uses);
    uses
}

fn read_pattern(pattern: &Pattern<&str>, uses: &mut Uses) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, uses);
        }
    }
}

fn read_expression(expression: &Expression<&str>, uses: &mut Uses) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, uses),
        Expression::Select { selector, variants } => {
            read_inline(selector, uses);
            variants.iter().for_each(|v| read_pattern(&v.value, uses));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, uses: &mut Uses) {
    match inline {
        InlineExpression::VariableReference { id } => {
            uses.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            let attribute = attribute.as_ref().map(|a| format!(".{}", a.name)).unwrap_or_default();
            uses.references.insert(format!("{}{attribute}", id.name));
        }
        // A term's arguments are its own, not the caller's.
        InlineExpression::TermReference { id, .. } => {
            uses.references.insert(format!("-{}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|a| read_inline(a, uses));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, uses),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}
