//! Mail made to harm: whatever the bytes are, reading them ends soon, takes little room and never panics.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use mail::inbound::{InboundMail, SIZE_LIMIT, machine, number, parse, quote};
use mail::inbox::{Received, receive};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use testkit::on_both;

use crate::count;
use crate::town::*;

/// Generous, since tests run unoptimised beside each other; a quadratic reader takes minutes.
const SOON: Duration = Duration::from_secs(15);

fn everything(raw: &[u8]) -> InboundMail {
    let mail = parse(raw);
    let _ = machine::sign(&mail);
    let _ = number::in_subject(&mail.subject);
    let letter = quote::letter(&mail);
    assert!(letter.new.len() + letter.quoted.len() <= mail.text.len());
    let kept: usize = mail.attachments.iter().map(|a| a.bytes.len()).sum();
    assert!(mail.text.len() <= 256 * 1024);
    assert!(mail.html.as_ref().is_none_or(|html| html.as_str().len() <= 16 * 1024 * 1024));
    assert!(kept <= raw.len() * 4 + 4096, "{kept} bytes of files from {} bytes of mail", raw.len());
    mail
}

fn html(body: &str) -> Vec<u8> {
    format!("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n{body}").into_bytes()
}

#[test]
fn hostile_mail_is_read_soon() {
    let much = 200_000;
    let nested = |open: &str| html(&open.repeat(much / open.len()));
    let mut parts = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n".to_vec();
    parts.extend(b"--b\n\nx\n".repeat(100_000));
    let mut deep = b"From: a@b.example\n".to_vec();
    for level in 0..5_000 {
        deep.extend(format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n").bytes());
    }
    let headers =
        |line: &str| [b"From: a@b.example\n".to_vec(), line.repeat(much / line.len()).into_bytes()].concat();
    for (name, raw) in [
        ("divs", nested("<div>")),
        ("bold", nested("<b>")),
        ("links", nested("<a href=x>")),
        ("tables", nested("<table><tr><td>")),
        ("tables with text", nested("<table><tr><td>x")),
        ("lists", nested("<ul><li>")),
        ("quotes", nested("<blockquote>x")),
        ("tags without end", nested("<a")),
        ("declarations without end", nested("<!")),
        ("comments without end", nested("<!--")),
        ("scripts without end", nested("<script>")),
        ("quotation marks without end", nested("<a b=\"")),
        ("closing tags", nested("</div>")),
        ("formatting across paragraphs", nested("<p><b><i>")),
        ("attributes", html(&format!("<p {}>", "a=b ".repeat(much / 4)))),
        ("entities", nested("&amp;&lt;&#x26;")),
        ("cells", html(&format!("<table><tr>{}", "<td colspan=50 rowspan=50>x".repeat(20_000)))),
        ("parts", parts),
        ("depth", deep),
        ("header lines", headers("X: y\n")),
        ("bad header lines", headers("hopp\n")),
        ("folds", headers(" a@b.example,\n")),
        ("references", headers("References: <a@b>\n")),
        ("addresses", headers("To: a@b.example, (((((((c@d.example\n")),
        ("encoded words", headers("Subject: =?utf-8?Q?=\n")),
        ("one long line", vec![b'x'; 4 * much]),
        ("zeros", vec![0; 4 * much]),
        ("line ends", vec![b'\n'; 4 * much]),
        ("carriage returns", vec![b'\r'; 4 * much]),
        ("quoted lines", [b"From: a@b.example\n\n".to_vec(), b"> x\n".repeat(much / 4)].concat()),
        ("attributions", [b"From: a@b.example\n\n".to_vec(), b"On 10:12 wrote\n".repeat(much / 16)].concat()),
        ("header blocks", [b"From: a@b.example\n\n".to_vec(), b"From: x\n".repeat(much / 8)].concat()),
    ] {
        let started = Instant::now();
        everything(&raw);
        let took = started.elapsed();
        assert!(took < SOON, "{name} took {took:?}");
    }
}

#[test]
fn a_mail_of_the_largest_size_is_read() {
    let mut raw = b"From: a@b.example\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n".to_vec();
    let line = b"QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=\n";
    raw.extend(line[..76].iter().copied().chain([b'\n']).cycle().take(SIZE_LIMIT - raw.len()));
    let mail = everything(&raw);
    assert_eq!(mail.attachments.len(), 1);
    assert!(mail.attachments[0].bytes.len() > SIZE_LIMIT * 7 / 10);
}

/// Pieces that mail is made of, so that chance builds something like mail and not only noise.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&[u8]> = vec![
        b"From: a@b.example\r\n",
        b"From: <>\n",
        b"Subject: =?utf-8?B?w6U=?=\n",
        b"Subject: =?x?Q?=?=\n",
        b"\r\n",
        b"\n\n",
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"Content-Type: multipart/alternative; boundary=\"b\n",
        b"Content-Type: text/html; charset=utf-7\n",
        b"Content-Type: message/rfc822\n",
        b"--b\n",
        b"--b--\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"begin 644 x\n",
        b"end\n",
        b"=C3=",
        b"QUFB",
        b"<b><table><td>",
        b"</p><a href='x'>",
        b"<img src=cid:x>",
        b"&#0;",
        b"\xFF\xFE",
        b"Date: Thu, 32 Mar 99999 25:61:61 +9999\n",
        b"Content-Disposition: attachment; filename*0*=utf-8''%\n",
        b"References: <a@b> <",
        b" \t",
        b"Den 1 mars kl 10:12 skrev a@b:\n",
        b"> x\n",
        b"\xC3",
        b"\0",
        b"##- x -##\n",
    ];
    prop_oneof![
        8 => proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        2 => proptest::collection::vec(any::<u8>(), 0..40),
    ]
}

/// Bytes that both databases have to keep, whatever they are.
#[test]
fn anything_like_mail_is_taken_and_kept() {
    let mut chance = TestRunner::deterministic();
    let mut like_mail = || {
        let pieces = proptest::collection::vec(piece(), 0..40)
            .new_tree(&mut chance)
            .expect("pieces")
            .current()
            .concat();
        if pieces.len().is_multiple_of(3) {
            pieces
        } else {
            [b"From: anna@firma.example\n".to_vec(), pieces].concat()
        }
    };
    let mails: Vec<Vec<u8>> = (0..120).map(|_| like_mail()).collect();
    let different: BTreeSet<&Vec<u8>> = mails.iter().collect();
    on_both(|house| {
        settle(&house.db);
        for mail in &mails {
            let received = Received::read(mail.clone());
            let outcome = act(&house.db, move |tx| receive(tx, TEN, &received));
            assert!(outcome.rule.is_some());
        }
        assert_eq!(count(&house.db, "mail_in"), different.len() as i64);
        assert!(count(&house.db, "ticket") > 10, "some of it was mail");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        everything(&raw);
    }

    #[test]
    fn anything_like_mail_is_read(pieces in proptest::collection::vec(piece(), 0..60)) {
        let raw = pieces.concat();
        let mail = everything(&raw);
        prop_assert_eq!(parse(&raw), mail);
    }
}
