# Pieces of sentences that all pages share: numbers, dates, times, promises and lists.
# A no-break space stands between a number and its unit, so that a line never breaks there.

number-percent = { $number }%
number-out-of = { $part } of { $whole }

size-bytes = { $number } bytes
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB

date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December

date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday

date-day-month = { $day } { $month }
date-day-month-year = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-weekday-date = { $weekday } { $date }
date-today = today
date-tomorrow = tomorrow
date-yesterday = yesterday

time-at = { $clock }
time-span = { $from }–{ $to }

when-day-time = { $day } at { $time }

due-day-time = { $day } { $time }
due-minutes-over = { $count } min overdue
due-hours-over =
    { $count ->
        [one] { $count } hour overdue
       *[other] { $count } hours overdue
    }
due-days-over =
    { $count ->
        [one] { $count } day overdue
       *[other] { $count } days overdue
    }
due-minutes-left = { $count } min left

duration-minutes = { $minutes } min
duration-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
duration-hours-minutes = { $hours } h { $minutes } min

list-last = { $rest } and { $last }
