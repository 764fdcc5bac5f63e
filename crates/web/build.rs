//! Makes the assets that the binary carries: bundles, content hashes, brotli and gzip, and one Rust table of them.
//!
//! A style sheet or script is the concatenation of its sources in the order written here. Sources stay readable;
//! what leaves is without comments and indentation. `asset:NAME` in a style sheet becomes the hashed file beside it.

use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::{env, fs};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Fonts and pictures; listed first because style sheets name them.
const FILES: [(&str, &str); 5] = [
    ("inter.woff2", "fonts/inter-sv-400-700.woff2"),
    ("inter-rest.woff2", "fonts/inter-rest-400-700.woff2"),
    ("inter-ext.woff2", "fonts/inter-ext-400-700.woff2"),
    ("icons.svg", "icons/icons.svg"),
    ("mark.svg", "icons/mark.svg"),
];

const PORTAL_CSS: &[&str] = &[
    "tokens",
    "base",
    "controls",
    "status",
    "reading-room",
    "portal",
    "forms",
    "lists",
    "tables",
    "promises",
    "dialog",
    "print",
];
const AGENT_CSS: &[&str] = &[
    "tokens",
    "base",
    "controls",
    "status",
    "reading-room",
    "forms",
    "lists",
    "tables",
    "promises",
    "dialog",
    "work-room",
    "side-menu",
    "queue",
    "quick",
    "ticket",
    "days",
    "palette",
    "print",
];
const PORTAL_JS: &[&str] = &[
    "shared/dom",
    "shared/drafts",
    "shared/forms",
    "shared/send",
    "shared/files",
    "shared/popups",
    "shared/toast",
    "portal/start",
];
const AGENT_JS: &[&str] = &[
    "shared/dom",
    "shared/drafts",
    "shared/forms",
    "shared/send",
    "shared/files",
    "shared/popups",
    "shared/toast",
    "agent/announce",
    "agent/ask",
    "agent/toast",
    "agent/morph",
    "agent/swap",
    "agent/rows",
    "agent/marks",
    "agent/dialogs",
    "agent/press",
    "agent/acts",
    "agent/combobox",
    "agent/palette",
    "agent/quick",
    "agent/composer",
    "agent/keyboard",
    "agent/live",
    "agent/presence",
    "agent/start",
];

struct Asset {
    name: &'static str,
    file: String,
    hash: String,
    body: Vec<u8>,
}

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    let mut made = Vec::new();
    for (name, path) in FILES {
        made.push(asset(name, fs::read(format!("assets/{path}"))?)?);
    }
    for (name, parts) in [("portal.css", PORTAL_CSS), ("agent.css", AGENT_CSS)] {
        let text = with_hashed_names(&style(&join("css", "css", parts)?), &made)?;
        made.push(asset(name, text.into_bytes())?);
    }
    for (name, parts) in [("portal.js", PORTAL_JS), ("agent.js", AGENT_JS)] {
        made.push(asset(name, script(&join("js", "js", parts)?).into_bytes())?);
    }
    write_table(&made)
}

fn join(folder: &str, extension: &str, parts: &[&str]) -> Outcome<String> {
    let mut text = String::new();
    for part in parts {
        let path = format!("assets/{folder}/{part}.{extension}");
        text.push_str(&fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?);
        text.push('\n');
    }
    Ok(text)
}

fn asset(name: &'static str, body: Vec<u8>) -> Outcome<Asset> {
    let (stem, extension) = name.rsplit_once('.').ok_or("an asset needs an extension")?;
    let hash = Sha256::digest(&body).iter().take(6).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Ok(Asset { name, file: format!("{stem}.{hash}.{extension}"), hash, body })
}

/// `asset:inter.woff2` → `inter.0123456789ab.woff2`; an unknown name stops the build.
fn with_hashed_names(text: &str, known: &[Asset]) -> Outcome<String> {
    let text = known
        .iter()
        .fold(text.to_owned(), |text, one| text.replace(&format!("asset:{}", one.name), &one.file));
    if text.contains("asset:") {
        Err("a style sheet names an asset that is not in FILES".into())
    } else {
        Ok(text)
    }
}

/// Drops comments and needless white space. Style sheets here hold no string with `/*` or double spaces.
fn style(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split_whitespace().collect();
    let mut text = words.join(" ");
    for (wide, tight) in
        [("{ ", "{"), (" {", "{"), ("; ", ";"), (" }", "}"), ("} ", "}"), (";}", "}"), (", ", ",")]
    {
        text = text.replace(wide, tight);
    }
    text
}

/// One module from many: imports between our own files go, exports become plain declarations.
/// Whole-line comments and indentation go too; a line never continues a template literal.
fn script(source: &str) -> String {
    source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("import "))
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .fold(String::new(), |text, line| text + line + "\n")
}

fn brotli(body: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*body, &mut out, &params)?;
    Ok(out)
}

fn gzip(body: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(body)?;
    Ok(encoder.finish()?)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn write_table(made: &[Asset]) -> Outcome<()> {
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let out = Path::new(&out);
    let mut table = String::from("static TABLE: &[Asset] = &[\n");
    for one in made {
        let packed = !one.name.ends_with(".woff2");
        fs::write(out.join(&one.file), &one.body)?;
        fs::write(
            out.join(format!("{}.br", one.file)),
            if packed { brotli(&one.body)? } else { Vec::new() },
        )?;
        fs::write(out.join(format!("{}.gz", one.file)), if packed { gzip(&one.body)? } else { Vec::new() })?;
        let include =
            |suffix: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{}{suffix}\"))", one.file);
        writeln!(
            table,
            "    Asset {{ name: {:?}, path: \"/tillgangar/{}\", media_type: {:?}, hash: {:?},\n        plain: {},\n        brotli: {},\n        gzip: {} }},",
            one.name,
            one.file,
            media_type(one.name),
            one.hash,
            include(""),
            include(".br"),
            include(".gz"),
        )?;
    }
    table.push_str("];\n");
    for one in made {
        let constant = one.name.replace(['.', '-'], "_").to_uppercase();
        writeln!(table, "pub const {constant}: &str = \"/tillgangar/{}\";", one.file)?;
    }
    fs::write(out.join("assets_table.rs"), table)?;
    Ok(())
}
