//! Reads the first agents as they are typed: one a line, name and mail address (pure).

use kernel::Refusal;

/// Name and address of each. The address is the last word of the line, whatever stands around it.
pub(crate) fn read(text: &str) -> Result<Vec<(String, String)>, Refusal> {
    let mut members = Vec::new();
    for (nth, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let around = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '<' | '>' | '\t');
        let line = line.trim_matches(around);
        let (name, mail) = line.rsplit_once(around).unwrap_or(("", line));
        let name = name.trim_matches(around);
        if name.is_empty() || !mail.contains('@') {
            return Err(Refusal::invalid("agents", "access-agents-line").with("line", nth + 1));
        }
        members.push((name.to_owned(), mail.to_owned()));
    }
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_an_address_are_read_however_they_are_typed() {
        let text = "Erik Nordin erik@ljusvik.example\n\n Anna Lind, anna@ljusvik.example\nOla Ek <ola@ljusvik.example>;\n";
        let read = read(text).expect("three");
        let want = [
            ("Erik Nordin", "erik@ljusvik.example"),
            ("Anna Lind", "anna@ljusvik.example"),
            ("Ola Ek", "ola@ljusvik.example"),
        ];
        assert_eq!(read.iter().map(|(n, m)| (n.as_str(), m.as_str())).collect::<Vec<_>>(), want);
    }

    #[test]
    fn a_line_that_lacks_one_of_them_is_pointed_out() {
        for (text, line) in [("Erik Nordin", "1"), ("\nerik@ljusvik.example", "2"), ("A a@b.example\nB", "2")]
        {
            assert_eq!(read(text).expect_err(text).args, [("line", line.to_owned())]);
        }
    }
}
