# Tickets: what the service desk says when something cannot be done, and what to do instead.

refusal-desk-ticket-unknown = The ticket does not exist, or is not yours to read. Check the number.
refusal-desk-ticket-closed = The ticket is closed. Make a new ticket and link it to this one.
refusal-desk-ticket-resolved = The ticket is resolved. Reopen it first.
refusal-desk-ticket-stale = Somebody else has changed the ticket. Read what has happened and then send again.
refusal-desk-already-waiting = The ticket already waits for that.
refusal-desk-already-with-supplier = The ticket is already with the supplier.
refusal-desk-not-on-hold = The ticket does not wait. There is nothing to resume.
refusal-desk-not-resolved = The ticket is not resolved yet. It is already open.
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
        [one] More than one day has passed since the ticket was resolved. Make a new ticket.
       *[other] More than { $days } days have passed since the ticket was resolved. Make a new ticket.
    }
refusal-desk-close-needs-outcome = The ticket is not resolved. Resolve it, or say how else it ends.
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
desk-mine-resolved = Resolved
desk-mine-closed = Closed
desk-mine-promise = It is due { $when }.
desk-mine-your-turn = We are waiting for your answer
desk-mine-your-turn-about = Read the question below and answer it. Then we go on.
desk-mine-answer = Answer
desk-mine-solved = The ticket is resolved
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
