use access::cli;
use access::secret::{self, Secret};
use access::session::NewSession;
use access::start::{self, Member, SetUp, Started};
use db::setting;
use kernel::{Actor, Channel, Id, Moment, Refusal, Role};
use testkit::on_both;
use web::app::Site;

use crate::story::MORNING;

fn member(name: &str, mail: &str) -> Member {
    Member { account: Id::new(), person: Id::new(), name: name.to_owned(), mail: mail.to_owned(), link: None }
}

fn set_up(link: [u8; 32]) -> SetUp {
    SetUp {
        link,
        started: Started {
            organisation: "Ljusviks kommun".to_owned(),
            phone: "060-55 01 00".to_owned(),
            mail: "it@ljusvik.example".to_owned(),
            opens: jiff::civil::time(8, 0, 0, 0),
            closes: jiff::civil::time(16, 30, 0, 0),
            hours_sv: "vardagar".to_owned(),
            hours_en: "weekdays".to_owned(),
            administrator: member("Sofia Rönnberg", "sofia@ljusvik.example"),
            agents: vec![Member {
                link: Some(Secret::new().expect("chance").hash()),
                ..member("Erik Nordin", "erik@ljusvik.example")
            }],
        },
        password: "$argon2id$".to_owned(),
        session: NewSession { id: Id::new(), hash: [7; 32], device: String::new(), replaces: None },
        hook: |_, _, _, _| Ok(()),
    }
}

#[test]
fn an_empty_house_is_set_up_once_by_its_link() {
    on_both(|house| {
        let actor = Actor::house(Channel::Page, "start");
        let path = cli::start_path(&house.db, MORNING).expect("an answer").expect("nobody administers yet");
        let link = secret::hash(path.rsplit('/').next().expect("a secret"));

        let (wrong, by) = (set_up([1; 32]), actor.clone());
        let refused = house.db.write_now(move |tx| start::set_up(tx, &by, MORNING, &wrong));
        assert_eq!(refused.expect_err("another link").code, "access-start-spent");

        let (late, by) = (set_up(link), actor.clone());
        let tomorrow = MORNING.plus(Moment::DAY);
        let refused = house.db.write_now(move |tx| start::set_up(tx, &by, tomorrow, &late));
        assert_eq!(refused.expect_err("a day old").code, "access-start-spent");

        let (right, by) = (set_up(link), actor.clone());
        house.db.write_now(move |tx| start::set_up(tx, &by, MORNING, &right)).expect("set up");
        let (site, sofia, erik) = house
            .db
            .read_now(|tx| {
                Ok::<_, db::DbError>((
                    setting::read::<Site>(tx, Site::SETTING)?,
                    access::account::by_login(tx, "sofia@ljusvik.example")?,
                    access::account::by_login(tx, "erik@ljusvik.example")?,
                ))
            })
            .expect("a look");
        assert_eq!(site.map(|site| (site.organisation, site.set_up)), Some(("Ljusviks kommun".into(), true)));
        assert!(sofia.expect("the administrator").has(Role::Administrator));
        assert!(erik.expect("the agent").has(Role::FirstLine));

        let (again, by) = (set_up(link), actor.clone());
        let refused = house.db.write_now(move |tx| start::set_up(tx, &by, MORNING, &again));
        assert_eq!(refused.expect_err("done").code, "access-start-spent");
        assert_eq!(cli::start_path(&house.db, MORNING), Ok(None));
    });
}

#[test]
fn what_the_slices_above_refuse_leaves_nothing_behind() {
    on_both(|house| {
        let actor = Actor::house(Channel::Page, "start");
        let path = cli::start_path(&house.db, MORNING).expect("an answer").expect("a path");
        let link = secret::hash(path.rsplit('/').next().expect("a secret"));
        let mut input = set_up(link);
        input.hook = |_, _, _, _| Err(Refusal::conflict("access-hours-invalid"));
        house.db.write_now(move |tx| start::set_up(tx, &actor, MORNING, &input)).expect_err("refused above");
        assert!(house.db.read_now(start::needed).expect("an answer"), "still empty");
    });
}
