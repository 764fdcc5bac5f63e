# Kalendrar och löften: när det är öppet, vad som lovas, och varför något ska vara klart just då.

promise-menu = Löften
calendar-menu = Kalendrar

promise-priority-1 = Kritisk
promise-priority-2 = Hög
promise-priority-3 = Normal
promise-priority-4 = Låg

promise-reason-user = Väntar på svar
promise-reason-manager = Väntar på chef
promise-reason-delivery = Väntar på leverans
promise-reason-planned-change = Väntar på planerad ändring
promise-reason-supplier = Hos leverantör

# Öppettider
calendar-span = kl. { $from }–{ $to }
calendar-days-from-to = { $from }–{ $to }
calendar-open-days = { $days } { $spans }
calendar-never-open = Aldrig öppet

# Dagar med namn
calendar-day-new-years-day = Nyårsdagen
calendar-day-epiphany = Trettondedag jul
calendar-day-good-friday = Långfredagen
calendar-day-easter-sunday = Påskdagen
calendar-day-easter-monday = Annandag påsk
calendar-day-may-day = Första maj
calendar-day-ascension-day = Kristi himmelsfärdsdag
calendar-day-whit-sunday = Pingstdagen
calendar-day-whit-monday = Annandag pingst
calendar-day-national-day = Sveriges nationaldag
calendar-day-midsummer-day = Midsommardagen
calendar-day-all-saints-day = Alla helgons dag
calendar-day-christmas-day = Juldagen
calendar-day-boxing-day = Annandag jul
calendar-day-epiphany-eve = Trettondagsafton
calendar-day-maundy-thursday = Skärtorsdagen
calendar-day-easter-eve = Påskafton
calendar-day-walpurgis-eve = Valborgsmässoafton
calendar-day-ascension-eve = Dagen före Kristi himmelsfärd
calendar-day-whitsun-eve = Pingstafton
calendar-day-midsummer-eve = Midsommarafton
calendar-day-all-saints-eve = Allhelgonaafton
calendar-day-christmas-eve = Julafton
calendar-day-new-years-eve = Nyårsafton

# Kalendrarna
calendar-list-title = Kalendrar
calendar-list-about = En kalender säger när det är öppet. Löften räknar bara öppen tid.
calendar-list-none = Det finns ingen kalender än
calendar-list-none-about = Skapa en kalender, så kan ett löfte räkna efter den.
calendar-new = Ny kalender
calendar-revise = Ändra öppettider
calendar-edition = Version { $number }
calendar-edition-from = Version { $number }, från { $day }
calendar-editions = Versioner
calendar-editions-about = En version ändras aldrig. Den som redan har fått ett löfte behåller sin version.
calendar-col-edition = Version
calendar-col-from = Gäller från
calendar-col-note = Beslut
calendar-definition = Definitionen
calendar-definition-about = Samma text kan läsas av kommandot enhet calendar.
calendar-hours = Öppet
calendar-no-note = Inget beslut angivet
calendar-unused = Inget löfte räknar efter den här versionen än
calendar-unused-about = Gör en ny version av löftet, så räknar nya ärenden efter den.
calendar-unused-act = Ändra löftet

# Året
calendar-year = Året { $year }
calendar-year-previous = Visa { $year }
calendar-year-next = Visa { $year }
calendar-year-counts = { $open } öppna dagar, { $short } kortare dagar, { $closed } stängda dagar
calendar-month-counts =
    { $open ->
        [one] { $open } öppen dag
       *[other] { $open } öppna dagar
    }
calendar-kind-open = Öppet
calendar-kind-short = Kortare dag
calendar-kind-closed = Stängt
calendar-weekday-short-1 = mån
calendar-weekday-short-2 = tis
calendar-weekday-short-3 = ons
calendar-weekday-short-4 = tor
calendar-weekday-short-5 = fre
calendar-weekday-short-6 = lör
calendar-weekday-short-7 = sön
calendar-special = Dagar som inte är som vanligt
calendar-special-none = Alla dagar är som vanligt det här året.
calendar-bridge = Klämdagar
calendar-bridge-about = Enstaka arbetsdagar mellan stängda dagar. Vill ni stänga dem skriver du in dem som stängda dagar.
calendar-bridge-none = Inga klämdagar det här året.
calendar-col-day = Dag
calendar-col-name = Namn
calendar-col-open = Öppet

# Formuläret
calendar-form-new = Ny kalender
calendar-form-revise = Ändra öppettider
calendar-form-about = Det blir en ny version. Löften som redan är givna räknas som förut.
calendar-form-name = Namn
calendar-form-zone = Tidszon
calendar-form-zone-hint = Till exempel Europe/Stockholm.
calendar-form-week = Öppettider per veckodag
calendar-form-week-hint = Skriv till exempel 08:00-16:30, eller 08:00-12:00, 13:00-16:30. Lämna tomt när det är stängt.
calendar-form-holidays = Röda dagar
calendar-form-holidays-sweden = Stängt på svenska röda dagar
calendar-form-holidays-none = Öppet på röda dagar som på andra
calendar-form-eves = Stängda aftnar
calendar-form-closed = Andra stängda dagar
calendar-form-closed-hint = Ett datum på varje rad, till exempel 2026-05-15.
calendar-form-short-eves = Aftnar som stänger tidigare
calendar-form-short-eves-hint = Skriv när det stänger, till exempel 14:00. Lämna tomt när aftonen är som vanligt.
calendar-form-short = Andra dagar som stänger tidigare
calendar-form-short-hint = Datum och klockslag på varje rad, till exempel 2026-05-13 14:00.
promise-form-note = Beslut
promise-form-note-hint = Paragraf, diarienummer eller en mening om varför.
promise-form-from = Gäller från
calendar-form-save = Spara ny version
promise-form-cancel = Avbryt
calendar-said-saved = Version { $number } av { $name } är sparad.

# Löftena
promise-title = Löften
promise-about = Ett löfte säger hur snabbt ni svarar och hur snabbt ni löser. Bara öppen tid räknas.
promise-none = Det finns inget löfte än
promise-none-about = Löftet skapas när ni startar Enhet. Kör startguiden först.
promise-none-act = Till startguiden
promise-revise = Ändra löftet
promise-holds-now = Gäller nu
promise-holds-from = Gäller från { $day }
promise-held-before = Har gällt från { $day }
promise-goals = Mål per prioritet
promise-col-priority = Prioritet
promise-col-response = Första svar inom
promise-col-resolution = Löst inom
promise-no-goal = Bäst möjligt, inget löfte
promise-counts-by = Räknar efter
promise-calendar-edition = { $name }, version { $number }
promise-pauses = Pausar klockan
promise-runs = Klockan går
promise-response-never-pauses = Tiden till första svar pausas aldrig. Första svar är ett meddelande till användaren, eller att någon tar ärendet.
promise-older-calendar = Det finns nyare öppettider
promise-older-calendar-about = Löftet räknar efter version { $used } av { $name }. Version { $latest } finns.
promise-edition-heading = { $name }, version { $number }

# Formuläret för löften
promise-form-title = Ändra löftet
promise-form-about = Det blir en ny version för nya ärenden. Ärenden som redan finns behåller sitt löfte.
promise-form-name = Namn
promise-form-calendar = Öppettider
promise-form-goals = Mål i öppna minuter
promise-form-goals-hint = Skriv minuter, till exempel 240 för 4 timmar. Lämna tomt när inget lovas.
promise-form-response = { $priority }: första svar, minuter
promise-form-resolution = { $priority }: löst, minuter
promise-form-pauses = Det här pausar tiden till löst
promise-form-preview = Granska ändringen
promise-preview-title = Granska ändringen
promise-preview-about = Gäller ärenden som kommer in från { $day }. Spara när det stämmer.
promise-preview-what = Vad
promise-preview-before = Förut
promise-preview-after = Nu
promise-preview-response = { $priority }: första svar
promise-preview-resolution = { $priority }: löst
promise-preview-pauses = Pausar
promise-preview-runs = Klockan går
promise-preview-save = Spara ny version
promise-preview-edit = Ändra mer
promise-said-saved = Version { $number } av löftet är sparad.

# Varför då?
promise-not-measured = Mäts inte
promise-why-due = Därför ska ärendet vara löst { $when }
promise-why-late = Ärendet skulle ha varit löst { $when }
promise-why-paused = Klockan står still medan vi väntar
promise-why-stopped-in-time = Ärendet löstes i tid, det skulle vara klart { $when }
promise-why-stopped-late = Ärendet löstes för sent, det skulle vara klart { $when }
promise-why-nothing = Ingen tid är lovad för ärendet
promise-why-say = Löftet är { $goal } av den tid då det är öppet. Vi har använt { $used }.
promise-why-say-nothing = Vi gör så gott vi kan. Hittills har det tagit { $used } öppen tid.
promise-why-say-paused = Klockan stod still i { $paused } medan vi väntade.
promise-why-goal = Lovad tid
promise-why-counted = Räknad tid
promise-why-left = Kvar
promise-why-paused-time = Pausad
promise-why-days = Tiden dag för dag
promise-why-table = Samma tid som tabell
promise-why-table-about = Alla intervall från det att ärendet kom in till dess att det ska vara löst
promise-why-from = Från
promise-why-to = Till
promise-why-clock = Klockan
promise-why-length = Längd
promise-why-so-far = Räknat hittills
promise-why-until-now = { $to }, nu
promise-why-kind-counted = Räknas
promise-why-kind-paused = Pausad
promise-why-kind-closed = Stängt
promise-why-kind-stopped = Löst
promise-why-kind-left = Kvar
promise-why-rule = Regeln som gäller
promise-why-promised = Löst inom lovad tid, { $priority }: { $goal }
promise-why-edition = { $name }, version { $number }, från { $day }. Låstes när ärendet kom in.
promise-why-no-special-days = Inga röda dagar i perioden.
promise-why-special-day = { $day }, { $kind }
promise-why-otherwise = Om något varit annorlunda
promise-why-no-pauses = Utan pausen
promise-why-other-priority = { $priority }, { $goal }

# När något ska rättas
refusal-promise-edition-stale = Någon annan har sparat version { $number }. Öppna sidan igen och gör om ändringen.
refusal-promise-name-missing = Skriv ett namn.
refusal-promise-text-too-long = Korta texten till högst { $max } tecken.
refusal-promise-begins-in-the-past = Välj { $today } eller senare. Det som har hänt räknas efter det som gällde då.
refusal-promise-day-unreadable = Skriv datumet som år-månad-dag, till exempel 2026-09-01.
refusal-promise-calendar-unknown = Välj en av kalendrarna i listan.
refusal-promise-goal-unreadable = Skriv hela minuter, till exempel 240. ”{ $text }” går inte att läsa.
refusal-promise-goal-out-of-range = Skriv minst 1 minut och högst { $max } timmar, eller lämna tomt.
refusal-promise-response-after-resolution = Första svar behöver komma före lösningen. Skriv färre minuter.
refusal-promise-nothing-changed = Ingenting är ändrat. Ändra något, eller avbryt.
refusal-promise-reason-unknown = Skriv pauserna som user, manager, delivery, planned_change eller supplier.
refusal-calendar-never-opens = Skriv öppettider för minst en veckodag. Annars blir ingenting någonsin klart i tid.
refusal-calendar-not-toml = Rad { $line } går inte att läsa: { $detail }.
refusal-calendar-unknown-key = ”{ $key }” finns inte här. Menade du { $known }?
refusal-calendar-key-belongs-at-top = Flytta ”{ $key }” till början, före första raden med hakparentes.
refusal-calendar-key-missing = ”{ $key }” saknas. Lägg till exempelvis { $example }.
refusal-calendar-wrong-type = { $place } behöver skrivas på ett annat sätt, till exempel { $example }.
refusal-calendar-unknown-time-zone = Tidszonen ”{ $name }” finns inte. Menade du { $known }?
refusal-calendar-unknown-holidays = Skriv ”sweden” eller ”none” i stället för ”{ $name }”.
refusal-calendar-unknown-day = ”{ $name }” är ingen dag. Skriv ett datum som 2026-05-15, eller { $known }.
refusal-calendar-no-such-date = Datumet { $date } finns inte. Skriv till exempel 2026-05-15.
refusal-calendar-date-outside-years = Välj ett datum mellan år { $first } och { $last } i stället för { $date }.
refusal-calendar-not-a-time = ”{ $text }” är inget klockslag. Skriv två siffror för timme och två för minut, till exempel 08:00.
refusal-calendar-not-a-span = ”{ $text }” är inget pass. Skriv när det öppnar och stänger, till exempel 08:00-16:30.
refusal-calendar-span-empty = Passet { $span } är tomt. Låt det sluta senare än det börjar, eller ta bort det.
refusal-calendar-span-backwards = Passet { $span } slutar innan det börjar. Går det över midnatt slutar det 24:00 och fortsätter 00:00 nästa dag.
refusal-calendar-spans-overlap = Passen { $one } och { $other } går in i varandra. Slå ihop dem, eller låt det andra börja när det första har slutat.
refusal-calendar-spans-unordered = Passet { $other } står efter { $one } men är tidigare. Byt plats på dem.
refusal-calendar-shortened-twice = { $day } stänger tidigare två gånger. Behåll ett klockslag.
