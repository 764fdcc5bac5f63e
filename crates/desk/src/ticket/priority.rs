//! How urgent a ticket is: impact × urgency through a matrix that the municipality may edit (pure).

use kernel::Refusal;
use serde::{Deserialize, Serialize};

/// How much is affected, or how soon it must work. Asked as two questions, answered in the same words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    High,
    #[default]
    Medium,
    Low,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    pub const fn code(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    const fn place(self) -> usize {
        match self {
            Self::High => 0,
            Self::Medium => 1,
            Self::Low => 2,
        }
    }
}

/// 1 is the most urgent, 4 the least. Goals hang on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Priority(u8);

impl Priority {
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Priority {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if (1..=4).contains(&number) { Ok(Self(number)) } else { Err("a priority is 1, 2, 3 or 4") }
    }
}

impl From<Priority> for u8 {
    fn from(priority: Priority) -> Self {
        priority.0
    }
}

/// Rows are impact, columns urgency, both high, medium, low.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Matrix([[Priority; 3]; 3]);

impl Default for Matrix {
    fn default() -> Self {
        let [p1, p2, p3, p4] = Priority::ALL;
        Self([[p1, p2, p3], [p2, p3, p4], [p3, p4, p4]])
    }
}

impl Matrix {
    /// Refused when a cell is less urgent than one with lower impact or urgency: nobody could explain it.
    pub fn new(rows: [[Priority; 3]; 3]) -> Result<Self, Refusal> {
        let down =
            |low: Level| [Level::High, Level::Medium, Level::Low].into_iter().filter(move |l| *l < low);
        let matrix = Self(rows);
        for impact in Level::ALL {
            for urgency in Level::ALL {
                let here = matrix.priority(impact, urgency);
                let worse = down(impact).any(|higher| matrix.priority(higher, urgency) > here)
                    || down(urgency).any(|higher| matrix.priority(impact, higher) > here);
                if worse {
                    return Err(Refusal::invalid("matrix", "desk-matrix-not-ordered"));
                }
            }
        }
        Ok(matrix)
    }

    pub fn priority(&self, impact: Level, urgency: Level) -> Priority {
        let [high, medium, low] = &self.0;
        let row = match impact {
            Level::High => high,
            Level::Medium => medium,
            Level::Low => low,
        };
        row.get(urgency.place()).copied().unwrap_or(Priority(4))
    }

    pub const fn rows(&self) -> &[[Priority; 3]; 3] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_matrix() {
        use Level::{High as H, Low as L, Medium as M};
        let matrix = Matrix::default();
        for (impact, urgency, want) in [
            (H, H, 1),
            (H, M, 2),
            (M, H, 2),
            (H, L, 3),
            (M, M, 3),
            (L, H, 3),
            (M, L, 4),
            (L, M, 4),
            (L, L, 4),
        ] {
            assert_eq!(matrix.priority(impact, urgency).number(), want, "{impact:?} {urgency:?}");
        }
        assert_eq!(Level::default(), M);
    }

    #[test]
    fn a_matrix_reads_back_and_must_be_ordered() {
        let text = serde_json::to_string(&Matrix::default()).expect("JSON");
        assert_eq!(text, "[[1,2,3],[2,3,4],[3,4,4]]");
        assert_eq!(serde_json::from_str::<Matrix>(&text).expect("a matrix"), Matrix::default());
        assert!(serde_json::from_str::<Matrix>("[[1,2,3],[2,3,4],[3,4,5]]").is_err(), "there is no fifth");
        let [p1, p2, p3, p4] = Priority::ALL;
        assert!(Matrix::new([[p1, p1, p2], [p1, p2, p3], [p2, p3, p4]]).is_ok());
        let code = Matrix::new([[p2, p1, p1], [p1, p1, p1], [p1, p1, p1]]).map_err(|no| no.code);
        assert_eq!(code, Err("desk-matrix-not-ordered"));
    }
}
