use crate::{Plan, Series};

/// One line of the table.
pub struct Row {
    name: String,
    figure: String,
    aim: String,
}

impl Row {
    pub fn new(name: &str, figure: String) -> Self {
        Self { name: name.to_owned(), figure, aim: String::new() }
    }

    pub fn aimed(name: &str, figure: String, aim: String, met: bool) -> Self {
        let aim = format!("{} {aim}", if met { "meets" } else { "MISSES" });
        Self { name: name.to_owned(), figure, aim }
    }

    /// As part of the bare answer.
    pub fn share(name: &str, of: &Series, bare: &Series, least: f64) -> Self {
        let share = of.rate() / bare.rate() * 100.0;
        let figure = format!(
            "{:.0}/s = {share:.1} %, p50 {:.1} ms, p99 {:.1} ms",
            of.rate(),
            median(&of.p50),
            median(&of.p99)
        );
        Self::aimed(name, figure, format!("≥ {least} %"), share >= least)
    }

    pub fn tail(name: &str, of: &Series) -> Self {
        let times = median(&of.p99) / median(&of.p50);
        Self::aimed(name, format!("p99 = {times:.1} × p50"), "≤ 10 ×".to_owned(), times <= 10.0)
    }

    /// How much longer it takes in the larger house.
    pub fn growth(name: &str, less: &Series, more: &Series, plan: Plan) -> Self {
        let times = less.rate() / more.rate();
        let figure = format!("{:.0}/s and {:.0}/s = {times:.2} ×", less.rate(), more.rate());
        Self::aimed(
            &format!("{name}, {} and {} tickets", plan.small, plan.large),
            figure,
            "≤ 1.5 ×".to_owned(),
            times <= 1.5,
        )
    }

    pub fn against(name: &str, slow: &Series, quick: &Series, most: f64) -> Self {
        let times = quick.rate() / slow.rate();
        Self::aimed(name, format!("{times:.2} ×"), format!("≤ {most} ×"), times <= most)
    }
}

pub fn print(title: &str, rows: &[Row]) {
    println!("\n{title}");
    let (name, figure) = rows.iter().fold((0, 0), |(name, figure), row| {
        (name.max(row.name.chars().count()), figure.max(row.figure.chars().count()))
    });
    for row in rows {
        let line = format!("  {:<name$}  {:<figure$}  {}", row.name, row.figure, row.aim);
        println!("{}", line.trim_end());
    }
}

pub fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
