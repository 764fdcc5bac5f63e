# Which mails a person wants.

notifications-title = Notifications
notifications-back = Settings
notifications-lead = We mail you when something happens in a ticket that you have sent in or follow. You see everything in My tickets, whatever you choose here.
notifications-which = Mail me
notifications-which-hint = Untick what you do not want as mail.
notifications-save = Save
notifications-saved = Your choices are saved.
notifications-protected = A person with a protected identity gets no mail at all.

notifications-kind-receipt = When my ticket has come in
    .about = A receipt with the number and when you will have an answer at the latest.
notifications-kind-answer = When I get an answer
    .about = Answers and questions from whoever works with the ticket.
notifications-kind-resolved = When the ticket is solved
    .about = What helped, and how to tell us if it did not.
notifications-kind-closed = When the ticket ends for another reason
    .about = For example because there is another one like it already.
notifications-kind-reply = When somebody else writes in the ticket
    .about = The one who asked, somebody who follows the ticket, or the one you help.
notifications-kind-assigned = When I am given a ticket to work with
    .about = In service hours, and at once if it is critical.

refusal-notifications-no-person = The account belongs to no person and gets no mail.
