-- Tickets: what was reported, where it stands, what was said, who may follow it.

CREATE TABLE ticket (
  -- The number is the key: people, mails, addresses and the search index all go by it.
  number            {{int}} NOT NULL PRIMARY KEY,
  id                {{id}} NOT NULL UNIQUE,
  kind              {{text}} NOT NULL,
  stage             {{text}} NOT NULL,
  -- What a waiting ticket waits for, and only then.
  reason            {{text}},
  -- False when resolved or closed; what the queues are cut by.
  open              {{bool}} NOT NULL,
  impact            {{text}} NOT NULL,
  urgency           {{text}} NOT NULL,
  priority          {{int}} NOT NULL,
  title             {{text}} NOT NULL,
  -- A person, or an unverified contact who is none.
  requester         {{id}},
  contact_name      {{text}},
  contact_mail      {{text}},
  unit              {{id}},
  -- The nämnd that owns the record: the requester's that day, else the IT group's.
  committee         {{id}} NOT NULL,
  service           {{id}},
  device            {{id}},
  group_id          {{id}} NOT NULL,
  assignee          {{id}},
  source            {{text}} NOT NULL,
  -- The edition of the promise that it was given; none: as good as we can, no promise.
  promise           {{id}},
  response_due_at   {{ts}},
  resolution_due_at {{ts}},
  -- What the queue sorts by; the far future when no clock runs, so that one index gives the order on both databases.
  next_due_at       {{ts}} NOT NULL,
  responded_at      {{ts}},
  -- The requester has written and nobody has answered since.
  replied_at        {{ts}},
  created_at        {{ts}} NOT NULL,
  updated_at        {{ts}} NOT NULL,
  resolved_at       {{ts}},
  closed_at         {{ts}},
  outcome           {{text}},
  version           {{int}} NOT NULL,
  -- Last, because they are long: lists read what stands before them.
  description       {{text}} NOT NULL,
  html              {{text}},
  CHECK ((stage = 'waiting') = (reason IS NOT NULL)),
  CHECK (priority BETWEEN 1 AND 4)
){{strict}};
CREATE INDEX ticket_in_queue ON ticket(open, next_due_at, number);
CREATE INDEX ticket_in_group_queue ON ticket(group_id, open, next_due_at, number);
CREATE INDEX ticket_on_desk ON ticket(assignee, open, next_due_at, number) WHERE assignee IS NOT NULL;
CREATE INDEX ticket_of_group ON ticket(group_id, number);
CREATE INDEX ticket_of_requester ON ticket(requester, number) WHERE requester IS NOT NULL;
CREATE INDEX ticket_of_contact ON ticket(contact_mail, number) WHERE contact_mail IS NOT NULL;
CREATE INDEX ticket_of_unit ON ticket(unit, number) WHERE unit IS NOT NULL;
CREATE INDEX ticket_of_service ON ticket(service, number) WHERE service IS NOT NULL;
CREATE INDEX ticket_of_device ON ticket(device, number) WHERE device IS NOT NULL;
CREATE INDEX ticket_by_change ON ticket(updated_at, number);
CREATE INDEX ticket_resolved ON ticket(resolved_at, number) WHERE stage = 'resolved';

-- What was done, as codes and ids: one row for each thing that changed in one act.
CREATE TABLE ticket_event (
  ticket  {{int}} NOT NULL REFERENCES ticket(number),
  -- The ticket's version after the act.
  version {{int}} NOT NULL,
  n       {{int}} NOT NULL,
  act     {{text}} NOT NULL,
  was     {{json}} NOT NULL,
  became  {{json}} NOT NULL,
  person  {{id}},
  label   {{text}},
  channel {{text}} NOT NULL,
  at      {{ts}} NOT NULL,
  PRIMARY KEY (ticket, version, n)
){{keyed}};

CREATE TABLE ticket_message (
  id       {{id}} NOT NULL PRIMARY KEY,
  ticket   {{int}} NOT NULL REFERENCES ticket(number),
  version  {{int}} NOT NULL,
  -- An internal note is read by those who work with the ticket, nobody else.
  internal {{bool}} NOT NULL,
  -- Who wrote, as the ticket's parties see it: requester, agent, other, machine.
  author   {{text}} NOT NULL,
  person   {{id}},
  label    {{text}},
  source   {{text}} NOT NULL,
  at       {{ts}} NOT NULL,
  body     {{text}} NOT NULL,
  html     {{text}}
){{strict}};
CREATE INDEX ticket_message_of ON ticket_message(ticket, at);

-- A file in pieces. Without a ticket while its owner still writes the message that it belongs to.
CREATE TABLE attachment (
  id           {{id}} NOT NULL PRIMARY KEY,
  ticket       {{int}} REFERENCES ticket(number),
  message      {{id}},
  internal     {{bool}} NOT NULL,
  -- Who sent it, so that nobody else can claim it.
  account      {{id}},
  name         {{text}} NOT NULL,
  content_type {{text}} NOT NULL,
  bytes        {{int}} NOT NULL,
  sha256       {{text}},
  complete     {{bool}} NOT NULL,
  at           {{ts}} NOT NULL
){{strict}};
CREATE INDEX attachment_of_ticket ON attachment(ticket, at) WHERE ticket IS NOT NULL;
CREATE INDEX attachment_unclaimed ON attachment(at) WHERE ticket IS NULL;

CREATE TABLE attachment_chunk (
  attachment {{id}} NOT NULL REFERENCES attachment(id) ON DELETE CASCADE,
  n          {{int}} NOT NULL,
  bytes      {{bytes}} NOT NULL,
  PRIMARY KEY (attachment, n)
){{strict}};

-- `ticket` duplicates, is caused by or relates to `other`.
CREATE TABLE ticket_link (
  ticket {{int}} NOT NULL REFERENCES ticket(number),
  kind   {{text}} NOT NULL,
  other  {{int}} NOT NULL REFERENCES ticket(number),
  at     {{ts}} NOT NULL,
  PRIMARY KEY (ticket, kind, other)
){{keyed}};
CREATE INDEX ticket_link_back ON ticket_link(other, kind, ticket);

CREATE TABLE ticket_follower (
  ticket {{int}} NOT NULL REFERENCES ticket(number),
  person {{id}} NOT NULL,
  at     {{ts}} NOT NULL,
  PRIMARY KEY (ticket, person)
){{keyed}};
CREATE INDEX ticket_followed_by ON ticket_follower(person, ticket);

-- Who has the ticket open now. Rows grow old within a minute and are then worth nothing.
CREATE TABLE ticket_presence (
  ticket  {{int}} NOT NULL,
  person  {{id}} NOT NULL,
  writing {{bool}} NOT NULL,
  seen_at {{ts}} NOT NULL,
  PRIMARY KEY (ticket, person)
){{keyed}};

-- A question that somebody wants to ask again, as its address line.
CREATE TABLE saved_view (
  id      {{id}} NOT NULL PRIMARY KEY,
  account {{id}} NOT NULL,
  name    {{text}} NOT NULL,
  query   {{text}} NOT NULL,
  at      {{ts}} NOT NULL,
  UNIQUE (account, name)
){{strict}};

-- Where an imported ticket stood before, so that the same file brings it once.
CREATE TABLE ticket_origin (
  source    {{text}} NOT NULL,
  reference {{text}} NOT NULL,
  ticket    {{int}} NOT NULL REFERENCES ticket(number),
  PRIMARY KEY (source, reference)
){{keyed}};
CREATE INDEX ticket_origin_of ON ticket_origin(ticket);

-- @sqlite
CREATE VIRTUAL TABLE ticket_search USING fts5(
  title, public, internal,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
-- @end
-- @postgres
CREATE TABLE ticket_search (
  doc   BIGINT NOT NULL PRIMARY KEY,
  words TSVECTOR NOT NULL
);
-- New words wait in a list that every search reads whole: kept short, so that a search after much writing is quick.
CREATE INDEX ticket_search_words ON ticket_search USING GIN (words) WITH (gin_pending_list_limit = 256);
-- @end
