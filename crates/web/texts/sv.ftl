# Ramen kring alla sidor, gemensamma delar och de nej som ingen särskild del av systemet äger.

web-product = Enhet
web-title-error = Fel:
web-skip = Hoppa till innehållet
web-start-page = Till startsidan
web-main-menu = Huvudmeny
web-menu = Meny
web-phone-menu = Meny
web-tab-bar = Genvägar
web-quick-acts = Snabbåtgärder
web-acts = Åtgärder
web-nav-count = { $label }, { $count }
web-to-work-room = Till arbetsrummet
web-search = Sök
web-find = Sök eller gå till
web-settings = Inställningar
web-sign-in = Logga in
web-sign-out = Logga ut
web-signed-in-as = Inloggad: { $name }
web-accessibility = Tillgänglighet
web-read-in-this-language = På svenska
web-help-region = Kontakta servicedesk
web-help-call = Ring oss
web-help-mail = Mejla oss
web-undo = Ångra
web-dismiss = Dölj
web-close = Stäng

# Tangenter
web-keys-title = Tangentgenvägar
web-keys-list = I listan
web-keys-ticket = I ärendet
web-keys-anywhere = Överallt
web-keys-go = Gå till
web-keys-off = Du kan stänga av genvägarna i
web-key-next = Nästa
web-key-previous = Föregående
web-key-open = Öppna
web-key-mark = Markera
web-key-filter = Filtrera
web-key-assign = Tilldela
web-key-status = Byt status
web-key-priority = Ändra prioritet
web-key-reply = Svara
web-key-note = Skriv anteckning
web-key-resolve = Lös ärendet
web-key-new = Nytt ärende
web-key-undo = Ångra
web-key-palette = Sök eller gå till
web-key-send = Skicka
web-key-help = Visa genvägarna

# Sök och gå till
web-palette = Sök eller gå till
web-palette-ask = Sök ärende, person eller enhet
web-palette-example = Nummer, namn eller ord
web-palette-answers = Träffar

web-palette-do = Gör
web-palette-recent = Senast

# Delar av sidor
web-offline = Det gick inte att nå servern. Din text finns kvar. Försök igen.
web-optional = Valfritt
web-errors-title = Det är något att rätta
web-strip = Att veta just nu
web-pager = Fler rader
web-pager-first = Till början
web-pager-next = Visa nästa
web-file-limit = Högst { $size } per fil.
web-file-too-large = Filen { $name } är { $size }. Välj en fil på högst { $max }.
web-file-remove = Ta bort
web-combo-suggestions = Förslag
web-composer = Skriv
web-composer-receiver = Vem ska se texten?
web-composer-attach = Bifoga fil

web-search-none = Inga träffar på ”{ $text }”
web-search-none-do = Prova färre ord, ett ärendenummer eller en del av ett namn.
web-search-count =
    { $count ->
        [0] Inga träffar
        [one] { $count } träff
       *[other] { $count } träffar
    }

# Tillgänglighetsredogörelse
web-access-title = Tillgänglighet i Enhet
web-access-organisation = Kommunen
web-access-who = { $organisation } står bakom den här tjänsten. Alla ska kunna använda den. Här står hur den följer lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du berättar om fler.
web-access-state-title = Så tillgänglig är tjänsten
web-access-state = Enhet är delvis förenlig med EN 301 549, som bygger på WCAG 2.1 nivå AA. De här bristerna känner vi till:
web-access-fault-files = Filer som någon bifogar i ett ärende visas som de skickades. De kan sakna textalternativ eller rubriker. Be den som har skickat filen, eller servicedesk, om innehållet på annat sätt.
web-access-fault-readers = Sidorna är byggda för skärmläsare men har ännu inte prövats av personer som använder dem varje dag.
web-access-fault-mail = Mejl som kommer till ett ärende visas som text. Bilder i brödtexten ligger som bilagor utan beskrivning.
web-access-report-title = Berätta om en brist
web-access-report = Hittar du något som inte går att använda, hör av dig. Berätta vilken sida det gäller och vad som hände. Du kan också få innehållet på annat sätt.
web-access-authority-title = Om du inte är nöjd med svaret
web-access-authority = Myndigheten för digital förvaltning har tillsyn över lagen.
web-access-authority-link = Anmäl till Digg
web-access-how-title = Så har vi prövat
web-access-how = Varje sida prövas med verktyget axe i båda språken, ljust och mörkt, på skärm och telefonbredd, och med enbart tangentbord. Senaste bedömningen gjordes { $date }.

# Roller
web-role-employee = Anställd
web-role-first-line = Servicedesk
web-role-supplier-agent = Leverantörens handläggare
web-role-second-line = Tekniker
web-role-it-manager = It-chef
web-role-department-head = Förvaltningschef
web-role-politician = Förtroendevald
web-role-administrator = Administratör
web-role-architect = Arkitekt

# När något tar stopp
web-problem-invalid = Något i det du skickade behöver ändras
web-problem-sign-in = Logga in för att fortsätta
web-problem-forbidden = Du har inte behörighet till sidan
web-problem-not-found = Sidan finns inte
web-problem-conflict = Det går inte just nu
web-problem-stale = Någon annan hann ändra först
web-problem-too-large = Det du skickade är för stort
web-problem-too-many = Vänta en stund
web-problem-unavailable = Systemet svarar inte just nu
web-problem-fault = Det blev fel hos oss
web-problem-number = Felnummer:
web-problem-back = Gå tillbaka
web-problem-ask = Fråga den som sköter Enhet hos er om du behöver behörighet.
web-problem-phone = Telefon
web-problem-mail = E-post
web-problem-kept = Det här skrev du
web-problem-kept-hint = Texten är inte sparad. Kopiera den innan du lämnar sidan.

# Nej som alla delar kan säga
refusal-not-found = Det du letar efter finns inte, eller har flyttats. Kontrollera adressen.
refusal-no-permission = Din roll får inte se eller göra detta.
refusal-sign-in-needed = Du behöver logga in först.
refusal-token-unknown = Åtkomstnyckeln gäller inte. Skapa en ny med enhet token create.
refusal-csrf-failed = Formuläret skickades inte från en sida i Enhet. Öppna sidan igen och skicka på nytt.
refusal-fault = Felet är loggat. Försök igen, och uppge felnumret om det händer igen.
refusal-database-unavailable = Databasen svarar inte. Vänta några sekunder och försök igen.
refusal-too-slow = Svaret tog för lång tid. Vänta några sekunder och försök igen.
refusal-already-exists = Det finns redan.
refusal-too-many-requests = Du har försökt för många gånger. Vänta en stund och försök igen.
refusal-body-too-large = Det du skickade är större än gränsen.
refusal-form-too-large = Formuläret är större än gränsen på 1 MB. Korta texten.
refusal-form-unreadable = Formuläret gick inte att läsa. Öppna sidan igen och skicka på nytt.
refusal-request-unreadable = Adressen eller innehållet gick inte att läsa. Kontrollera det du skickade.
refusal-method-not-allowed = Adressen tar inte emot den metoden.
refusal-json-expected = Skicka innehållet som JSON, med Content-Type: application/json.
refusal-json-unreadable = Rad { $line }, tecken { $column }: { $detail }
refusal-if-match-needed = Ange i If-Match vilken version du har läst.
refusal-limit-out-of-range = Ange limit mellan 1 och { $max }.
refusal-file-too-large = Filen är större än { $megabytes } MB. Välj en mindre fil.
refusal-too-many-files = Skicka högst { $max } filer på en gång.
refusal-migration-pending = Databasen väntar på { $count } ändringar. Kör enhet migrate.
