//! What the server is told: a TOML file, the environment (`ENHET_…`) over it, flags over both.
//! The only file that reads the environment. An unknown key is refused with the nearest known one.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use db::Target;
use mail::{SmtpSettings, Tls};

/// Every key, as the file writes it; the environment writes `ENHET_` and capitals, dots become `_`.
const KEYS: [&str; 13] = [
    "listen",
    "data",
    "database",
    "public_url",
    "proxies",
    "log",
    "log_format",
    "smtp.host",
    "smtp.port",
    "smtp.user",
    "smtp.password",
    "smtp.from",
    "smtp.tls",
];

const DEFAULT_LISTEN: &str = "127.0.0.1:8080";
const DEFAULT_DATA: &str = "enhet-data";

/// What the flags of a command said; it wins over file and environment.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    pub config: Option<PathBuf>,
    pub listen: Option<String>,
    pub data: Option<PathBuf>,
}

#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    /// `--listen` was given, so a port that is taken is an error instead of a reason to try the next.
    pub listen_given: bool,
    pub data: PathBuf,
    /// The data folder was named by somebody; a demo without one keeps nothing.
    pub data_given: bool,
    pub target: Target,
    pub public_url: Option<String>,
    pub proxies: Vec<IpAddr>,
    pub log: String,
    pub log_json: bool,
    pub smtp: Option<SmtpSettings>,
}

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
    #[error("{0}: {1}")]
    Toml(String, String),
    #[error("{place} has the unknown key {key}; the nearest known one is {nearest}")]
    UnknownKey { place: String, key: String, nearest: String },
    #[error("{key} must be {want}, not {got:?}")]
    Value { key: &'static str, want: &'static str, got: String },
    #[error("{0}")]
    Database(#[from] db::TargetError),
    #[error("smtp.host is given, so smtp.from must be too: the address that mails come from")]
    SmtpFrom,
}

type Values = BTreeMap<String, String>;

/// Reads everything that was said. `flags.config` names the file; without it `DATA/enhet.toml` is read if it is there.
pub fn load(flags: &Flags) -> Result<Config, ConfigError> {
    from(flags, &environment()?)
}

fn from(flags: &Flags, environment: &Values) -> Result<Config, ConfigError> {
    let said_data = flags.data.clone().or_else(|| environment.get("data").map(PathBuf::from));
    let mut values = Values::new();
    match &flags.config {
        Some(path) => values = file(path)?,
        None => {
            let path = said_data.clone().unwrap_or_else(|| DEFAULT_DATA.into()).join("enhet.toml");
            if path.exists() {
                values = file(&path)?;
            }
        }
    }
    values.extend(environment.clone());
    let data = said_data.or_else(|| values.get("data").map(PathBuf::from));
    let listen = flags.listen.clone().or_else(|| values.get("listen").cloned());
    let data_given = data.is_some();
    let data = data.unwrap_or_else(|| DEFAULT_DATA.into());
    let target = match values.get("database") {
        Some(text) => Target::parse(text)?,
        None => Target::Sqlite(data.join("enhet.db")),
    };
    Ok(Config {
        listen_given: listen.is_some(),
        listen: address(listen.as_deref().unwrap_or(DEFAULT_LISTEN))?,
        data,
        data_given,
        target,
        public_url: values.get("public_url").map(|url| url.trim_end_matches('/').to_owned()),
        proxies: proxies(values.get("proxies"))?,
        log: values.get("log").cloned().unwrap_or_else(|| "info".to_owned()),
        log_json: values.get("log_format").is_some_and(|format| format == "json"),
        smtp: smtp(&values)?,
    })
}

fn address(text: &str) -> Result<SocketAddr, ConfigError> {
    // `:8080` and `8080` are what people type; a host name is not looked up, a server listens on an address.
    let full = match text.strip_prefix(':').unwrap_or(text) {
        port if port.chars().all(|c| c.is_ascii_digit()) => format!("127.0.0.1:{port}"),
        _ => text.replace("localhost", "127.0.0.1"),
    };
    let want = "an address and a port, as 127.0.0.1:8080";
    full.parse().map_err(|_| ConfigError::Value { key: "listen", want, got: text.to_owned() })
}

fn proxies(text: Option<&String>) -> Result<Vec<IpAddr>, ConfigError> {
    let Some(text) = text else { return Ok(Vec::new()) };
    text.split([',', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| {
            let want = "the addresses of trusted proxies with commas between";
            part.parse().map_err(|_| ConfigError::Value { key: "proxies", want, got: part.to_owned() })
        })
        .collect()
}

fn smtp(values: &Values) -> Result<Option<SmtpSettings>, ConfigError> {
    let Some(host) = values.get("smtp.host") else { return Ok(None) };
    let port = match values.get("smtp.port") {
        None => None,
        Some(text) => {
            let want = "a port number";
            let port =
                text.parse().map_err(|_| ConfigError::Value { key: "smtp.port", want, got: text.clone() });
            Some(port?)
        }
    };
    let tls = match values.get("smtp.tls") {
        None => Tls::default(),
        Some(text) => {
            let want = "starttls, implicit or none";
            Tls::parse(text).ok_or_else(|| ConfigError::Value { key: "smtp.tls", want, got: text.clone() })?
        }
    };
    let usual = match tls {
        Tls::None => 25,
        Tls::StartTls => 587,
        Tls::Implicit => 465,
    };
    Ok(Some(SmtpSettings {
        host: host.clone(),
        port: port.unwrap_or(usual),
        user: values.get("smtp.user").cloned(),
        password: values.get("smtp.password").cloned(),
        from: values.get("smtp.from").cloned().ok_or(ConfigError::SmtpFrom)?,
        tls,
    }))
}

/// The file as flat keys with text values.
fn file(path: &Path) -> Result<Values, ConfigError> {
    let place = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| ConfigError::File(place.clone(), error))?;
    let table: toml::Table =
        text.parse().map_err(|error| ConfigError::Toml(place.clone(), format!("{error}")))?;
    let mut values = Values::new();
    flatten("", &table, &mut values);
    known(&place, values.keys())?;
    Ok(values)
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut Values) {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        match value {
            toml::Value::Table(inner) => flatten(&format!("{key}."), inner, into),
            toml::Value::String(text) => drop(into.insert(key, text.clone())),
            toml::Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(toml::Value::as_str).collect();
                into.insert(key, items.join(","));
            }
            other => drop(into.insert(key, other.to_string())),
        }
    }
}

/// `ENHET_SMTP_HOST` is `smtp.host`. What tests hand over (`ENHET_TEST_…`) is not ours.
fn environment() -> Result<Values, ConfigError> {
    let said = std::env::vars_os().filter_map(|(name, value)| {
        let name = name.to_str()?.strip_prefix("ENHET_")?.to_lowercase();
        (!name.starts_with("test_")).then_some(())?;
        let key = match name.strip_prefix("smtp_") {
            Some(rest) => format!("smtp.{rest}"),
            None => name,
        };
        Some((key, value.to_str()?.to_owned()))
    });
    let values: Values = said.collect();
    known("the environment (ENHET_…)", values.keys())?;
    Ok(values)
}

/// Who runs the command, for the audit log.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub fn system_user() -> String {
    let said =
        std::env::var("SUDO_USER").or_else(|_| std::env::var("USER")).or_else(|_| std::env::var("LOGNAME"));
    said.unwrap_or_else(|_| "system".to_owned())
}

fn known<'a>(place: &str, keys: impl Iterator<Item = &'a String>) -> Result<(), ConfigError> {
    for key in keys {
        if !KEYS.contains(&key.as_str()) {
            let nearest = KEYS.iter().min_by_key(|known| strsim::damerau_levenshtein(known, key));
            return Err(ConfigError::UnknownKey {
                place: place.to_owned(),
                key: key.clone(),
                nearest: nearest.copied().unwrap_or_default().to_owned(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(
            folder.path().join("enhet.toml"),
            "listen = \"127.0.0.1:1\"\nlog = \"debug\"\n[smtp]\nhost = \"mail\"\nfrom = \"a@b\"\nport = 26\n",
        )
        .expect("written");
        let flags = Flags { data: Some(folder.path().to_owned()), ..Flags::default() };
        let config = from(&flags, &said(&[("listen", "127.0.0.1:2")])).expect("fine");
        assert_eq!((config.listen.port(), config.log.as_str()), (2, "debug"));
        assert_eq!(config.smtp.as_ref().map(|smtp| smtp.port), Some(26));
        assert_eq!(config.target, Target::Sqlite(folder.path().join("enhet.db")));
        let flags = Flags { listen: Some("127.0.0.1:3".to_owned()), ..flags };
        let config = from(&flags, &said(&[("listen", "127.0.0.1:2"), ("database", "postgres://u@h/d")]))
            .expect("fine");
        assert_eq!(config.listen.port(), 3);
        assert_eq!(config.target, Target::Postgres("postgres://u@h/d".to_owned()));
    }

    #[test]
    fn an_unknown_key_names_the_nearest() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.toml");
        std::fs::write(&path, "databas = \"sqlite:x\"\n").expect("written");
        let error =
            from(&Flags { config: Some(path), ..Flags::default() }, &Values::new()).expect_err("unknown");
        assert!(
            error.to_string().ends_with("unknown key databas; the nearest known one is database"),
            "{error}"
        );
    }

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for (text, want) in [
            ("8080", "127.0.0.1:8080"),
            (":9", "127.0.0.1:9"),
            ("localhost:80", "127.0.0.1:80"),
            ("0.0.0.0:80", "0.0.0.0:80"),
        ] {
            assert_eq!(address(text).expect("fine").to_string(), want, "{text}");
        }
        assert!(address("example.org:80").is_err());
    }
}
