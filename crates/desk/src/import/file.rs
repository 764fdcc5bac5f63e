//! The file as rows: unpacked, in UTF-8, cut at its delimiter, each with the line that it begins in.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;

use super::encoding::{Utf8, detect};
use super::mapping::{Mapping, key};

/// A file that can be read again and again.
#[derive(Clone, Debug)]
pub(super) struct Table {
    path: PathBuf,
    packed: bool,
    pub bytes: u64,
    pub encoding: &'static Encoding,
    pub delimiter: u8,
    /// Before the header: the `sep=;` that spreadsheets write.
    skip: usize,
    pub header: Vec<String>,
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{0} cannot be read: {1}")]
    Io(PathBuf, io::Error),
    #[error("{0} is no plain file; the import reads it more than once, so save it first")]
    NotAFile(PathBuf),
    #[error("{0} is a spreadsheet or a zip archive; save it as CSV")]
    Spreadsheet(PathBuf),
    #[error("{0} is empty; its first line must name the columns")]
    Empty(PathBuf),
}

/// How much of the file the delimiter is found in.
const SAMPLE: u64 = 256 * 1024;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

impl Table {
    pub fn open(path: &Path, mapping: &Mapping) -> Result<Self, FileError> {
        let failed = |error| FileError::Io(path.to_owned(), error);
        let data = std::fs::metadata(path).map_err(failed)?;
        if !data.is_file() {
            return Err(FileError::NotAFile(path.to_owned()));
        }
        let mut magic = Vec::new();
        File::open(path).map_err(failed)?.take(4).read_to_end(&mut magic).map_err(failed)?;
        if magic == *b"PK\x03\x04" || magic == *b"\xD0\xCF\x11\xE0" {
            return Err(FileError::Spreadsheet(path.to_owned()));
        }
        let mut table = Self {
            path: path.to_owned(),
            packed: magic.starts_with(b"\x1f\x8b"),
            bytes: data.len(),
            encoding: encoding_rs::UTF_8,
            delimiter: b',',
            skip: 0,
            header: Vec::new(),
        };
        let found = detect(table.raw(None).map_err(failed)?).map_err(failed)?;
        // A byte order mark is found in any case, and wins over a mapping that was written for another export.
        let marked = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&found);
        table.encoding = if marked { found } else { mapping.encoding.unwrap_or(found) };
        let mut sample = Vec::new();
        Utf8::new(table.raw(None).map_err(failed)?, table.encoding)
            .take(SAMPLE)
            .read_to_end(&mut sample)
            .map_err(failed)?;
        table.find_header(&sample, mapping);
        if table.header.is_empty() { Err(FileError::Empty(path.to_owned())) } else { Ok(table) }
    }

    fn raw(&self, read: Option<Arc<AtomicU64>>) -> io::Result<Box<dyn Read>> {
        let mut file = File::open(&self.path)?;
        file.rewind()?;
        let counted = BufReader::with_capacity(64 * 1024, Counted { file, read });
        Ok(if self.packed { Box::new(MultiGzDecoder::new(counted)) } else { Box::new(counted) })
    }

    /// The delimiter that the mapping names; else the one by which the header holds most of the mapping's columns.
    fn find_header(&mut self, sample: &[u8], mapping: &Mapping) {
        let named = separator(sample);
        let mut body = sample;
        if named.is_some() {
            self.skip = 1;
            let end = sample.iter().position(|byte| *byte == b'\n').map_or(sample.len(), |at| at + 1);
            body = sample.get(end..).unwrap_or_default();
        }
        let wanted: Vec<String> = mapping.column_names().map(|column| key(&column.text)).collect();
        let given = mapping.delimiter.or(named);
        let tried = given.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
        let fits = |header: &[String]| {
            let names: Vec<String> = header.iter().map(|name| key(name)).collect();
            (wanted.iter().filter(|column| names.contains(column)).count(), names.len())
        };
        // The first of equals: a file of one column has no delimiter.
        for delimiter in tried {
            let header = header(body, delimiter);
            if self.header.is_empty() || fits(&header) > fits(&self.header) {
                (self.header, self.delimiter) = (header, delimiter);
            }
        }
    }

    /// The rows below the header. `read` is told how many bytes of the file have been read.
    pub fn rows(&self, read: &Arc<AtomicU64>) -> Result<Rows, FileError> {
        let failed = |error| FileError::Io(self.path.clone(), error);
        read.store(0, Ordering::Relaxed);
        let mut input = Utf8::new(self.raw(Some(read.clone())).map_err(failed)?, self.encoding);
        for _ in 0..self.skip {
            skip_line(&mut input).map_err(failed)?;
        }
        let reader = builder(self.delimiter).from_reader(input);
        let mut rows =
            Rows { reader, record: ByteRecord::new(), before: self.skip as u64, path: self.path.clone() };
        rows.next()?;
        Ok(rows)
    }
}

fn builder(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    builder
}

fn header(sample: &[u8], delimiter: u8) -> Vec<String> {
    let mut record = ByteRecord::new();
    match builder(delimiter).from_reader(sample).read_byte_record(&mut record) {
        Ok(true) => record.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// `sep=;` as a line of its own.
fn separator(sample: &[u8]) -> Option<u8> {
    match sample {
        [b's', b'e', b'p', b'=', delimiter, b'\n', ..] => Some(*delimiter),
        _ => None,
    }
}

fn skip_line(input: &mut impl Read) -> io::Result<()> {
    let mut byte = [0];
    while input.read(&mut byte)? > 0 && byte != *b"\n" {}
    Ok(())
}

struct Counted {
    file: File,
    read: Option<Arc<AtomicU64>>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        if let Some(read) = &self.read {
            read.fetch_add(count as u64, Ordering::Relaxed);
        }
        Ok(count)
    }
}

pub(super) struct Rows {
    reader: csv::Reader<Utf8<Box<dyn Read>>>,
    record: ByteRecord,
    /// Lines before the first that the reader saw.
    before: u64,
    path: PathBuf,
}

/// One row as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// The line of the file in which it begins, from 1.
    pub line: u64,
    pub record: StringRecord,
}

impl Rows {
    pub fn next(&mut self) -> Result<Option<Cells>, FileError> {
        let before = self.reader.position().line();
        let more = self.reader.read_byte_record(&mut self.record).map_err(|error| {
            let error = match error.into_kind() {
                csv::ErrorKind::Io(error) => error,
                _ => io::Error::from(io::ErrorKind::InvalidData),
            };
            FileError::Io(self.path.clone(), error)
        })?;
        if !more {
            return Ok(None);
        }
        // The reader counts the empty lines before a row as the row's; so the line is counted back from its end. A quote
        // that is never closed ends with the file and not with a line: the row begins no earlier than the last one ended.
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let line = self.reader.position().line().saturating_sub(1 + inside).max(before) + self.before;
        Ok(Some(Cells { line, record: StringRecord::from_byte_record_lossy(self.record.clone()) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAPPING: &str = "kind = \"rows\"\nsource = \"x\"\n[columns]\nreference = \"nr\"\ncreated = \"when\"\ntitle = \"what\"\n";

    fn lines(text: &[u8]) -> (char, Vec<(u64, Vec<String>)>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.csv");
        std::fs::write(&path, text).expect("written");
        let mapping = Mapping::from_toml(MAPPING).expect("a mapping");
        let table = Table::open(&path, &mapping).expect("a table");
        let mut rows = table.rows(&Arc::default()).expect("rows");
        let mut all = Vec::new();
        while let Some(cells) = rows.next().expect("a row") {
            all.push((cells.line, cells.record.iter().map(str::to_owned).collect()));
        }
        (char::from(table.delimiter), all)
    }

    #[test]
    fn rows_know_their_line_and_the_delimiter_is_found() {
        let row = |line, cells: [&str; 3]| (line, cells.map(str::to_owned).to_vec());
        let (a, b) = (["1", "then", "a"], ["2", "now", "b\nand c"]);
        for (text, delimiter, want) in [
            (
                "nr,when,what\n1,then,a\n2,now,\"b\nand c\"\n3,x,y\n",
                ',',
                [row(2, a), row(3, b), row(5, ["3", "x", "y"])],
            ),
            (
                "nr;when;what\r\n1;then;a\r\n\r\n\r\n2;now;\"b\r\nand c\"\r\n3;x;y",
                ';',
                [row(2, a), row(5, b), row(7, ["3", "x", "y"])],
            ),
            (
                "sep=;\r\nnr;when;what\r\n1;then;a\r\n2;now;\"b\r\nand c\"\r\n3;x;y",
                ';',
                [row(3, a), row(4, b), row(6, ["3", "x", "y"])],
            ),
            (
                "nr\twhen\twhat\n1\tthen\ta\n2\tnow\t\"b\nand c\"\n3\tx\ty",
                '\t',
                [row(2, a), row(3, b), row(5, ["3", "x", "y"])],
            ),
            (
                "\"nr\"|\"when\"|what\n1|then|a\n2|now|\"b\nand c\"\n3|x|y",
                '|',
                [row(2, a), row(3, b), row(5, ["3", "x", "y"])],
            ),
        ] {
            assert_eq!(lines(text.as_bytes()), (delimiter, want.to_vec()), "{text:?}");
        }
    }

    #[test]
    fn a_packed_file_is_read_as_the_file_in_it() {
        use std::io::Write;
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all("nr;when;what\n1;then;ålar\n".as_bytes()).expect("packed");
        let packed = packer.finish().expect("packed");
        assert_eq!(lines(&packed).1, [(2, vec!["1".to_owned(), "then".to_owned(), "ålar".to_owned()])]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let mapping = Mapping::from_toml(MAPPING).expect("a mapping");
        let path = folder.path().join("x");
        let open = |bytes: &[u8]| {
            std::fs::write(&path, bytes).expect("written");
            Table::open(&path, &mapping).map(drop).map_err(|error| error.to_string())
        };
        assert!(open(b"").is_err_and(|why| why.contains("is empty")));
        assert!(open(b"PK\x03\x04....").is_err_and(|why| why.contains("save it as CSV")));
        assert!(open(b"\x1f\x8bnothing").is_err_and(|why| why.contains("cannot be read")));
        assert!(Table::open(folder.path(), &mapping).is_err());
        assert!(Table::open(&folder.path().join("none"), &mapping).is_err());
    }
}
