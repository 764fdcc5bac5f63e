//! All SQL about devices and who holds them.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, p, sql};
use directory::words::{Word, words};
use kernel::{Day, Id};

use super::{Device, DeviceLine, Holder, Holding, Kind, NewDevice, State};

sql! {
    BY_ID = "SELECT id,number,kind,model,serial,place,state,unit,notes,created_at,version FROM device WHERE id=$1";
    BY_NUMBER = "SELECT id,number,kind,model,serial,place,state,unit,notes,created_at,version FROM device WHERE number_key=$1";
    HELD_BY_PERSON = "SELECT h.device FROM device_holder h JOIN device d ON d.id=h.device WHERE h.person=$1 AND h.valid_from<=$2 AND (h.valid_to IS NULL OR h.valid_to>$2) ORDER BY d.number_key";
    HELD_BY_UNIT = "SELECT h.device FROM device_holder h JOIN device d ON d.id=h.device WHERE h.unit=$1 AND h.valid_from<=$2 AND (h.valid_to IS NULL OR h.valid_to>$2) ORDER BY d.number_key";
    HOLDINGS = "SELECT id,person,unit,valid_from,valid_to FROM device_holder WHERE device=$1 ORDER BY valid_from DESC,id DESC";
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
