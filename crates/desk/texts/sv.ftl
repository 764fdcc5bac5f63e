# Ärenden: vad servicedesken säger när något inte går, och vad man gör i stället.

refusal-desk-ticket-unknown = Ärendet finns inte, eller är inte ditt att läsa. Kontrollera numret.
refusal-desk-ticket-closed = Ärendet är stängt. Skapa ett nytt ärende och koppla det till det här.
refusal-desk-ticket-resolved = Ärendet är löst. Öppna det igen först.
refusal-desk-ticket-stale = Någon annan har ändrat ärendet. Läs vad som har hänt och skicka sedan igen.
refusal-desk-already-waiting = Ärendet väntar redan på det.
refusal-desk-already-with-supplier = Ärendet är redan hos leverantören.
refusal-desk-not-on-hold = Ärendet väntar inte. Det finns inget att återuppta.
refusal-desk-not-resolved = Ärendet är inte löst än. Det är redan öppet.
refusal-desk-matrix-not-ordered = Högre påverkan eller brådska får inte ge lägre prioritet. Ändra rutan så att ordningen stämmer.
refusal-desk-days-out-of-range = Ange mellan 1 och 365 dagar.
refusal-desk-filter-unknown = { $value } är inget som listan kan sorteras eller väljas efter. Välj ett av värdena i filtret.
refusal-desk-after-unknown = Platsen i listan gäller inte. Börja om från första sidan.
refusal-desk-person-needed = Logga in som en person för att göra det här. Ett konto för program har inga egna ärenden.
refusal-desk-person-unknown = Personen finns inte i registret. Kontrollera e-postadressen.
refusal-desk-group-unknown = Välj en grupp som finns.
refusal-desk-unit-unknown = Välj en del av organisationen som finns.
refusal-desk-service-unknown = Välj en tjänst som finns i katalogen.
refusal-desk-device-unknown = Enheten finns inte i registret. Kontrollera numret på etiketten.
refusal-desk-assignee-not-agent = Personen arbetar inte i någon supportgrupp. Välj någon annan.
refusal-desk-hold-needs-message = Skriv till användaren vad du behöver veta. Väntan börjar när meddelandet går i väg.
refusal-desk-reopen-too-late =
    { $days ->
        [one] Det har gått mer än en dag sedan ärendet löstes. Skapa ett nytt ärende.
       *[other] Det har gått mer än { $days } dagar sedan ärendet löstes. Skapa ett nytt ärende.
    }
refusal-desk-close-needs-outcome = Ärendet är inte löst. Lös det, eller ange hur det annars slutar.
refusal-desk-undo-too-late = Det går inte att ångra längre. Något har hänt sedan dess, eller så har tiden gått ut.
refusal-desk-text-missing = Skriv en text.
refusal-desk-text-long = Skriv högst { $limit } tecken. Bifoga resten som en fil.
refusal-desk-title-missing = Skriv en rubrik.
refusal-desk-title-long = Skriv en rubrik med högst { $limit } tecken.
refusal-desk-requester-needed = Ange vem ärendet gäller, med e-postadress.
refusal-desk-only-for-yourself = Du kan bara anmäla för dig själv. Ring servicedesken om det gäller någon annan.
refusal-desk-not-set-up = Det saknas en grupp som tar emot det som ingen annan äger. Be administratören välja en.
refusal-desk-link-to-itself = Välj ett annat ärende. Ett ärende kan inte kopplas till sig självt.
refusal-desk-link-unknown = Kopplingen finns inte längre.
refusal-desk-file-too-large = Filen är större än { $limit } MB. Välj en mindre fil, eller dela upp den.
refusal-desk-file-broken = Filen kom inte fram hel. Skicka den igen.
refusal-desk-file-empty = Filen är tom. Välj en annan fil.
refusal-desk-file-unknown = Filen finns inte, eller är inte din att läsa.
refusal-desk-files-too-many = Skicka högst { $limit } filer åt gången.
refusal-desk-view-name = Ge vyn ett namn med högst 60 tecken.
refusal-desk-view-too-many = Du har redan { $limit } vyer. Ta bort en först.

desk-hit-ticket = Ärende

# Portalen: startsidan, anmälan i tre steg, mina ärenden.

desk-menu-help = Hjälp
desk-menu-mine = Mina ärenden
desk-menu-tickets = Ärenden

desk-home-title = Hjälp
desk-home-heading = Vad behöver du hjälp med?
desk-home-heading-name = Vad behöver du hjälp med, { $name }?
desk-home-example = Till exempel lösenord
desk-home-search = Sök
desk-home-fault = Något fungerar inte
desk-home-fault-about = Anmäl ett fel. Det tar ungefär en minut.
desk-home-need = Jag behöver något
desk-home-need-about = Dator, behörighet, telefon och annat.
desk-home-all-mine = Visa alla
desk-home-none = Du har inga ärenden.
desk-home-none-about = När du har anmält ett fel följer du det här.
desk-home-devices = Mina enheter
desk-home-device-fault = Anmäl fel på den här enheten

desk-mine-title = Mina ärenden
desk-mine-views = Välj vilka ärenden du ser
desk-mine-open = Pågående
desk-mine-done = Klara
desk-mine-none = Här finns inga ärenden.
desk-mine-count =
    { $count ->
        [one] { $count } ärende på sidan
       *[other] { $count } ärenden på sidan
    }
desk-mine-due = { $number }, ska vara klart { $when }
desk-mine-reported = { $number }, anmält { $when }
desk-mine-new = Vi har fått ditt ärende
desk-mine-in-progress = Vi arbetar med det
desk-mine-waiting-user = Vi väntar på svar från dig
desk-mine-waiting-manager = Vi väntar på en chef
desk-mine-waiting-delivery = Vi väntar på en leverans
desk-mine-waiting-change = Vi väntar på en planerad ändring
desk-mine-with-supplier = Leverantören arbetar med det
desk-mine-resolved = Löst
desk-mine-closed = Stängt
desk-mine-promise = Det ska vara klart { $when }.
desk-mine-your-turn = Vi väntar på svar från dig
desk-mine-your-turn-about = Läs frågan nedan och svara, så arbetar vi vidare.
desk-mine-answer = Svara
desk-mine-solved = Ärendet är löst
desk-mine-reopen-until = Fungerar det ändå inte? Skriv det nedan senast { $when }, så öppnas ärendet igen.
desk-mine-reopen-over = Fungerar det ändå inte? Anmäl felet på nytt.
desk-mine-outcome = Löftet om när det skulle vara klart:
desk-mine-talk = Det här har hänt
desk-mine-write = Skriv till servicedesk
desk-mine-write-hint = Berätta om något har ändrats, eller svara på en fråga.
desk-mine-still = Det fungerar ändå inte
desk-mine-still-hint = Skriv vad som händer nu, så öppnas ärendet igen.
desk-mine-file = Bild eller annan fil
desk-mine-send = Skicka
desk-mine-reopen = Skicka och öppna igen
desk-mine-closed-about = Ärendet är stängt.
desk-mine-report-new = Anmäl ett nytt fel
desk-said-answered = Ditt svar är skickat.
desk-author-machine = Automatiskt svar
desk-author-unknown = Okänd avsändare

desk-outcome-kept = Hölls
desk-outcome-broken = Hölls inte
desk-outcome-not-measured = Mäts inte

desk-report-back = Tillbaka
desk-report-step = Steg { $step } av { $of }
desk-report-title = Vad fungerar inte?
desk-report-what = Beskriv med egna ord
desk-report-what-hint = Skriv vad du försökte göra, vad som hände och när det började. Skriv inga personnummer.
desk-need-title = Vad behöver du?
desk-need-what-hint = Skriv vad du behöver, till vem och när. Skriv inga personnummer.
desk-report-photo = Bild eller annan fil
desk-report-photo-hint = Fota gärna felmeddelandet.
desk-report-files = Filer som följer med
desk-report-file-remove = Ta bort
desk-report-sending = Skickar { "{done}" } av { "{total}" }
desk-report-effect = Hur mycket påverkar felet dig?
desk-report-effect-can-work = Jag kan arbeta vidare ändå
desk-report-effect-stopped = Jag kan inte göra det jag behöver
desk-report-effect-many = Flera personer är stoppade
desk-report-effect-many-about = Till exempel en hel klass eller avdelning.
desk-report-go-on = Fortsätt
desk-report-later = Avbryt
desk-report-device-title = Vilken enhet gäller det?
desk-report-device = Välj enhet
desk-report-device-hint = Numret står på en etikett på enheten.
desk-report-device-unknown = Vet inte, eller ingen särskild enhet
desk-report-reach-title = Hur når vi dig?
desk-report-reach = Välj hur vi hör av oss
desk-report-reach-mail = Skriv till mig
desk-report-reach-phone = Ring mig
desk-report-phone = Telefonnummer
desk-report-reach-line = Ring på { $phone }.
desk-report-send = Skicka

desk-receipt-tab = Ärende { $number } mottaget
desk-receipt-number = Ärende { $number }
desk-receipt-title = Vi har tagit emot ditt ärende
desk-receipt-promise = Vi hör av oss senast { $response }. Felet ska vara löst senast { $resolution }.
desk-receipt-promise-need = Vi hör av oss senast { $response }. Det ska vara klart senast { $resolution }.
desk-receipt-no-promise = Vi hör av oss så snart vi kan.
desk-receipt-next = Det här händer nu
desk-receipt-next-read = Servicedesk läser det du skrev
desk-receipt-next-read-about = Första linjen tar ärendet eller lämnar det till den som kan mest.
desk-receipt-next-answer = Vi svarar dig
desk-receipt-next-answer-about = Svaret står här och kommer också med e-post.
desk-receipt-next-solved = Du får veta när det är klart
desk-receipt-next-solved-about = Fungerar det ändå inte svarar du, så öppnas ärendet igen.
desk-receipt-you-wrote = Det här skrev du
desk-receipt-wrote = Vad det gäller
desk-receipt-device = Enhet
desk-receipt-device-unknown = Ingen särskild
desk-receipt-follow = Följ ärendet
desk-receipt-home = Till startsidan

refusal-desk-report-what-missing = Beskriv vad som inte fungerar.
refusal-desk-need-what-missing = Beskriv vad du behöver.
refusal-desk-report-phone-short = Skriv telefonnumret med minst sju siffror.

# Arbetsrummet: kön.

desk-queue-title = Servicedesk
desk-queue-tab = Servicedesk, { $view } ({ $count })
desk-queue-filter = Filtrera
desk-queue-new = Nytt ärende
desk-queue-caption = Ärenden, sorterade efter när nästa löfte bryts
desk-queue-caption-other = Ärenden
desk-queue-shown =
    { $count ->
        [one] { $count } ärende på sidan
       *[other] { $count } ärenden på sidan
    }
desk-queue-says =
    { $count ->
        [one] { $count } ärende behöver dig nu
       *[other] { $count } ärenden behöver dig nu
    }
desk-queue-mark = Markera { $number }
desk-queue-all-open = Alla öppna: { $count }
desk-queue-file = arenden.csv
desk-pulse = Läget just nu
desk-pulse-answer = Svarstid i telefon
desk-pulse-first-contact = Löst i första kontakten
desk-views = Vyer
desk-view-mine = Mina
desk-view-unassigned = Otilldelade
desk-view-open = Alla öppna
desk-view-waiting = Väntar på svar
desk-view-supplier = Hos leverantören
desk-view-name = Spara som vy
desk-view-keep = Spara vyn
desk-view-forget = Ta bort vyn
desk-part-now = Behöver dig nu
desk-part-today = I dag
desk-part-later = Senare
desk-none-mine = Inga ärenden väntar på dig.
desk-none-unassigned = Alla öppna ärenden har en handläggare.
desk-none-open = Inga öppna ärenden.
desk-none-open-about = När någon anmäler ett fel hamnar det här.
desk-none-view = Inga ärenden i vyn.
desk-none-fit = Inga ärenden passar urvalet.
desk-marked-one = 1 ärende markerat
desk-marked-many = { $count } ärenden markerade
desk-has-replied = har svarat
desk-has-open = { $names } har det öppet
desk-you = { $name } (du)
desk-nobody = Ingen handläggare
desk-keys-leaf = bläddra
desk-keys-open = öppna
desk-keys-assign = tilldela
desk-keys-status = status
desk-keys-solve = lös
desk-keys-mark = markera
desk-keys-all = alla genvägar

desk-filters = Filtrera ärenden
desk-filter-words = Ord i ärendet
desk-filter-waits = Väntar på
desk-filter-any = Alla
desk-filter-anybody = Vem som helst
desk-filter-open = Öppna
desk-filter-waiting = Väntar, oavsett skäl
desk-filter-every = Alla, även klara
desk-filter-overdue = Över tiden
desk-filter-sort = Sortera
desk-filter-me = Jag själv
desk-filter-clear = Visa alla öppna
desk-filter-take-off = Ta bort ur urvalet
desk-filter-said = { $name }: { $value }
desk-sort-due = Nästa löfte först
desk-sort-updated = Senast ändrad
desk-sort-number = Nyast först

desk-ticket = Ärende
desk-tickets = Ärenden
desk-status = Status
desk-priority = Prioritet
desk-priority-phrase = { $priority } prioritet
desk-due = Ska vara klart
desk-due-or-done = Klart
desk-due-answer = Svar: { $when }
desk-assignee = Handläggare
desk-group = Grupp
desk-service = Tjänst
desk-device = Enhet
desk-devices = Enheter
desk-requester = Anmälare
desk-col-number = Nummer
desk-col-kind = Typ
desk-col-title = Rubrik
desk-col-unit = Del av organisationen
desk-col-created = Anmält
desk-col-answer-due = Svar senast
desk-col-resolved = Löst

desk-stage-new = Nytt
desk-stage-in-progress = Pågår
desk-stage-with-supplier = Hos leverantören
desk-stage-resolved = Löst
desk-stage-closed = Stängt
desk-kind-incident = Incident
desk-kind-request = Beställning
desk-impact = Påverkan
desk-impact-high = Många, eller hela verksamheten
desk-impact-medium = En person
desk-impact-low = En person, lite
desk-urgency = Brådska
desk-urgency-high = Stoppar arbetet nu
desk-urgency-medium = Hindrar arbetet
desk-urgency-low = Kan vänta
desk-source-portal = via portalen
desk-source-phone = via telefon
desk-source-visit = vid besök
desk-source-mail = via mejl
desk-source-agent = från servicedesk
desk-source-api = från ett annat system
desk-source-import = från ett tidigare system
desk-began = anmälde { $when }
desk-began-phone = ringde { $when }
desk-began-mail = mejlade { $when }
desk-began-visit = kom hit { $when }
desk-end-solved = Löst
desk-end-duplicate = Dubblett av ett annat ärende
desk-end-withdrawn = Behövs inte längre
desk-end-not-done = Åtgärdas inte

# Arbetsrummet: ett ärende.

desk-origin = { $kind }, { $source } { $when }
desk-skip-to-answer = Hoppa till svarsrutan
desk-facts = Uppgifter om ärendet
desk-all-facts = Alla uppgifter
desk-place = { $place } av { $of }
desk-place-many = { $place } av fler än { $of }
desk-previous = Föregående ärende
desk-next = Nästa ärende
desk-take = Ta ärendet
desk-take-short = Ta
desk-take-myself = Ta ärendet själv
desk-resolve-short = Lös
desk-more = Fler åtgärder
desk-hold = Låt vänta
desk-send-to-supplier = Skicka till leverantören
desk-resume = Återuppta
desk-edit = Ändra uppgifter
desk-edit-title = Ändra uppgifter
desk-link = Koppla till ett annat ärende
desk-follow = Följ ärendet
desk-unfollow = Sluta följa
desk-let-follow = Låt någon följa
desk-let-follow-about = Den som följer får läsa ärendet och får veta när det ändras. Interna anteckningar syns inte.
desk-let-follow-who = Vem ska följa?
desk-let-follow-verb = Låt följa
desk-close = Stäng ärendet
desk-reopen = Öppna igen
desk-reopen-about = Klockan fortsätter där den stannade.
desk-print = Skriv ut
desk-print-how = Skriv ut sidan med webbläsarens utskrift, Ctrl P.
desk-print-with = Ta med interna anteckningar
desk-print-without = Ta bort interna anteckningar
desk-print-made = Utskrivet { $when }, { $day }

desk-clock-due = Ska vara löst { $when }
desk-clock-was-due = Skulle vara löst { $when }
desk-clock-over = Klockan har stannat
desk-clock-waits = Ska vara löst
desk-clock-left = { $left } kvar
desk-clock-paused = Klockan pausad
desk-clock-none = Löfte om tid
desk-clock-none-about = Inget löfte om tid gäller för ärendet.
desk-clock-goal = Lovad tid { $goal }
desk-clock-counted = Lovad tid { $goal }, räknas { $hours }
desk-clock-used = { $used } av { $goal }
desk-clock-solved = Löst { $when }. Räknad tid: { $used }.
desk-first-answer = Första svar
desk-why = Varför då?
desk-why-tab = Varför då? Ärende { $number }
desk-why-none = Ärendet har inget löfte om tid
desk-why-rules = Regeln
desk-why-priority = Prioriteten
desk-gives = Ger
desk-why-file = Hämta underlaget
desk-why-file-name = arende-{ $number }-tid.csv
desk-why-minutes = Minuter
desk-why-counted = Räknade minuter

desk-properties = Egenskaper
desk-not-said = Inte angivet
desk-committee = Nämnd
desk-came-from = Kommer från
desk-outcome = Så slutade det
desk-reported-by = Anmält av
desk-phone = Telefon
desk-mail = E-post
desk-other-open =
    { $count ->
        [one] { $count } öppet till
       *[other] { $count } öppna till
    }
desk-links = Hör ihop med
desk-followers = Följer ärendet
desk-link-duplicates = Dubblett av
desk-link-duplicated = Har dubbletten
desk-link-caused-by = Orsakas av
desk-link-causes = Orsakar
desk-link-relates = Hör ihop med
desk-link-how = Hur hör de ihop?
desk-link-other = Det andra ärendets nummer
desk-link-verb = Koppla
desk-link-remove = Ta bort kopplingen

desk-internal-note = Intern anteckning
desk-internal-hint = Internt. Anmälaren ser det inte.
desk-said-to = till { $name } { $when }
desk-said-back = svarade { $when }
desk-said-beside = skrev { $when }
desk-quoted = Visa tidigare mejl
desk-events = { $count } händelser
desk-written-since = Det andra skrev under tiden
desk-done-since = Det här har hänt under tiden
desk-did-stage = satte status { $stage }
desk-did-hold = lät ärendet vänta: { $stage }
desk-did-supplier = skickade ärendet till leverantören
desk-did-resume = återupptog ärendet
desk-did-resolve = löste ärendet
desk-did-reopen = öppnade ärendet igen
desk-did-close = stängde ärendet
desk-did-outcome = angav hur det slutade: { $outcome }
desk-did-take = tog ärendet
desk-did-assign = gav ärendet till { $name }
desk-did-unassign = lämnade ärendet utan handläggare
desk-did-begin-with = lade ärendet hos { $group }
desk-did-group = lämnade ärendet till { $group }
desk-did-raise = höjde prioriteten till { $priority }
desk-did-lower = sänkte prioriteten till { $priority }
desk-did-weigh = ändrade påverkan eller brådska
desk-did-title = ändrade rubriken
desk-did-kind = ändrade typen till { $kind }
desk-did-service = valde tjänsten { $name }
desk-did-service-none = tog bort tjänsten
desk-did-device = kopplade ärendet till { $name }
desk-did-device-none = tog bort enheten
desk-did-requester = bytte anmälare till { $name }
desk-did-requester-other = bytte anmälare
desk-did-link = kopplade ärendet till { $other }
desk-did-unlink = tog bort kopplingen till { $other }
desk-did-undo = ångrade det senaste

desk-write-reply = Svar till { $name }
desk-write-send = Skicka till { $name }
desk-write-note = Spara anteckning
desk-write-and-wait = Skicka och vänta på svar
desk-files-kept =
    { $count ->
        [one] { $count } fil följer med
       *[other] { $count } filer följer med
    }
desk-here-reads = { $name } har ärendet öppet.
desk-here-writes = { $name } skriver just nu.

desk-back-to = Ärende { $number }
desk-save = Spara
desk-message-to = Meddelande till { $name }
desk-unchanged = Som det är
desk-assign-title = Tilldela ärendet
desk-assign-note = Vad behöver nästa person veta?
desk-status-verb = Byt status
desk-status-to = Ny status
desk-status-runs = Klockan fortsätter att gå.
desk-status-pauses = Klockan pausas.
desk-status-pauses-user = Klockan pausas när du har ställt frågan i ett meddelande.
desk-status-message-hint = Behövs när du väntar på svar från användaren.
desk-matrix = Prioritet av påverkan och brådska
desk-matrix-show = Så räknas prioriteten
desk-matrix-hint = Raderna säger hur mycket som påverkas, kolumnerna hur bråttom det är.
desk-resolve-what = Vad hjälpte?
desk-resolve-hint = { $name } får läsa det.
desk-resolve-cause = Vad berodde det på?
desk-close-why = Varför stängs det?
desk-device-hint = Numret på etiketten.
desk-person-hint = Skriv namn, telefonnummer eller e-postadress.
desk-many-assign =
    { $count ->
        [one] Tilldela { $count } ärende
       *[other] Tilldela { $count } ärenden
    }
desk-many-status =
    { $count ->
        [one] Byt status på { $count } ärende
       *[other] Byt status på { $count } ärenden
    }
desk-many-priority =
    { $count ->
        [one] Ändra prioritet på { $count } ärende
       *[other] Ändra prioritet på { $count } ärenden
    }
desk-many-resolve =
    { $count ->
        [one] Lös { $count } ärende
       *[other] Lös { $count } ärenden
    }
desk-many-message = Meddelande till anmälarna
desk-many-message-hint = Alla anmälare får läsa samma text.

desk-said-sent = Svaret är skickat.
desk-said-sent-waits = Svaret är skickat och ärendet väntar på svar.
desk-said-noted = Anteckningen är sparad.
desk-said-assigned = Ärende { $number } är tilldelat.
desk-said-taken = Du har tagit ärende { $number }.
desk-said-stage = Ärende { $number } har ny status.
desk-said-resumed = Ärende { $number } är återupptaget.
desk-said-priority = Ärende { $number } har ny prioritet.
desk-said-resolved = Ärende { $number } är löst.
desk-said-closed = Ärende { $number } är stängt.
desk-said-reopened = Ärende { $number } är öppet igen.
desk-said-undone = Ändringen av ärende { $number } är ångrad.
desk-said-edited = Ärende { $number } är ändrat.
desk-said-linked = Ärende { $number } är kopplat.
desk-said-unlinked = Kopplingen från ärende { $number } är borttagen.
desk-said-follows = Personen följer nu ärende { $number }.
desk-said-following = Du följer ärende { $number }.
desk-said-unfollowing = Du följer inte längre ärende { $number }.
desk-said-many =
    { $count ->
        [one] { $count } ärende är ändrat.
       *[other] { $count } ärenden är ändrade.
    }
desk-said-some = { $count } av { $of } ärenden är ändrade. Dessa gick inte: { $numbers }.
desk-said-view-kept = Vyn { $name } är sparad.
desk-said-view-gone = Vyn är borttagen.
desk-said-settings = Inställningarna är sparade.

# Snabbregistrering.

desk-quick-title = Nytt ärende
desk-quick-who = Vem gäller det?
desk-quick-about = Gäller
desk-quick-new = Något nytt
desk-quick-what = Vad gäller det?
desk-quick-similar = Liknande ärenden
desk-quick-solved = Löst i samtalet
desk-quick-work = Spara, arbeta vidare
desk-quick-solved-message = Vi löste det medan vi pratades vid.
desk-said-quick-solved = Ärende { $number } är registrerat och löst.
desk-said-quick-saved = Ärende { $number } är registrerat. Du har det.
desk-said-quick-noted = Samtalet är antecknat i ärende { $number }.
desk-because-word = ”{ $word }”
desk-because-number = numret i texten
desk-because-named = nämns i texten
desk-because-only = den enda
desk-weight = { $priority }, { $reason }
desk-weight-one = en person
desk-weight-one-soon = en person, bråttom
desk-weight-many = flera personer
desk-weight-many-soon = flera personer, bråttom
desk-weight-can-wait = kan vänta
# Början på ord, med komma emellan.
desk-clues-many = alla, ingen kommer, ingen kan, ingen når, inga elever, hela klass, hela skol, hela avdelning, hela hus, hela kontor, hela arbetslag, flera, många, klassen, gruppen, personalen, elever, kollegor
desk-clues-soon = akut, brådska, bråttom, genast, omedelbart, provet, proven, nationella prov, tentamen, larm, trygghetslarm, inom en timme
desk-clues-wish = beställ, behöver en, behöver ett, behöver ny, behöver fler, vill ha, önskar, ny dator, nytt konto, ny telefon, behörighet till

desk-section-all = Visa alla
desk-section-list = Visa i listan

# Så arbetar servicedesk: /admin/arenden.

desk-settings = Ärenderegler
desk-settings-about = Så arbetar servicedesk. Ärenden som redan finns behåller sin prioritet.
desk-settings-days = Dagar tills ett löst ärende stängs
desk-settings-days-hint = Så länge kan den som anmälde öppna det igen. Mellan 1 och 365.
desk-settings-triage = Grupp som ser nya ärenden först
desk-settings-triage-none = Den grupp som äger tjänsten
desk-settings-triage-hint = Gäller ärenden som kommer in från och med nu.

refusal-desk-many-none = Markera minst ett ärende först.
refusal-desk-many-too-many = Markera högst { $limit } ärenden åt gången.
refusal-desk-level-missing = Välj ett av alternativen.
refusal-desk-status-missing = Välj en status.
refusal-desk-person-missing = Ange en person.
refusal-desk-quick-who-missing = Ange vem som hör av sig.
refusal-desk-quick-what-missing = Beskriv vad det gäller.
