# Vilka mejl en person vill ha.

notifications-title = Aviseringar
notifications-back = Inställningar
notifications-lead = Vi mejlar dig när något händer i ett ärende som du har skickat in eller följer. Du ser allt i Mina ärenden, vad du än väljer här.
notifications-which = Mejla mig
notifications-which-hint = Avmarkera det du inte vill ha som mejl.
notifications-save = Spara
notifications-saved = Dina val är sparade.
notifications-protected = Den som har skyddade personuppgifter får inga mejl alls.

notifications-kind-receipt = När mitt ärende har kommit in
    .about = Ett kvitto med numret och när du senast får svar.
notifications-kind-answer = När jag får svar
    .about = Svar och frågor från den som arbetar med ärendet.
notifications-kind-resolved = När ärendet är löst
    .about = Vad som hjälpte, och hur du säger till om det inte gjorde det.
notifications-kind-closed = När ärendet avslutas av ett annat skäl
    .about = Till exempel för att det redan finns ett likadant.
notifications-kind-reply = När någon annan skriver i ärendet
    .about = Den som frågade, någon som följer ärendet, eller den du hjälper.
notifications-kind-assigned = När jag får ett ärende att arbeta med
    .about = Under öppettid, och genast om det är kritiskt.

refusal-notifications-no-person = Kontot hör inte till en person och får inga mejl.
