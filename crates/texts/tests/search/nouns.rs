//! Paradigms of everyday nouns and verbs: any form finds any other.

use super::engines::finds_in;

const PARADIGMS: &[&str] = &[
    "nätverk nätverket nätverken nätverkets nätverkens",
    "ärende ärendet ärenden ärendena ärendets",
    "lösenord lösenordet lösenorden lösenordets",
    "konto kontot konton kontona kontots",
    "dator datorn datorer datorerna datorns",
    "skrivare skrivaren skrivarna skrivarens skrivarnas",
    "användare användaren användarna användarens",
    "skärm skärmen skärmar skärmarna",
    "mus musen möss mössen",
    "fil filen filer filerna",
    "mapp mappen mappar mapparna",
    "bilaga bilagan bilagor bilagorna",
    "kamera kameran kameror kamerorna",
    "server servern servrar servrarna serverns",
    "router routern routrar routrarna",
    "switch switchen switchar switcharna",
    "accesspunkt accesspunkten accesspunkter accesspunkterna",
    "nyckel nyckeln nycklar nycklarna",
    "kabel kabeln kablar kablarna",
    "fönster fönstret fönstren fönstrets",
    "nummer numret numren numrets",
    "tecken tecknet tecknen",
    "system systemet systemen systemets",
    "program programmet programmen programmets",
    "rum rummet rummen rummets",
    "app appen appar apparna",
    "möte mötet möten mötena",
    "kalender kalendern kalendrar kalendrarna",
    "elev eleven elever eleverna elevernas",
    "lärare läraren lärarna lärarnas",
    "skola skolan skolor skolorna skolans",
    "klass klassen klasser klasserna",
    "bok boken böcker böckerna",
    "förälder föräldern föräldrar föräldrarna",
    "vårdnadshavare vårdnadshavaren vårdnadshavarna",
    "faktura fakturan fakturor fakturorna",
    "behörighet behörigheten behörigheter behörigheterna",
    "licens licensen licenser licenserna",
    "certifikat certifikatet certifikaten",
    "larm larmet larmen larmets",
    "gymnasium gymnasiet gymnasier gymnasierna",
    "museum museet museer museerna",
    "schema schemat scheman schemana",
    "vecka veckan veckor veckorna",
    "timme timmen timmar timmarna",
    "byrå byrån byråer byråerna",
    "medlem medlemmen medlemmar medlemmarna",
    "telefon telefonen telefoner telefonerna",
    "surfplatta surfplattan surfplattor surfplattorna",
    "projektor projektorn projektorer projektorerna",
    "uppdatering uppdateringen uppdateringar uppdateringarna",
    // Not in our vocabulary: the endings alone must do.
    "galgen galgar galgarna",
    "granskar granska granskade granskat",
    "lampa lampan lampor lamporna",
    "krukväxten krukväxter krukväxterna",
    "fungera fungerar fungerade fungerat",
    "installera installerar installerade installerat installeras",
    "uppdatera uppdaterar uppdaterade uppdaterat",
    "logga loggar loggade loggat loggas",
    "öppna öppnar öppnade öppnat",
    "starta startar startade startat",
    "låsa låser låst",
    // Compounds, known and unknown beginnings.
    "lösenordsbyte lösenordsbytet lösenordsbyten lösenordsbytena",
    "datorvagn datorvagnen datorvagnar datorvagnarna",
    "nätverksuttag nätverksuttaget nätverksuttagen",
    "bergeskolan bergeskolans bergeskolor",
    "telefonnummer telefonnumret telefonnumren",
    "printer printers",
    "update updates updated updating",
    "policy policies",
];

#[test]
fn any_form_of_a_word_finds_any_other() {
    let mut missed = Vec::new();
    for paradigm in PARADIGMS {
        for written in paradigm.split(' ') {
            missed.extend(
                paradigm
                    .split(' ')
                    .filter(|typed| !finds_in(typed, written))
                    .map(|typed| format!("{typed} in {written}")),
            );
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_compound_is_found_by_its_parts_but_not_by_its_relatives() {
    for (part, compound) in [
        ("lösenord", "lösenordsbyte"),
        ("byte", "lösenordsbytet"),
        ("dator", "lärardatorn"),
        ("lärare", "lärardatorn"),
        ("skola", "Bergeskolan"),
        ("skrivare", "etikettskrivaren"),
        ("kort", "passerkortsläsaren"),
        ("larm", "trygghetslarmen"),
        ("signering", "signeringslistan"),
        ("lista", "signeringslistorna"),
        ("nätverk", "nätverkskabeln"),
        ("gymnasium", "gymnasieelever"),
        ("telefon", "mobiltelefonerna"),
    ] {
        assert!(finds_in(part, compound), "{part} in {compound}");
    }
    for (typed, written) in [
        ("nät", "nattpatrull"),
        ("kort", "kontoret"),
        ("lås", "läsning"),
        ("mus", "museet"),
        ("dator", "datum"),
    ] {
        assert!(!finds_in(typed, written), "{typed} in {written}");
    }
}
