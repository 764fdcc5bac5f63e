//! What a list's address asks: a view by name, and what is said over it. Each view is a question like any other.

use kernel::Refusal;
use web::Form;

use crate::ticket::{Assignee, Question, Reason};
use crate::view::SavedView;

/// The views that everybody has: the word in the address, its text key, its question.
pub(super) const VIEWS: [(&str, &str); 5] = [
    ("mina", "desk-view-mine"),
    ("otilldelade", "desk-view-unassigned"),
    ("alla", "desk-view-open"),
    ("svar", "desk-view-waiting"),
    ("leverantor", "desk-view-supplier"),
];

pub(super) fn view(name: &str) -> Question {
    let queue = Question::queue();
    match name {
        "mina" => Question { assignee: Some(Assignee::Me), ..queue },
        "otilldelade" => Question { assignee: Some(Assignee::Nobody), ..queue },
        "svar" => Question { reason: Some(Reason::User), ..queue },
        "leverantor" => Question { standing: crate::ticket::Standing::In(vec!["with_supplier"]), ..queue },
        _ => queue,
    }
}

/// The question of an address: its view, narrowed by its pairs.
pub(super) fn question(form: &Form) -> Result<Question, Refusal> {
    let pairs = form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
    view(form.raw("vy")).narrowed(pairs)
}

/// Without the place in the list.
pub(super) fn whole(question: &Question) -> Question {
    Question { after: None, size: kernel::PageSize::DEFAULT, ..question.clone() }
}

/// The word of the view that asks just this.
pub(super) fn named(question: &Question) -> Option<&'static str> {
    let asked = whole(question);
    VIEWS.iter().map(|(name, _)| *name).find(|name| view(name) == asked)
}

/// The saved view that asks just this.
pub(super) fn saved<'a>(question: &Question, views: &'a [SavedView]) -> Option<&'a SavedView> {
    let asked = whole(question);
    views.iter().find(|view| {
        let Ok(form) = Form::parse(&view.query) else { return false };
        let pairs = form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Question::parse(pairs).is_ok_and(|question| question == asked)
    })
}

/// The address of the list that asks this: by its view's word where it has one.
pub(super) fn address(path: &str, question: &Question) -> String {
    let question = whole(question);
    match named(&question) {
        Some("alla") => path.to_owned(),
        Some(name) => format!("{path}?vy={name}"),
        None => {
            let pairs = question.pairs().into_iter().map(|(name, value)| (name.to_owned(), value));
            web::page::components::with(path, &Form::of(pairs), "after", None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_with_nothing_said_over_it_is_itself() {
        for (name, _) in VIEWS {
            assert_eq!(named(&view(name)), Some(name));
            let asked = Form::parse(&format!("vy={name}&q=&priority=")).expect("a query");
            assert_eq!(question(&asked), Ok(view(name)));
        }
        assert_eq!(address("/arenden", &view("alla")), "/arenden");
        assert_eq!(address("/arenden/7", &view("mina")), "/arenden/7?vy=mina");
    }

    #[test]
    fn what_is_said_over_a_view_is_a_question_of_its_own() {
        let asked = Form::parse("vy=mina&priority=1&after=x").expect("a query");
        let asked = question(&asked).expect("a question");
        assert_eq!(named(&asked), None);
        let address = address("/arenden", &asked);
        assert_eq!(address, "/arenden?status=open&priority=1&assignee=me&sort=due");
        let again = Form::parse(address.split_once('?').expect("a query").1).expect("a query");
        assert_eq!(question(&again), Ok(whole(&asked)), "it reads back");
    }
}
