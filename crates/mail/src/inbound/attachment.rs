use super::address::one_line;

/// A part of a mail that is a file, or is kept as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Safe as a file name on any system; `None` when the mail gives none.
    pub name: Option<String>,
    /// `type/subtype` in lower case, as the sender claims.
    pub content_type: String,
    pub bytes: Vec<u8>,
    /// The Content-ID that the HTML calls it by, when it stands in the text and not beside it.
    pub cid: Option<String>,
}

/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
const LONGEST: usize = 120;

/// A file name as it may be stored and offered: no path, no control or direction marks, nothing a file system objects to.
/// The last ending is kept when the name is cut, since it says what opens the file.
pub(super) fn safe_name(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = one_line(last, 1000);
    let clean: String = line.chars().map(|c| if "<>:\"|?*".contains(c) { '_' } else { c }).collect();
    let clean = clean.trim_matches(['.', ' ']);
    if clean.is_empty() {
        return None;
    }
    let stem = clean.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    let device = DEVICES.contains(&stem.to_ascii_lowercase().as_str());
    let name = if device { format!("_{clean}") } else { clean.to_owned() };
    Some(shorten(&name))
}

fn shorten(name: &str) -> String {
    let count = name.chars().count();
    if count <= LONGEST {
        return name.to_owned();
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    match ending {
        Some(ending) => {
            let keep = LONGEST - 1 - ending.chars().count();
            let stem: String = name.chars().take(keep).collect();
            format!("{stem}.{ending}")
        }
        None => name.chars().take(LONGEST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_not_a_path() {
        for (given, want) in [
            ("rapport.pdf", Some("rapport.pdf")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\Users\\anna\\Skärmbild 1.png", Some("Skärmbild 1.png")),
            ("a\r\nb.txt", Some("a b.txt")),
            ("\u{202E}gnp.exe", Some("gnp.exe")),
            ("vad?<nu>.docx", Some("vad__nu_.docx")),
            ("😀 schema.xlsx", Some("😀 schema.xlsx")),
            ("con.txt", Some("_con.txt")),
            ("LPT1", Some("_LPT1")),
            ("console.log", Some("console.log")),
            ("...", None),
            ("", None),
            ("mapp/", None),
        ] {
            assert_eq!(safe_name(given).as_deref(), want, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = safe_name(&format!("{}.pdf", "å".repeat(500))).expect("a name");
        assert_eq!(name.chars().count(), LONGEST);
        assert!(name.ends_with("å.pdf"));
    }
}
