//! What may be done to a ticket by this reader now (pure): what pages offer, and the API lists.

use super::{Move, Reason, Stage, Ticket, View};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    Message,
    Note,
    Edit,
    Assign,
    Take,
    Hold,
    SendToSupplier,
    Resume,
    Resolve,
    Reopen,
    Close,
}

impl Deed {
    pub const ALL: [Self; 11] = [
        Self::Message,
        Self::Note,
        Self::Edit,
        Self::Assign,
        Self::Take,
        Self::Hold,
        Self::SendToSupplier,
        Self::Resume,
        Self::Resolve,
        Self::Reopen,
        Self::Close,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Note => "note",
            Self::Edit => "edit",
            Self::Assign => "assign",
            Self::Take => "take",
            Self::Hold => "hold",
            Self::SendToSupplier => "send_to_supplier",
            Self::Resume => "resume",
            Self::Resolve => "resolve",
            Self::Reopen => "reopen",
            Self::Close => "close",
        }
    }

    fn is_open_to(self, ticket: &Ticket, view: View, is_requester: bool, in_time: bool) -> bool {
        let may = |step| ticket.stage.after(step).is_ok();
        if view == View::Public {
            return match self {
                Self::Message => ticket.stage != Stage::Closed,
                Self::Reopen => is_requester && in_time && may(Move::Reopen),
                _ => false,
            };
        }
        match self {
            Self::Note => true,
            Self::Message | Self::Edit | Self::Assign => ticket.stage != Stage::Closed,
            Self::Take => may(Move::Start),
            Self::Hold => Reason::ALL.into_iter().any(|reason| may(Move::Hold(reason))),
            Self::SendToSupplier => may(Move::SendToSupplier),
            Self::Resume => may(Move::Resume),
            Self::Resolve => may(Move::Resolve),
            Self::Reopen => may(Move::Reopen),
            Self::Close => may(Move::Close),
        }
    }
}

/// `in_time`: the days in which a requester may reopen are not over.
pub fn deeds(ticket: &Ticket, view: View, is_requester: bool, in_time: bool) -> Vec<Deed> {
    Deed::ALL.into_iter().filter(|deed| deed.is_open_to(ticket, view, is_requester, in_time)).collect()
}
