//! The rule that says who may read a ticket, and the same rule as SQL.

use desk::follower::{self, Follow};
use desk::ticket::{self, Assign, Question, Ref, Scope};
use kernel::{Actor, Channel, Grant, Id, Lang, Role};
use proptest::prelude::*;
use testkit::{House, on_both};

use crate::change;
use crate::town::*;

/// Six tickets of three people in three groups; Gunnel follows two.
fn some_tickets(house: &House) {
    settle(house);
    let asked =
        ["maria.lindqvist@ljusvik.example", "gunnel.persson@ljusvik.example", "lars.edin@ljusvik.example"];
    let groups = ["forsta-linjen", "natverk", "it-gruppen"];
    for n in 0..6 {
        let call = call_from(asked[n % 3], "Ett fel", ticket::Level::Low, ticket::Level::Low);
        let number = create(house, &johan(), TEN, call).unwrap().number;
        let group = Some(Ref::Name(groups[n / 2].to_owned()));
        change!(
            house,
            johan(),
            after(1),
            ticket::assign,
            Assign { number, group: group.clone(), ..Assign::default() }
        )
        .unwrap();
    }
    for number in [1, 4] {
        let follow = Follow { number, person: Some(Ref::Id(id(GUNNEL))) };
        change!(house, johan(), after(2), follower::follow, follow).unwrap();
    }
}

fn readers() -> impl Strategy<Value = Actor> {
    let roles = proptest::collection::vec(proptest::sample::select(Role::ALL.to_vec()), 0..3);
    let groups =
        proptest::collection::vec(proptest::sample::select(vec![FIRST_LINE, NETWORK, FALLBACK]), 0..3);
    let person = proptest::option::of(proptest::sample::select(vec![MARIA, GUNNEL, LARS, VIKTOR, HIDDEN]));
    (roles, groups, person).prop_map(|(roles, groups, person)| Actor {
        account: Some(Id::new()),
        person: person.map(id),
        label: String::new(),
        grants: roles.into_iter().map(|role| Grant { role, unit: None }).collect(),
        groups: groups.into_iter().map(id).collect(),
        channel: Channel::Page,
        lang: Lang::Sv,
    })
}

#[test]
fn the_rule_and_its_sql_agree_for_any_reader() {
    on_both(|house| {
        some_tickets(house);
        let house_itself = Actor::house(Channel::Job, "test");
        let all: Vec<_> = (1..=6)
            .map(|n| {
                let actor = house_itself.clone();
                look(house, move |tx| {
                    Ok((
                        ticket::find(tx, &actor, ticket::By::Number(n))?,
                        follower::of_ticket(tx, &actor, n)?,
                    ))
                })
                .unwrap()
            })
            .collect();
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(60)
        });
        runner
            .run(&readers(), |reader| {
                let scope = Scope::of(&reader);
                let may: Vec<i64> = all
                    .iter()
                    .filter(|(ticket, followers)| scope.view(ticket, followers).is_some())
                    .map(|(ticket, _)| ticket.number)
                    .rev()
                    .collect();
                for sort in ["number", "updated", "due"] {
                    let question = Question::parse([("sort", sort), ("status", "open")]).unwrap();
                    let actor = reader.clone();
                    let page = look(house, move |tx| ticket::list(tx, &actor, TEN, &question)).unwrap();
                    let mut listed: Vec<i64> = page.items.iter().map(|line| line.number).collect();
                    listed.sort_unstable_by(|a, b| b.cmp(a));
                    prop_assert_eq!(&listed, &may);
                }
                for (ticket, _) in &all {
                    let (actor, number) = (reader.clone(), ticket.number);
                    let read = look(house, move |tx| ticket::detail(tx, &actor, TEN, number)).is_ok();
                    prop_assert_eq!(read, may.contains(&number));
                }
                Ok(())
            })
            .unwrap();
    });
}
