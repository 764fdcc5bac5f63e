//! What a notice says: a few blocks, written once as text, and once as HTML by `letter_page`.

use kernel::Moment;
use notifications::Kind;
use texts::Words;

use super::letter_page;
use crate::inbound::number;
use crate::inbound::quote::ANSWER_ABOVE;

/// What the writer of a letter has to know.
pub(crate) struct Matter<'a> {
    pub kind: Kind,
    pub number: i64,
    pub title: &'a str,
    /// To somebody we cannot vouch for: nothing that they or others wrote is repeated in a receipt, since the
    /// sender may be forged and the mail may hit somebody who never wrote.
    pub to_contact: bool,
    /// By when an answer is promised.
    pub answer_by: Option<Moment>,
    pub said: Option<Said>,
    /// What was said before, the oldest first.
    pub before: Vec<Said>,
    /// So many notices were held and are told with this one.
    pub earlier: i64,
    pub reopen_days: i64,
    pub organisation: &'a str,
    pub phone: &'a str,
    pub ticket_link: Option<String>,
    pub choices_link: Option<String>,
}

/// Somebody's words. `name` is empty for those who are not named.
pub(crate) struct Said {
    pub name: String,
    pub at: Moment,
    pub text: String,
}

/// A letter, ready to be put in an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

pub(super) enum Block {
    /// The line above which people answer.
    AnswerAbove(String),
    Line(String),
    Link(String, String),
    Words(String),
    Quote(String, String),
    Foot(String),
}

pub(crate) fn write(w: Words, now: Moment, matter: &Matter<'_>) -> Letter {
    let blocks = blocks(w, now, matter);
    let title = if matter.to_contact && matter.kind == Kind::Receipt {
        w.t("mail-receipt-title")
    } else {
        matter.title.to_owned()
    };
    Letter {
        subject: number::subject(matter.number, &title),
        text: as_text(&blocks),
        html: letter_page::show(w, &blocks),
    }
}

fn blocks(w: Words, now: Moment, matter: &Matter<'_>) -> Vec<Block> {
    let number = matter.number.to_string();
    let mut blocks = vec![
        Block::AnswerAbove(w.t("mail-answer-above")),
        Block::Line(w.t("mail-hello")),
        opening(w, matter, &number),
    ];
    if let Some(said) = &matter.said {
        blocks.push(Block::Words(said.text.clone()));
    }
    match matter.kind {
        Kind::Receipt => {
            if let Some(by) = matter.answer_by {
                blocks.push(Block::Line(w.with("mail-receipt-due", &[("when", w.when(by, now).into())])));
            }
            blocks.push(Block::Line(w.t("mail-receipt-more")));
        }
        Kind::Resolved => {
            blocks.push(Block::Line(w.with("mail-resolved-not", &[("days", matter.reopen_days.into())])));
        }
        Kind::Answer => blocks.push(Block::Line(w.t("mail-answer-how"))),
        Kind::Closed | Kind::Reply | Kind::Assigned => {}
    }
    if matter.earlier > 0 {
        blocks.push(Block::Line(w.with("mail-earlier", &[("count", matter.earlier.into())])));
    }
    if let Some(link) = &matter.ticket_link {
        blocks.push(Block::Link(w.t("mail-ticket-link"), link.clone()));
    }
    for said in &matter.before {
        let when = w.when(said.at, now);
        let by = if said.name.is_empty() {
            when
        } else {
            w.with("mail-wrote", &[("name", said.name.as_str().into()), ("when", when.into())])
        };
        blocks.push(Block::Quote(by, said.text.clone()));
    }
    blocks.push(Block::Foot(foot(w, matter)));
    if let Some(link) = &matter.choices_link {
        blocks.push(Block::Link(w.t("mail-choices-link"), link.clone()));
    }
    blocks
}

fn opening(w: Words, matter: &Matter<'_>, number: &str) -> Block {
    let name = matter.said.as_ref().map(|said| said.name.clone()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| w.t("mail-somebody"));
    let about = [("number", number.into()), ("title", matter.title.into())];
    let named = [("name", name.into()), ("number", number.into()), ("title", matter.title.into())];
    Block::Line(match matter.kind {
        Kind::Receipt => w.with("mail-receipt", &[("number", number.into())]),
        Kind::Answer => w.with("mail-answer", &named),
        Kind::Resolved => w.with("mail-resolved", &named),
        Kind::Reply => w.with("mail-reply", &named),
        Kind::Closed => w.with("mail-closed", &about),
        Kind::Assigned => w.with("mail-assigned", &about),
    })
}

fn foot(w: Words, matter: &Matter<'_>) -> String {
    let organisation = matter.organisation;
    match (organisation.is_empty(), matter.phone.is_empty()) {
        (true, _) => w.t("mail-foot-bare"),
        (false, true) => w.with("mail-foot", &[("organisation", organisation.into())]),
        (false, false) => w.with(
            "mail-foot-phone",
            &[("organisation", organisation.into()), ("phone", matter.phone.into())],
        ),
    }
}

fn as_text(blocks: &[Block]) -> String {
    let (open, close) = ANSWER_ABOVE;
    let mut parts = Vec::new();
    for block in blocks {
        parts.push(match block {
            Block::AnswerAbove(line) => format!("{open} {line} {close}"),
            Block::Line(line) => line.clone(),
            Block::Link(label, link) => format!("{label}\n{link}"),
            Block::Words(words) => words.trim().to_owned(),
            Block::Quote(by, words) => {
                let quoted: Vec<String> =
                    words.trim().lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
                format!("{by}\n{}", quoted.join("\n"))
            }
            // RFC 3676 §4.3: what follows "-- " is the signature.
            Block::Foot(line) => format!("-- \n{line}"),
        });
    }
    parts.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use kernel::Lang;
    use texts::Texts;

    use super::*;
    use crate::inbound::quote;

    const NOW: Moment = Moment(1_773_306_720_000_000);

    fn words(lang: Lang) -> Words {
        let texts: &'static Texts = Box::leak(Box::new(Texts::new(&[crate::TEXTS]).expect("sound texts")));
        texts.words(lang)
    }

    fn matter(kind: Kind) -> Matter<'static> {
        let said = |text: &str| Said { name: "Sara Nyström".to_owned(), at: NOW, text: text.to_owned() };
        Matter {
            kind,
            number: 28417,
            title: "Skrivaren låter",
            to_contact: false,
            answer_by: Some(NOW.plus(Moment::HOUR)),
            said: Some(said("Starta om <den>.\n\nHälsningar\nSara")),
            before: vec![said("Den låter.\n\nMycket.")],
            earlier: 0,
            reopen_days: 7,
            organisation: "Ljusviks kommun",
            phone: "0470-10 00",
            ticket_link: Some("https://it.ljusvik.example/hjalp/mina/28417".to_owned()),
            choices_link: None,
        }
    }

    #[test]
    fn every_kind_reads_in_both_languages() {
        for lang in [Lang::Sv, Lang::En] {
            for kind in Kind::ALL {
                let letter = write(words(lang), NOW, &matter(kind));
                assert_eq!(letter.subject, "[#28417] Skrivaren låter");
                assert!(letter.text.contains("28417") && letter.html.contains("28417"), "{kind:?}");
                assert!(!letter.text.contains("mail-"), "a text is missing: {}", letter.text);
                assert!(letter.html.contains("&lt;den&gt;"), "what people write is escaped");
            }
        }
    }

    #[test]
    fn an_answer_above_our_letter_is_found_again() {
        let ours = write(words(Lang::Sv), NOW, &matter(Kind::Answer)).text;
        assert_eq!(quote::split(&format!("Det hjälpte, tack!\n\n{ours}")).new, "Det hjälpte, tack!");
        let quoted: String = ours.lines().map(|line| format!("> {line}\n")).collect();
        assert_eq!(quote::split(&format!("Det hjälpte, tack!\n\n{quoted}")).new, "Det hjälpte, tack!");
    }

    #[test]
    fn a_receipt_to_an_unknown_sender_repeats_nothing() {
        let mut matter = matter(Kind::Receipt);
        (matter.to_contact, matter.said, matter.before) = (true, None, Vec::new());
        let letter = write(words(Lang::Sv), NOW, &matter);
        assert!(![&letter.subject, &letter.text, &letter.html].iter().any(|part| part.contains("Skrivaren")));
    }

    #[test]
    fn what_was_held_is_said() {
        let mut matter = matter(Kind::Reply);
        matter.earlier = 3;
        assert!(write(words(Lang::Sv), NOW, &matter).text.contains("3 tidigare mejl"));
    }
}
