//! All SQL about people and how they are found.

use std::collections::HashMap;

use db::{Q, Res, Row, Tx, p, sql};
use kernel::{Day, Id, Lang, Refusal};

use super::{Card, NewPerson, Person, Phone, alias_of, mail_key};
use crate::affiliation;
use crate::unit::store::{on_day, within};
use crate::words::{Sought, Word, words};

sql! {
    BY_ID = "SELECT id,given,family,mail,title,lang,protected,alias,version FROM person WHERE id=$1";
    BY_MAIL = "SELECT id,given,family,mail,title,lang,protected,alias,version FROM person WHERE mail_key=$1";
    BY_PHONE = "SELECT p.id,p.given,p.family,p.mail,p.title,p.lang,p.protected,p.alias,p.version FROM person p WHERE p.id IN (SELECT f.person FROM person_phone f WHERE f.number=$1) ORDER BY p.sort_key,p.id";
    UPDATE = "UPDATE person SET given=$3,family=$4,sort_key=$5,mail=$6,mail_key=$7,title=$8,lang=$9,protected=$10,version=version+1 WHERE id=$1 AND version=$2";
    TOUCH = "UPDATE person SET version=version+1 WHERE id=$1 AND version=$2";
    FORGET_WORDS = "DELETE FROM person_word WHERE person=$1";
    FORGET_PHONES = "DELETE FROM person_phone WHERE person=$1";
    PHONES = "SELECT number,shown FROM person_phone WHERE person=$1 ORDER BY place";
}

fn person(row: &Row<'_>) -> Res<Person> {
    let lang: Option<String> = row.get(5)?;
    Ok(Person {
        id: row.get(0)?,
        given: row.get(1)?,
        family: row.get(2)?,
        mail: row.get(3)?,
        phones: Vec::new(),
        title: row.get(4)?,
        lang: lang.as_deref().and_then(Lang::parse),
        protected: row.get(6)?,
        alias: row.get(7)?,
        version: row.get(8)?,
    })
}

fn with_phones(tx: &mut Tx<'_>, found: Option<Person>) -> Res<Option<Person>> {
    let Some(mut person) = found else { return Ok(None) };
    person.phones =
        tx.query(&PHONES, p![person.id], |row| Ok(Phone { number: row.get(0)?, shown: row.get(1)? }))?;
    Ok(Some(person))
}

pub fn by_id(tx: &mut Tx<'_>, id: Id) -> Res<Option<Person>> {
    let found = tx.maybe(&BY_ID, p![id], person)?;
    with_phones(tx, found)
}

/// Upper and lower case alike.
pub fn by_mail(tx: &mut Tx<'_>, mail: &str) -> Res<Option<Person>> {
    let found = tx.maybe(&BY_MAIL, p![mail_key(mail)], person)?;
    with_phones(tx, found)
}

/// Everybody with the number, given as E.164; a number may be shared.
pub fn by_phone(tx: &mut Tx<'_>, number: &str) -> Res<Vec<Person>> {
    tx.query(&BY_PHONE, p![number], person)
}

/// What may be shown of each. Ids that are nobody's are left out.
pub fn cards(tx: &mut Tx<'_>, ids: &[Id], day: Day) -> Res<HashMap<Id, Card>> {
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut q =
            Q::new("SELECT id,given,family,mail,title,lang,protected,alias,version FROM person WHERE id IN ");
        q.list(ids);
        let people = tx.query_q(&q, person)?;
        let mut phones = first_phones(tx, ids)?;
        let mut units = affiliation::main_of(tx, ids, day)?;
        for person in people {
            let (phone, main) = (phones.remove(&person.id), units.remove(&person.id));
            found.insert(person.id, card(&person, phone, main, false));
        }
    }
    Ok(found)
}

/// Builds the card; with `in_full` also a protected identity's own.
pub(super) fn card(
    person: &Person,
    phone: Option<String>,
    main: Option<affiliation::Main>,
    in_full: bool,
) -> Card {
    if person.protected && !in_full {
        return Card {
            id: person.id,
            name: person.alias.clone(),
            mail: None,
            phone: None,
            title: String::new(),
            unit: None,
            protected: true,
        };
    }
    let (unit, title) = main.map_or((None, String::new()), |main| (Some(main.unit), main.title));
    Card {
        id: person.id,
        name: person.full_name(),
        mail: person.mail.clone(),
        phone,
        title: if title.is_empty() { person.title.clone() } else { title },
        unit,
        protected: person.protected,
    }
}

fn first_phones(tx: &mut Tx<'_>, ids: &[Id]) -> Res<HashMap<Id, String>> {
    let mut q = Q::new("SELECT person,shown FROM person_phone WHERE place=0 AND person IN ");
    q.list(ids);
    Ok(tx.query_q(&q, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// The person, or the refusal that says they are not there.
pub(super) fn known(tx: &mut Tx<'_>, id: Id) -> Result<Person, Refusal> {
    by_id(tx, id)?.ok_or(Refusal::not_found("not-found"))
}

/// The beginning of a list: those who may be listed, or the protected alone.
pub(super) fn listed(protected: bool) -> Q {
    let mut q = Q::new("SELECT p.id FROM person p WHERE p.protected=");
    q.v(protected);
    q
}

/// The beginning of the same list's count.
pub(super) fn counted(protected: bool) -> Q {
    let mut q = Q::new("SELECT COUNT(*) FROM person p WHERE p.protected=");
    q.v(protected);
    q
}

/// The end of a list: in the order of family names, from after a row.
pub(super) fn page_of(tx: &mut Tx<'_>, mut q: Q, after: Option<Id>, rows: i64) -> Res<Vec<Id>> {
    if let Some(after) = after {
        q.sql(" AND (p.sort_key,p.id)>(SELECT x.sort_key,x.id FROM person x WHERE x.id=").v(after).sql(")");
    }
    q.sql(" ORDER BY p.sort_key,p.id LIMIT ").v(rows);
    tx.query_q(&q, |row| row.get(0))
}

/// How many rows a list begun with [`counted`] holds.
pub(super) fn count_of(tx: &mut Tx<'_>, q: &Q) -> Res<i64> {
    tx.one_q(q, |row| row.get(0))
}

pub(super) fn has_number(q: &mut Q, number: &str) {
    q.sql(" AND p.id IN (SELECT f.person FROM person_phone f WHERE f.number=").v(number).sql(")");
}

/// Belongs to the unit or to one below it on that day.
pub(super) fn belongs_to(q: &mut Q, unit: Id, day: Day) {
    q.sql(" AND p.id IN (SELECT a.person FROM affiliation a WHERE");
    on_day(q, "a", day);
    q.sql(" AND");
    within(q, "a.unit", unit, day);
    q.sql(")");
}

/// Every typed word begins a word of the person. A protected identity has no words.
pub(super) fn has_words(q: &mut Q, sought: &[Sought]) {
    for sought in sought {
        q.sql(" AND p.id IN (SELECT w.person FROM person_word w WHERE w.");
        q.sql(sought.column).sql(">=").v(&sought.from);
        q.sql(" AND w.").sql(sought.column).sql("<").v(&sought.to).sql(")");
    }
}

/// Many at once, with their phones and affiliations.
pub fn insert_many(tx: &mut Tx<'_>, people: &[NewPerson]) -> Res<()> {
    tx.batch(
        people,
        "INSERT INTO person(id,given,family,sort_key,mail,mail_key,title,lang,protected,alias) VALUES",
        "",
        |person| {
            vec![
                person.id.into(),
                (&person.given).into(),
                (&person.family).into(),
                sort_key(&person.given, &person.family).into(),
                person.mail.clone().into(),
                person.mail.as_deref().map(mail_key).into(),
                (&person.title).into(),
                person.lang.into(),
                person.protected.into(),
                alias_of(person.id).into(),
            ]
        },
    )?;
    let listed = people.iter().filter(|person| !person.protected);
    let kept: Vec<(Id, Word)> = listed
        .flat_map(|person| {
            let words = words_of(&person.given, &person.family, person.mail.as_deref());
            words.into_iter().map(|word| (person.id, word))
        })
        .collect();
    insert_words(tx, &kept)?;
    let phones: Vec<(Id, i64, &Phone)> = people
        .iter()
        .flat_map(|person| (0..).zip(&person.phones).map(|(place, phone)| (person.id, place, phone)))
        .collect();
    insert_phones(tx, &phones)?;
    let affiliations: Vec<(Id, &affiliation::NewAffiliation)> = people
        .iter()
        .flat_map(|person| person.affiliations.iter().map(|affiliation| (person.id, affiliation)))
        .collect();
    affiliation::insert_many(tx, &affiliations)
}

/// Writes the person with words and phones; false when the version is another.
pub(super) fn update(tx: &mut Tx<'_>, person: &Person) -> Res<bool> {
    let values = p![
        person.id,
        person.version,
        &person.given,
        &person.family,
        sort_key(&person.given, &person.family),
        person.mail.clone(),
        person.mail.as_deref().map(mail_key),
        &person.title,
        person.lang,
        person.protected
    ];
    if tx.exec(&UPDATE, values)? != 1 {
        return Ok(false);
    }
    tx.exec(&FORGET_WORDS, p![person.id])?;
    tx.exec(&FORGET_PHONES, p![person.id])?;
    if !person.protected {
        let words = words_of(&person.given, &person.family, person.mail.as_deref());
        insert_words(tx, &words.into_iter().map(|word| (person.id, word)).collect::<Vec<_>>())?;
    }
    let phones: Vec<_> = (0..).zip(&person.phones).map(|(place, phone)| (person.id, place, phone)).collect();
    insert_phones(tx, &phones)?;
    Ok(true)
}

pub(super) fn touch(tx: &mut Tx<'_>, id: Id, version: i64) -> Res<bool> {
    Ok(tx.exec(&TOUCH, p![id, version])? == 1)
}

/// Family name first, as a printed list of people is ordered.
pub(super) fn sort_key(given: &str, family: &str) -> Vec<u8> {
    texts::sort_key(format!("{family} {given}").trim())
}

pub(super) fn words_of(given: &str, family: &str, mail: Option<&str>) -> Vec<Word> {
    let mut all = words([given, family]);
    // An address is found from its beginning only: its end is everybody's.
    all.extend(mail.and_then(|mail| {
        let folded = texts::fold(mail);
        (!folded.own.is_empty())
            .then(|| Word { own: folded.own.into_bytes(), plain: folded.plain.into_bytes() })
    }));
    all.sort();
    all.dedup();
    all
}

pub(super) fn insert_words(tx: &mut Tx<'_>, words: &[(Id, Word)]) -> Res<()> {
    tx.batch(words, "INSERT INTO person_word(person,own,plain) VALUES", "", |(person, word)| {
        vec![person.into(), (&word.own).into(), (&word.plain).into()]
    })?;
    Ok(())
}

pub(super) fn insert_phones(tx: &mut Tx<'_>, phones: &[(Id, i64, &Phone)]) -> Res<()> {
    tx.batch(
        phones,
        "INSERT INTO person_phone(person,place,number,shown) VALUES",
        "",
        |(person, place, phone)| {
            vec![person.into(), (*place).into(), (&phone.number).into(), (&phone.shown).into()]
        },
    )?;
    Ok(())
}
