//! New words apart from quoted ones: what Outlook, Gmail, Apple Mail and Thunderbird put below or above an answer,
//! in Swedish and English. Compared without dots and rings, since some of them lose those.
//!
//! When in doubt nothing is taken away: a long message is better than a lost sentence.

use super::InboundMail;

/// The signs around the line of our mail above which people answer. Whatever is below it is our own.
pub const ANSWER_ABOVE: (&str, &str) = ("##-", "-##");

/// A letter in two parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    pub new: String,
    pub quoted: String,
}

/// What the sender wrote now. A letter sent on is new in whole: what is below is why it was sent.
pub fn letter(mail: &InboundMail) -> Letter {
    let whole = || Letter { new: mail.text.clone(), quoted: String::new() };
    let forwarded =
        ["fw:", "fwd:", "vb:"].iter().any(|mark| mail.subject.trim().to_lowercase().starts_with(mark));
    if forwarded { whole() } else { split(&mail.text) }
}

/// Splits a text. The new words are all of it when nothing else would be left.
pub fn split(text: &str) -> Letter {
    let lines: Vec<&str> = text.lines().collect();
    let found = (0..lines.len()).find_map(|at| starts(&lines, at).map(|start| (at, start)));
    let Letter { new, quoted } = match found {
        None => Letter { new: joined(&lines), quoted: String::new() },
        Some((at, Start::Rest)) => cut(&lines, at, lines.len()),
        Some((at, Start::Block { first })) => block(&lines, at, first),
    };
    if new.is_empty() {
        Letter { new: text.trim().to_owned(), quoted: String::new() }
    } else {
        Letter { new, quoted }
    }
}

enum Start {
    /// All that follows is quoted.
    Rest,
    /// A block of `>` lines begins at `first`; there may be an answer below it.
    Block { first: usize },
}

fn starts(lines: &[&str], at: usize) -> Option<Start> {
    let line = lines.get(at)?;
    if is_quoted(line) {
        return Some(Start::Block { first: at });
    }
    let (open, close) = ANSWER_ABOVE;
    if line.split_once(open).is_some_and(|(_, rest)| rest.contains(close))
        || is_divider(line)
        || is_header_block(lines, at)
    {
        return Some(Start::Rest);
    }
    let after = attribution(lines, at)?;
    let next = (after..lines.len()).find(|at| lines.get(*at).is_some_and(|line| !line.trim().is_empty()));
    match next {
        Some(first) if lines.get(first).is_some_and(|line| is_quoted(line)) => Some(Start::Block { first }),
        _ => Some(Start::Rest),
    }
}

/// A block with an answer below it is cut out; answers between the quoted lines make no sense without them.
fn block(lines: &[&str], at: usize, first: usize) -> Letter {
    let answer = |line: &&str| !is_quoted(line) && !line.trim().is_empty();
    let rest = lines.get(first..).unwrap_or_default();
    let Some(end) = rest.iter().position(answer).map(|end| first + end) else {
        return cut(lines, at, lines.len());
    };
    let between = lines.get(end..).unwrap_or_default().iter().any(|line| is_quoted(line));
    if between { Letter { new: joined(lines), quoted: String::new() } } else { cut(lines, at, end) }
}

fn cut(lines: &[&str], from: usize, to: usize) -> Letter {
    let mut before = lines.get(..from).unwrap_or_default();
    // The rule that Outlook draws above what it quotes.
    while let Some((last, rest)) = before.split_last()
        && (last.trim().is_empty()
            || last.trim().len() > 5 && last.trim().chars().all(|c| matches!(c, '_' | '-')))
    {
        before = rest;
    }
    let (before, after) = (joined(before), joined(lines.get(to..).unwrap_or_default()));
    let between = if before.is_empty() || after.is_empty() { "" } else { "\n\n" };
    Letter {
        new: format!("{before}{between}{after}"),
        quoted: joined(lines.get(from..to).unwrap_or_default()),
    }
}

fn joined(lines: &[&str]) -> String {
    lines.join("\n").trim_matches('\n').trim_end().to_owned()
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// `-----Original Message-----` and its kin.
fn is_divider(line: &str) -> bool {
    let line = line.trim();
    if !line.starts_with('-') || line.len() > 80 {
        return false;
    }
    matches!(
        texts::fold(line.trim_matches(['-', ' '])).plain.as_str(),
        "ursprungligt meddelande" | "originalmeddelande" | "original message" | "original email"
    )
}

/// The headers that Outlook writes above what it quotes: from whom, when, to whom, about what.
fn is_header_block(lines: &[&str], at: usize) -> bool {
    let label = |at: usize| lines.get(at).and_then(|line| label(line));
    if !label(at).is_some_and(|label| matches!(label.as_str(), "fran" | "from")) {
        return false;
    }
    let follows =
        |names: [&str; 4]| (at + 1..at + 9).any(|at| label(at).is_some_and(|l| names.contains(&l.as_str())));
    follows(["skickat", "sent", "datum", "date"]) && follows(["till", "to", "amne", "subject"])
}

fn label(line: &str) -> Option<String> {
    let (label, _) = line.split_once(':')?;
    (label.len() <= 24).then(|| texts::fold(label.trim_matches(['*', ' ', '\t'])).plain)
}

/// The longest line of the "On … Anna wrote:" kind, and how many lines programs break it into.
const LONGEST: usize = 300;
const MOST_LINES: usize = 3;

/// The line after "On … Anna wrote:", when that begins here. A signature straight above it is not its first line.
fn attribution(lines: &[&str], at: usize) -> Option<usize> {
    (1..=MOST_LINES)
        .map(|count| at + count)
        .find(|after| attributes(lines, at, *after))
        .filter(|after| !(at + 1..*after).any(|later| attributes(lines, later, *after)))
}

fn attributes(lines: &[&str], at: usize, after: usize) -> bool {
    let Some(lines_of_it) = lines.get(at..after) else { return false };
    let whole = lines_of_it.iter().all(|line| !line.trim().is_empty() && line.len() <= LONGEST);
    let ends = lines_of_it.last().is_some_and(|line| line.trim_end().ends_with(':'));
    if !whole || !ends {
        return false;
    }
    let said = lines_of_it.join(" ");
    said.len() <= LONGEST && is_attribution(&said, lines, after)
}

fn is_attribution(said: &str, lines: &[&str], after: usize) -> bool {
    let folded = texts::fold(said).plain;
    let words: Vec<&str> = folded.split([' ', ',', ':']).collect();
    if !words.iter().any(|word| matches!(*word, "skrev" | "wrote")) {
        return false;
    }
    let quoted_next =
        lines.iter().skip(after).find(|line| !line.trim().is_empty()).is_some_and(|line| is_quoted(line));
    let dated = folded.starts_with("den ")
        || folded.starts_with("on ")
        || folded.starts_with(|c: char| c.is_ascii_digit());
    let timed = said.as_bytes().windows(5).any(
        |w| matches!(w, [a, b, b':' | b'.', c, d] if [a, b, c, d].iter().all(|digit| digit.is_ascii_digit())),
    );
    let addressed = said.contains('@');
    if dated {
        timed || addressed || quoted_next
    } else {
        quoted_next && said.len() <= 160 || addressed && timed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each is an answer "Det fungerar nu." with a quote in the way of one program and language.
    const ANSWERS: [(&str, &str); 15] = [
        (
            "Gmail sv",
            "Den tors 12 mars 2026 kl 10:12 skrev IT-stöd <it@ljusvik.example>:\n\n> Hej!\n>\n> Starta om den.\n",
        ),
        (
            "Gmail sv, broken",
            "Den tors 12 mars 2026 kl 10:12 skrev IT-stöd i Ljusviks kommun <\nit@ljusvik.example>:\n\n> Hej!",
        ),
        ("Gmail en", "On Thu, Mar 12, 2026 at 10:12 AM IT support <it@ljusvik.example> wrote:\n\n> Hello!"),
        (
            "Gmail en, from HTML",
            "On Thu, Mar 12, 2026 at 10:12 AM IT support <it@ljusvik.example> wrote:\n\nHello!\nRestart it.",
        ),
        ("Apple sv", "> 12 mars 2026 kl. 10:12 skrev IT-stöd <it@ljusvik.example>:\n> \n> Hej!"),
        ("Apple sv, bare", "12 mars 2026 kl. 10:12 skrev IT-stöd <it@ljusvik.example>:\n\nHej!"),
        ("Apple en", "> On 12 Mar 2026, at 10:12, IT support <it@ljusvik.example> wrote:\n> \n> Hello!"),
        ("Thunderbird sv", "Den 2026-03-12 kl. 10:12, skrev IT-stöd:\n> Hej!\n> Starta om den."),
        ("Thunderbird en", "On 3/12/26 10:12, IT support wrote:\n> Hello!"),
        (
            "Outlook sv",
            "________________________________\nFrån: IT-stöd <it@ljusvik.example>\nSkickat: den 12 mars 2026 10:12\nTill: Anna Berg\nÄmne: [#28417] Skrivaren\n\nHej!",
        ),
        (
            "Outlook sv, bold",
            "*Från:* IT-stöd <it@ljusvik.example>\n*Skickat:* den 12 mars 2026 10:12\n*Till:* Anna\n*Ämne:* Skrivaren\n\nHej!",
        ),
        (
            "Outlook en",
            "From: IT support <it@ljusvik.example>\nSent: Thursday, March 12, 2026 10:12 AM\nTo: Anna Berg\nSubject: RE: printer\n\nHello!",
        ),
        ("Outlook en, old", "-----Original Message-----\nFrom: IT\n\nHello!"),
        ("Outlook sv, old", "-----Ursprungligt meddelande-----\nFrån: IT\n\nHej!"),
        ("our own line", "##- Skriv ditt svar ovanför den här raden -##\n\nHej!"),
    ];

    #[test]
    fn what_a_program_quotes_is_told_from_what_a_person_wrote() {
        for (name, quote) in ANSWERS {
            let letter = split(&format!("Det fungerar nu.\n/Anna\n\n{quote}"));
            assert_eq!(letter.new, "Det fungerar nu.\n/Anna", "{name}");
            assert!(!letter.quoted.is_empty(), "{name}");
        }
    }

    #[test]
    fn an_answer_below_the_quote_is_found() {
        let letter = split("On 3/12/26 10:12, IT support wrote:\n> Does it work?\n\nYes, thank you.\n");
        assert_eq!(letter.new, "Yes, thank you.");
        assert_eq!(letter.quoted, "On 3/12/26 10:12, IT support wrote:\n> Does it work?");
    }

    #[test]
    fn answers_between_quoted_lines_keep_them() {
        let text = "On 3/12/26 10:12, IT support wrote:\n> Does it start?\nYes.\n> Does it print?\nNo.";
        assert_eq!(split(text), Letter { new: text.to_owned(), quoted: String::new() });
    }

    #[test]
    fn nothing_is_taken_away_when_nothing_is_quoted() {
        for text in [
            "Hej!\n\nSkrivaren låter.\n\n-- \nAnna Berg\n0470-123 45",
            "Från: kontoret\nfungerar inte nätet.",
            "Den 12 mars skrev jag till er:\nskrivaren låter.",
            "Jag skrev så här:\nden låter",
            "Kl. 10:12 slutade den.\nOn the screen it wrote: error 7",
            "-----\nLista\n-----",
            "",
        ] {
            assert_eq!(split(text), Letter { new: text.to_owned(), quoted: String::new() }, "{text:?}");
        }
    }

    #[test]
    fn a_letter_of_nothing_but_a_quote_is_new() {
        let text =
            "From: Leverantören\nSent: Thursday\nTo: Anna\nSubject: Leverans\n\nDatorerna kommer i maj.";
        assert_eq!(split(text).new, text);
        assert_eq!(split("> bara citat\n").new, "> bara citat");
    }

    #[test]
    fn a_letter_sent_on_is_new_in_whole() {
        let sent_on = |subject: &str| {
            let raw = format!(
                "From: a@b.example\nSubject: {subject}\n\nSe nedan.\n\nFrom: c@d.example\nDate: i dag\nTo: a\n\nNytt pris."
            );
            letter(&crate::inbound::parse(raw.as_bytes())).new
        };
        assert!(sent_on("VB: pris").ends_with("Nytt pris."));
        assert_eq!(sent_on("SV: pris"), "Se nedan.");
    }
}
