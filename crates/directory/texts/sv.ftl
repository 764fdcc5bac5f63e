# Personer, organisation och grupper, och det som alla register säger lika.
# Ordet enhet betyder en dator eller annan pryl. En del av organisationen kallas vid sin sort: skola, förvaltning.

register-menu = Register
register-add = Lägg till
register-edit = Ändra
register-save = Spara
register-cancel = Avbryt
register-show = Visa
register-show-all = Visa alla
register-filters = Välj vad listan visar
register-export = Hämta som CSV
register-you-are-here = Du är här
register-none-fit = Inget passar det du valde
register-none-fit-hint = Ändra eller ta bort något av valen.
register-empty = Här är tomt än så länge
register-empty-hint = Det som läggs till syns här.
register-name-en = Namn på engelska
register-about-en = Beskrivning på engelska
register-first-day = Första dag
register-last-day = Sista dag
register-yours = Det du skrev
register-theirs = Det som står nu
register-said-added = Tillagt.
register-said-saved = Sparat.
register-said-ended = Avslutat.
register-said-removed = Borttaget.
register-span-since = sedan { $from }
register-span-from = från { $from }
register-span-both = { $from } – { $to }
register-span-day = { $day }, samma dag

refusal-register-stale = Någon annan har ändrat uppgifterna sedan du öppnade dem. Jämför, och spara igen om det du skrev ska gälla.
refusal-register-text-missing = Fyll i fältet.
refusal-register-text-too-long = Skriv högst { $max } tecken.
refusal-register-slug-unreadable = Skriv ett namn med minst en bokstav eller siffra.
refusal-register-slug-taken = Namnet används redan. Välj ett annat.
refusal-register-date-unreadable = Skriv datumet som ÅÅÅÅ-MM-DD.
refusal-register-days-reversed = Sista dagen ligger före första dagen. Ändra en av dem.

# Personer
directory-people = Personer
directory-people-find = Namn, e-post eller telefon
directory-people-file = personer.csv
directory-people-found =
    { $count ->
        [0] Ingen person
        [one] { $count } person
       *[other] { $count } personer
    }
directory-people-count =
    { $count ->
        [0] Ingen
        [one] { $count } person
       *[other] { $count } personer
    }
directory-person-new = Lägg till person
directory-person-edit = Ändra uppgifter
directory-person-leaves = Har slutat
directory-person-leave = Avsluta
directory-person-leave-hint = Personen hör sedan inte till någon del av organisationen och arbetar inte i någon grupp. Ärenden och historik finns kvar.
directory-about-person = Om personen
directory-name = Namn
directory-given = Förnamn
directory-family = Efternamn
directory-mail = E-post
directory-phone = Telefon
directory-phone-nth = Telefon { $nth }
directory-title = Titel
directory-title-there = Titel där
directory-title-hint = För den som inte har en anställning här, till exempel en konsult.
directory-language = Språk i mejl
directory-language-any = Kommunens språk
directory-language-sv = Svenska
directory-language-en = Engelska
directory-group = Grupp
directory-facts = Uppgifter
directory-facts-on = Uppgifter { $day }
directory-fact = Uppgift
directory-value = Värde
directory-before = Tidigare
directory-soon = Händer snart
directory-soon-begins = Börjar: { $unit }
directory-soon-ends = Slutar: { $unit }

directory-protected = Skyddade personuppgifter
directory-protected-hint = Namn, plats, telefon och e-post visas inte för någon. Personen får ett alias.
directory-protected-only = Bara skyddade, som alias
directory-protected-rules = Skriv aldrig namn, plats, telefon eller e-post i ärendet. Ring inte. Svara bara genom ärendet. Den här visningen är loggad.
directory-protected-show = Visa namn och uppgifter
directory-protected-show-hint = Att du tittar skrivs i loggen.
directory-alias = Person { $alias }
directory-alias-hint = Ett alias. Namn och arbetsplats visas inte för dig.

directory-belongs-to = Hör till
directory-belongs-later = Du kan vänta med det.
directory-any-unit = Hela kommunen
directory-choose-unit = Välj
directory-affiliation-add = Lägg till tillhörighet
directory-affiliation-edit = Ändra tillhörighet
directory-affiliation-as = Som
directory-affiliation-employment = Anställning
directory-affiliation-enrolment = Elev
directory-affiliation-assignment = Uppdrag
directory-affiliation-main = Huvudsaklig
directory-affiliation-main-also = huvudsaklig
directory-affiliation-main-hint = Avgör vilken nämnd personens ärenden hör till.
directory-percent = Procent av heltid
directory-percent-hint = 1 till 100

refusal-directory-mail-unreadable = Skriv en e-postadress, som namn@kommunen.example.
refusal-directory-mail-taken = Adressen hör redan till en annan person. Sök upp den personen i listan.
refusal-directory-phone-unreadable = Skriv hela numret med riktnummer, som 060-55 01 44.
refusal-directory-phones-too-many = Skriv högst { $max } nummer.
refusal-directory-percent-out-of-range = Skriv ett tal från 1 till 100.
refusal-directory-person-unknown = Ingen person passar. Skriv hela namnet eller e-postadressen.
refusal-directory-person-many = Flera personer passar. Skriv e-postadressen.
refusal-directory-language-unknown = Ange språket som sv eller en.

# Organisationen
directory-organisation = Organisation
directory-organisation-file = organisation.csv
directory-unit-find = Namn eller kod
directory-on-day = Per datum
directory-unit-new = Lägg till i organisationen
directory-unit-edit = Ändra uppgifter
directory-unit-move = Flytta
directory-unit-move-hint = Det som gällde före första dagen finns kvar i historiken.
directory-unit-end = Avsluta
directory-unit-end-hint = Den som hör hit slutar göra det samma dag. Det som ligger under måste först flyttas eller avslutas.
directory-about-unit = I organisationen
directory-kind = Sort
directory-kind-municipality = Kommun
directory-kind-committee = Nämnd
directory-kind-department = Förvaltning
directory-kind-section = Avdelning
directory-kind-school = Skola
directory-kind-preschool = Förskola
directory-kind-care-home = Boende
directory-kind-library = Bibliotek
directory-kind-workplace = Arbetsplats
directory-code = Kod
directory-code-hint = Den del av kodsträngen som ekonomisystemet använder.
directory-under = Ligger under
directory-no-parent = Överst
directory-below = Ligger närmast under
directory-hung-under = Har legat under
directory-now = Nu

refusal-directory-parent-missing = Välj vad den ligger under. Bara en kommun ligger överst.
refusal-directory-parent-not-there = Det du valde att den ska ligga under finns inte { $day }. Välj något annat eller en annan dag.
refusal-directory-parent-below = Det du valde ligger själv under. Välj något annat.
refusal-directory-unit-not-there = Välj en del av organisationen som finns den dagen.
refusal-directory-unit-has-children = { $count } ligger fortfarande under. Flytta eller avsluta dem först.
refusal-directory-kind-unknown = Sorten finns inte. Se API-beskrivningen för vilka som finns.

# Grupper
directory-groups = Grupper
directory-groups-file = grupper.csv
directory-group-find = Namn
directory-group-new = Lägg till grupp
directory-group-edit = Ändra grupp
directory-group-end = Avsluta gruppen
directory-group-end-hint = Gruppen tar då inte emot fler ärenden, och ingen arbetar i den.
directory-group-internal = Egen grupp
directory-group-supplier = Leverantörens grupp
directory-about-group = Om gruppen
directory-about = Beskrivning
directory-supplier = Leverantör
directory-supplier-hint = Bara för en leverantörs grupp.
directory-owner-unit = Ansvarar för gruppen
directory-role = Roll
directory-fallback = Tar ärenden som ingen annan tar
directory-fallback-hint = En grupp i taget. Den som har uppgiften nu lämnar över den.
directory-ended = Avslutad
directory-ended-too = Visa avslutade
directory-members =
    { $count ->
        [0] Ingen arbetar här
        [one] { $count } person arbetar här
       *[other] { $count } personer arbetar här
    }
directory-member-new = Lägg till i gruppen
directory-member-hint = Namn eller e-post
directory-member-add = Lägg till
directory-member-remove = Ta bort

refusal-directory-group-is-fallback = Gruppen tar ärenden som ingen annan tar. Ge uppgiften till en annan grupp först.
refusal-directory-group-ended = Gruppen är avslutad. Välj en annan.

directory-hit-person = Person
directory-hit-unit = Organisation
directory-hit-group = Grupp
