# Tickets: what the service desk says when something cannot be done, and what to do instead.

refusal-desk-ticket-unknown = The ticket does not exist, or is not yours to read. Check the number.
refusal-desk-ticket-closed = The ticket is closed. Make a new ticket and link it to this one.
refusal-desk-ticket-resolved = The ticket is solved. Open it again first.
refusal-desk-ticket-stale = Somebody else has changed the ticket. Read what has happened and then send again.
refusal-desk-already-waiting = The ticket already waits for that.
refusal-desk-already-with-supplier = The ticket is already with the supplier.
refusal-desk-not-on-hold = The ticket does not wait. There is nothing to resume.
refusal-desk-not-resolved = The ticket is not solved yet. It is already open.
refusal-desk-matrix-not-ordered = Higher impact or urgency must not give lower priority. Change the cell so that the order holds.
refusal-desk-days-out-of-range = Give between 1 and 365 days.
refusal-desk-filter-unknown = { $value } is nothing that the list can be sorted or chosen by. Choose one of the values in the filter.
refusal-desk-after-unknown = That place in the list does not hold. Start from the first page.
refusal-desk-person-needed = Sign in as a person to do this. An account for programs has no tickets of its own.
refusal-desk-person-unknown = The person is not in the register. Check the mail address.
refusal-desk-group-unknown = Choose a group that exists.
refusal-desk-unit-unknown = Choose a part of the organisation that exists.
refusal-desk-service-unknown = Choose a service that is in the catalogue.
refusal-desk-device-unknown = The device is not in the register. Check the number on its label.
refusal-desk-assignee-not-agent = The person works in no support group. Choose somebody else.
refusal-desk-hold-needs-message = Write to the user what you need to know. The wait begins when the message leaves.
refusal-desk-reopen-too-late =
    { $days ->
        [one] More than one day has passed since the ticket was solved. Make a new ticket.
       *[other] More than { $days } days have passed since the ticket was solved. Make a new ticket.
    }
refusal-desk-close-needs-outcome = The ticket is not solved. Solve it, or say how else it ends.
refusal-desk-undo-too-late = It cannot be undone any more. Something has happened since, or the time has run out.
refusal-desk-text-missing = Write a text.
refusal-desk-text-long = Write at most { $limit } characters. Attach the rest as a file.
refusal-desk-title-missing = Write a title.
refusal-desk-title-long = Write a title of at most { $limit } characters.
refusal-desk-requester-needed = Say whom the ticket is for, by mail address.
refusal-desk-only-for-yourself = You can only report for yourself. Call the service desk if it is for somebody else.
refusal-desk-not-set-up = There is no group that takes what nobody else owns. Ask the administrator to choose one.
refusal-desk-link-to-itself = Choose another ticket. A ticket cannot be linked to itself.
refusal-desk-link-unknown = The link is not there any more.
refusal-desk-file-too-large = The file is larger than { $limit } MB. Choose a smaller file, or split it.
refusal-desk-file-broken = The file did not arrive whole. Send it again.
refusal-desk-file-empty = The file is empty. Choose another file.
refusal-desk-file-unknown = The file does not exist, or is not yours to read.
refusal-desk-files-too-many = Send at most { $limit } files at a time.
refusal-desk-view-name = Give the view a name of at most 60 characters.
refusal-desk-view-too-many = You already have { $limit } views. Remove one first.

desk-hit-ticket = Ticket

# The portal: start page, the report in three steps, my tickets.

desk-menu-help = Help
desk-menu-mine = My tickets
desk-menu-tickets = Tickets

desk-home-title = Help
desk-home-heading = What do you need help with?
desk-home-heading-name = What do you need help with, { $name }?
desk-home-example = For example password
desk-home-search = Search
desk-home-fault = Something does not work
desk-home-fault-about = Report a fault. It takes about a minute.
desk-home-need = I need something
desk-home-need-about = A computer, access, a phone or anything else.
desk-home-all-mine = Show all
desk-home-none = You have no tickets.
desk-home-none-about = Once you have reported a fault you follow it here.
desk-home-devices = My devices
desk-home-device-fault = Report a fault on this device

desk-mine-title = My tickets
desk-mine-views = Choose which tickets you see
desk-mine-open = Open
desk-mine-done = Done
desk-mine-none = There are no tickets here.
desk-mine-count =
    { $count ->
        [one] { $count } ticket on the page
       *[other] { $count } tickets on the page
    }
desk-mine-due = { $number }, due { $when }
desk-mine-reported = { $number }, reported { $when }
desk-mine-new = We have your report
desk-mine-in-progress = We are working on it
desk-mine-waiting-user = We are waiting for your answer
desk-mine-waiting-manager = We are waiting for a manager
desk-mine-waiting-delivery = We are waiting for a delivery
desk-mine-waiting-change = We are waiting for a planned change
desk-mine-with-supplier = The supplier is working on it
desk-mine-resolved = Solved
desk-mine-closed = Closed
desk-mine-promise = It is due { $when }.
desk-mine-your-turn = We are waiting for your answer
desk-mine-your-turn-about = Read the question below and answer it. Then we go on.
desk-mine-answer = Answer
desk-mine-solved = The ticket is solved
desk-mine-reopen-until = Does it still not work? Tell us below by { $when } and the ticket opens again.
desk-mine-reopen-over = Does it still not work? Report the fault again.
desk-mine-outcome = The promise of when it would be done:
desk-mine-talk = What has happened
desk-mine-write = Write to the service desk
desk-mine-write-hint = Tell us if something has changed, or answer a question.
desk-mine-still = It still does not work
desk-mine-still-hint = Tell us what happens now and the ticket opens again.
desk-mine-file = Picture or another file
desk-mine-send = Send
desk-mine-reopen = Send and open again
desk-mine-closed-about = The ticket is closed.
desk-mine-report-new = Report a new fault
desk-said-answered = Your answer has been sent.
desk-author-machine = Automatic reply
desk-author-unknown = Unknown sender

desk-outcome-kept = Kept
desk-outcome-broken = Not kept
desk-outcome-not-measured = Not measured

desk-report-back = Back
desk-report-step = Step { $step } of { $of }
desk-report-title = What does not work?
desk-report-what = Describe it in your own words
desk-report-what-hint = Say what you tried to do, what happened and when it began. Leave out personal identity numbers.
desk-need-title = What do you need?
desk-need-what-hint = Say what you need, for whom and when. Leave out personal identity numbers.
desk-report-photo = Picture or another file
desk-report-photo-hint = A picture of the error message helps.
desk-report-files = Files that go with it
desk-report-file-remove = Remove
desk-report-sending = Sending { "{done}" } of { "{total}" }
desk-report-effect = How much does the fault affect you?
desk-report-effect-can-work = I can go on working anyway
desk-report-effect-stopped = I cannot do what I need to
desk-report-effect-many = Several people are stopped
desk-report-effect-many-about = A whole class or department, for example.
desk-report-go-on = Continue
desk-report-later = Cancel
desk-report-device-title = Which device is it about?
desk-report-device = Choose a device
desk-report-device-hint = The number is on a label on the device.
desk-report-device-unknown = I do not know, or no particular device
desk-report-reach-title = How do we reach you?
desk-report-reach = Choose how we contact you
desk-report-reach-mail = Write to me
desk-report-reach-phone = Call me
desk-report-phone = Phone number
desk-report-reach-line = Call { $phone }.
desk-report-send = Send

desk-receipt-tab = Ticket { $number } received
desk-receipt-number = Ticket { $number }
desk-receipt-title = We have your report
desk-receipt-promise = We will contact you by { $response }. The fault is to be solved by { $resolution }.
desk-receipt-promise-need = We will contact you by { $response }. It is to be done by { $resolution }.
desk-receipt-no-promise = We will contact you as soon as we can.
desk-receipt-next = What happens now
desk-receipt-next-read = The service desk reads what you wrote
desk-receipt-next-read-about = First line takes the ticket or hands it to whoever knows most.
desk-receipt-next-answer = We answer you
desk-receipt-next-answer-about = The answer stands here and also comes by mail.
desk-receipt-next-solved = You are told when it is done
desk-receipt-next-solved-about = If it still does not work, answer and the ticket opens again.
desk-receipt-you-wrote = What you wrote
desk-receipt-wrote = What it is about
desk-receipt-device = Device
desk-receipt-device-unknown = None in particular
desk-receipt-follow = Follow the ticket
desk-receipt-home = To the start page

refusal-desk-report-what-missing = Describe what does not work.
refusal-desk-need-what-missing = Describe what you need.
refusal-desk-report-phone-short = Enter a phone number with at least seven digits.

# The work room: the queue.

desk-queue-title = Service desk
desk-queue-tab = Service desk, { $view } ({ $count })
desk-queue-filter = Filter
desk-queue-new = New ticket
desk-queue-caption = Tickets by the next promise to break
desk-queue-caption-other = Tickets
desk-queue-shown =
    { $count ->
        [one] { $count } ticket on this page
       *[other] { $count } tickets on this page
    }
desk-queue-says =
    { $count ->
        [one] { $count } ticket needs you now
       *[other] { $count } tickets need you now
    }
desk-queue-mark = Select { $number }
desk-queue-all-open = All open: { $count }
desk-queue-file = tickets.csv
desk-pulse = Right now
desk-pulse-answer = Phone answer time
desk-pulse-first-contact = Solved at first contact
desk-views = Views
desk-view-mine = Mine
desk-view-unassigned = Unassigned
desk-view-open = All open
desk-view-waiting = Waiting for a reply
desk-view-supplier = With the supplier
desk-view-name = Save as a view
desk-view-keep = Save view
desk-view-forget = Remove view
desk-part-now = Needs you now
desk-part-today = Today
desk-part-later = Later
desk-none-mine = No tickets are waiting for you.
desk-none-unassigned = Every open ticket has somebody.
desk-none-open = No open tickets.
desk-none-open-about = When somebody reports a fault it lands here.
desk-none-view = No tickets in this view.
desk-none-fit = No tickets match.
desk-marked-one = 1 ticket selected
desk-marked-many = { $count } tickets selected
desk-has-replied = has replied
desk-has-open = { $names } has it open
desk-you = { $name } (you)
desk-nobody = Unassigned
desk-keys-leaf = move
desk-keys-open = open
desk-keys-assign = assign
desk-keys-status = status
desk-keys-solve = solve
desk-keys-mark = select
desk-keys-all = all shortcuts

desk-filters = Filter tickets
desk-filter-words = Words in the ticket
desk-filter-waits = Waiting for
desk-filter-any = All
desk-filter-anybody = Anybody
desk-filter-open = Open
desk-filter-waiting = Waiting, whatever for
desk-filter-every = All, also done
desk-filter-overdue = Overdue
desk-filter-sort = Sort
desk-filter-me = Me
desk-filter-clear = Show all open
desk-filter-take-off = Remove this filter
desk-filter-said = { $name }: { $value }
desk-sort-due = Next promise first
desk-sort-updated = Last changed
desk-sort-number = Newest first

desk-ticket = Ticket
desk-tickets = Tickets
desk-status = Status
desk-priority = Priority
desk-priority-phrase = { $priority } priority
desk-due = Due
desk-due-or-done = Due, or done
desk-due-answer = Reply: { $when }
desk-assignee = Assigned to
desk-group = Group
desk-service = Service
desk-device = Device
desk-devices = Devices
desk-requester = Reported by
desk-col-number = Number
desk-col-kind = Type
desk-col-title = Title
desk-col-unit = Unit
desk-col-created = Reported
desk-col-answer-due = Reply due
desk-col-resolved = Solved

desk-stage-new = New
desk-stage-in-progress = In progress
desk-stage-with-supplier = With the supplier
desk-stage-resolved = Solved
desk-stage-closed = Closed
desk-kind-incident = Incident
desk-kind-request = Request
desk-impact = Impact
desk-impact-high = Many people, or a whole service
desk-impact-medium = One person
desk-impact-low = One person, a little
desk-urgency = Urgency
desk-urgency-high = Work has stopped
desk-urgency-medium = Work is hindered
desk-urgency-low = Can wait
desk-source-portal = from the portal
desk-source-phone = by phone
desk-source-visit = in person
desk-source-mail = by mail
desk-source-agent = from the desk
desk-source-api = from another system
desk-source-import = from an earlier system
desk-began = reported it { $when }
desk-began-phone = called { $when }
desk-began-mail = mailed { $when }
desk-began-visit = came by { $when }
desk-end-solved = Solved
desk-end-duplicate = Duplicate of another ticket
desk-end-withdrawn = No longer needed
desk-end-not-done = Will not be done

# The work room: one ticket.

desk-origin = { $kind }, { $source } { $when }
desk-skip-to-answer = Skip to the reply box
desk-facts = About the ticket
desk-all-facts = All details
desk-place = { $place } of { $of }
desk-place-many = { $place } of more than { $of }
desk-previous = Previous ticket
desk-next = Next ticket
desk-take = Take
desk-take-short = Take
desk-take-myself = Take it myself
desk-resolve-short = Solve
desk-more = More actions
desk-hold = Put on hold
desk-send-to-supplier = Send to the supplier
desk-resume = Resume
desk-edit = Edit details
desk-edit-title = Edit details
desk-link = Link to another ticket
desk-follow = Follow
desk-unfollow = Stop following
desk-let-follow = Add a follower
desk-let-follow-about = A follower may read the ticket and hears when it changes. Internal notes stay hidden.
desk-let-follow-who = Who should follow?
desk-let-follow-verb = Add
desk-close = Close ticket
desk-reopen = Open again
desk-reopen-about = The clock goes on from where it stopped.
desk-print = Print
desk-print-how = Print this page from the browser, Ctrl P.
desk-print-with = Include internal notes
desk-print-without = Leave out internal notes
desk-print-made = Printed { $when }, { $day }

desk-clock-due = Due { $when }
desk-clock-was-due = Was due { $when }
desk-clock-over = The clock has stopped
desk-clock-waits = Due
desk-clock-left = { $left } left
desk-clock-paused = Clock paused
desk-clock-none = Promised time
desk-clock-none-about = No promise about time covers this ticket.
desk-clock-goal = Promised time { $goal }
desk-clock-counted = Promised time { $goal }, counted { $hours }
desk-clock-used = { $used } of { $goal }
desk-clock-solved = Solved { $when }. Counted time: { $used }.
desk-first-answer = First reply
desk-why = Why then?
desk-why-tab = Why then? Ticket { $number }
desk-why-none = The ticket has no promise about time
desk-why-rules = The rule
desk-why-priority = The priority
desk-gives = Gives
desk-why-file = Download the figures
desk-why-file-name = ticket-{ $number }-time.csv
desk-why-minutes = Minutes
desk-why-counted = Counted minutes

desk-properties = Properties
desk-not-said = Not given
desk-committee = Committee
desk-came-from = Came from
desk-outcome = How it ended
desk-reported-by = Reported by
desk-phone = Phone
desk-mail = Mail
desk-other-open =
    { $count ->
        [one] { $count } more open
       *[other] { $count } more open
    }
desk-links = Related
desk-followers = Followers
desk-link-duplicates = Duplicate of
desk-link-duplicated = Has the duplicate
desk-link-caused-by = Caused by
desk-link-causes = Causes
desk-link-relates = Related to
desk-link-how = How are they related?
desk-link-other = Number of the other ticket
desk-link-verb = Link
desk-link-remove = Remove link

desk-internal-note = Internal note
desk-internal-hint = Internal. The person who reported it does not see it.
desk-said-to = to { $name } { $when }
desk-said-back = replied { $when }
desk-said-beside = wrote { $when }
desk-quoted = Show earlier mail
desk-events = { $count } events
desk-written-since = What others wrote meanwhile
desk-done-since = This has happened meanwhile
desk-did-stage = set the status to { $stage }
desk-did-hold = put the ticket on hold: { $stage }
desk-did-supplier = sent the ticket to the supplier
desk-did-resume = resumed the ticket
desk-did-resolve = solved the ticket
desk-did-reopen = opened the ticket again
desk-did-close = closed the ticket
desk-did-outcome = said how it ended: { $outcome }
desk-did-take = took the ticket
desk-did-assign = gave the ticket to { $name }
desk-did-unassign = left the ticket unassigned
desk-did-begin-with = placed the ticket with { $group }
desk-did-group = handed the ticket to { $group }
desk-did-raise = raised the priority to { $priority }
desk-did-lower = lowered the priority to { $priority }
desk-did-weigh = changed impact or urgency
desk-did-title = changed the title
desk-did-kind = changed the type to { $kind }
desk-did-service = chose the service { $name }
desk-did-service-none = removed the service
desk-did-device = linked the ticket to { $name }
desk-did-device-none = removed the device
desk-did-requester = changed who reported it to { $name }
desk-did-requester-other = changed who reported it
desk-did-link = linked the ticket to { $other }
desk-did-unlink = removed the link to { $other }
desk-did-undo = undid the last change

desk-write-reply = Reply to { $name }
desk-write-send = Send to { $name }
desk-write-note = Save note
desk-write-and-wait = Send and wait for a reply
desk-files-kept =
    { $count ->
        [one] { $count } file goes along
       *[other] { $count } files go along
    }
desk-here-reads = { $name } has the ticket open.
desk-here-writes = { $name } is writing now.

desk-back-to = Ticket { $number }
desk-save = Save
desk-message-to = Message to { $name }
desk-unchanged = As it is
desk-assign-title = Assign the ticket
desk-assign-note = What does the next person need to know?
desk-status-verb = Change status
desk-status-to = New status
desk-status-runs = The clock keeps running.
desk-status-pauses = The clock pauses.
desk-status-pauses-user = The clock pauses once you have asked in a message.
desk-status-message-hint = Needed when you wait for the user to reply.
desk-matrix = Priority from impact and urgency
desk-matrix-show = How priority is worked out
desk-matrix-hint = Rows say how much is affected, columns how urgent it is.
desk-resolve-what = What helped?
desk-resolve-hint = { $name } will read it.
desk-resolve-cause = What was the cause?
desk-close-why = Why is it closed?
desk-device-hint = The number on its label.
desk-person-hint = Type a name, a phone number or a mail address.
desk-many-assign =
    { $count ->
        [one] Assign { $count } ticket
       *[other] Assign { $count } tickets
    }
desk-many-status =
    { $count ->
        [one] Change status of { $count } ticket
       *[other] Change status of { $count } tickets
    }
desk-many-priority =
    { $count ->
        [one] Change priority of { $count } ticket
       *[other] Change priority of { $count } tickets
    }
desk-many-resolve =
    { $count ->
        [one] Solve { $count } ticket
       *[other] Solve { $count } tickets
    }
desk-many-message = Message to those who reported them
desk-many-message-hint = Everybody who reported one reads the same text.

desk-said-sent = Your reply has been sent.
desk-said-sent-waits = Your reply has been sent and the ticket waits.
desk-said-noted = The note has been saved.
desk-said-assigned = Ticket { $number } has been assigned.
desk-said-taken = You have taken ticket { $number }.
desk-said-stage = Ticket { $number } has a new status.
desk-said-resumed = Ticket { $number } goes on.
desk-said-priority = Ticket { $number } has a new priority.
desk-said-resolved = Ticket { $number } is solved.
desk-said-closed = Ticket { $number } is closed.
desk-said-reopened = Ticket { $number } is open again.
desk-said-undone = The change to ticket { $number } has been undone.
desk-said-edited = Ticket { $number } has been changed.
desk-said-linked = Ticket { $number } has been linked.
desk-said-unlinked = The link from ticket { $number } is gone.
desk-said-follows = They now follow ticket { $number }.
desk-said-following = You follow ticket { $number }.
desk-said-unfollowing = You no longer follow ticket { $number }.
desk-said-many =
    { $count ->
        [one] { $count } ticket has been changed.
       *[other] { $count } tickets have been changed.
    }
desk-said-some = { $count } of { $of } tickets have been changed. These could not be: { $numbers }.
desk-said-view-kept = The view { $name } has been saved.
desk-said-view-gone = The view has been removed.
desk-said-settings = The settings have been saved.

# Quick registration.

desk-quick-title = New ticket
desk-quick-who = Who is it for?
desk-quick-about = About
desk-quick-new = Something new
desk-quick-what = What is it about?
desk-quick-similar = Similar tickets
desk-quick-solved = Solved in the call
desk-quick-work = Save, keep working
desk-quick-solved-message = We solved it while we talked.
desk-said-quick-solved = Ticket { $number } has been registered and solved.
desk-said-quick-saved = Ticket { $number } has been registered. It is yours.
desk-said-quick-noted = The call has been noted in ticket { $number }.
desk-because-word = “{ $word }”
desk-because-number = number in the text
desk-because-named = named in the text
desk-because-only = the only one
desk-weight = { $priority }, { $reason }
desk-weight-one = one person
desk-weight-one-soon = one person, urgent
desk-weight-many = several people
desk-weight-many-soon = several people, urgent
desk-weight-can-wait = can wait
# Beginnings of words, with commas between.
desk-clues-many = everyone, everybody, nobody, no one, whole, several, many, class, team, staff, pupils, students, colleagues
desk-clues-soon = urgent, emergency, immediately, exam, alarm, right away, within an hour
desk-clues-wish = to order, need a, need an, need new, need more, would like, new computer, new account, new phone, access to

desk-section-all = Show all
desk-section-list = Show in the list

# How the desk works: /admin/arenden.

desk-settings = Ticket rules
desk-settings-about = How the service desk works. Tickets that exist keep their priority.
desk-settings-days = Days until a solved ticket closes
desk-settings-days-hint = For so long the person who reported it may open it again. Between 1 and 365.
desk-settings-triage = Group that sees new tickets first
desk-settings-triage-none = The group that owns the service
desk-settings-triage-hint = For tickets that come in from now on.

refusal-desk-many-none = Select at least one ticket first.
refusal-desk-many-too-many = Select at most { $limit } tickets at a time.
refusal-desk-level-missing = Choose one of the answers.
refusal-desk-status-missing = Choose a status.
refusal-desk-person-missing = Name a person.
refusal-desk-quick-who-missing = Say who it is for.
refusal-desk-quick-what-missing = Describe what it is about.
