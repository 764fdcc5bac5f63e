//! When a mail is sent again, and when it is given up.

use kernel::Moment;

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The server said no to this mail for good (5yz).
    Refused(u16),
    /// The server asks to try again (4yz).
    Later(u16),
    /// The server could not be reached, or did not speak as agreed.
    Unreachable,
    /// Its certificate or the encryption was no good.
    Tls,
    /// The address or the letter cannot be made into a mail.
    Unwritable,
}

impl Fault {
    /// As it is stored; the words stand in the texts under `mail-fault-…`.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Refused(status) => format!("refused {status}"),
            Self::Later(status) => format!("later {status}"),
            Self::Unreachable => "unreachable".to_owned(),
            Self::Tls => "tls".to_owned(),
            Self::Unwritable => "unwritable".to_owned(),
        }
    }

    const fn is_final(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Unwritable)
    }

    /// It is the server's and not this mail's: the others need not be tried now either.
    pub(crate) const fn is_the_servers(&self) -> bool {
        // 421: the server is closing; 454: it cannot do TLS now; 5yz about signing in.
        matches!(
            self,
            Self::Unreachable | Self::Tls | Self::Later(421 | 454) | Self::Refused(530 | 534 | 535)
        )
    }
}

/// Minutes between attempts; after the last the mail is given up. Together four days.
const PAUSES: [i64; 9] = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440];

/// When to try again after so many attempts in all; none: never, it is a dead letter.
pub(crate) fn next(fault: &Fault, attempts: i64, now: Moment) -> Option<Moment> {
    if fault.is_final() && !fault.is_the_servers() {
        return None;
    }
    let pause = usize::try_from(attempts - 1).ok().and_then(|nth| PAUSES.get(nth))?;
    Some(now.plus(pause * Moment::MINUTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(0);

    #[test]
    fn what_passes_is_tried_again_ever_more_seldom() {
        for fault in [Fault::Later(451), Fault::Unreachable, Fault::Tls, Fault::Refused(535)] {
            let pauses: Vec<Option<i64>> = (1..=10)
                .map(|attempts| next(&fault, attempts, NOW).map(|at| at.0 / Moment::MINUTE))
                .collect();
            assert_eq!(pauses[..3], [Some(1), Some(5), Some(15)], "{fault:?}");
            assert!(pauses.windows(2).all(|pair| pair[1].is_none() || pair[0] <= pair[1]));
            assert_eq!(pauses[9], None, "{fault:?}");
        }
    }

    #[test]
    fn what_never_passes_is_given_up_at_once() {
        for fault in [Fault::Refused(550), Fault::Refused(554), Fault::Unwritable] {
            assert_eq!(next(&fault, 1, NOW), None, "{fault:?}");
        }
    }

    #[test]
    fn a_mail_is_not_blamed_for_its_server() {
        for (fault, the_servers) in [
            (Fault::Unreachable, true),
            (Fault::Refused(535), true),
            (Fault::Later(421), true),
            (Fault::Later(450), false),
            (Fault::Refused(550), false),
        ] {
            assert_eq!(fault.is_the_servers(), the_servers, "{fault:?}");
        }
    }
}
