/// Where a device is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    InUse,
    InStock,
    Repair,
    Lost,
    Retired,
}

impl State {
    pub const ALL: [Self; 5] = [Self::InUse, Self::InStock, Self::Repair, Self::Lost, Self::Retired];

    /// As it is written in the database and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InUse => "in_use",
            Self::InStock => "in_stock",
            Self::Repair => "repair",
            Self::Lost => "lost",
            Self::Retired => "retired",
        }
    }

    /// The text that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InUse => "inventory-state-in-use",
            Self::InStock => "inventory-state-in-stock",
            Self::Repair => "inventory-state-repair",
            Self::Lost => "inventory-state-lost",
            Self::Retired => "inventory-state-retired",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
