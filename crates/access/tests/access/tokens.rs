use access::account::{self, NewAccount};
use access::cli::{self, NewToken, TokenPerson};
use access::secret;
use access::session::Gate;
use access::token;
use kernel::{Actor, Channel, Grant, Id, Moment, Role};
use testkit::{House, on_both};
use web::app::{Credential, Identify, Identity};

use crate::story::{MORNING, administrator, anna, grant, with_account};

fn house_at_the_command_line() -> Actor {
    Actor::house(Channel::Cli, "root")
}

fn who(house: &House, token: &str, now: Moment) -> Option<Identity> {
    let hash = secret::hash(token);
    let gate = Gate::new(|_, person, _| Ok(vec![person]));
    house.db.read_now(move |tx| gate.identify(tx, Credential::Token(hash), now)).expect("an answer")
}

fn token(name: &str, role: Role, person: Option<TokenPerson>) -> NewToken {
    NewToken { name: name.to_owned(), role, unit: None, days: 90, person }
}

#[test]
fn a_service_token_has_its_role_and_no_person() {
    on_both(|house| {
        let actor = house_at_the_command_line();
        let made = cli::token_create(&house.db, &actor, MORNING, &token("Larm", Role::FirstLine, None))
            .expect("a token");
        assert!(made.starts_with("enh_"), "{made}");
        let identity = who(house, &made, MORNING).expect("known");
        assert_eq!((identity.actor.person, identity.name.as_str()), (None, "Larm"));
        assert_eq!(identity.actor.grants, vec![grant(Role::FirstLine)]);
        assert!(identity.is_token && identity.session.is_none());

        let second = cli::token_create(&house.db, &actor, MORNING, &token("larm", Role::Employee, None))
            .expect("another token of the same service");
        let other = who(house, &second, MORNING).expect("known");
        assert_eq!(other.actor.account, identity.actor.account);
        assert!(who(house, &made, MORNING.plus(90 * Moment::DAY)).is_none(), "it ends");
        assert!(who(house, "enh_gissat", MORNING).is_none());
    });
}

#[test]
fn a_token_acts_as_its_person_for_as_long_as_they_have_the_role() {
    on_both(|house| {
        let anna = anna(&[Role::FirstLine, Role::Administrator]);
        with_account(house, &anna);
        let person = anna.person.expect("a person");
        let stands_for = TokenPerson { id: person, mail: String::new(), label: String::new() };
        let made = cli::token_create(
            &house.db,
            &house_at_the_command_line(),
            MORNING,
            &token("Skript", Role::FirstLine, Some(stands_for)),
        )
        .expect("a token");
        let actor = who(house, &made, MORNING).expect("known").actor;
        assert_eq!((actor.person, actor.groups.as_slice()), (Some(person), [person].as_slice()));
        assert_eq!(actor.grants, vec![grant(Role::FirstLine)], "not the other roles");

        let erik =
            NewAccount { login: "erik@ljusvik.example".into(), ..crate::story::anna(&[Role::Administrator]) };
        with_account(house, &erik);
        let id = anna.id;
        house
            .db
            .write_now(move |tx| {
                account::set_grants(tx, &administrator(), MORNING, id, &[grant(Role::Employee)])
            })
            .expect("changed");
        assert!(who(house, &made, MORNING).is_none(), "the role is gone, so is what the token may do");
    });
}

#[test]
fn a_token_for_a_person_without_an_account_makes_one_that_cannot_be_signed_in_to() {
    on_both(|house| {
        let person = Id::new();
        let stands_for =
            TokenPerson { id: person, mail: "ny@ljusvik.example".into(), label: "Ny Person".into() };
        let made = cli::token_create(
            &house.db,
            &house_at_the_command_line(),
            MORNING,
            &token("Formulär", Role::Employee, Some(stands_for)),
        )
        .expect("a token");
        assert_eq!(who(house, &made, MORNING).expect("known").actor.person, Some(person));
        let account = house
            .db
            .read_now(|tx| account::by_login(tx, "ny@ljusvik.example"))
            .expect("a look")
            .expect("an account");
        assert_eq!(account.password_at, None);
    });
}

#[test]
fn a_revoked_token_opens_nothing_and_use_is_noted_once_a_minute() {
    on_both(|house| {
        let actor = house_at_the_command_line();
        let made = cli::token_create(&house.db, &actor, MORNING, &token("Larm", Role::FirstLine, None))
            .expect("a token");
        let account = who(house, &made, MORNING).and_then(|known| known.actor.account).expect("an account");
        let used = |at: Moment| {
            let hash = secret::hash(&made);
            let gate = Gate::new(|_, _, _| Ok(Vec::new()));
            house.db.write_now(move |tx| gate.touch(tx, Credential::Token(hash), at)).expect("a note");
            let tokens = house
                .db
                .read_now(move |tx| token::of_account(tx, &administrator(), at, account))
                .expect("a list");
            (tokens[0].id, tokens[0].used_at)
        };
        let (id, first) = used(MORNING.plus_seconds(1));
        assert_eq!(first, Some(MORNING.plus_seconds(1)));
        assert_eq!(used(MORNING.plus_seconds(30)).1, first, "not each time");
        assert_eq!(used(MORNING.plus_seconds(90)).1, Some(MORNING.plus_seconds(90)));

        house.db.write_now(move |tx| token::revoke(tx, &administrator(), MORNING, id)).expect("revoked");
        assert!(who(house, &made, MORNING).is_none());
    });
}

#[test]
fn the_command_line_makes_an_account_and_gives_its_link() {
    on_both(|house| {
        let actor = house_at_the_command_line();
        let head = |unit| NewAccount {
            id: Id::new(),
            login: "chef@ljusvik.example".to_owned(),
            label: "Karin Chef".to_owned(),
            person: None,
            grants: vec![Grant { role: Role::DepartmentHead, unit }],
        };
        let refused = cli::user_add(&house.db, &actor, MORNING, &head(None)).expect_err("of what?");
        assert_eq!(refused.code, "access-head-needs-unit");
        let first = cli::user_add(&house.db, &actor, MORNING, &head(Some(Id::new()))).expect("a link");
        let again = cli::user_reset(&house.db, &actor, MORNING, "CHEF@ljusvik.example").expect("a link");
        for path in [&first, &again] {
            assert!(path.starts_with("/losenord/") && path.len() == 53, "{path}");
        }
        assert_ne!(first, again);
        let unknown = cli::user_reset(&house.db, &actor, MORNING, "ingen@ljusvik.example");
        assert_eq!(unknown.expect_err("unknown").code, "access-account-unknown");
    });
}
