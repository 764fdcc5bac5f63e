# Calendars and promises: when it is open, what is promised, and why something is due just then.

promise-menu = Promises
calendar-menu = Calendars

promise-priority-1 = Critical
promise-priority-2 = High
promise-priority-3 = Normal
promise-priority-4 = Low

promise-reason-user = Waiting for reply
promise-reason-manager = Waiting for manager
promise-reason-delivery = Waiting for delivery
promise-reason-planned-change = Waiting for planned change
promise-reason-supplier = With supplier

# Opening hours
calendar-span = { $from }–{ $to }
calendar-days-from-to = { $from }–{ $to }
calendar-open-days = { $days } { $spans }
calendar-never-open = Never open

# Days with names
calendar-day-new-years-day = New Year's Day
calendar-day-epiphany = Epiphany
calendar-day-good-friday = Good Friday
calendar-day-easter-sunday = Easter Sunday
calendar-day-easter-monday = Easter Monday
calendar-day-may-day = May Day
calendar-day-ascension-day = Ascension Day
calendar-day-whit-sunday = Whit Sunday
calendar-day-whit-monday = Whit Monday
calendar-day-national-day = National Day of Sweden
calendar-day-midsummer-day = Midsummer Day
calendar-day-all-saints-day = All Saints' Day
calendar-day-christmas-day = Christmas Day
calendar-day-boxing-day = Boxing Day
calendar-day-epiphany-eve = Epiphany Eve
calendar-day-maundy-thursday = Maundy Thursday
calendar-day-easter-eve = Easter Eve
calendar-day-walpurgis-eve = Walpurgis Eve
calendar-day-ascension-eve = The day before Ascension
calendar-day-whitsun-eve = Whitsun Eve
calendar-day-midsummer-eve = Midsummer Eve
calendar-day-all-saints-eve = All Saints' Eve
calendar-day-christmas-eve = Christmas Eve
calendar-day-new-years-eve = New Year's Eve

# The calendars
calendar-list-title = Calendars
calendar-list-about = A calendar says when it is open. Promises count open time only.
calendar-list-none = There is no calendar yet
calendar-list-none-about = Create a calendar, and a promise can count by it.
calendar-new = New calendar
calendar-revise = Change opening hours
calendar-edition = Version { $number }
calendar-edition-from = Version { $number }, from { $day }
calendar-editions = Versions
calendar-editions-about = A version never changes. Whoever has been given a promise keeps its version.
calendar-col-edition = Version
calendar-col-from = Valid from
calendar-col-note = Decision
calendar-definition = The definition
calendar-definition-about = The command enhet calendar reads the same text.
calendar-hours = Open
calendar-no-note = No decision given
calendar-unused = No promise counts by this version yet
calendar-unused-about = Make a new version of the promise, and new tickets count by it.
calendar-unused-act = Change the promise

# The year
calendar-year = The year { $year }
calendar-year-previous = Show { $year }
calendar-year-next = Show { $year }
calendar-year-counts = { $open } open days, { $short } shorter days, { $closed } closed days
calendar-month-counts =
    { $open ->
        [one] { $open } open day
       *[other] { $open } open days
    }
calendar-kind-open = Open
calendar-kind-short = Shorter day
calendar-kind-closed = Closed
calendar-weekday-short-1 = Mon
calendar-weekday-short-2 = Tue
calendar-weekday-short-3 = Wed
calendar-weekday-short-4 = Thu
calendar-weekday-short-5 = Fri
calendar-weekday-short-6 = Sat
calendar-weekday-short-7 = Sun
calendar-special = Days that are not as usual
calendar-special-none = Every day is as usual this year.
calendar-bridge = Bridge days
calendar-bridge-about = Single working days between closed days. To close them, write them among the closed days.
calendar-bridge-none = No bridge days this year.
calendar-col-day = Day
calendar-col-name = Name
calendar-col-open = Open

# The form
calendar-form-new = New calendar
calendar-form-revise = Change opening hours
calendar-form-about = This makes a new version. Promises that have been given are counted as before.
calendar-form-name = Name
calendar-form-zone = Time zone
calendar-form-zone-hint = For instance Europe/Stockholm.
calendar-form-week = Opening hours by weekday
calendar-form-week-hint = Write for instance 08:00-16:30, or 08:00-12:00, 13:00-16:30. Leave empty when closed.
calendar-form-holidays = Public holidays
calendar-form-holidays-sweden = Closed on Swedish public holidays
calendar-form-holidays-none = Open on holidays as on other days
calendar-form-eves = Closed eves
calendar-form-closed = Other closed days
calendar-form-closed-hint = A date on each line, for instance 2026-05-15.
calendar-form-short-eves = Eves that close earlier
calendar-form-short-eves-hint = Write when it closes, for instance 14:00. Leave empty when the eve is as usual.
calendar-form-short = Other days that close earlier
calendar-form-short-hint = Date and time on each line, for instance 2026-05-13 14:00.
promise-form-note = Decision
promise-form-note-hint = Paragraph, reference number, or a sentence about why.
promise-form-from = Valid from
calendar-form-save = Save new version
promise-form-cancel = Cancel
calendar-said-saved = Version { $number } of { $name } is saved.

# The promises
promise-title = Promises
promise-about = A promise says how soon you answer and how soon you solve. Only open time counts.
promise-none = There is no promise yet
promise-none-about = The promise is made when Enhet is set up. Go through the set-up first.
promise-none-act = To the set-up
promise-revise = Change the promise
promise-holds-now = Holds now
promise-holds-from = Holds from { $day }
promise-held-before = Held from { $day }
promise-goals = Goals by priority
promise-col-priority = Priority
promise-col-response = First reply within
promise-col-resolution = Solved within
promise-no-goal = As good as possible, no promise
promise-counts-by = Counts by
promise-calendar-edition = { $name }, version { $number }
promise-pauses = Pauses the clock
promise-runs = The clock runs
promise-response-never-pauses = The time to the first reply is never paused. The first reply is a message to the user, or that somebody takes the ticket.
promise-older-calendar = There are newer opening hours
promise-older-calendar-about = The promise counts by version { $used } of { $name }. There is a version { $latest }.
promise-edition-heading = { $name }, version { $number }

# The promise form
promise-form-title = Change the promise
promise-form-about = This makes a new version for new tickets. Tickets that exist keep their promise.
promise-form-name = Name
promise-form-calendar = Opening hours
promise-form-goals = Goals in open minutes
promise-form-goals-hint = Write minutes, for instance 240 for 4 hours. Leave empty when nothing is promised.
promise-form-response = { $priority }: first reply, minutes
promise-form-resolution = { $priority }: solved, minutes
promise-form-pauses = This pauses the time to solved
promise-form-preview = Check the change
promise-preview-title = Check the change
promise-preview-about = Holds for tickets that come in from { $day }. Save when it is right.
promise-preview-what = What
promise-preview-before = Before
promise-preview-after = Now
promise-preview-response = { $priority }: first reply
promise-preview-resolution = { $priority }: solved
promise-preview-pauses = Pauses
promise-preview-runs = The clock runs
promise-preview-save = Save new version
promise-preview-edit = Change more
promise-said-saved = Version { $number } of the promise is saved.

# Why then?
promise-not-measured = Not measured
promise-why-due = This is why the ticket is due { $when }
promise-why-late = The ticket was due { $when }
promise-why-paused = The clock stands still while we wait
promise-why-stopped-in-time = The ticket was solved in time, it was due { $when }
promise-why-stopped-late = The ticket was solved late, it was due { $when }
promise-why-nothing = No time is promised for the ticket
promise-why-say = The promise is { $goal } of the time that is open. We have used { $used }.
promise-why-say-nothing = We do as well as we can. So far it has taken { $used } of open time.
promise-why-say-paused = The clock stood still for { $paused } while we waited.
promise-why-goal = Promised time
promise-why-counted = Counted time
promise-why-left = Left
promise-why-paused-time = Paused
promise-why-days = The time day by day
promise-why-table = The same time as a table
promise-why-table-about = Every stretch from when the ticket came in until it is due
promise-why-from = From
promise-why-to = To
promise-why-clock = The clock
promise-why-length = Length
promise-why-so-far = Counted so far
promise-why-until-now = { $to }, now
promise-why-kind-counted = Counts
promise-why-kind-paused = Paused
promise-why-kind-closed = Closed
promise-why-kind-stopped = Solved
promise-why-kind-left = Left
promise-why-rule = The rule that holds
promise-why-promised = Solved within promised time, { $priority }: { $goal }
promise-why-edition = { $name }, version { $number }, from { $day }. Fixed when the ticket came in.
promise-why-no-special-days = No holidays in the period.
promise-why-special-day = { $day }, { $kind }
promise-why-otherwise = Had something been otherwise
promise-why-no-pauses = Without the pause
promise-why-other-priority = { $priority }, { $goal }

# When something is to be mended
refusal-promise-edition-stale = Somebody else has saved version { $number }. Open the page again and redo the change.
refusal-promise-name-missing = Write a name.
refusal-promise-text-too-long = Shorten the text to at most { $max } characters.
refusal-promise-begins-in-the-past = Choose { $today } or later. What has happened is counted by what held then.
refusal-promise-day-unreadable = Write the date as year-month-day, for instance 2026-09-01.
refusal-promise-calendar-unknown = Choose one of the calendars in the list.
refusal-promise-goal-unreadable = Write whole minutes, for instance 240. "{ $text }" cannot be read.
refusal-promise-goal-out-of-range = Write at least 1 minute and at most { $max } hours, or leave it empty.
refusal-promise-response-after-resolution = The first reply has to come before the solution. Write fewer minutes.
refusal-promise-nothing-changed = Nothing is changed. Change something, or cancel.
refusal-promise-reason-unknown = Write the pauses as user, manager, delivery, planned_change or supplier.
refusal-calendar-never-opens = Write opening hours for at least one weekday. Otherwise nothing is ever done in time.
refusal-calendar-not-toml = Line { $line } cannot be read: { $detail }.
refusal-calendar-unknown-key = There is no "{ $key }" here. Did you mean { $known }?
refusal-calendar-key-belongs-at-top = Move "{ $key }" to the beginning, before the first line with brackets.
refusal-calendar-key-missing = "{ $key }" is missing. Add for instance { $example }.
refusal-calendar-wrong-type = { $place } has to be written another way, for instance { $example }.
refusal-calendar-unknown-time-zone = There is no time zone "{ $name }". Did you mean { $known }?
refusal-calendar-unknown-holidays = Write "sweden" or "none" instead of "{ $name }".
refusal-calendar-unknown-day = "{ $name }" is not a day. Write a date such as 2026-05-15, or { $known }.
refusal-calendar-no-such-date = There is no date { $date }. Write for instance 2026-05-15.
refusal-calendar-date-outside-years = Choose a date between the years { $first } and { $last } instead of { $date }.
refusal-calendar-not-a-time = "{ $text }" is not a clock time. Write two digits for the hour and two for the minute, for instance 08:00.
refusal-calendar-not-a-span = "{ $text }" is not a span. Write when it opens and closes, for instance 08:00-16:30.
refusal-calendar-span-empty = The span { $span } is empty. Let it end later than it begins, or remove it.
refusal-calendar-span-backwards = The span { $span } ends before it begins. If it passes midnight, end it at 24:00 and go on at 00:00 the next day.
refusal-calendar-spans-overlap = The spans { $one } and { $other } overlap. Make them one, or let the second begin when the first has ended.
refusal-calendar-spans-unordered = The span { $other } stands after { $one } but is earlier. Swap them.
refusal-calendar-shortened-twice = { $day } closes earlier twice. Keep one time.
