# The frame around all pages, shared parts, and refusals that no part of the system owns alone.

web-product = Enhet
web-title-error = Error:
web-skip = Skip to content
web-start-page = Go to the start page
web-main-menu = Main menu
web-menu = Menu
web-phone-menu = Menu
web-tab-bar = Shortcuts
web-quick-acts = Quick actions
web-acts = Actions
web-nav-count = { $label }, { $count }
web-to-work-room = To the work room
web-search = Search
web-find = Search or go to
web-settings = Settings
web-sign-in = Sign in
web-sign-out = Sign out
web-signed-in-as = Signed in: { $name }
web-accessibility = Accessibility
web-read-in-this-language = In English
web-help-region = Contact the service desk
web-help-call = Call us
web-help-mail = Email us
web-undo = Undo
web-dismiss = Dismiss
web-close = Close

# Keys
web-keys-title = Keyboard shortcuts
web-keys-list = In the list
web-keys-ticket = In the ticket
web-keys-anywhere = Anywhere
web-keys-go = Go to
web-keys-off = You can turn shortcuts off in
web-key-next = Next
web-key-previous = Previous
web-key-open = Open
web-key-mark = Select
web-key-filter = Filter
web-key-assign = Assign
web-key-status = Change status
web-key-priority = Change priority
web-key-reply = Reply
web-key-note = Write a note
web-key-resolve = Solve the ticket
web-key-new = New ticket
web-key-undo = Undo
web-key-palette = Search or go to
web-key-send = Send
web-key-help = Show shortcuts

# Search and go to
web-palette = Search or go to
web-palette-ask = Search for a ticket, person or device
web-palette-example = Number, name or word
web-palette-answers = Results

web-palette-do = Do
web-palette-recent = Recent

# Parts of pages
web-offline = The server could not be reached. Your text is still here. Try again.
web-optional = Optional
web-errors-title = There is something to correct
web-strip = Good to know right now
web-pager = More rows
web-pager-first = Back to the start
web-pager-next = Show next
web-file-limit = At most { $size } per file.
web-file-too-large = The file { $name } is { $size }. Choose a file of at most { $max }.
web-file-remove = Remove
web-combo-suggestions = Suggestions
web-composer = Write
web-composer-receiver = Who will see the text?
web-composer-attach = Attach a file

web-search-none = No results for “{ $text }”
web-search-none-do = Try fewer words, a ticket number or part of a name.
web-search-count =
    { $count ->
        [0] No results
        [one] { $count } result
       *[other] { $count } results
    }

# Accessibility statement
web-access-title = Accessibility in Enhet
web-access-organisation = The municipality
web-access-who = { $organisation } is responsible for this service. Everyone should be able to use it. This page says how it meets the Swedish law on accessibility to digital public services, which faults we know of and how to report more.
web-access-state-title = How accessible the service is
web-access-state = Enhet partially complies with EN 301 549, which builds on WCAG 2.1 level AA. We know of these faults:
web-access-fault-files = Files that somebody attaches to a ticket are shown as they were sent. They may lack text alternatives or headings. Ask whoever sent the file, or the service desk, for the content in another form.
web-access-fault-readers = The pages are built for screen readers but have not yet been tried by people who use one every day.
web-access-fault-mail = Email that reaches a ticket is shown as text. Pictures in the message become attachments without descriptions.
web-access-report-title = Report a fault
web-access-report = If you find something you cannot use, tell us. Say which page it is and what happened. You can also get the content in another form.
web-access-authority-title = If you are not satisfied with the answer
web-access-authority = The Agency for Digital Government supervises the law.
web-access-authority-link = Report to Digg
web-access-how-title = How we have tested
web-access-how = Every page is tested with axe in both languages, light and dark, at screen and phone width, and with the keyboard alone. The latest assessment was made on { $date }.

# Roles
web-role-employee = Employee
web-role-first-line = Service desk
web-role-supplier-agent = Supplier agent
web-role-second-line = Technician
web-role-it-manager = IT manager
web-role-department-head = Head of department
web-role-politician = Elected representative
web-role-administrator = Administrator
web-role-architect = Architect

# When something stops
web-problem-invalid = Something you sent needs to be changed
web-problem-sign-in = Sign in to continue
web-problem-forbidden = You do not have access to this page
web-problem-not-found = This page does not exist
web-problem-conflict = That is not possible right now
web-problem-stale = Somebody else changed it first
web-problem-too-large = What you sent is too large
web-problem-too-many = Wait a moment
web-problem-unavailable = The system is not answering right now
web-problem-fault = Something went wrong on our side
web-problem-number = Error number:
web-problem-back = Go back
web-problem-ask = Ask whoever looks after Enhet in your organisation if you need access.
web-problem-phone = Phone
web-problem-mail = Email
web-problem-kept = You wrote this
web-problem-kept-hint = The text has not been saved. Copy it before you leave the page.

# Refusals that any part can give
refusal-not-found = What you are looking for does not exist or has moved. Check the address.
refusal-no-permission = Your role may not see or do this.
refusal-sign-in-needed = You need to sign in first.
refusal-token-unknown = The access token is not valid. Create a new one with enhet token create.
refusal-csrf-failed = The form was not sent from a page in Enhet. Open the page again and send it once more.
refusal-fault = The error has been logged. Try again, and give the error number if it happens again.
refusal-database-unavailable = The database is not answering. Wait a few seconds and try again.
refusal-too-slow = The answer took too long. Wait a few seconds and try again.
refusal-already-exists = It already exists.
refusal-too-many-requests = You have tried too many times. Wait a moment and try again.
refusal-body-too-large = What you sent is larger than the limit.
refusal-form-too-large = The form is larger than the limit of 1 MB. Shorten the text.
refusal-form-unreadable = The form could not be read. Open the page again and send it once more.
refusal-request-unreadable = The address or the content could not be read. Check what you sent.
refusal-method-not-allowed = This address does not take that method.
refusal-json-expected = Send the content as JSON, with Content-Type: application/json.
refusal-json-unreadable = Line { $line }, column { $column }: { $detail }
refusal-if-match-needed = Say in If-Match which version you have read.
refusal-limit-out-of-range = Give limit between 1 and { $max }.
refusal-file-too-large = The file is larger than { $megabytes } MB. Choose a smaller file.
refusal-too-many-files = Send at most { $max } files at a time.
refusal-migration-pending = The database is waiting for { $count } changes. Run enhet migrate.
