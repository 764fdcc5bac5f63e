//! Small mails of our own making, one for each thing that mail programs do.

use mail::inbound::{Flaw, InboundMail, MessageId, parse};

fn read(mail: &str) -> InboundMail {
    parse(mail.replace('\n', "\r\n").as_bytes())
}

fn address(mailbox: Option<&mail::inbound::Mailbox>) -> Option<&str> {
    mailbox.map(|mailbox| mailbox.address.as_str())
}

#[test]
fn a_plain_letter_is_read() {
    let mail = read(
        "From: =?utf-8?Q?Anna_Sj=C3=B6berg?= <Anna.Sjoberg@ljusvik.example>\n\
         To: IT <it@ljusvik.example>, kontoret@ljusvik.example\n\
         Subject: =?iso-8859-1?Q?Skrivaren_l=E5ter?=\n\
         Date: Thu, 12 Mar 2026 10:12:00 +0100\n\
         Message-ID: <1@ljusvik.example>\n\
         In-Reply-To: <0@ljusvik.example>\n\
         Content-Type: text/plain; charset=utf-8\n\n\
         Hej!\n\n\n\n\nDen låter.   \n-- \nAnna\n",
    );
    assert_eq!(address(mail.from.as_ref()), Some("anna.sjoberg@ljusvik.example"));
    assert_eq!(mail.from.and_then(|from| from.name).as_deref(), Some("Anna Sjöberg"));
    assert_eq!(mail.to.len(), 2);
    assert_eq!(mail.subject, "Skrivaren låter");
    assert_eq!(mail.date.map(|date| date.0), Some(1_773_306_720_000_000));
    assert_eq!(mail.message_id.as_str(), "1@ljusvik.example");
    assert_eq!(mail.in_reply_to, [MessageId::new("0@ljusvik.example").expect("an id")]);
    assert_eq!(mail.text, "Hej!\n\n\nDen låter.\n-- \nAnna");
    assert_eq!((mail.html, mail.attachments.len(), mail.flaws.len()), (None, 0, 0));
}

#[test]
fn character_sets_are_read_as_they_are_and_not_as_they_claim() {
    for (charset, bytes) in [
        ("utf-8", "Åsa är här".as_bytes().to_vec()),
        ("iso-8859-1", b"\xC5sa \xE4r h\xE4r".to_vec()),
        ("windows-1252", b"\xC5sa \xE4r h\xE4r".to_vec()),
        ("utf-8", b"\xC5sa \xE4r h\xE4r".to_vec()),
        ("us-ascii", "Åsa är här".as_bytes().to_vec()),
        ("ibm850", b"\x8Fsa \x84r h\x84r".to_vec()),
        ("klingon", "Åsa är här".as_bytes().to_vec()),
        ("utf-16", b"\xFF\xFE\xC5\0s\0a\0 \0\xE4\0r\0 \0h\0\xE4\0r\0".to_vec()),
    ] {
        let mut raw =
            format!("From: a@b.example\nContent-Type: text/plain; charset=\"{charset}\"\n\n").into_bytes();
        raw.extend(&bytes);
        assert_eq!(parse(&raw).text, "Åsa är här", "{charset} {bytes:?}");
    }
}

#[test]
fn a_letter_with_a_picture_and_a_file_is_taken_apart() {
    let mail = read(
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ut\n\n\
         ingen ser detta\n\
         --ut\nContent-Type: multipart/related; boundary=in\n\n\
         --in\nContent-Type: multipart/alternative; boundary=val\n\n\
         --val\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nHej d=C3=A5 =\n!\n\
         --val\nContent-Type: text/html; charset=utf-8\n\n<p>Hej <b>då</b> !<img src=\"cid:bild@1\" alt=\"Fel\"></p>\n\
         --val--\n\
         --in\nContent-Type: image/png; name=\"bild.png\"\nContent-ID: <bild@1>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n\
         --in--\n\
         --ut\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''r%C3%A5d.pdf\n\
         Content-Transfer-Encoding: base64\n\nJVBERi0=\n\
         --ut--\nocksa detta\n",
    );
    assert_eq!(mail.text, "Hej då !");
    let html = mail.html.expect("the HTML form");
    assert_eq!(
        html.with_images(|cid| (cid == "bild@1").then(|| "/bilagor/1".to_owned())),
        "<p>Hej <b>då</b> !<img src=\"/bilagor/1\" alt=\"Fel\"></p>"
    );
    let files: Vec<_> =
        mail.attachments.iter().map(|a| (a.name.as_deref(), a.bytes.len(), a.cid.as_deref())).collect();
    assert_eq!(files, [(Some("bild.png"), 8, Some("bild@1")), (Some("råd.pdf"), 5, None)]);
    assert_eq!(mail.flaws, []);
}

#[test]
fn a_letter_in_html_alone_has_a_text() {
    let mail = read(
        "From: a@b.example\nContent-Type: text/html\n\n<h1>Hej</h1><p>Den<br>l&aring;ter</p><ul><li>ett<li>tv&aring;</ul>",
    );
    assert!(mail.text.starts_with("Hej\n\nDen\nlåter"), "{:?}", mail.text);
    assert!(mail.text.contains("två"));
}

#[test]
fn html_is_made_safe() {
    for (html, gone) in [
        ("<script>alert(1)</script>hej", "alert"),
        ("<p onclick=\"x()\">hej</p>", "onclick"),
        ("<a href=\"javascript:x()\">hej</a>", "javascript"),
        ("<img src=\"https://spion.example/1.gif\">hej", "spion"),
        ("<img src=x onerror=x()>hej", "onerror"),
        ("<style>body{display:none}</style>hej", "display"),
        ("<iframe src=\"https://ond.example\"></iframe>hej", "ond"),
        ("<form action=\"https://ond.example\"><input name=losen></form>hej", "ond"),
        ("<svg><script>x()</script></svg>hej", "x()"),
        ("<base href=\"https://ond.example\">hej", "ond"),
        ("<meta http-equiv=refresh content=\"0;url=https://ond.example\">hej", "ond"),
        ("<div style=\"position:fixed\" class=\"knapp\" id=\"huvud\">hej</div>", "position"),
        ("<math><mtext></p><style><img src=x onerror=x()></style></math>hej", "onerror"),
        ("<a href=\"&#x6A;avascript:x()\">hej</a>", "x()"),
    ] {
        let mail = read(&format!("From: a@b.example\nContent-Type: text/html\n\n{html}"));
        let safe = mail.html.expect("some HTML");
        assert!(!safe.as_str().contains(gone), "{html} became {}", safe.as_str());
        assert!(safe.as_str().contains("hej"), "{html} became {}", safe.as_str());
    }
}

#[test]
fn what_is_wrong_is_said_and_the_rest_is_read() {
    for (raw, flaw, unparsable) in [
        ("", Flaw::Empty, true),
        ("\n \n", Flaw::Empty, true),
        ("Hej, skrivaren låter.", Flaw::NoHeaders, true),
        ("Subject: hej\n\nhej", Flaw::NoSender, true),
        ("From: Anna\nSubject: hej\n\nhej", Flaw::NoSender, true),
        ("From: Anna Berg a@b.example\nhopp\nTo: c\n\nhej", Flaw::BadHeaderLine, false),
        ("From: a@b.example\nDate: i torsdags\n\nhej", Flaw::BadDate, false),
        ("From: a@b.example\nhej hopp\nTo: c@d.example\n\nhej", Flaw::BadHeaderLine, false),
        ("From: a@b.example\nContent-Type: multipart/mixed\n\nhej", Flaw::NoBoundary, false),
        ("From: a@b.example\nContent-Transfer-Encoding: base64\n\n!!! hej !!!", Flaw::BrokenEncoding, false),
    ] {
        let mail = read(raw);
        assert!(mail.flaws.contains(&flaw), "{raw:?}: {:?}", mail.flaws);
        assert_eq!(mail.is_unparsable(), unparsable, "{raw:?}");
    }
}

#[test]
fn a_mail_without_an_id_is_known_by_its_bytes() {
    let (one, same, other) = (
        read("From: a@b.example\n\nhej"),
        read("From: a@b.example\n\nhej"),
        read("From: a@b.example\n\nhopp"),
    );
    assert!(one.message_id.is_derived());
    assert_eq!(one.message_id, same.message_id);
    assert_ne!(one.message_id, other.message_id);
}

#[test]
fn the_nearest_answered_mail_comes_first() {
    let mail = read("From: a@b.example\nIn-Reply-To: <3@x>\nReferences: <1@x> <2@x>\n <3@x>\n\nhej");
    assert_eq!(mail.answers().iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["3@x", "2@x", "1@x"]);
}
