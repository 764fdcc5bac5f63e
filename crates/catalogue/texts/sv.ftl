# Tjänster: det som it lovar att leverera.

catalogue-services = Tjänster
catalogue-service = Tjänst
catalogue-file = tjanster.csv
catalogue-find = Namn
catalogue-about = Om tjänsten
catalogue-service-new = Lägg till tjänst
catalogue-service-edit = Ändra tjänst
catalogue-owner = Ansvarig grupp
catalogue-status = Status
catalogue-audience = För
catalogue-any-audience = Alla tjänster
catalogue-audience-all = Alla
catalogue-audience-school = Skolan
catalogue-audience-care = Vård och omsorg
catalogue-audience-office = Kontoren
catalogue-words = Ord som pekar hit
catalogue-words-about = När någon skriver ett av orden föreslås tjänsten.
catalogue-words-hint = En början på ett svenskt ord per rad, till exempel trådlös.
catalogue-active = Tjänsten används
catalogue-active-hint = När krysset tas bort går tjänsten inte längre att välja. Ärenden om den finns kvar.
catalogue-hit = Tjänst

refusal-catalogue-owner-missing = Välj en grupp som ansvarar för tjänsten.
refusal-catalogue-words-too-many = Skriv högst { $max } ord.
