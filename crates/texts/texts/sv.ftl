# Satsbitar som alla sidor delar: tal, datum, tid, löften och listor.
# Mellan tal och enhet, och efter "kl.", står ett hårt blanksteg så att raden inte bryts där.

number-percent = { $number } %
number-out-of = { $part } av { $whole }

size-bytes = { $number } byte
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB

date-month-1 = januari
date-month-2 = februari
date-month-3 = mars
date-month-4 = april
date-month-5 = maj
date-month-6 = juni
date-month-7 = juli
date-month-8 = augusti
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = december

date-weekday-1 = måndag
date-weekday-2 = tisdag
date-weekday-3 = onsdag
date-weekday-4 = torsdag
date-weekday-5 = fredag
date-weekday-6 = lördag
date-weekday-7 = söndag

date-day-month = { $day } { $month }
date-day-month-year = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-weekday-date = { $weekday } { $date }
date-today = i dag
date-tomorrow = i morgon
date-yesterday = i går

time-at = kl. { $clock }
time-span = kl. { $from }–{ $to }

when-day-time = { $day } { $time }

due-day-time = { $day } { $time }
due-minutes-over = { $count } min över tiden
due-hours-over = { $count } tim över tiden
due-days-over =
    { $count ->
        [one] { $count } dag över tiden
       *[other] { $count } dagar över tiden
    }
due-minutes-left = { $count } min kvar

duration-minutes = { $minutes } min
duration-hours =
    { $hours ->
        [one] { $hours } timme
       *[other] { $hours } timmar
    }
duration-hours-minutes = { $hours } tim { $minutes } min

list-last = { $rest } och { $last }
