//! How a file writes its letters: found out, and turned into UTF-8 on the way (pure but for what it reads).

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Stands where bytes were no letter. No file means it: it is no sign of any writing.
pub(super) const NO_LETTER: char = '\u{ffff}';

const CHUNK: usize = 32 * 1024;

/// A byte order mark says it; else the zero bytes of UTF-16 do; else it is UTF-8 if every byte fits, or Windows-1252,
/// which Latin-1 is a part of. Reads to the end only when it must.
pub(super) fn detect(mut input: impl Read) -> io::Result<&'static Encoding> {
    let mut raw = vec![0; CHUNK];
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut out = vec![0; CHUNK * 3];
    let mut first = true;
    loop {
        let got = fill(&mut input, &mut raw)?;
        let bytes = raw.get(..got).unwrap_or_default();
        if first {
            if let Some(encoding) = by_first_bytes(bytes) {
                return Ok(encoding);
            }
            first = false;
        }
        let last = got < raw.len();
        let (result, _, _) = decoder.decode_to_utf8_without_replacement(bytes, &mut out, last);
        match result {
            DecoderResult::Malformed(..) => return Ok(WINDOWS_1252),
            _ if last => return Ok(UTF_8),
            _ => {}
        }
    }
}

fn by_first_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let (mut even, mut odd) = (0, 0);
    let sample = bytes.get(..bytes.len().min(1_024)).unwrap_or_default();
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    // Western letters in UTF-16 have a zero in every other byte.
    let many = (sample.len() / 8).max(1);
    match (even > many, odd > many) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Reads until the buffer is full or the file ends.
fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while let Some(rest) = buffer.get_mut(got..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(more) => got += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(got)
}

/// The file in UTF-8 without byte order mark, every line ended by a line feed: so that lines can be counted.
pub(super) struct Utf8<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    waiting: std::ops::Range<usize>,
    ended: bool,
    done: bool,
    out: Vec<u8>,
    given: usize,
    after_return: bool,
    last: u8,
}

impl<R: Read> Utf8<R> {
    pub fn new(input: R, encoding: &'static Encoding) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; CHUNK],
            waiting: 0..0,
            ended: false,
            done: false,
            out: Vec::with_capacity(CHUNK * 3 + 16),
            given: 0,
            after_return: false,
            last: b'\n',
        }
    }

    fn more(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() && !self.ended {
            let got = fill(&mut self.input, &mut self.raw)?;
            self.ended = got < self.raw.len();
            self.waiting = 0..got;
        }
        let mut out = vec![0; CHUNK * 3 + 16];
        let bytes = self.raw.get(self.waiting.clone()).unwrap_or_default();
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(bytes, &mut out, self.ended);
        self.waiting.start += read;
        out.truncate(written);
        self.out.clear();
        self.given = 0;
        for byte in out {
            self.keep(byte);
        }
        match result {
            DecoderResult::Malformed(..) => {
                let mut sign = [0; 4];
                for byte in NO_LETTER.encode_utf8(&mut sign).bytes() {
                    self.keep(byte);
                }
            }
            DecoderResult::InputEmpty if self.ended => {
                self.done = true;
                if self.last != b'\n' {
                    self.keep(b'\n');
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn keep(&mut self, byte: u8) {
        let was_return = std::mem::replace(&mut self.after_return, byte == b'\r');
        match byte {
            b'\n' if was_return => {}
            b'\r' => self.put(b'\n'),
            _ => self.put(byte),
        }
    }

    fn put(&mut self, byte: u8) {
        self.last = byte;
        self.out.push(byte);
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given >= self.out.len() {
            if self.done {
                return Ok(0);
            }
            self.more()?;
        }
        let rest = self.out.get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let encoding = detect(bytes).expect("read");
        let mut text = String::new();
        Utf8::new(bytes, encoding).read_to_string(&mut text).expect("UTF-8");
        (encoding.name(), text)
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn letters_are_read_however_they_are_written() {
        let text = "nr;titel\nÅ1;Nätet är nere – åter\n";
        let with_mark = |mut bytes: Vec<u8>, mark: &[u8]| {
            bytes.splice(0..0, mark.iter().copied());
            bytes
        };
        let western = WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, want) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (with_mark(text.as_bytes().to_vec(), b"\xEF\xBB\xBF"), "UTF-8"),
            (western, "windows-1252"),
            (utf16(text, false), "UTF-16LE"),
            (utf16(text, true), "UTF-16BE"),
            (with_mark(utf16(text, false), b"\xFF\xFE"), "UTF-16LE"),
            (with_mark(utf16(text, true), b"\xFE\xFF"), "UTF-16BE"),
        ] {
            assert_eq!(read(&bytes), (want, text.to_owned()), "{want}");
        }
    }

    #[test]
    fn a_foreign_byte_far_down_is_still_seen() {
        let mut bytes = b"a;b\n".repeat(40_000);
        bytes.extend_from_slice(b"\xE5;b");
        let (encoding, text) = read(&bytes);
        assert_eq!(encoding, "windows-1252");
        assert!(text.ends_with("å;b\n"));
    }

    #[test]
    fn lines_end_alike_and_what_is_no_letter_is_marked() {
        assert_eq!(read(b"a\r\nb\rc\n\nd").1, "a\nb\nc\n\nd\n");
        assert_eq!(read(b"").1, "");
        let mut text = String::new();
        Utf8::new(&b"a\xE5b"[..], UTF_8).read_to_string(&mut text).expect("UTF-8");
        assert_eq!(text, format!("a{NO_LETTER}b\n"));
    }
}
