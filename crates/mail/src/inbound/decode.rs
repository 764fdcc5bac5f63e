use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::{quoted_printable_decode, quoted_printable_decode_char};

use super::Flaw;
use super::headers::{next_line, note};

/// Undoes the transfer encoding. What does not decode is decoded leniently, or kept as it stands, and noted:
/// a reader can still make something of it, and the raw mail is kept anyway.
pub(super) fn transfer(body: &[u8], encoding: &str, flaws: &mut Vec<Flaw>) -> Vec<u8> {
    let encoding = encoding.trim().trim_end_matches(';').to_ascii_lowercase();
    match encoding.as_str() {
        "base64" => base64(body, flaws),
        "quoted-printable" => quoted_printable_decode(body).unwrap_or_else(|| {
            note(flaws, Flaw::BrokenEncoding);
            lenient_quoted_printable(body)
        }),
        "x-uuencode" | "uuencode" | "x-uue" => uuencoded(body).unwrap_or_else(|| {
            note(flaws, Flaw::BrokenEncoding);
            body.to_vec()
        }),
        _ => body.to_vec(),
    }
}

fn base64(body: &[u8], flaws: &mut Vec<Flaw>) -> Vec<u8> {
    let body = body.trim_ascii();
    if let Some(bytes) = base64_decode(body) {
        return bytes;
    }
    note(flaws, Flaw::BrokenEncoding);
    let letters: Vec<u8> =
        body.iter().copied().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
    let others = body.iter().filter(|b| !b.is_ascii_whitespace()).count() - letters.len();
    // A little dirt is a damaged letter; a lot of it was never base64.
    if others > 2 + letters.len() / 20 {
        return body.to_vec();
    }
    let whole = letters.len() / 4 * 4;
    letters.get(..whole).and_then(base64_decode).unwrap_or_else(|| body.to_vec())
}

/// Quoted-printable where a bad `=` stands for itself.
fn lenient_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) => match quoted_printable_decode_char(*high, *low) {
                Some(byte) => {
                    out.push(byte);
                    rest = after;
                }
                None => out.push(first),
            },
            _ => out.push(first),
        }
    }
    out
}

/// The old Unix encoding: `begin 644 name`, lines whose first sign is their length, `end`.
fn uuencoded(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = body;
    let mut out = Vec::with_capacity(body.len() * 3 / 4);
    loop {
        if rest.is_empty() {
            return None;
        }
        let (line, after) = next_line(rest);
        rest = after;
        if line.starts_with(b"begin ") {
            break;
        }
    }
    while !rest.is_empty() {
        let (line, after) = next_line(rest);
        rest = after;
        let line = line.trim_ascii_end();
        let Some((&length, signs)) = line.split_first() else { continue };
        if line == b"end" || length == b'`' {
            return Some(out);
        }
        let length = usize::from(length.wrapping_sub(b' ') & 63);
        let start = out.len();
        for group in signs.chunks(4) {
            let six = |at: usize| u32::from(group.get(at).copied().unwrap_or(b' ').wrapping_sub(b' ') & 63);
            let bits = six(0) << 18 | six(1) << 12 | six(2) << 6 | six(3);
            out.extend(bits.to_be_bytes().iter().skip(1));
        }
        out.truncate(start + length);
    }
    Some(out)
}

/// Bytes to text by the named character set, unless the bytes say otherwise.
///
/// Mail lies about this often enough that the bytes go first: a byte-order mark decides; what claims to be Latin-1,
/// ASCII or nothing but is valid UTF-8 is UTF-8; what claims to be UTF-8 and is not, or UTF-16 without a zero byte,
/// is Windows-1252, which every byte is valid in.
pub(super) fn charset(bytes: &[u8], named: Option<&str>, flaws: &mut Vec<Flaw>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(body).0.into_owned();
    }
    let named =
        named.map(|name| name.trim().trim_matches(['"', '\'']).to_ascii_lowercase()).unwrap_or_default();
    let label = Encoding::for_label(named.as_bytes());
    let western = named.is_empty() || label == Some(UTF_8) || label == Some(WINDOWS_1252);
    if western {
        return match std::str::from_utf8(bytes) {
            Ok(text) => {
                if !text.is_ascii() && label == Some(WINDOWS_1252) {
                    note(flaws, Flaw::CharsetGuessed);
                }
                text.to_owned()
            }
            Err(_) => {
                if label != Some(WINDOWS_1252) {
                    note(flaws, Flaw::CharsetGuessed);
                }
                WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
            }
        };
    }
    let wide = label == Some(UTF_16LE) || label == Some(UTF_16BE);
    if wide && !bytes.contains(&0) && bytes.is_ascii() {
        note(flaws, Flaw::CharsetGuessed);
        return guess_text(bytes);
    }
    match (charset_decoder(named.as_bytes()), label) {
        (Some(decoder), _) => decoder(bytes),
        (None, Some(encoding)) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        (None, None) => {
            note(flaws, Flaw::CharsetGuessed);
            guess_text(bytes)
        }
    }
}

/// UTF-8 when it is valid, else Windows-1252.
pub(super) fn guess_text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
