"""Answers from libraries that others wrote: red days from `holidays`, business time from `businesstimedelta`.

One JSON document in, one out. `bin/setup` installs both libraries, by tests/requirements.txt, in .venv.

  {"red_days": [2000, 2035]}       -> {"red_days": ["2000-01-01", …]}
  {"calendars": [{"timezone", "weekdays": [0, …], "opens": "08:00", "closes": "16:30", "lunch": ["12:00", "13:00"],
    "sweden": true, "closed": ["2026-05-15", …],
    "cases": [{"start": "2026-04-02T13:00:00+00:00", "minutes": 240, "end": …}, …]}, …]}
                                   -> {"answers": [[{"due": "…", "elapsed": 90}, …], …]}
"""

import datetime
import json
import sys

import businesstimedelta
import holidays
import pytz

FIRST_YEAR, LAST_YEAR = 2018, 2036


def red_days(first, last):
    return {str(day) for day in holidays.Sweden(years=range(first, last + 1), include_sundays=False)}


def clock(text):
    return datetime.time(*map(int, text.split(":")))


def rules(calendar):
    zone = pytz.timezone(calendar["timezone"])
    closed = {datetime.date.fromisoformat(day) for day in calendar["closed"]}
    if calendar["sweden"]:
        closed |= {datetime.date.fromisoformat(day) for day in red_days(FIRST_YEAR, LAST_YEAR)}
    all_rules = [
        businesstimedelta.WorkDayRule(
            clock(calendar["opens"]), clock(calendar["closes"]), calendar["weekdays"], tz=zone
        ),
        businesstimedelta.HolidayRule(closed, tz=zone),
    ]
    if calendar["lunch"]:
        begins, ends = map(clock, calendar["lunch"])
        all_rules.append(businesstimedelta.LunchTimeRule(begins, ends, calendar["weekdays"], tz=zone))
    return businesstimedelta.Rules(all_rules)


def answer(rule, case):
    start = datetime.datetime.fromisoformat(case["start"])
    end = datetime.datetime.fromisoformat(case["end"])
    due = start + businesstimedelta.BusinessTimeDelta(rule, seconds=60 * case["minutes"])
    between = rule.difference(start, end).timedelta
    return {
        "due": due.astimezone(pytz.utc).isoformat(),
        "elapsed": int(between.total_seconds() // 60),
    }


def main():
    asked = json.load(sys.stdin)
    answers = {}
    if "red_days" in asked:
        answers["red_days"] = sorted(red_days(*asked["red_days"]))
    if "calendars" in asked:
        answers["answers"] = []
        for calendar in asked["calendars"]:
            rule = rules(calendar)
            answers["answers"].append([answer(rule, case) for case in calendar["cases"]])
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
