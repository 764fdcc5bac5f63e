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
