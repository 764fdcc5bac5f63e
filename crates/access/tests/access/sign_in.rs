use access::account;
use access::password::{self, Change, SetByLink};
use access::secret::Secret;
use access::session::{self, Gate, NewSession, SignIn};
use db::Db;
use kernel::{Id, Lang, Moment, Refusal, RefusalKind, Role};
use testkit::{House, on_both};
use web::app::{Credential, Identify, Identity};

use crate::story::{MORNING, administrator, anna, grant, wait_for, with_account};

const PASSWORD: &str = "grönt paraply under bron";

fn session() -> (Secret, NewSession) {
    let secret = Secret::new().expect("chance");
    let new = NewSession {
        id: Id::new(),
        hash: secret.hash(),
        device: "Firefox, Linux".to_owned(),
        replaces: None,
    };
    (secret, new)
}

fn link(house: &House, account: Id, now: Moment) -> Secret {
    let secret = Secret::new().expect("chance");
    let hash = secret.hash();
    house
        .db
        .write_now(move |tx| password::new_link(tx, &administrator(), now, account, hash))
        .expect("a link");
    secret
}

fn choose(house: &House, link: &Secret, password: &str, now: Moment) -> Result<Secret, Refusal> {
    let (secret, session) = session();
    let input = SetByLink {
        link: link.hash(),
        password: password.to_owned(),
        organisation: "Ljusviks kommun".to_owned(),
        session,
        lang: Lang::Sv,
    };
    wait_for(password::set_by_link(&house.db, now, input)).map(|_| secret)
}

fn sign_in(house: &House, password: &str, now: Moment) -> Result<Secret, Refusal> {
    try_from(house, "Anna.Lind@ljusvik.example", password, "10.0.0.7", now)
}

fn try_from(
    house: &House,
    login: &str,
    password: &str,
    address: &str,
    now: Moment,
) -> Result<Secret, Refusal> {
    let (secret, session) = session();
    let input = SignIn {
        login: login.to_owned(),
        password: password.to_owned(),
        address: address.parse().ok(),
        session,
        lang: Lang::Sv,
    };
    wait_for(session::sign_in(&house.db, now, input)).map(|_| secret)
}

fn who(db: &Db, secret: &Secret, now: Moment) -> Option<Identity> {
    let hash = secret.hash();
    let gate = Gate::new(|_, person, _| Ok(vec![person]));
    db.read_now(move |tx| gate.identify(tx, Credential::Session(hash), now)).expect("an answer")
}

fn touch(db: &Db, secret: &Secret, now: Moment) {
    let hash = secret.hash();
    let gate = Gate::new(|_, _, _| Ok(Vec::new()));
    db.write_now(move |tx| gate.touch(tx, Credential::Session(hash), now)).expect("a note");
}

fn hours(hours: i64) -> Moment {
    MORNING.plus(hours * Moment::HOUR)
}

#[test]
fn a_link_chooses_a_password_once_and_within_a_day() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let stale = link(house, anna.id, MORNING);
        assert_eq!(choose(house, &stale, PASSWORD, hours(24)).expect_err("a day").code, "access-link-spent");

        let first = link(house, anna.id, MORNING);
        assert_eq!(choose(house, &stale, PASSWORD, MORNING).expect_err("replaced").code, "access-link-spent");
        assert_eq!(
            choose(house, &first, "AnnaLind2026!!", MORNING).expect_err("guessed").code,
            "access-password-common"
        );
        let session = choose(house, &first, PASSWORD, hours(23)).expect("a refused password leaves the link");
        let identity = who(&house.db, &session, hours(23)).expect("signed in at once");
        assert_eq!(identity.actor.account, Some(anna.id));
        assert_eq!(identity.actor.groups, vec![anna.person.expect("a person")], "groups come from above");
        assert_eq!(choose(house, &first, PASSWORD, hours(23)).expect_err("used").code, "access-link-spent");
        sign_in(house, PASSWORD, hours(23)).expect("the password works");
    });
}

#[test]
fn unknown_and_wrong_sound_the_same_and_a_closed_account_says_so_only_to_its_owner() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let no_password = sign_in(house, PASSWORD, MORNING).expect_err("none is chosen");
        let first = link(house, anna.id, MORNING);
        choose(house, &first, PASSWORD, MORNING).expect("chosen");
        let wrong = sign_in(house, "fel lösenord igen", MORNING).expect_err("wrong");
        let unknown =
            try_from(house, "ingen@ljusvik.example", PASSWORD, "10.0.0.7", MORNING).expect_err("unknown");
        assert_eq!((&wrong, &no_password), (&unknown, &unknown));
        assert_eq!(wrong.code, "access-sign-in-wrong");

        let id = anna.id;
        let open = sign_in(house, PASSWORD, MORNING).expect("signed in");
        house.db.write_now(move |tx| account::disable(tx, &administrator(), MORNING, id)).expect("closed");
        assert!(who(&house.db, &open, MORNING).is_none());
        assert_eq!(sign_in(house, PASSWORD, MORNING).expect_err("closed").code, "access-account-closed");
        assert_eq!(sign_in(house, "fel lösenord igen", MORNING).expect_err("wrong"), wrong);
        house.db.write_now(move |tx| account::enable(tx, &administrator(), MORNING, id)).expect("open");
        assert!(who(&house.db, &open, MORNING).is_none(), "old sessions do not come back");
        sign_in(house, PASSWORD, MORNING).expect("open again");
    });
}

#[test]
fn after_wrong_passwords_there_is_a_wait_even_for_the_right_one() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let first = link(house, anna.id, MORNING);
        choose(house, &first, PASSWORD, MORNING).expect("chosen");
        for _ in 0..6 {
            assert_eq!(sign_in(house, "fel", MORNING).expect_err("wrong").code, "access-sign-in-wrong");
        }
        let waits = sign_in(house, PASSWORD, MORNING).expect_err("a wait");
        assert_eq!((waits.kind, waits.code), (RefusalKind::TooMany, "access-wait-seconds"));
        assert_eq!(waits.args, [("seconds", "11".to_owned())]);
        let elsewhere = try_from(house, "anna.lind@ljusvik.example", PASSWORD, "10.9.9.9", MORNING);
        assert_eq!(elsewhere.expect_err("the account waits, not the address").kind, RefusalKind::TooMany);
        sign_in(house, PASSWORD, MORNING.plus_seconds(10)).expect("the wait is over");
        sign_in(house, "fel", MORNING.plus_seconds(10)).expect_err("wrong");
        sign_in(house, PASSWORD, MORNING.plus_seconds(10)).expect("the count began afresh");
    });
}

#[test]
fn many_wrong_tries_from_one_address_make_that_address_wait() {
    on_both(|house| {
        let mut outcome = Vec::new();
        for nth in 0..32 {
            let login = format!("nummer{nth}@ljusvik.example");
            let refused = try_from(house, &login, "fel", "2001:db8::1", MORNING).expect_err("wrong");
            outcome.push(refused.kind);
        }
        assert_eq!(outcome.iter().filter(|kind| **kind == RefusalKind::TooMany).count(), 1, "{outcome:?}");
        let neighbour = try_from(house, "ny@ljusvik.example", "fel", "2001:db8::2", MORNING);
        assert_eq!(neighbour.expect_err("the same network").kind, RefusalKind::TooMany);
        let other = try_from(house, "ny@ljusvik.example", "fel", "2001:db8:0:1::1", MORNING);
        assert_eq!(other.expect_err("wrong, but another network").kind, RefusalKind::Invalid);
    });
}

#[test]
fn a_session_ends_after_eight_idle_hours_or_seven_days() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let first = link(house, anna.id, MORNING);
        let session = choose(house, &first, PASSWORD, MORNING).expect("signed in");
        let last = hours(8).minus(1);
        assert!(who(&house.db, &session, last).is_some());
        assert!(who(&house.db, &session, hours(8)).is_none(), "idle");

        let mut now = MORNING;
        while now < hours(7 * 24 - 7) {
            touch(&house.db, &session, now);
            now = now.plus(7 * Moment::HOUR);
        }
        touch(&house.db, &session, now);
        assert!(who(&house.db, &session, hours(7 * 24).minus(1)).is_some());
        assert!(who(&house.db, &session, hours(7 * 24)).is_none(), "seven days, however busy");
    });
}

#[test]
fn a_new_sign_in_and_a_new_password_end_what_was_before() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let first = link(house, anna.id, MORNING);
        let old = choose(house, &first, PASSWORD, MORNING).expect("signed in");
        let (secret, mut session) = session();
        session.replaces = Some(old.hash());
        let input = SignIn {
            login: anna.login.clone(),
            password: PASSWORD.to_owned(),
            address: None,
            session,
            lang: Lang::Sv,
        };
        wait_for(session::sign_in(&house.db, MORNING, input)).expect("signed in again");
        assert!(who(&house.db, &old, MORNING).is_none(), "the secret from before does not live on");
        let actor = who(&house.db, &secret, MORNING).expect("signed in").actor;

        let elsewhere = sign_in(house, PASSWORD, MORNING).expect("on another device");
        let change = |old: &str, session| Change {
            old: old.to_owned(),
            new: "fyra vantar i en låda".to_owned(),
            organisation: String::new(),
            session,
        };
        let wrong = wait_for(password::change(&house.db, &actor, MORNING, change("fel", self::session().1)));
        assert_eq!(wrong.expect_err("wrong").field, Some("old-password"));
        let (kept, session) = self::session();
        wait_for(password::change(&house.db, &actor, MORNING, change(PASSWORD, session))).expect("changed");
        assert!(who(&house.db, &kept, MORNING).is_some());
        for ended in [&secret, &elsewhere] {
            assert!(who(&house.db, ended, MORNING).is_none(), "all others end");
        }
        sign_in(house, PASSWORD, MORNING).expect_err("the old password is gone");
    });
}

#[test]
fn changed_rights_end_the_sessions_that_had_the_old_ones() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let first = link(house, anna.id, MORNING);
        let session = choose(house, &first, PASSWORD, MORNING).expect("signed in");
        let id = anna.id;
        house
            .db
            .write_now(move |tx| {
                account::set_grants(tx, &administrator(), MORNING, id, &[grant(Role::SecondLine)])
            })
            .expect("changed");
        assert!(who(&house.db, &session, MORNING).is_none());
    });
}

#[test]
fn somebody_sees_and_ends_their_own_sessions_and_nobody_elses() {
    on_both(|house| {
        let anna = with_account(house, &anna(&[Role::FirstLine]));
        let first = link(house, anna.id, MORNING);
        let here = choose(house, &first, PASSWORD, MORNING).expect("signed in");
        let there = sign_in(house, PASSWORD, hours(1)).expect("on another device");
        let identity = who(&house.db, &here, hours(1)).expect("signed in");
        let (actor, id) = (identity.actor.clone(), anna.id);
        let seen =
            house.db.read_now(move |tx| session::of_account(tx, &actor, hours(1), id)).expect("a list");
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].device, "Firefox, Linux");
        assert_eq!(Some(seen[1].id), identity.session);

        let other = seen[0].id;
        let stranger = crate::story::actor(Role::FirstLine);
        let theirs = stranger.clone();
        let denied = house.db.read_now(move |tx| session::of_account(tx, &theirs, hours(1), id));
        assert_eq!(denied.expect_err("denied").kind, RefusalKind::Forbidden);
        let denied = house.db.write_now(move |tx| session::end(tx, &stranger, hours(1), other));
        assert_eq!(denied.expect_err("not even told that it is there").kind, RefusalKind::NotFound);

        let actor = identity.actor.clone();
        house.db.write_now(move |tx| session::end(tx, &actor, hours(1), other)).expect("ended");
        assert!(who(&house.db, &there, hours(1)).is_none());
        assert!(who(&house.db, &here, hours(1)).is_some());
    });
}
