# Enheter: datorer, telefoner, skrivare och annat som personer och verksamheter har.

inventory-devices = Enheter
inventory-device = Enhet
inventory-file = enheter.csv
inventory-find = Nummer, serienummer, modell eller namn
inventory-count =
    { $count ->
        [one] { $count } enhet
       *[other] { $count } enheter
    }
inventory-about = Om enheten
inventory-device-new = Lägg till enhet
inventory-device-edit = Ändra enhet
inventory-number = Nummer
inventory-number-hint = Som det står på etiketten, till exempel LJU-20417.
inventory-kind = Sort
inventory-any-kind = Alla sorter
inventory-model = Modell
inventory-serial = Serienummer
inventory-place = Plats
inventory-place-hint = Hus och rum, till exempel Bergeskolan, B203.
inventory-place-after = Där enheten finns sedan.
inventory-unit = Ansvarar
inventory-notes = Anteckningar
inventory-notes-hint = Skriv inget om en person här.
inventory-holder = Innehavare
inventory-nobody = Ingen
inventory-somebody = En person
inventory-protected = En person med skyddade uppgifter
inventory-state = Status
inventory-any-state = Alla
inventory-state-in-use = I bruk
inventory-state-in-stock = På lager
inventory-state-repair = På lagning
inventory-state-lost = Borta
inventory-state-retired = Utrangerad

inventory-hand-over = Lämna ut
inventory-hand-on = Byt innehavare
inventory-to-person = Till en person
inventory-to-person-hint = Namn eller e-post
inventory-to-unit = Eller till en verksamhet
inventory-to-no-unit = Ingen
inventory-take-back = Ta tillbaka
inventory-becomes = Vad händer med enheten?
inventory-last-held = Sista dag hos innehavaren
inventory-said-handed-over = Utlämnad.
inventory-said-taken-back = Tillbaka.

inventory-history = Historik
inventory-held-by = Innehavare:
inventory-taken-back = Togs tillbaka
inventory-added = Lades till i registret
inventory-state-changed = Status: { $was } → { $became }
inventory-place-changed = Plats: { $was } → { $became }
inventory-nowhere = ingen

inventory-hit = Enhet

refusal-inventory-number-taken = Numret hör redan till en annan enhet. Sök upp den i listan.
refusal-inventory-kind-or-unit-unknown = Välj en sort och en ansvarig som finns.
refusal-inventory-device-retired = Enheten är utrangerad. Ändra status först.
refusal-inventory-day-ahead = Välj i dag eller en dag som har varit.
refusal-inventory-day-before-holder = Den som har enheten fick den { $day }. Välj den dagen eller en senare.
refusal-inventory-holder-unknown = Välj en person eller en verksamhet.
refusal-inventory-taken-back-in-use = Välj vad som händer med enheten: lager, lagning, borta eller utrangerad.
refusal-inventory-held-by-nobody = Ingen har enheten. Ändra status i stället.
refusal-inventory-state-unknown = Ange status som in_use, in_stock, repair, lost eller retired.
