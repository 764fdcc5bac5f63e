-- What the municipality promises about time, and what happened to each promised subject.
-- Kept: versions of calendars and promises, state intervals, the pinned version. Due times, running and paused
-- time and outcomes are computed from these and stand in no column here.

-- One edition of a calendar; never changed, an edit is a new row with the same calendar and the next number.
CREATE TABLE calendar_version (
  id         {{id}} NOT NULL PRIMARY KEY,
  calendar   {{id}} NOT NULL,
  number     {{int}} NOT NULL,
  name       {{text}} NOT NULL,
  -- TOML as it was written; the same file that `enhet calendar` reads.
  definition {{text}} NOT NULL,
  -- The decision behind it: a paragraph, a diary number, a sentence.
  note       {{text}} NOT NULL,
  valid_from {{ts}} NOT NULL,
  made_at    {{ts}} NOT NULL,
  UNIQUE (calendar, number)
){{strict}};

-- One edition of a promise; never changed. It names the edition of the calendar that it counts by.
CREATE TABLE promise_version (
  id               {{id}} NOT NULL PRIMARY KEY,
  promise          {{id}} NOT NULL,
  number           {{int}} NOT NULL,
  name             {{text}} NOT NULL,
  calendar_version {{id}} NOT NULL REFERENCES calendar_version(id),
  -- {"goals":[{"response":30,"resolution":120},…],"pauses":["user",…]}: minutes of open time, priority 1 first.
  terms            {{json}} NOT NULL,
  note             {{text}} NOT NULL,
  valid_from       {{ts}} NOT NULL,
  made_at          {{ts}} NOT NULL,
  UNIQUE (promise, number)
){{strict}};
CREATE INDEX promise_version_valid ON promise_version(valid_from);

-- A subject (a ticket) whose time is kept. No foreign key to the version, on purpose: every new subject would lock
-- the one row that all of them point at. Versions are never deleted.
CREATE TABLE promised (
  subject      {{id}} NOT NULL PRIMARY KEY,
  version      {{id}},
  started_at   {{ts}} NOT NULL,
  -- As last set; it holds from the start.
  priority     {{int}} NOT NULL,
  responded_at {{ts}}
){{keyed}};

-- What a subject's clock did from one moment to the next: 0 running, 1 paused, 2 stopped. The last has no end.
CREATE TABLE state_interval (
  subject {{id}} NOT NULL,
  nth     {{int}} NOT NULL,
  state   {{int}} NOT NULL,
  from_at {{ts}} NOT NULL,
  to_at   {{ts}},
  PRIMARY KEY (subject, nth)
){{keyed}};

CREATE TABLE priority_change (
  subject {{id}} NOT NULL,
  nth     {{int}} NOT NULL,
  at      {{ts}} NOT NULL,
  before  {{int}} NOT NULL,
  after   {{int}} NOT NULL,
  PRIMARY KEY (subject, nth)
){{keyed}};
