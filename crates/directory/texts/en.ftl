# People, the organisation and groups, and what all registers say alike.
# A part of the organisation is called by its kind: school, department.

register-menu = Registers
register-add = Add
register-edit = Edit
register-save = Save
register-cancel = Cancel
register-show = Show
register-show-all = Show all
register-filters = Choose what the list shows
register-export = Download as CSV
register-you-are-here = You are here
register-none-fit = Nothing fits what you chose
register-none-fit-hint = Change or remove one of the choices.
register-empty = Nothing here yet
register-empty-hint = What is added shows here.
register-name-en = Name in English
register-about-en = Description in English
register-first-day = First day
register-last-day = Last day
register-yours = What you wrote
register-theirs = What stands there now
register-said-added = Added.
register-said-saved = Saved.
register-said-ended = Ended.
register-said-removed = Removed.
register-span-since = since { $from }
register-span-from = from { $from }
register-span-both = { $from } – { $to }
register-span-day = { $day }, the same day

refusal-register-stale = Somebody else has changed this since you opened it. Compare, and save again if what you wrote is to stand.
refusal-register-text-missing = Fill in the field.
refusal-register-text-too-long = Write at most { $max } characters.
refusal-register-slug-unreadable = Write a name with at least one letter or digit.
refusal-register-slug-taken = The name is already used. Choose another.
refusal-register-date-unreadable = Write the date as YYYY-MM-DD.
refusal-register-days-reversed = The last day is before the first. Change one of them.

# People
directory-people = People
directory-people-find = Name, e-mail or phone
directory-people-file = people.csv
directory-people-found =
    { $count ->
        [0] No one
        [one] { $count } person
       *[other] { $count } people
    }
directory-people-count =
    { $count ->
        [0] No one
        [one] { $count } person
       *[other] { $count } people
    }
directory-person-new = Add a person
directory-person-edit = Edit details
directory-person-leaves = Has left
directory-person-leave = End
directory-person-leave-hint = The person then belongs to no part of the organisation and works in no group. Tickets and history remain.
directory-about-person = About the person
directory-name = Name
directory-given = First name
directory-family = Last name
directory-mail = E-mail
directory-phone = Phone
directory-phone-nth = Phone { $nth }
directory-title = Title
directory-title-there = Title there
directory-title-hint = For those who are not employed here, such as a consultant.
directory-language = Language of e-mails
directory-language-any = The municipality's language
directory-language-sv = Swedish
directory-language-en = English
directory-group = Group
directory-facts = Details
directory-facts-on = Details on { $day }
directory-fact = Detail
directory-value = Value
directory-before = Earlier
directory-soon = Coming up
directory-soon-begins = Begins: { $unit }
directory-soon-ends = Ends: { $unit }

directory-protected = Protected identity
directory-protected-hint = Name, place, phone and e-mail are shown to no one. The person gets an alias.
directory-protected-only = Protected only, by alias
directory-protected-rules = Never write a name, place, phone or e-mail in the ticket. Do not call. Answer only through the ticket. This view is logged.
directory-protected-show = Show name and details
directory-protected-show-hint = That you look is written in the log.
directory-alias = Person { $alias }
directory-alias-hint = An alias. Name and workplace are not shown to you.

directory-belongs-to = Belongs to
directory-belongs-later = This can wait.
directory-any-unit = The whole municipality
directory-choose-unit = Choose
directory-affiliation-add = Add where they belong
directory-affiliation-edit = Edit where they belong
directory-affiliation-as = As
directory-affiliation-employment = Employment
directory-affiliation-enrolment = Pupil
directory-affiliation-assignment = Assignment
directory-affiliation-main = Main
directory-affiliation-main-also = main
directory-affiliation-main-hint = Decides which committee the person's tickets belong to.
directory-percent = Per cent of full time
directory-percent-hint = 1 to 100

refusal-directory-mail-unreadable = Write an e-mail address, such as name@municipality.example.
refusal-directory-mail-taken = The address already belongs to somebody else. Find that person in the list.
refusal-directory-phone-unreadable = Write the whole number with its area code, such as 060-55 01 44.
refusal-directory-phones-too-many = Write at most { $max } numbers.
refusal-directory-percent-out-of-range = Write a number from 1 to 100.
refusal-directory-person-unknown = No one fits. Write the whole name or the e-mail address.
refusal-directory-person-many = Several people fit. Write the e-mail address.
refusal-directory-language-unknown = Give the language as sv or en.

# The organisation
directory-organisation = Organisation
directory-organisation-file = organisation.csv
directory-unit-find = Name or code
directory-on-day = As on
directory-unit-new = Add to the organisation
directory-unit-edit = Edit details
directory-unit-move = Move
directory-unit-move-hint = What held before the first day remains in the history.
directory-unit-end = End
directory-unit-end-hint = Those who belong here cease to the same day. What lies below must first be moved or ended.
directory-about-unit = In the organisation
directory-kind = Kind
directory-kind-municipality = Municipality
directory-kind-committee = Committee
directory-kind-department = Department
directory-kind-section = Section
directory-kind-school = School
directory-kind-preschool = Preschool
directory-kind-care-home = Care home
directory-kind-library = Library
directory-kind-workplace = Workplace
directory-code = Code
directory-code-hint = The part of the code string that the finance system uses.
directory-under = Lies under
directory-no-parent = At the top
directory-below = Directly below
directory-hung-under = Has been under
directory-now = Now

refusal-directory-parent-missing = Choose what it lies under. Only a municipality is at the top.
refusal-directory-parent-not-there = What you chose for it to lie under does not exist on { $day }. Choose something else or another day.
refusal-directory-parent-below = What you chose itself lies below. Choose something else.
refusal-directory-unit-not-there = Choose a part of the organisation that exists that day.
refusal-directory-unit-has-children = { $count } still lie below. Move or end them first.
refusal-directory-kind-unknown = There is no such kind. The API description lists them.

# Groups
directory-groups = Groups
directory-groups-file = groups.csv
directory-group-find = Name
directory-group-new = Add a group
directory-group-edit = Edit the group
directory-group-end = End the group
directory-group-end-hint = The group then takes no more tickets, and no one works in it.
directory-group-internal = Our own group
directory-group-supplier = A supplier's group
directory-about-group = About the group
directory-about = Description
directory-supplier = Supplier
directory-supplier-hint = Only for a supplier's group.
directory-owner-unit = Answers for the group
directory-role = Role
directory-fallback = Takes tickets that no one else takes
directory-fallback-hint = One group at a time. The one that has the task now hands it over.
directory-ended = Ended
directory-ended-too = Show ended
directory-members =
    { $count ->
        [0] No one works here
        [one] { $count } person works here
       *[other] { $count } people work here
    }
directory-member-new = Add to the group
directory-member-hint = Name or e-mail
directory-member-add = Add
directory-member-remove = Remove

refusal-directory-group-is-fallback = The group takes tickets that no one else takes. Give the task to another group first.
refusal-directory-group-ended = The group has ended. Choose another.

directory-hit-person = Person
directory-hit-unit = Organisation
directory-hit-group = Group
