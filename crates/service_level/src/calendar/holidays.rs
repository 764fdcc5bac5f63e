//! The Swedish days that have names: the red days of Act 1989:253 on public holidays, and the eves that
//! employers close or shorten by custom or agreement.
//!
//! Sundays are holidays by the same act; they are deliberately absent here, because a calendar says
//! in `[week]` whether it opens on Sundays.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// A day with a name. The codes are those of the definition and of `calendar days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NamedDay {
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    MayDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    NationalDay,
    MidsummerDay,
    AllSaintsDay,
    ChristmasDay,
    BoxingDay,
    EpiphanyEve,
    MaundyThursday,
    EasterEve,
    WalpurgisEve,
    AscensionEve,
    WhitsunEve,
    MidsummerEve,
    AllSaintsEve,
    ChristmasEve,
    NewYearsEve,
}

use NamedDay::*;

/// The days that `holidays = "sweden"` closes, through the year.
pub const RED_DAYS: [NamedDay; 14] = [
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    MayDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    NationalDay,
    MidsummerDay,
    AllSaintsDay,
    ChristmasDay,
    BoxingDay,
];

/// The days that `closed` and `[[short]]` may name.
pub const EVES: [NamedDay; 10] = [
    EpiphanyEve,
    MaundyThursday,
    EasterEve,
    WalpurgisEve,
    AscensionEve,
    WhitsunEve,
    MidsummerEve,
    AllSaintsEve,
    ChristmasEve,
    NewYearsEve,
];

/// How a day finds its date in a year.
enum Falls {
    On(i8, i8),
    AfterEaster(i32),
    /// The first such weekday on or after a date.
    OnFirst(Weekday, i8, i8),
}

impl NamedDay {
    pub const fn code(self) -> &'static str {
        self.entry().0
    }

    const fn entry(self) -> (&'static str, Falls) {
        use Falls::{AfterEaster, On, OnFirst};
        match self {
            NewYearsDay => ("new_years_day", On(1, 1)),
            EpiphanyEve => ("epiphany_eve", On(1, 5)),
            Epiphany => ("epiphany", On(1, 6)),
            MaundyThursday => ("maundy_thursday", AfterEaster(-3)),
            GoodFriday => ("good_friday", AfterEaster(-2)),
            EasterEve => ("easter_eve", AfterEaster(-1)),
            EasterSunday => ("easter_sunday", AfterEaster(0)),
            EasterMonday => ("easter_monday", AfterEaster(1)),
            WalpurgisEve => ("walpurgis_eve", On(4, 30)),
            MayDay => ("may_day", On(5, 1)),
            AscensionEve => ("ascension_eve", AfterEaster(38)),
            AscensionDay => ("ascension_day", AfterEaster(39)),
            WhitsunEve => ("whitsun_eve", AfterEaster(48)),
            WhitSunday => ("whit_sunday", AfterEaster(49)),
            WhitMonday => ("whit_monday", AfterEaster(50)),
            NationalDay => ("national_day", On(6, 6)),
            MidsummerEve => ("midsummer_eve", OnFirst(Weekday::Friday, 6, 19)),
            MidsummerDay => ("midsummer_day", OnFirst(Weekday::Saturday, 6, 20)),
            AllSaintsEve => ("all_saints_eve", OnFirst(Weekday::Friday, 10, 30)),
            AllSaintsDay => ("all_saints_day", OnFirst(Weekday::Saturday, 10, 31)),
            ChristmasEve => ("christmas_eve", On(12, 24)),
            ChristmasDay => ("christmas_day", On(12, 25)),
            BoxingDay => ("boxing_day", On(12, 26)),
            NewYearsEve => ("new_years_eve", On(12, 31)),
        }
    }

    pub fn date(self, year: i16) -> Date {
        match self.entry().1 {
            Falls::On(month, day) => date(year, month, day),
            Falls::AfterEaster(days) => easter_sunday(year).saturating_add(days.days()),
            Falls::OnFirst(weekday, month, day) => {
                let first = date(year, month, day);
                first.saturating_add(i32::from(first.weekday().until(weekday)).days())
            }
        }
    }

    /// Whit Monday was red until 2004; the National Day took its place in 2005.
    const fn is_red_in(self, year: i16) -> bool {
        match self {
            WhitMonday => year <= 2004,
            NationalDay => year >= 2005,
            _ => true,
        }
    }
}

impl fmt::Display for NamedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for NamedDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The red days of a year with their dates. Two may share a date, as May Day and Ascension Day in 2008.
pub fn red_days(year: i16) -> impl Iterator<Item = (Date, NamedDay)> {
    RED_DAYS.into_iter().filter(move |day| day.is_red_in(year)).map(move |day| (day.date(year), day))
}

/// Easter Sunday in the Gregorian calendar, by the method known as Meeus/Jones/Butcher.
pub fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let (golden, century, in_century) = (y % 19, y / 100, y % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days_from_march = epact + to_sunday - 7 * late + 21;
    date(year, 3, 1).saturating_add(days_from_march.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2018, 4, 1),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }

    #[test]
    fn easter_is_always_a_sunday_from_22_march_to_25_april() {
        for year in 1970..2200 {
            let easter = easter_sunday(year);
            assert_eq!(easter.weekday(), Weekday::Sunday, "{year}");
            assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25), "{year}");
        }
    }

    #[test]
    fn moving_days_keep_their_weekday_and_their_week() {
        for year in 1970..2200 {
            let between = |day: NamedDay, weekday, from: Date| {
                let on = day.date(year);
                assert_eq!(on.weekday(), weekday, "{day} {year}");
                assert!(on >= from && on <= from.saturating_add(6.days()), "{day} {year}");
            };
            between(MidsummerEve, Weekday::Friday, date(year, 6, 19));
            between(MidsummerDay, Weekday::Saturday, date(year, 6, 20));
            between(AllSaintsEve, Weekday::Friday, date(year, 10, 30));
            between(AllSaintsDay, Weekday::Saturday, date(year, 10, 31));
            assert_eq!(MaundyThursday.date(year).weekday(), Weekday::Thursday);
            assert_eq!(AscensionEve.date(year).weekday(), Weekday::Wednesday);
            assert_eq!(WhitsunEve.date(year).weekday(), Weekday::Saturday);
        }
    }

    #[test]
    fn the_national_day_took_the_place_of_whit_monday() {
        let named = |year, wanted| red_days(year).any(|(_, day)| day == wanted);
        assert!(named(2004, WhitMonday) && !named(2004, NationalDay));
        assert!(!named(2005, WhitMonday) && named(2005, NationalDay));
    }

    #[test]
    fn codes_are_unique() {
        let mut codes: Vec<_> = RED_DAYS.iter().chain(&EVES).map(|day| day.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), RED_DAYS.len() + EVES.len());
    }
}
