//! How far the past is written. Its presence is what makes a database a demo.

use db::{Res, Tx, setting};
use kernel::{Clock, Day, Moment, Refusal};
use serde::{Deserialize, Serialize};

use super::{Dates, midnight};

const SETTING: &str = "app.demo";
const CLOCK: &str = "app.demo_clock";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// As they were when the municipality was first written: a demo that is continued next year keeps its merger.
    pub merger: Day,
    pub first: Day,
    /// Every ticket that was reported before this is there.
    pub written_through: Moment,
    /// How many those are.
    pub tickets: i64,
}

impl Marker {
    pub fn new(dates: &Dates) -> Self {
        Self { merger: dates.merger, first: dates.first, written_through: midnight(dates.first), tickets: 0 }
    }

    pub fn dates(&self, today: Day) -> Dates {
        Dates { today, merger: self.merger, first: self.first }
    }
}

pub fn read(tx: &mut Tx<'_>) -> Res<Option<Marker>> {
    setting::read(tx, SETTING)
}

pub fn write(tx: &mut Tx<'_>, marker: &Marker, now: Moment) -> Result<(), Refusal> {
    Ok(setting::write(tx, SETTING, marker, now)?)
}

/// Keeps how far the municipality's day is from the machine's, for [`clock`].
pub fn keep_clock(tx: &mut Tx<'_>, now: Moment) -> Res<()> {
    setting::write(tx, CLOCK, &(now.0 - Clock::real().now().0), now)
}

/// Commands live on the day that the demo lives on; any other house on the machine's.
pub fn clock(tx: &mut Tx<'_>) -> Res<Clock> {
    Ok(setting::read(tx, CLOCK)?.map_or_else(Clock::real, Clock::shifted))
}
