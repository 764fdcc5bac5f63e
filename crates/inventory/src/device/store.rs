//! All SQL about devices and who holds them.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, p, sql};
use directory::words::{Sought, Word, words};
use kernel::{Day, Id, Moment, Refusal};

use super::show::Change;
use super::{Device, DeviceLine, Holder, Holding, Kind, NewDevice, State};

sql! {
    BY_ID = "SELECT id,number,kind,model,serial,place,state,unit,notes,created_at,version FROM device WHERE id=$1";
    BY_NUMBER = "SELECT id,number,kind,model,serial,place,state,unit,notes,created_at,version FROM device WHERE number_key=$1";
    HELD_BY_PERSON = "SELECT h.device FROM device_holder h JOIN device d ON d.id=h.device WHERE h.person=$1 AND h.valid_from<=$2 AND (h.valid_to IS NULL OR h.valid_to>$2) ORDER BY d.number_key";
    HELD_BY_UNIT = "SELECT h.device FROM device_holder h JOIN device d ON d.id=h.device WHERE h.unit=$1 AND h.valid_from<=$2 AND (h.valid_to IS NULL OR h.valid_to>$2) ORDER BY d.number_key";
    HOLDINGS = "SELECT id,person,unit,valid_from,valid_to FROM device_holder WHERE device=$1 ORDER BY valid_from DESC,id DESC";
    UPDATE = "UPDATE device SET number=$3,number_key=$4,kind=$5,model=$6,serial=$7,place=$8,state=$9,unit=$10,notes=$11,version=version+1 WHERE id=$1 AND version=$2";
    FORGET_WORDS = "DELETE FROM device_word WHERE device=$1";
    END_HOLDING = "UPDATE device_holder SET valid_to=$2 WHERE id=$1";
    INSERT_CHANGE = "INSERT INTO device_change(device,version,what,at,was,became) VALUES($1,$2,$3,$4,$5,$6)";
    CHANGES = "SELECT what,at,was,became FROM device_change WHERE device=$1 ORDER BY version DESC,what";
    KINDS = "SELECT slug,name,name_en,service FROM device_kind ORDER BY place,slug";
    COUNT_KINDS = "SELECT COUNT(*) FROM device_kind";
}

fn device(row: &Row<'_>) -> Res<Device> {
    let state: String = row.get(6)?;
    Ok(Device {
        id: row.get(0)?,
        number: row.get(1)?,
        kind: row.get(2)?,
        model: row.get(3)?,
        serial: row.get(4)?,
        place: row.get(5)?,
        state: State::parse(&state).unwrap_or(State::InUse),
        unit: row.get(7)?,
        notes: row.get(8)?,
        created_at: row.get(9)?,
        version: row.get(10)?,
    })
}

/// The person's or the unit's id in two columns, of which one is filled.
fn holder(row: &Row<'_>, at: usize) -> Res<Option<Holder>> {
    let (person, unit): (Option<Id>, Option<Id>) = (row.get(at)?, row.get(at + 1)?);
    Ok(person.map(Holder::Person).or_else(|| unit.map(Holder::Unit)))
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Device>> {
    tx.maybe(&BY_ID, p![id], device)
}

/// Case, spaces and hyphens aside.
pub fn by_number(tx: &mut Tx<'_>, number: &str) -> Res<Option<Device>> {
    tx.maybe(&BY_NUMBER, p![number_key(number)], device)
}

/// What a person or a unit holds on that day.
pub fn held_by(tx: &mut Tx<'_>, holder: Holder, day: Day) -> Res<Vec<DeviceLine>> {
    let ids: Vec<Id> = match holder {
        Holder::Person(id) => tx.query(&HELD_BY_PERSON, p![id, day], |row| row.get(0))?,
        Holder::Unit(id) => tx.query(&HELD_BY_UNIT, p![id, day], |row| row.get(0))?,
    };
    let mut found = lines(tx, &ids)?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Devices as others show them. Ids that are no device's are left out.
pub fn lines(tx: &mut Tx<'_>, ids: &[Id]) -> Res<HashMap<Id, DeviceLine>> {
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut q = line_query();
        q.sql(" WHERE d.id IN ").list(ids);
        found.extend(tx.query_q(&q, line)?.into_iter().map(|line| (line.id, line)));
    }
    Ok(found)
}

/// The device, or the refusal that says it is not there.
pub(super) fn known(tx: &mut Tx<'_>, id: Id) -> Result<Device, Refusal> {
    by_id(tx, id)?.ok_or(Refusal::not_found("not-found"))
}

/// False when the device's version is another.
pub(super) fn update(tx: &mut Tx<'_>, device: &Device) -> Res<bool> {
    let values = p![
        device.id,
        device.version,
        &device.number,
        number_key(&device.number),
        &device.kind,
        &device.model,
        &device.serial,
        &device.place,
        device.state.code(),
        device.unit,
        &device.notes
    ];
    if tx.exec(&UPDATE, values)? != 1 {
        return Ok(false);
    }
    tx.exec(&FORGET_WORDS, p![device.id])?;
    let words = words_of(&device.number, &device.serial, &device.model);
    insert_words(tx, &words.into_iter().map(|word| (device.id, word)).collect::<Vec<_>>())?;
    Ok(true)
}

pub(super) fn end_holding(tx: &mut Tx<'_>, holding: Id, to: Day) -> Res<()> {
    tx.exec(&END_HOLDING, p![holding, to])?;
    Ok(())
}

pub(super) fn insert_change(
    tx: &mut Tx<'_>,
    device: &Device,
    what: &str,
    at: Moment,
    was: &str,
    became: &str,
) -> Res<()> {
    tx.exec(&INSERT_CHANGE, p![device.id, device.version, what, at, was, became])?;
    Ok(())
}

pub(super) fn changes(tx: &mut Tx<'_>, device: Id) -> Res<Vec<Change>> {
    tx.query(&CHANGES, p![device], |row| {
        Ok(Change { what: row.get(0)?, at: row.get(1)?, was: row.get(2)?, became: row.get(3)? })
    })
}

/// The beginning of a list; filters follow.
pub(super) fn listed() -> Q {
    let mut q = line_query();
    q.sql(" WHERE d.version>").v(0_i64);
    q
}

/// The beginning of the same list's count. A device has one open holding at most, so no row counts twice.
pub(super) fn counted() -> Q {
    let mut q = Q::new(
        "SELECT COUNT(*) FROM device d LEFT JOIN device_holder h ON h.device=d.id AND h.valid_to IS NULL WHERE d.version>",
    );
    q.v(0_i64);
    q
}

pub(super) fn count_of(tx: &mut Tx<'_>, q: &Q) -> Res<i64> {
    tx.one_q(q, |row| row.get(0))
}

pub(super) fn is_kind(q: &mut Q, kind: &str) {
    q.sql(" AND d.kind=").v(kind);
}

pub(super) fn is_in(q: &mut Q, state: State) {
    q.sql(" AND d.state=").v(state.code());
}

pub(super) fn answered_for(q: &mut Q, units: &[Id]) {
    q.sql(" AND d.unit IN ").list(units);
}

/// Every typed word begins a word of the device, or one of these people holds it.
pub(super) fn has_words_or_holder(q: &mut Q, sought: &[Sought], holders: &[Id]) {
    q.sql(" AND (h.person IN ").list(holders).sql(" OR (");
    for (n, sought) in sought.iter().enumerate() {
        q.sql(if n == 0 { "" } else { " AND " });
        q.sql("d.id IN (SELECT w.device FROM device_word w WHERE w.");
        q.sql(sought.column).sql(">=").v(&sought.from);
        q.sql(" AND w.").sql(sought.column).sql("<").v(&sought.to).sql(")");
    }
    q.sql("))");
}

/// The end of a list: in the order of numbers, from after a row.
pub(super) fn page_of(tx: &mut Tx<'_>, mut q: Q, after: Option<Id>, rows: i64) -> Res<Vec<DeviceLine>> {
    if let Some(after) = after {
        q.sql(" AND d.number_key>(SELECT x.number_key FROM device x WHERE x.id=").v(after).sql(")");
    }
    q.sql(" ORDER BY d.number_key LIMIT ").v(rows);
    tx.query_q(&q, line)
}

/// Selects what [`line`] reads, with whoever holds it without end.
pub(super) fn line_query() -> Q {
    Q::new(
        "SELECT d.id,d.number,k.slug,k.name,k.name_en,k.service,d.model,d.place,d.state,h.person,h.unit FROM device d JOIN device_kind k ON k.slug=d.kind LEFT JOIN device_holder h ON h.device=d.id AND h.valid_to IS NULL",
    )
}

pub(super) fn line(row: &Row<'_>) -> Res<DeviceLine> {
    let state: String = row.get(8)?;
    Ok(DeviceLine {
        id: row.get(0)?,
        number: row.get(1)?,
        kind: Kind { slug: row.get(2)?, name: row.get(3)?, name_en: row.get(4)?, service: row.get(5)? },
        model: row.get(6)?,
        place: row.get(7)?,
        state: State::parse(&state).unwrap_or(State::InUse),
        holder: holder(row, 9)?,
    })
}

/// Whose it is and was, newest first.
pub(super) fn holdings(tx: &mut Tx<'_>, device: Id) -> Res<Vec<Holding>> {
    let rows = tx.query(&HOLDINGS, p![device], |row| {
        let holder = holder(row, 1)?;
        Ok(holder.map(|holder| (row.get(0), holder, row.get(3), row.get(4))))
    })?;
    rows.into_iter()
        .flatten()
        .map(|(id, holder, from, to)| Ok(Holding { id: id?, holder, valid_from: from?, valid_to: to? }))
        .collect()
}

pub fn kinds(tx: &mut Tx<'_>) -> Res<Vec<Kind>> {
    tx.query(&KINDS, p![], |row| {
        Ok(Kind { slug: row.get(0)?, name: row.get(1)?, name_en: row.get(2)?, service: row.get(3)? })
    })
}

/// Kinds are kept in the order in which they come.
pub fn insert_kinds(tx: &mut Tx<'_>, kinds: &[Kind]) -> Res<()> {
    let first: i64 = tx.one(&COUNT_KINDS, p![], |row| row.get(0))?;
    let placed: Vec<(i64, &Kind)> = (first..).zip(kinds).collect();
    tx.batch(
        &placed,
        "INSERT INTO device_kind(slug,name,name_en,service,place) VALUES",
        "",
        |(place, kind)| {
            vec![
                (&kind.slug).into(),
                (&kind.name).into(),
                (&kind.name_en).into(),
                kind.service.clone().into(),
                (*place).into(),
            ]
        },
    )?;
    Ok(())
}

/// As a number is compared.
pub(super) fn number_key(number: &str) -> Vec<u8> {
    texts::fold(number).own.replace(' ', "").into_bytes()
}

/// A device is found by its number, whole or from a part with digits, by its serial number and its model.
pub(super) fn words_of(number: &str, serial: &str, model: &str) -> Vec<Word> {
    let digits = |word: &Word| word.own.iter().any(u8::is_ascii_digit);
    let mut all: Vec<Word> = words([number]).into_iter().filter(digits).collect();
    all.extend(words([serial, model]));
    all.sort();
    all.dedup();
    all
}

pub(super) fn insert_words(tx: &mut Tx<'_>, words: &[(Id, Word)]) -> Res<()> {
    tx.batch(words, "INSERT INTO device_word(device,own,plain) VALUES", "", |(device, word)| {
        vec![device.into(), (&word.own).into(), (&word.plain).into()]
    })?;
    Ok(())
}

pub(super) fn insert_holdings(tx: &mut Tx<'_>, holdings: &[(Id, &Holding)]) -> Res<()> {
    tx.batch(
        holdings,
        "INSERT INTO device_holder(id,device,person,unit,valid_from,valid_to) VALUES",
        "",
        |(device, holding)| {
            vec![
                holding.id.into(),
                device.into(),
                holding.holder.person().into(),
                holding.holder.unit().into(),
                holding.valid_from.into(),
                holding.valid_to.into(),
            ]
        },
    )?;
    Ok(())
}

/// Many at once, with their holders. Their kinds must be there.
pub fn insert_many(tx: &mut Tx<'_>, devices: &[NewDevice]) -> Res<()> {
    tx.batch(
        devices,
        "INSERT INTO device(id,number,number_key,kind,model,serial,place,state,unit,notes,created_at) VALUES",
        "",
        |device| {
            vec![
                device.id.into(),
                (&device.number).into(),
                number_key(&device.number).into(),
                (&device.kind).into(),
                (&device.model).into(),
                (&device.serial).into(),
                (&device.place).into(),
                device.state.code().into(),
                device.unit.into(),
                (&device.notes).into(),
                device.created_at.into(),
            ]
        },
    )?;
    let kept: Vec<(Id, Word)> = devices
        .iter()
        .flat_map(|device| {
            let words = words_of(&device.number, &device.serial, &device.model);
            words.into_iter().map(|word| (device.id, word))
        })
        .collect();
    insert_words(tx, &kept)?;
    let holdings: Vec<(Id, &Holding)> =
        devices.iter().flat_map(|device| device.holders.iter().map(|holding| (device.id, holding))).collect();
    insert_holdings(tx, &holdings)
}
