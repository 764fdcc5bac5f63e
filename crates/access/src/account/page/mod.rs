//! `/admin/roller`: accounts and their roles, for administrators.

mod edit;
mod list;
mod new;
mod one;

pub(crate) use edit::{
    disable, enable, end_sessions, make_link, origin, revoke_token, save_name, save_roles,
};
pub(crate) use list::{export, show as show_list};
pub(crate) use new::{create, show as show_new};
pub(crate) use one::show;

use kernel::{Grant, Id, Role};
use maud::{Markup, html};
use texts::Words;
use web::frame::role_key;
use web::page::components::{Tone, tag};
use web::page::forms::Choice;

use super::Account;

/// Every role with a line about what it may.
fn role_choices(w: Words) -> Vec<Choice> {
    Role::ALL
        .into_iter()
        .map(|role| Choice::new(role.code(), w.t(role_key(role))).about(w.t(about_key(role))))
        .collect()
}

const fn about_key(role: Role) -> &'static str {
    match role {
        Role::Employee => "access-about-employee",
        Role::FirstLine => "access-about-first-line",
        Role::SupplierAgent => "access-about-supplier-agent",
        Role::SecondLine => "access-about-second-line",
        Role::ItManager => "access-about-it-manager",
        Role::DepartmentHead => "access-about-department-head",
        Role::Politician => "access-about-politician",
        Role::Administrator => "access-about-administrator",
        Role::Architect => "access-about-architect",
    }
}

/// The roles in words, each with its unit if it has one.
fn roles(w: Words, grants: &[Grant], units: &[(Id, String)]) -> String {
    let one = |grant: &Grant| {
        let role = w.t(role_key(grant.role));
        match grant.unit.and_then(|unit| units.iter().find(|(id, _)| *id == unit)) {
            Some((_, unit)) => w.with("access-role-of", &[("role", role.into()), ("unit", unit.into())]),
            None => role,
        }
    };
    w.list(&grants.iter().map(one).collect::<Vec<_>>())
}

/// Closed, for a program, or still without a password.
fn state(w: Words, account: &Account) -> Markup {
    html! {
        @if account.disabled { (tag(Tone::Neutral, None, &w.t("access-state-closed"))) }
        @else if account.service { (tag(Tone::Info, None, &w.t("access-state-service"))) }
        @else if account.password_at.is_none() { (tag(Tone::Warn, None, &w.t("access-state-waiting"))) }
        @else { (tag(Tone::Ok, None, &w.t("access-state-open"))) }
    }
}
