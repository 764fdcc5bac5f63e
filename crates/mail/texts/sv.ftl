# Mejl: det vi skriver själva, och loggen över mejl ut och in.

# Mejlen som vi skickar
mail-answer-above = Skriv ditt svar ovanför den här raden
mail-hello = Hej!
mail-somebody = IT-stöd
mail-receipt-title = Ditt ärende har kommit in
mail-receipt = Ditt ärende har kommit in. Det har nummer { $number }.
mail-receipt-due = Du får svar senast { $when }.
mail-receipt-more = Vill du lägga till något? Svara på det här mejlet.
mail-answer = { $name } har svarat i ärende { $number }, { $title }:
mail-answer-how = Svara på det här mejlet om du vill skriva mer.
mail-resolved = Ärende { $number }, { $title }, är löst. { $name } skriver:
mail-resolved-not =
    { $days ->
        [one] Fungerar det ändå inte? Svara på det här mejlet inom { $days } dag, så öppnas ärendet igen.
       *[other] Fungerar det ändå inte? Svara på det här mejlet inom { $days } dagar, så öppnas ärendet igen.
    }
mail-closed = Ärende { $number }, { $title }, är avslutat utan att vara löst. Svara på det här mejlet om du fortfarande behöver hjälp, så blir det ett nytt ärende.
mail-reply = { $name } har skrivit i ärende { $number }, { $title }:
mail-assigned = Ärende { $number }, { $title }, är ditt att arbeta med.
mail-earlier =
    { $count ->
        [one] Det hände mycket på kort tid, så { $count } tidigare mejl om ärendet hölls inne. Läs allt i ärendet.
       *[other] Det hände mycket på kort tid, så { $count } tidigare mejl om ärendet hölls inne. Läs allt i ärendet.
    }
mail-ticket-link = Läs hela ärendet:
mail-choices-link = Välj vilka mejl du får:
mail-wrote = { $name }, { $when }:
mail-foot = IT-stöd, { $organisation }
mail-foot-phone = IT-stöd, { $organisation }, telefon { $phone }
mail-foot-bare = IT-stöd

# Loggen
mail-title = Mejl
mail-lede = Det vi mejlar ut och det som kommer in. Ett mejl som hör till ett ärende läses i ärendet.
mail-nothing-sent = Inget mejl skickas härifrån
mail-nothing-sent-why = Ingen e-postserver är inställd, så allt ligger kvar i utkorgen.
mail-held =
    { $count ->
        [one] { $count } mejl hålls inne
       *[other] { $count } mejl hålls inne
    }
mail-held-why = Någon skulle ha fått fler än tio mejl om samma ärende på tio minuter. De slås ihop till ett när det lugnat sig.
mail-out = Utgående mejl
mail-in = Inkommande mejl
mail-all = Alla
mail-out-empty = Inga mejl här
mail-out-empty-hint = När någon får ett svar, eller ett kvitto på ett ärende, syns mejlet här.
mail-in-empty = Inga mejl här
mail-in-empty-hint = Peka e-postservern på kommandot enhet mail receive, så syns varje mejl som kommer in.
mail-out-file = mejl-ut.csv
mail-in-file = mejl-in.csv
mail-export = Exportera CSV
mail-subject = Rubrik
mail-no-subject = Utan rubrik
mail-to = Till
mail-from = Från
mail-no-sender = Okänd avsändare
mail-ticket = Ärende
mail-kind = Slag
mail-state = Läge
mail-fate = Utfall
mail-why = Varför
mail-made = Skrivet
mail-sent = Skickat
mail-received = Kom in
mail-attempts = Försök
mail-next = Nästa försök
mail-fault = Fel
mail-size = Storlek
mail-flaws = Brister
mail-text = Texten
mail-again = Försök igen
mail-said-again = Mejlet skickas igen.
mail-read-in-ticket = Texten läses i ärendet, av den som får se det.

mail-kind-receipt = Kvitto
mail-kind-answer = Svar
mail-kind-resolved = Löst
mail-kind-closed = Avslutat
mail-kind-reply = Inlägg
mail-kind-assigned = Tilldelat

mail-state-queued = Köat
mail-state-sent = Skickat
mail-state-dead = Gick inte fram

mail-fate-created = Nytt ärende
mail-fate-appended = Svar i ärende
mail-fate-filed = Arkiverat
mail-fate-refused = För stort

mail-fault-refused = Mottagarens server tog inte emot mejlet ({ $status }). Kontrollera adressen.
mail-fault-later = Mottagarens server bad oss försöka senare ({ $status }).
mail-fault-unreachable = E-postservern svarade inte.
mail-fault-tls = Förbindelsen till e-postservern gick inte att kryptera. Kontrollera certifikatet.
mail-fault-unwritable = Adressen går inte att skicka till. Rätta den i personregistret.

mail-rule-message-id = Svar på ett av våra mejl
mail-rule-references = Svar på ett mejl som kommit in förut
mail-rule-number = Numret i rubriken, från någon som deltar
mail-rule-new = Hör inte till något ärende
mail-rule-duplicate = Samma id som ett mejl som kommit in förut
mail-rule-unparsable = Går inte att läsa som ett mejl
mail-rule-too-large = Större än gränsen
mail-sign-loop = Vårt eget mejl som kommit tillbaka
mail-sign-report = Rapport om leverans eller läsning
mail-sign-null-return-path = Saknar avsändare att svara till
mail-sign-auto-submitted = Skickat av ett program
mail-sign-auto-reply = Frånvarosvar
mail-sign-bulk = Massutskick
mail-sign-list = Sändlista
mail-sign-machine-address = Adress som ingen skriver från

mail-flaw-empty = tomt
mail-flaw-no-headers = saknar huvud
mail-flaw-no-sender = saknar avsändare
mail-flaw-given-up = gick inte att tolka
mail-flaw-headers-cut = huvudet är för långt
mail-flaw-bad-header-line = trasig rad i huvudet
mail-flaw-bad-date = oläsligt datum
mail-flaw-no-boundary = saknar gräns mellan delarna
mail-flaw-too-deep = för djupt nästlat
mail-flaw-too-many-parts = för många delar
mail-flaw-broken-encoding = trasig kodning
mail-flaw-charset-guessed = gissad teckenkodning
mail-flaw-text-cut = texten är avkortad
mail-flaw-html-cut = HTML-texten är avkortad

refusal-mail-unknown = Mejlet finns inte. Sök upp det i listan.
refusal-mail-not-dead = Mejlet är redan på väg eller skickat.
refusal-mail-place-unknown = Platsen i listan gäller inte. Börja om från första sidan.
