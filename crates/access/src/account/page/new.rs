use axum::http::HeaderMap;
use kernel::{Id, Refusal, RefusalKind};
use maud::{Markup, html};
use web::answer::{html, html_with, status};
use web::page::components::{Button, backlink};
use web::page::forms::{Choice, Fields};
use web::page::layout::csrf_field;
use web::{Answer, Ask, Form};

use super::edit::{link_shown, read_grants};
use super::role_choices;
use crate::Wiring;
use crate::account::{self, NewAccount};
use crate::password;
use crate::real_time::real_now;
use crate::room_page::{frame, stand};
use crate::secret::Secret;

pub(crate) async fn show(ask: Ask, wiring: Wiring) -> Answer {
    let units = units(&ask, wiring).await?;
    html(page(&ask, &units, &Form::default(), None))
}

pub(super) async fn units(ask: &Ask, wiring: Wiring) -> Result<Vec<(Id, String)>, Refusal> {
    let lang = ask.lang();
    Ok(ask.read(move |tx, _, now| (wiring.units)(tx, lang, now)).await?)
}

/// Makes the account and its link, and shows the link once.
pub(crate) async fn create(ask: Ask, headers: HeaderMap, form: Form, wiring: Wiring) -> Answer {
    let secret = Secret::new()?;
    let (hash, until) = (secret.hash(), real_now());
    let new = NewAccount {
        id: Id::new(),
        person: None,
        login: form.text("login"),
        label: form.text("label"),
        grants: read_grants(&form, &[]),
    };
    let made = ask
        .write(move |tx, actor, now| {
            // Somebody whom the directory knows by this address is the person behind the account.
            let new = NewAccount { person: (wiring.person_by_mail)(tx, &new.login)?, ..new.clone() };
            let account = account::create(tx, actor, now, &new)?;
            password::new_link(tx, actor, until, account.id, hash)?;
            Ok::<_, Refusal>(account)
        })
        .await;
    match made {
        Ok(account) => link_shown(&ask, &headers, &account, &secret),
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict) => {
            let units = units(&ask, wiring).await?;
            html_with(status(refusal.kind), page(&ask, &units, &form, Some(&refusal)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(ask: &Ask, units: &[(Id, String)], form: &Form, refusal: Option<&Refusal>) -> Markup {
    let w = ask.words();
    let mut frame = frame(ask, w.t("access-account-add"), refusal);
    frame.narrow = true;
    let fields = Fields::new(w, form, refusal);
    let units = units.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let content = html! {
        (backlink(&w.t("access-accounts"), "/admin/roller"))
        (fields.summary())
        h1 class="h-xl" { (w.t("access-account-add")) }
        form method="post" action="/admin/roller" novalidate {
            (csrf_field(&frame.csrf))
            (fields.text("label", w.t("access-label")).autocomplete("off").max(120))
            (fields.text("login", w.t("access-mail")).kind("email").autocomplete("off").hint(w.t("access-mail-hint")))
            (fields.checks("role", w.t("access-roles"), role_choices(w)).value("employee"))
            (fields.select("unit", w.t("access-unit"), units).none(w.t("access-unit-none")).hint(w.t("access-unit-hint")))
            div class="formacts" { (Button::submit(w.t("access-account-add-do")).primary()) }
        }
    };
    stand(ask, &frame, content)
}
