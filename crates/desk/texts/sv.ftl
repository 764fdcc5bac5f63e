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
