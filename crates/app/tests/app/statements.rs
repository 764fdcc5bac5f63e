//! Every statement of every slice, taken by both engines.

use db::STATEMENTS;
use testkit::on_both;

#[test]
fn both_engines_take_every_statement() {
    assert!(STATEMENTS.len() > 150, "only {} statements are linked in", STATEMENTS.len());
    on_both(|house| {
        let faults = house
            .db
            .read_now(|tx| {
                let mut faults = Vec::new();
                for sql in STATEMENTS {
                    // Each in a part of its own: a fault would end the whole transaction.
                    let taken: Result<(), db::DbError> = tx.nested(|tx| tx.prepare(sql));
                    if let Err(error) = taken {
                        faults.push(format!("{}: {error}\n    {}", sql.place(), sql.text()));
                    }
                }
                Ok::<_, db::DbError>(faults)
            })
            .unwrap();
        assert!(faults.is_empty(), "not taken:\n{}", faults.join("\n"));
    });
}
