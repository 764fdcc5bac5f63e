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
