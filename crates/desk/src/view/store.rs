use db::{Res, Tx, p, sql};
use kernel::{Id, Moment};

use super::SavedView;

sql! {
    PUT = "INSERT INTO saved_view(id,account,name,query,at) VALUES($1,$2,$3,$4,$5) \
        ON CONFLICT(account,name) DO UPDATE SET query=excluded.query,at=excluded.at";
    OF = "SELECT id,name,query FROM saved_view WHERE account=$1 ORDER BY at,id";
    DELETE = "DELETE FROM saved_view WHERE account=$1 AND id=$2";
}

pub(crate) fn put(tx: &mut Tx<'_>, account: Id, view: &SavedView, at: Moment) -> Res<()> {
    tx.exec(&PUT, p![view.id, account, &view.name, &view.query, at])?;
    Ok(())
}

pub(crate) fn of_account(tx: &mut Tx<'_>, account: Id) -> Res<Vec<SavedView>> {
    tx.query(&OF, p![account], |row| Ok(SavedView { id: row.get(0)?, name: row.get(1)?, query: row.get(2)? }))
}

pub(crate) fn delete(tx: &mut Tx<'_>, account: Id, id: Id) -> Res<bool> {
    Ok(tx.exec(&DELETE, p![account, id])? == 1)
}
