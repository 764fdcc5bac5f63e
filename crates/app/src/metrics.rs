//! `/metrics` in Prometheus' text form: for this machine, or with a token that may read it. No personal data.

use std::fmt::Write as _;

use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Permission, Refusal, Role};
use web::ask::Ask;
use web::{Answer, Slice};

static READ: Permission =
    Permission { code: "app.metrics.read", roles: &[Role::Administrator, Role::Architect, Role::ItManager] };

/// The app's own slice: what belongs to no business word.
pub fn slice() -> Slice {
    Slice {
        name: "app",
        routes: vec![web::get("/metrics", web::OPEN, show)],
        texts: Some(texts::Source {
            slice: "app",
            sv: include_str!("../texts/sv.ftl"),
            en: include_str!("../texts/en.ftl"),
        }),
        ..Slice::default()
    }
}

async fn show(ask: Ask, headers: axum::http::HeaderMap) -> Answer {
    // A proxy on this machine brings the whole world with it, so what came through one needs a token.
    let here = ask.visitor.address.is_some_and(|address| address.is_loopback());
    let through_a_proxy = headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
    let on_this_machine = here && !through_a_proxy;
    if !on_this_machine && !ask.actor().may(&READ) {
        return Err(Refusal::forbidden("no-permission").into());
    }
    let runs = ask.read(|tx, _, _| Ok::<_, Refusal>(jobs::history(tx)?)).await?;
    let mut text = ask.app.tally.text();
    let _ = writeln!(text, "# HELP enhet_info The running version.\n# TYPE enhet_info gauge");
    let _ = writeln!(text, "enhet_info{{version=\"{}\"}} 1", ask.app.options.version);
    let _ = writeln!(
        text,
        "# HELP enhet_job_last_end_seconds When a job last ended (Unix time).\n# TYPE enhet_job_last_end_seconds gauge"
    );
    for run in &runs {
        if let Some(at) = run.ended_at {
            let _ = writeln!(
                text,
                "enhet_job_last_end_seconds{{job=\"{}\"}} {}",
                run.name,
                at.0 / kernel::Moment::SECOND
            );
        }
    }
    let _ = writeln!(
        text,
        "# HELP enhet_job_failed Whether a job's last run failed.\n# TYPE enhet_job_failed gauge"
    );
    for run in &runs {
        let failed = run.report.as_ref().is_some_and(|report| report.get("error").is_some());
        let _ = writeln!(text, "enhet_job_failed{{job=\"{}\"}} {}", run.name, u8::from(failed));
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
