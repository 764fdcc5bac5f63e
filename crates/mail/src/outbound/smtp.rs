//! Hands one mail to the mail server.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Encryption, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{SmtpTransport, Transport};

use super::attempts::Fault;
use crate::settings::{SmtpSettings, Tls};

/// For each step of the talk. A job holds its lease for twenty seconds, and a dead server must not outlast it.
const PATIENCE: Duration = Duration::from_secs(5);

pub(crate) fn open(settings: &SmtpSettings) -> Result<SmtpTransport, Fault> {
    let parameters = || TlsParameters::new(settings.host.clone()).map_err(|_| Fault::Tls);
    let encryption = match settings.tls {
        Tls::None => Encryption::None,
        Tls::StartTls => Encryption::Required(parameters()?),
        Tls::Implicit => Encryption::Wrapper(parameters()?),
    };
    let domain = settings.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let mut builder = SmtpTransport::builder_dangerous(settings.host.clone())
        .port(settings.port)
        .tls(encryption)
        .hello_name(ClientId::Domain(domain.to_owned()))
        .timeout(Some(PATIENCE));
    if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(builder.build())
}

pub(crate) fn send(server: &SmtpTransport, from: &str, to: &str, mail: &[u8]) -> Result<(), Fault> {
    let address = |text: &str| text.parse().map_err(|_| Fault::Unwritable);
    let envelope = Envelope::new(Some(address(from)?), vec![address(to)?]).map_err(|_| Fault::Unwritable)?;
    server.send_raw(&envelope, mail).map(|_| ()).map_err(|error| {
        let status = error.status().map(u16::from);
        match status {
            Some(status) if error.is_permanent() => Fault::Refused(status),
            Some(status) => Fault::Later(status),
            None if error.is_tls() => Fault::Tls,
            None => Fault::Unreachable,
        }
    })
}
