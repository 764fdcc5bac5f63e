//! Files: sent in pieces, claimed by a message, read by those who may.

use desk::attachment::{self, Attach, Begin, Keep, PIECE, attach, keep};
use desk::message::{AddMessage, AddNote, Note, add_message, add_note};
use desk::ticket::Create;
use kernel::{Actor, Id};
use testkit::{House, on_both};

use crate::change;
use crate::town::*;

fn sent(house: &House, actor: &Actor, name: &str, bytes: Vec<u8>) -> Id {
    let input = Keep { id: Id::new(), name: name.to_owned(), content_type: "image/png".to_owned(), bytes };
    change!(house, actor, TEN, keep, input).unwrap().id
}

fn read_back(house: &House, actor: &Actor, file: Id) -> Result<Vec<u8>, kernel::Refusal> {
    let actor = actor.clone();
    look(house, move |tx| {
        let file = attachment::read(tx, &actor, file)?;
        let mut all = Vec::new();
        let mut n = 0;
        while let Some(piece) = attachment::piece(tx, &file, n)? {
            all.extend(piece);
            n += 1;
        }
        Ok(all)
    })
}

#[test]
fn a_file_comes_back_as_it_was_sent_to_those_who_may_read_it() {
    on_both(|house| {
        settle(house);
        let bytes: Vec<u8> = (0..PIECE * 2 + 7).map(|n| (n % 251) as u8).collect();
        let photo = sent(house, &maria(), "../bild.png", bytes.clone());
        assert_eq!(read_back(house, &maria(), photo).unwrap(), bytes, "hers before it belongs to a ticket");
        assert_eq!(read_back(house, &johan(), photo).unwrap_err().code, "desk-file-unknown");
        let stolen = Create { files: vec![photo], ..fault("Nätet") };
        let no = create(house, &gunnel(), TEN, stolen).unwrap_err();
        assert_eq!((no.code, no.field), ("desk-file-unknown", Some("file")), "nobody claims another's file");
        let ticket = create(house, &maria(), TEN, Create { files: vec![photo], ..fault("Nätet") }).unwrap();
        assert_eq!(read_back(house, &johan(), photo).unwrap(), bytes);
        assert_eq!(read_back(house, &gunnel(), photo).unwrap_err().code, "desk-file-unknown");
        let page = shown(house, &maria(), TEN, ticket.number).unwrap();
        assert_eq!(page.files.len(), 1);
        assert_eq!((page.files[0].name.as_str(), page.files[0].bytes), ("bild.png", bytes.len() as i64));
        assert_eq!(page.files[0].sha256.as_deref(), Some(attachment::sha256_of(&bytes).as_str()));
        // Its name is searched.
        let question = desk::ticket::Question { q: Some("bild".to_owned()), ..Default::default() };
        assert_eq!(count(house, "attachment_chunk"), 3);
        let add = Attach {
            number: ticket.number,
            files: vec![sent(house, &maria(), "logg.txt", vec![1])],
            internal: false,
        };
        change!(house, maria(), after(1), attach, add).unwrap();
        let hits = look(house, move |tx| desk::ticket::list(tx, &maria(), TEN, &question)).unwrap();
        assert_eq!(hits.items.len(), 1);
    });
}

#[test]
fn a_file_of_an_internal_note_is_internal() {
    on_both(|house| {
        settle(house);
        let n = reported(house, &maria(), "Nätet").number;
        let file = sent(house, &johan(), "logg.txt", vec![1, 2, 3]);
        let with_file = |file| Note { files: vec![file], ..note("Se loggen") };
        change!(house, johan(), after(1), add_note, AddNote { number: n, seen: None, note: with_file(file) })
            .unwrap();
        assert_eq!(read_back(house, &lars(), file).unwrap(), [1, 2, 3]);
        assert_eq!(read_back(house, &maria(), file).unwrap_err().code, "desk-file-unknown");
        let open = sent(house, &johan(), "svar.txt", vec![4]);
        let say = AddMessage { number: n, seen: None, note: with_file(open), reopen: false, speaker: None };
        change!(house, johan(), after(2), add_message, say).unwrap();
        assert_eq!(read_back(house, &maria(), open).unwrap(), [4]);
        let again = AddMessage { number: n, seen: None, note: with_file(open), reopen: false, speaker: None };
        assert_eq!(
            change!(house, johan(), after(3), add_message, again).unwrap_err().code,
            "desk-file-unknown"
        );
        let hers = sent(house, &maria(), "x", vec![5]);
        let hide = Attach { number: n, files: vec![hers], internal: true };
        assert_eq!(change!(house, maria(), after(3), attach, hide).unwrap_err().code, "no-permission");
    });
}

#[test]
fn too_large_is_refused_before_it_is_sent_and_while_it_is() {
    on_both(|house| {
        settle(house);
        let begin = |id, bytes| Begin { id, name: "x".to_owned(), content_type: String::new(), bytes };
        let large = 26_000_000;
        let no = change!(house, maria(), TEN, attachment::begin, begin(Id::new(), Some(large))).unwrap_err();
        assert_eq!((no.kind, no.code), (kernel::RefusalKind::TooLarge, "desk-file-too-large"));
        assert_eq!(no.args, [("limit", "25".to_owned())]);
        change!(house, johan(), TEN, attachment::begin, begin(Id::new(), Some(large))).unwrap();
        let no =
            change!(house, johan(), TEN, attachment::begin, begin(Id::new(), Some(100_000_001))).unwrap_err();
        assert_eq!(no.args, [("limit", "100".to_owned())]);
        // One that did not say its size is stopped at the limit, and one that broke off cannot be claimed.
        let sly = Id::new();
        change!(house, maria(), TEN, attachment::begin, begin(sly, None)).unwrap();
        let piece = |n: i64| act(house, move |tx| attachment::append(tx, &maria(), sly, n, &vec![0; PIECE]));
        for n in 0..3 {
            piece(n).unwrap();
        }
        let no = act(house, move |tx| attachment::append(tx, &gunnel(), sly, 3, &[0])).unwrap_err();
        assert_eq!(no.code, "desk-file-unknown");
        let no = act(house, move |tx| attachment::finish(tx, &maria(), sly, 1, "x")).unwrap_err();
        assert_eq!(no.code, "desk-file-broken");
        let no = create(house, &maria(), TEN, Create { files: vec![sly], ..fault("Nätet") }).unwrap_err();
        assert_eq!(no.code, "desk-file-unknown");
        let no = change!(
            house,
            maria(),
            TEN,
            keep,
            Keep { id: Id::new(), name: "tom".to_owned(), content_type: String::new(), bytes: vec![] }
        );
        assert_eq!(no.unwrap_err().code, "desk-file-empty");
    });
}

#[test]
fn what_nobody_claimed_is_gone_the_day_after() {
    on_both(|house| {
        settle(house);
        sent(house, &maria(), "glömd.png", vec![0; PIECE + 1]);
        let kept = sent(house, &maria(), "bild.png", vec![1]);
        create(house, &maria(), TEN, Create { files: vec![kept], ..fault("Nätet") }).unwrap();
        let tidy_up = desk::jobs::jobs().into_iter().find(|job| job.name == "desk.tidy_up").unwrap();
        assert_eq!(act(house, move |tx| (tidy_up.run)(tx, after(24 * 60 - 1))).unwrap().done, 0);
        assert_eq!(act(house, move |tx| (tidy_up.run)(tx, after(24 * 60 + 1))).unwrap().done, 1);
        assert_eq!((count(house, "attachment"), count(house, "attachment_chunk")), (1, 1));
        assert_eq!(read_back(house, &maria(), kept).unwrap(), [1]);
    });
}
