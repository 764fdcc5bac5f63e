//! Lists as files. A cell can never act as a formula in the spreadsheet that opens it.

use kernel::{Refusal, RefusalKind};

use crate::answer::{Answer, Failure, download};

/// Excel in Sweden reads semicolons, and takes a file for UTF-8 when this stands first.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// `csv_answer("arenden.csv", rows)`: the first row is the headings.
pub fn csv_answer(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(MARK.to_vec());
    let fault = |_| Failure(Refusal::new(RefusalKind::Fault, "fault"));
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(fault)?;
    }
    let body = writer.into_inner().map_err(|_| Failure(Refusal::new(RefusalKind::Fault, "fault")))?;
    download(name, "text/csv; charset=utf-8", body)
}

/// Text that a spreadsheet would calculate gets an apostrophe before it; numbers stay numbers.
fn harmless(cell: &str) -> String {
    let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let number = !cell.is_empty()
        && cell.chars().skip(1).all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    if acts && !(number && cell.starts_with('-')) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (cell, want) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+46 60", "'+46 60"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-12,5", "-12,5"),
            ("-", "-"),
            ("Skrivaren = trasig", "Skrivaren = trasig"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), want, "{cell:?}");
        }
    }

    #[tokio::test]
    async fn a_list_opens_in_a_swedish_spreadsheet() {
        let rows = vec![
            vec!["Nr".to_owned(), "Rubrik".to_owned()],
            vec!["1".to_owned(), "Nätet; \"hus B\"".to_owned()],
        ];
        let answer = csv_answer("ärenden.csv", rows).expect("an answer");
        let disposition = answer.headers()["content-disposition"].to_str().expect("ascii").to_owned();
        assert!(disposition.contains("filename*=UTF-8''%C3%A4renden%2Ecsv"), "{disposition}");
        let body = axum::body::to_bytes(answer.into_body(), 1_000).await.expect("a body");
        let text = std::str::from_utf8(&body).expect("UTF-8");
        assert_eq!(text, "\u{feff}Nr;Rubrik\r\n1;\"Nätet; \"\"hus B\"\"\"\r\n");
    }
}
