-- What every slice stands on: facts for listeners, jobs with leases, settings.
-- Type words in double braces are rendered per database; see crates/db/src/migrate.rs.

CREATE TABLE fact (
  place   {{serial}},
  -- On PostgreSQL the transaction's number, so that readers can wait for older ones; 0 on SQLite.
  turn    {{int}} NOT NULL DEFAULT {{turn}},
  name    {{text}} NOT NULL,
  subject {{id}} NOT NULL,
  at      {{ts}} NOT NULL,
  data    {{json}} NOT NULL
){{strict}};
CREATE INDEX fact_in_order ON fact(turn, place);

-- How far each listener has come, and what stopped it if something did.
CREATE TABLE listener (
  name     {{text}} NOT NULL PRIMARY KEY,
  turn     {{int}} NOT NULL,
  place    {{int}} NOT NULL,
  failures {{int}} NOT NULL DEFAULT 0,
  retry_at {{ts}},
  error    {{text}}
){{strict}};

-- One row a background job: who holds it, when it runs next, how the last run went.
CREATE TABLE job (
  name       {{text}} NOT NULL PRIMARY KEY,
  holder     {{text}},
  held_until {{ts}},
  next_at    {{ts}} NOT NULL,
  started_at {{ts}},
  ended_at   {{ts}},
  report     {{json}}
){{strict}};

-- Choices of the municipality, one typed value a row, owned by the slice in the key.
CREATE TABLE setting (
  name       {{text}} NOT NULL PRIMARY KEY,
  value      {{json}} NOT NULL,
  changed_at {{ts}} NOT NULL
){{strict}};

-- @sqlite
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- @end
-- @postgres
CREATE SEQUENCE ticket_number;
-- @end
