//! How much time is left or over, and how long things take.

use kernel::Moment;

use crate::Words;

impl Words {
    /// When something must be done, as the queue says it: `12 min över tiden`, `48 min kvar`, `I dag kl. 14.40`,
    /// `I morgon kl. 10.00`, `Torsdag 14 mars`. The exact instant of the promise still counts as kept.
    pub fn due_words(self, due: Moment, now: Moment) -> String {
        let micros = due.0.saturating_sub(now.0);
        if micros < 0 {
            return self.over(micros.saturating_neg());
        }
        if micros < Moment::HOUR {
            return self.with("due-minutes-left", &[("count", minutes(micros).into())]);
        }
        let (date, today) = (self.civil(due).0, self.civil(now).0);
        let words = match self.near_day(date, today) {
            Some(day) => self.with("due-day-time", &[("day", day.into()), ("time", self.time(due).into())]),
            None => self.date_long(due, now),
        };
        first_upper(&words)
    }

    /// `45 min`, `4 timmar`, `1 tim 20 min`. Open time has no days: 40 hours are 40 hours.
    pub fn duration(self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, _) => self.with("duration-minutes", &[("minutes", rest.into())]),
            (_, 0) => self.with("duration-hours", &[("hours", hours.into())]),
            _ => self.with("duration-hours-minutes", &[("hours", hours.into()), ("minutes", rest.into())]),
        }
    }

    /// The longer over, the coarser: nobody acts on "49 tim 12 min".
    fn over(self, micros: i64) -> String {
        let (key, count) = match micros {
            ..Moment::HOUR => ("due-minutes-over", minutes(micros)),
            Moment::HOUR..172_800_000_000 => ("due-hours-over", micros / Moment::HOUR),
            _ => ("due-days-over", micros / Moment::DAY),
        };
        self.with(key, &[("count", count.into())])
    }
}

/// Whole minutes, but never "0 min": what has begun is one.
const fn minutes(micros: i64) -> i64 {
    let whole = micros / Moment::MINUTE;
    if whole == 0 { 1 } else { whole }
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
