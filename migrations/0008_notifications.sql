-- Who is told what: what people chose, and each notice on its way to whoever sends it.

-- A row only where somebody has said it; a kind that nobody spoke of follows its default.
CREATE TABLE notice_choice (
  person     {{id}} NOT NULL,
  kind       {{text}} NOT NULL,
  wanted     {{bool}} NOT NULL,
  changed_at {{ts}} NOT NULL,
  PRIMARY KEY (person, kind)
){{keyed}};

CREATE TABLE notice (
  id        {{id}} NOT NULL PRIMARY KEY,
  -- The fact that it tells of and who is told: a fact that is heard twice tells nobody twice.
  turn      {{int}} NOT NULL,
  place     {{int}} NOT NULL,
  -- A person's id or an unverified contact's mail address, as text.
  recipient {{text}} NOT NULL,
  person    {{id}},
  contact   {{text}},
  kind      {{text}} NOT NULL,
  ticket    {{int}} NOT NULL,
  message   {{id}},
  -- May disturb outside service hours.
  critical  {{bool}} NOT NULL,
  -- queued, held (too many at once), told (held, and told with a later one).
  state     {{text}} NOT NULL,
  -- So many were held and are told with this one.
  earlier   {{int}} NOT NULL,
  at        {{ts}} NOT NULL,
  due_at    {{ts}} NOT NULL,
  UNIQUE (turn, place, recipient)
){{strict}};
CREATE INDEX notice_to ON notice(recipient, ticket, at);
CREATE INDEX notice_held ON notice(at) WHERE state = 'held';
