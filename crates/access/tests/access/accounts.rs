use access::account::{self, NewAccount};
use access::secret::Secret;
use access::token::{self, NewToken, Stand};
use kernel::{Id, RefusalKind, Role};
use testkit::on_both;

use crate::story::{MORNING, actor, administrator, anna, grant, with_account};

#[test]
fn an_account_is_found_however_its_address_is_typed() {
    on_both(|house| {
        let new = anna(&[Role::FirstLine, Role::FirstLine]);
        let made = with_account(house, &new);
        assert_eq!(made.grants, vec![grant(Role::FirstLine)], "a role counts once");
        let (id, person) = (new.id, new.person.expect("a person"));
        let (typed, of_person) = house
            .db
            .read_now(move |tx| {
                Ok::<_, db::DbError>((
                    account::by_login(tx, " ANNA.lind@LJUSVIK.example ")?,
                    account::of_person(tx, person)?,
                ))
            })
            .expect("a look");
        assert_eq!(typed.as_ref(), Some(&made));
        assert_eq!(of_person.iter().map(|account| account.id).collect::<Vec<_>>(), [id]);
    });
}

#[test]
fn an_address_has_one_account() {
    on_both(|house| {
        with_account(house, &anna(&[Role::Employee]));
        let again = NewAccount { login: "ANNA.LIND@ljusvik.example".to_owned(), ..anna(&[]) };
        let refused = house
            .db
            .write_now(move |tx| account::create(tx, &administrator(), MORNING, &again))
            .expect_err("taken");
        assert_eq!((refused.code, refused.field), ("access-login-taken", Some("login")));
    });
}

#[test]
fn only_an_administrator_makes_accounts_and_roles() {
    on_both(|house| {
        let made = with_account(house, &anna(&[Role::Employee]));
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
            let denied = house
                .db
                .write_now(move |tx| {
                    account::set_grants(tx, &actor(role), MORNING, made.id, &[grant(Role::Administrator)])
                })
                .expect_err("denied");
            assert_eq!(denied.kind, RefusalKind::Forbidden, "{role:?}");
        }
    });
}

#[test]
fn the_last_administrator_stays() {
    on_both(|house| {
        let first = with_account(house, &anna(&[Role::Administrator]));
        let id = first.id;
        for attempt in 0..2 {
            let refused = house
                .db
                .write_now(move |tx| match attempt {
                    0 => account::set_grants(tx, &administrator(), MORNING, id, &[]).map(|_| ()),
                    _ => account::disable(tx, &administrator(), MORNING, id),
                })
                .expect_err("the last one");
            assert_eq!(refused.code, "access-last-administrator");
        }
        let second = NewAccount { login: "erik@ljusvik.example".to_owned(), ..anna(&[Role::Administrator]) };
        with_account(house, &second);
        house
            .db
            .write_now(move |tx| account::disable(tx, &administrator(), MORNING, id))
            .expect("another is there");
    });
}

#[test]
fn a_token_never_does_more_than_its_person() {
    on_both(|house| {
        let new = anna(&[Role::FirstLine]);
        with_account(house, &new);
        let person = new.person.expect("a person");
        for (role, held) in [(Role::FirstLine, true), (Role::Employee, true), (Role::Administrator, false)] {
            let token = NewToken {
                id: Id::new(),
                hash: Secret::new().expect("chance").hash(),
                name: "Larm".to_owned(),
                role,
                unit: None,
                days: 90,
                stand: Stand::Person {
                    person,
                    account: Id::new(),
                    login: "x@ljusvik.example".to_owned(),
                    label: "X".to_owned(),
                },
            };
            let made = house.db.write_now(move |tx| token::create(tx, &administrator(), MORNING, &token));
            assert_eq!(made.is_ok(), held, "{role:?}: {made:?}");
        }
    });
}
