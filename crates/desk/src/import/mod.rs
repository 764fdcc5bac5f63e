//! Another desk's tickets: a file and a mapping become history here, once each, with its own times.
//!
//! - [`Mapping`] says what the file calls things; [`run()`] checks every row and loads what holds; [`Report`] says what came
//! - `file` unpacks and cuts the file, `encoding` makes letters of its bytes, `bind` finds the mapping's columns
//! - `row` reads one row, `ledger` notes whose it is, `story` tells a ticket from its rows (all pure)
//! - `register` and `settle` put this house's groups, services and people where the file has names;
//!   `found` makes a group and a committee where the house has none
//!
//! Deliberately absent: facts, mail, escalation. The past is written down, not acted out.

mod bind;
mod encoding;
mod file;
mod found;
mod ledger;
pub mod mapping;
mod register;
mod report;
mod row;
mod run;
mod settle;
mod story;

pub use file::FileError;
pub use mapping::{Mapping, MappingError};
pub use report::{BadRow, Report};
pub use row::{Bad, Why};
pub use run::{Options, Phase, Progress, Stopped, run};

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::Arc;

    use kernel::Moment;
    use proptest::prelude::*;

    use super::bind::bind;
    use super::file::Table;
    use super::ledger::Ledger;
    use super::mapping::Mapping;
    use super::row::{Reader, is_blank};
    use super::story::{Rules, tell};

    /// Everything that happens to a file before a database is asked.
    fn read(mapping: &Mapping, bytes: &[u8]) {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("written");
        let Ok(table) = Table::open(file.path(), mapping) else { return };
        let Ok(bound) = bind(mapping, &table.header) else { return };
        let now = Moment(1_800_000_000_000_000);
        let reader = Reader { mapping, bound: &bound, encoding: table.encoding.name(), now };
        let rules = Rules { matrix: Default::default(), close_after_days: 7, now };
        let mut ledger = Ledger::new(mapping.shape);
        let mut rows = table.rows(&Arc::default()).expect("rows");
        let (mut number, mut line, mut all) = (0, 0, Vec::new());
        while let Ok(Some(cells)) = rows.next() {
            assert!(cells.line > line, "lines go on: {} after {line}", cells.line);
            (line, number) = (cells.line, number + 1);
            if is_blank(&cells) {
                continue;
            }
            if let Ok(row) = reader.read(&cells) {
                drop(ledger.note(&row, &cells.record, number));
                ledger.turn(&row, number);
                all.push(row);
            }
        }
        if let Some(story) = tell(mapping, &rules, all) {
            assert!(!story.title.is_empty() && story.title.chars().count() <= 200);
            assert!(
                story.beats.is_sorted_by_key(|beat| beat.at)
                    && story.created <= story.beats.first().map_or(story.created, |beat| beat.at)
            );
        }
    }

    fn examples() -> [Mapping; 2] {
        [
            include_str!("../../../../examples/import/servicenow.toml"),
            include_str!("../../../../examples/import/event-log.toml"),
        ]
        .map(|text| Mapping::from_toml(text).expect("a mapping"))
    }

    const SAMPLES: [&[u8]; 2] = [
        include_bytes!("../../../../examples/import/sample-rows.csv"),
        include_bytes!("../../../../examples/import/sample-events.csv"),
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

        #[test]
        fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
            for mapping in &examples() {
                read(mapping, &bytes);
            }
        }

        #[test]
        fn no_broken_file_stops_the_reader(
            sample in 0..2_usize,
            cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_usize), 1..12),
        ) {
            let mut bytes = SAMPLES[sample].to_vec();
            let header = bytes.iter().position(|byte| *byte == b'\n').unwrap_or_default() + 1;
            for (at, byte, take) in cuts {
                let at = header + at.index(bytes.len() - header);
                let end = (at + take).min(bytes.len());
                bytes.splice(at..end, [byte]);
            }
            read(&examples()[sample], &bytes);
        }

        #[test]
        fn no_text_stops_the_mapping(text in "\\PC*") {
            drop(Mapping::from_toml(&text));
        }

        #[test]
        fn no_broken_mapping_stops_the_reader(
            sample in 0..2_usize,
            at in any::<prop::sample::Index>(),
            take in 0..20_usize,
            put in "[a-z\"={}\\[\\]%:0-9 \n]{0,12}",
        ) {
            let text = [
                include_str!("../../../../examples/import/servicenow.toml"),
                include_str!("../../../../examples/import/event-log.toml"),
            ][sample];
            let at = at.index(text.len());
            let broken = format!("{}{put}{}", &text[..at], &text[(at + take).min(text.len())..]);
            if let Ok(mapping) = Mapping::from_toml(&broken) {
                read(&mapping, SAMPLES[sample]);
            }
        }
    }
}
