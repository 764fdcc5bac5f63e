-- Mail in and out. The mail that came in is kept as it came; our own as it is sent.

CREATE TABLE mail_in (
  id          {{id}} NOT NULL PRIMARY KEY,
  -- Without brackets; made from the bytes when the sender gave none.
  message_id  {{text}} NOT NULL,
  -- Some programs give two mails one id: the second changes nothing, but what it says is kept too.
  first       {{id}},
  sha256      {{text}} NOT NULL,
  received_at {{ts}} NOT NULL,
  bytes       {{int}} NOT NULL,
  person      {{id}},
  from_mail   {{text}},
  from_name   {{text}},
  subject     {{text}} NOT NULL,
  -- created, appended, filed, refused
  outcome     {{text}} NOT NULL,
  rule        {{text}},
  ticket      {{int}},
  -- What gave a machine away.
  sign        {{text}},
  -- Codes of what was wrong with it, with blanks between.
  flaws       {{text}} NOT NULL
){{strict}};
CREATE UNIQUE INDEX mail_in_once ON mail_in(message_id) WHERE first IS NULL;
CREATE UNIQUE INDEX mail_in_again ON mail_in(first, sha256) WHERE first IS NOT NULL;
CREATE INDEX mail_in_by_time ON mail_in(received_at, id);
CREATE INDEX mail_in_by_outcome ON mail_in(outcome, received_at, id);
CREATE INDEX mail_in_of_ticket ON mail_in(ticket, received_at) WHERE ticket IS NOT NULL;

CREATE TABLE mail_in_chunk (
  mail  {{id}} NOT NULL REFERENCES mail_in(id) ON DELETE CASCADE,
  n     {{int}} NOT NULL,
  bytes {{bytes}} NOT NULL,
  PRIMARY KEY (mail, n)
){{strict}};

CREATE TABLE mail_out (
  id           {{id}} NOT NULL PRIMARY KEY,
  -- One mail a notice.
  notice       {{id}} NOT NULL UNIQUE,
  ticket       {{int}} NOT NULL,
  kind         {{text}} NOT NULL,
  person       {{id}},
  to_mail      {{text}} NOT NULL,
  to_name      {{text}},
  lang         {{text}} NOT NULL,
  subject      {{text}} NOT NULL,
  message_id   {{text}} NOT NULL UNIQUE,
  in_reply_to  {{text}},
  -- Message-IDs with blanks between, the oldest first.
  thread       {{text}} NOT NULL,
  text         {{text}} NOT NULL,
  html         {{text}} NOT NULL,
  critical     {{bool}} NOT NULL,
  -- queued, sent, dead
  state        {{text}} NOT NULL,
  attempts     {{int}} NOT NULL,
  made_at      {{ts}} NOT NULL,
  next_at      {{ts}} NOT NULL,
  sent_at      {{ts}},
  -- Why the last attempt failed, as a code and the other server's number.
  fault        {{text}}
){{strict}};
CREATE INDEX mail_out_due ON mail_out(next_at) WHERE state = 'queued';
CREATE INDEX mail_out_by_time ON mail_out(made_at, id);
CREATE INDEX mail_out_by_state ON mail_out(state, made_at, id);
CREATE INDEX mail_out_of_ticket ON mail_out(ticket, to_mail, made_at);
