//! Just enough of Rust's grammar to tell code, strings and comments apart.

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, keyword or number.
    Word,
    /// The inside of a string or character literal.
    Text,
    /// One sign: `::` is two.
    Sign,
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: Kind,
    pub text: &'static str,
    pub line: usize,
    /// Byte offset, so that `a=b` can be told from `a = b`.
    pub at: usize,
    /// Whether it stands in `#[cfg(test)]` or `#[test]`.
    pub test: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Comment {
    pub text: &'static str,
    pub line: usize,
}

#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) tokens: Vec<Token>,
    pub(crate) comments: Vec<Comment>,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_text(&self) -> bool {
        self.kind == Kind::Text
    }

    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// Whether `tokens[from..]` starts with these words and signs.
pub fn follows(tokens: &[Token], from: usize, pattern: &[&str]) -> bool {
    tokens.get(from..).is_some_and(|rest| {
        rest.len() >= pattern.len() && rest.iter().zip(pattern).all(|(token, text)| token.is(text))
    })
}

/// The index of the bracket that closes the one at `open`, or the last token.
pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        if token.is("(") || token.is("[") || token.is("{") {
            depth += 1;
        } else if token.is(")") || token.is("]") || token.is("}") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return index;
            }
        }
    }
    tokens.len().saturating_sub(1)
}

pub(crate) fn read(text: &'static str) -> Source {
    let mut reader = Reader { text, at: 0, line: 1, tokens: Vec::new(), comments: Vec::new() };
    while reader.step() {}
    let mut tokens = reader.tokens;
    mark_tests(&mut tokens);
    Source { tokens, comments: reader.comments }
}

struct Reader {
    text: &'static str,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
    comments: Vec<Comment>,
}

impl Reader {
    fn rest(&self) -> &'static str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        let passed = self.text.get(self.at..self.at + bytes).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.at += bytes;
    }

    /// A literal or name of `length` bytes whose own text lies `inside` of it.
    fn token(&mut self, kind: Kind, length: usize, inside: std::ops::Range<usize>) {
        let (start, end) = (self.at + inside.start, self.at + inside.end);
        if let Some(text) = self.text.get(start..end) {
            self.tokens.push(Token { kind, text, line: self.line, at: start, test: false });
        }
        self.skip(length);
    }

    fn comment(&mut self, length: usize) {
        if let Some(text) = self.rest().get(..length) {
            self.comments.push(Comment { text, line: self.line });
        }
        self.skip(length);
    }

    /// Reads one token, comment or space; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return false };
        if rest.starts_with("//") {
            self.comment(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.comment(block_comment(rest));
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else if let Some((length, inside)) = string(rest) {
            self.token(Kind::Text, length, inside);
        } else if first == '\'' {
            match character(rest) {
                Some(length) => self.token(Kind::Text, length, 1..length - 1),
                None => self.skip(1),
            }
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            self.token(Kind::Word, length, 0..length);
        } else {
            self.token(Kind::Sign, first.len_utf8(), 0..first.len_utf8());
        }
        true
    }
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(left) = rest.get(at..).filter(|left| !left.is_empty()) {
        if left.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if left.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += left.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The whole length of a string literal and the range between its quotes.
fn string(rest: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let prefix = rest.find(|c: char| !matches!(c, 'r' | 'b' | 'c')).filter(|length| *length <= 2)?;
    let after = rest.get(prefix..)?;
    let hashes = after.find(|c: char| c != '#').unwrap_or(0);
    let raw = rest.get(..prefix).is_some_and(|letters| letters.contains('r'));
    if !after.get(hashes..)?.starts_with('"') || (hashes > 0 && !raw) {
        return None;
    }
    let start = prefix + hashes + 1;
    let body = rest.get(start..)?;
    let inside = if raw {
        body.find(&format!("\"{}", "#".repeat(hashes))).unwrap_or(body.len())
    } else {
        plain_end(body)
    };
    Some(((start + inside + 1 + hashes).min(rest.len()), start..start + inside))
}

fn plain_end(body: &str) -> usize {
    let mut escaped = false;
    for (index, c) in body.char_indices() {
        match c {
            '"' if !escaped => return index,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    body.len()
}

/// The length of a character literal; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    if first == '\\' {
        let (after, _) = letters.next()?;
        return rest.get(after + 1..)?.find('\'').map(|length| after + length + 2);
    }
    letters.next().filter(|(_, c)| *c == '\'').map(|(index, _)| index + 1)
}

/// Marks the item after each `#[cfg(test)]` or `#[test]`.
fn mark_tests(tokens: &mut [Token]) {
    let mut index = 0;
    while index < tokens.len() {
        if follows(tokens, index, &["#", "[", "cfg", "(", "test", ")", "]"])
            || follows(tokens, index, &["#", "[", "test", "]"])
        {
            let end = item_end(tokens, index);
            for token in tokens.get_mut(index..=end).unwrap_or_default() {
                token.test = true;
            }
            index = end;
        }
        index += 1;
    }
}

fn item_end(tokens: &[Token], attribute: usize) -> usize {
    let mut index = attribute;
    while let Some(token) = tokens.get(index) {
        if token.is("{") {
            return closing(tokens, index);
        } else if token.is("(") || token.is("[") {
            index = closing(tokens, index);
        } else if token.is(";") {
            return index;
        }
        index += 1;
    }
    tokens.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &'static str) -> Vec<&'static str> {
        read(source).tokens.iter().filter(|token| token.is_text()).map(|token| token.text).collect()
    }

    #[test]
    fn strings_of_every_shape_are_told_from_code() {
        for (source, want) in [
            (r#"let a = "one"; b"two"; c"three";"#, vec!["one", "two", "three"]),
            (r##"r"a\"; r#"b"c"#; br"d""##, vec!["a\\", "b\"c", "d"]),
            (r#""a \" b"; "c\\"; 'd'; '\''; '\u{e5}'"#, vec!["a \\\" b", "c\\\\", "d", "\\'", "\\u{e5}"]),
            ("fn f<'a>(x: &'a str) { 'å' }", vec!["å"]),
            ("// \"no\"\n/* \"no\" /* \"nor\" */ \"this\" */ \"yes\"", vec!["yes"]),
        ] {
            assert_eq!(texts(source), want, "{source}");
        }
    }

    #[test]
    fn lines_are_counted_through_strings_and_comments() {
        let source = read("/* a\nb */ let x = \"c\nd\";\nlast");
        assert_eq!(source.tokens.last().map(|token| (token.text, token.line)), Some(("last", 4)));
    }

    #[test]
    fn tests_inside_a_file_are_marked_to_their_closing_brace() {
        let source = read(
            "fn a() {} #[cfg(test)] mod tests { fn b() { {} } } fn c() {} #[cfg(test)] mod d; fn e() {}",
        );
        let released: Vec<&str> = source
            .tokens
            .iter()
            .filter(|token| token.is_word() && !token.test)
            .map(|token| token.text)
            .collect();
        assert_eq!(released, ["fn", "a", "fn", "c", "fn", "e"]);
    }
}
