-- Who may come in, as what, and what everybody did.

CREATE TABLE account (
  id          {{id}} NOT NULL PRIMARY KEY,
  -- The person behind it; a service account has none.
  person      {{id}},
  -- The mail address in small letters; what is typed at sign-in.
  login       {{text}} NOT NULL,
  label       {{text}} NOT NULL,
  label_sort  {{bytes}} NOT NULL,
  -- Label and login folded, for search.
  words       {{text}} NOT NULL,
  -- Only tokens stand for it; nobody signs in.
  service     {{bool}} NOT NULL,
  disabled_at {{ts}},
  -- Argon2id as a PHC string; none until one is chosen by a one-time link.
  password    {{text}},
  password_at {{ts}},
  preferences {{json}} NOT NULL,
  created_at  {{ts}} NOT NULL
){{strict}};
CREATE UNIQUE INDEX account_login ON account(login);
CREATE INDEX account_person ON account(person);
CREATE INDEX account_by_label ON account(label_sort, id);

CREATE TABLE account_grant (
  account {{id}} NOT NULL,
  place   {{int}} NOT NULL,
  role    {{text}} NOT NULL,
  -- Only for this unit and what lies below it; everywhere when none.
  unit    {{id}},
  PRIMARY KEY (account, place)
){{keyed}};
CREATE INDEX account_grant_role ON account_grant(role, account);

-- Somebody signed in on a device. Only the SHA-256 of its secret is kept.
CREATE TABLE session (
  id       {{id}} NOT NULL PRIMARY KEY,
  hash     {{bytes}} NOT NULL,
  account  {{id}} NOT NULL,
  -- Browser and system in two words, never the whole description that the browser sends.
  device   {{text}} NOT NULL,
  began_at {{ts}} NOT NULL,
  used_at  {{ts}} NOT NULL,
  ends_at  {{ts}} NOT NULL
){{strict}};
CREATE UNIQUE INDEX session_hash ON session(hash);
CREATE INDEX session_account ON session(account, used_at);
CREATE INDEX session_end ON session(ends_at);

CREATE TABLE token (
  id         {{id}} NOT NULL PRIMARY KEY,
  hash       {{bytes}} NOT NULL,
  name       {{text}} NOT NULL,
  account    {{id}} NOT NULL,
  role       {{text}} NOT NULL,
  unit       {{id}},
  made_at    {{ts}} NOT NULL,
  ends_at    {{ts}} NOT NULL,
  used_at    {{ts}},
  revoked_at {{ts}}
){{strict}};
CREATE UNIQUE INDEX token_hash ON token(hash);
CREATE INDEX token_account ON token(account);

-- A link that works once, for a day: to choose a password, or to set up an empty house.
CREATE TABLE one_time_link (
  hash    {{bytes}} NOT NULL PRIMARY KEY,
  purpose {{text}} NOT NULL,
  account {{id}},
  made_at {{ts}} NOT NULL,
  ends_at {{ts}} NOT NULL,
  used_at {{ts}}
){{keyed}};
CREATE INDEX one_time_link_account ON one_time_link(account);
CREATE INDEX one_time_link_end ON one_time_link(ends_at);

-- How long an account or an address must wait before the next try. The key is a hash: no address stands here.
CREATE TABLE sign_in_wait (
  hash     {{bytes}} NOT NULL PRIMARY KEY,
  failures {{int}} NOT NULL,
  tried_at {{ts}} NOT NULL,
  free_at  {{ts}} NOT NULL
){{keyed}};
CREATE INDEX sign_in_wait_tried ON sign_in_wait(tried_at);

-- What was done, by whom, through which door. Rows are only ever added.
CREATE TABLE audit (
  id      {{serial}},
  at      {{ts}} NOT NULL,
  account {{id}},
  person  {{id}},
  label   {{text}} NOT NULL,
  channel {{text}} NOT NULL,
  act     {{text}} NOT NULL,
  subject {{id}} NOT NULL,
  detail  {{json}} NOT NULL
){{strict}};
CREATE INDEX audit_at ON audit(at, id);
CREATE INDEX audit_subject ON audit(subject, id);
CREATE INDEX audit_account ON audit(account, id);
