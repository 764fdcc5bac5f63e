# Mail: what we write ourselves, and the log of mail out and in.

# The mails that we send
mail-answer-above = Write your answer above this line
mail-hello = Hello!
mail-somebody = IT support
mail-receipt-title = Your ticket has come in
mail-receipt = Your ticket has come in. Its number is { $number }.
mail-receipt-due = You will have an answer by { $when }.
mail-receipt-more = Do you want to add something? Answer this mail.
mail-answer = { $name } has answered in ticket { $number }, { $title }:
mail-answer-how = Answer this mail if you want to write more.
mail-resolved = Ticket { $number }, { $title }, is solved. { $name } writes:
mail-resolved-not =
    { $days ->
        [one] Does it still not work? Answer this mail within { $days } day, and the ticket is opened again.
       *[other] Does it still not work? Answer this mail within { $days } days, and the ticket is opened again.
    }
mail-closed = Ticket { $number }, { $title }, is closed without being solved. Answer this mail if you still need help, and it becomes a new ticket.
mail-reply = { $name } has written in ticket { $number }, { $title }:
mail-assigned = Ticket { $number }, { $title }, is yours to work with.
mail-earlier =
    { $count ->
        [one] Much happened in a short time, so { $count } earlier mail about the ticket was held back. Read all of it in the ticket.
       *[other] Much happened in a short time, so { $count } earlier mails about the ticket were held back. Read all of it in the ticket.
    }
mail-ticket-link = Read the whole ticket:
mail-choices-link = Choose which mails you get:
mail-wrote = { $name }, { $when }:
mail-foot = IT support, { $organisation }
mail-foot-phone = IT support, { $organisation }, phone { $phone }
mail-foot-bare = IT support

# The log
mail-title = Mail
mail-lede = What we mail out and what comes in. A mail that belongs to a ticket is read in the ticket.
mail-nothing-sent = No mail is sent from here
mail-nothing-sent-why = No mail server is set up, so everything stays in the outbox.
mail-held =
    { $count ->
        [one] { $count } mail is held back
       *[other] { $count } mails are held back
    }
mail-held-why = Somebody would have had more than ten mails about the same ticket in ten minutes. They are joined into one when it has calmed down.
mail-out = Outgoing mail
mail-in = Incoming mail
mail-all = All
mail-out-empty = No mail here
mail-out-empty-hint = When somebody gets an answer, or a receipt for a ticket, the mail shows here.
mail-in-empty = No mail here
mail-in-empty-hint = Point the mail server at the command enhet mail receive, and every mail that comes in shows here.
mail-out-file = mail-out.csv
mail-in-file = mail-in.csv
mail-export = Export CSV
mail-subject = Subject
mail-no-subject = No subject
mail-to = To
mail-from = From
mail-no-sender = Unknown sender
mail-ticket = Ticket
mail-kind = Kind
mail-state = State
mail-fate = Outcome
mail-why = Why
mail-made = Written
mail-sent = Sent
mail-received = Came in
mail-attempts = Attempts
mail-next = Next attempt
mail-fault = Fault
mail-size = Size
mail-flaws = Flaws
mail-text = The text
mail-again = Try again
mail-said-again = The mail is sent again.
mail-read-in-ticket = The text is read in the ticket, by those who may see it.

mail-kind-receipt = Receipt
mail-kind-answer = Answer
mail-kind-resolved = Solved
mail-kind-closed = Closed
mail-kind-reply = Reply
mail-kind-assigned = Assigned

mail-state-queued = Queued
mail-state-sent = Sent
mail-state-dead = Not delivered

mail-fate-created = New ticket
mail-fate-appended = Answer in a ticket
mail-fate-filed = Filed
mail-fate-refused = Too large

mail-fault-refused = The receiver's server did not take the mail ({ $status }). Check the address.
mail-fault-later = The receiver's server asked us to try later ({ $status }).
mail-fault-unreachable = The mail server did not answer.
mail-fault-tls = The connection to the mail server could not be encrypted. Check the certificate.
mail-fault-unwritable = The address cannot be sent to. Correct it in the register of people.

mail-rule-message-id = Answers one of our mails
mail-rule-references = Answers a mail that came in before
mail-rule-number = The number in the subject, from somebody who takes part
mail-rule-new = Belongs to no ticket
mail-rule-duplicate = The same id as a mail that came in before
mail-rule-unparsable = Cannot be read as a mail
mail-rule-too-large = Larger than the limit
mail-sign-loop = Our own mail that has come back
mail-sign-report = Report on delivery or reading
mail-sign-null-return-path = Has no sender to answer to
mail-sign-auto-submitted = Sent by a program
mail-sign-auto-reply = Out-of-office answer
mail-sign-bulk = Bulk mail
mail-sign-list = Mailing list
mail-sign-machine-address = An address that nobody writes from

mail-flaw-empty = empty
mail-flaw-no-headers = has no headers
mail-flaw-no-sender = has no sender
mail-flaw-given-up = could not be read
mail-flaw-headers-cut = headers too long
mail-flaw-bad-header-line = broken header line
mail-flaw-bad-date = unreadable date
mail-flaw-no-boundary = no boundary between its parts
mail-flaw-too-deep = nested too deeply
mail-flaw-too-many-parts = too many parts
mail-flaw-broken-encoding = broken encoding
mail-flaw-charset-guessed = guessed character set
mail-flaw-text-cut = text shortened
mail-flaw-html-cut = HTML shortened

refusal-mail-unknown = There is no such mail. Find it in the list.
refusal-mail-not-dead = The mail is on its way or sent already.
refusal-mail-place-unknown = This place in the list does not hold. Start from the first page.
