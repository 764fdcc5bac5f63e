//! How the tables come: SQLite at start, after a copy; PostgreSQL only by `enhet migrate`.

use db::{Db, Engine, Settings, migrate};

use crate::program::{BOTH, Place, ended};

fn pending(place: &Place) -> Vec<&'static str> {
    let db = Db::open(&place.target(), Settings { readers: 1 }).unwrap();
    db.read_now(migrate::pending).unwrap()
}

#[test]
fn migrate_makes_every_table_from_nothing_and_then_has_nothing_to_do() {
    for engine in BOTH {
        let place = Place::empty(engine);
        let said = place.said(["migrate"]);
        assert!(said.lines().count() >= 9 && said.contains("applied 0001_platform"), "{said}");
        assert!(pending(&place).is_empty());
        assert_eq!(place.said(["migrate"]), "nothing to do: the database is up to date");
    }
}

#[test]
fn two_migrations_at_once_make_the_tables_once() {
    for engine in BOTH {
        let place = Place::empty(engine);
        let ended: Vec<_> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| place.run(["migrate"]))).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        assert!(ended.iter().all(|ended| ended.code == 0), "{}: {ended:?}", engine.name());
        let applied: usize = ended.iter().map(|ended| ended.out.matches("applied ").count()).sum();
        assert!(pending(&place).is_empty() && applied >= 9, "{}: {ended:?}", engine.name());
    }
}

#[test]
fn a_server_on_postgresql_refuses_to_serve_before_migrate_and_says_so() {
    let place = Place::empty(Engine::Postgres);
    for words in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["user", "add", "a@b.example"]] {
        let ended = place.run(&words);
        assert_eq!(ended.code, 2, "{words:?} {ended:?}");
        assert!(ended.err.contains("enhet migrate"), "{words:?}: {}", ended.err);
    }
    // A mail server keeps the mail meanwhile.
    let mail = b"From: a@b.example\nMessage-ID: <1@b.example>\nSubject: Hej\n\nHej";
    let ended = place.run_with(["mail", "receive"], mail);
    assert_eq!(ended.code, 75, "{ended:?}");
    assert_eq!(place.run(["migrate"]).code, 0);
    let server = place.start(["serve"]);
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn sqlite_is_copied_before_a_step_when_there_is_something_to_copy() {
    let place = Place::empty(Engine::Sqlite);
    assert_eq!(place.run(["migrate"]).code, 0);
    let copies = || {
        let names = std::fs::read_dir(place.data()).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().contains("before")).count()
    };
    assert_eq!(copies(), 0, "there was nothing to copy");
    // As if the last step were new: it is taken out of the list, with what it made.
    let undo = "DELETE FROM migration WHERE number=(SELECT MAX(number) FROM migration)";
    let tables = "SELECT name FROM sqlite_schema WHERE type='table' AND name LIKE 'mail%'";
    db_script(&place, undo, tables);
    let server = place.start(["serve"]);
    assert!(server.said().contains("a copy from before is "), "{}", server.said());
    assert_eq!(copies(), 1);
    drop(server);
    assert!(pending(&place).is_empty());
    let mut again = place.command(["migrate"]);
    assert_eq!(ended(&mut again, b"").out.trim(), "nothing to do: the database is up to date");
}

/// Runs `undo`, then drops every table that `tables` names.
fn db_script(place: &Place, undo: &'static str, tables: &'static str) {
    let db = Db::open(&place.target(), Settings { readers: 1 }).unwrap();
    db.write_now(move |tx| {
        tx.exec_q(&db::Q::new(undo))?;
        let names: Vec<String> = tx.query_q(&db::Q::new(tables), |row| row.get(0))?;
        for name in names {
            tx.exec_q(&db::Q::new(&format!("DROP TABLE {name}")))?;
        }
        Ok::<_, db::DbError>(())
    })
    .unwrap();
}
