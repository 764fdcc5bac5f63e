-- What people and units hold. Spans are half open: valid_to is the first day on which it no longer holds.

CREATE TABLE device_kind (
  slug    {{text}} NOT NULL PRIMARY KEY,
  name    {{text}} NOT NULL,
  name_en {{text}} NOT NULL,
  -- The slug of the service that a fault in such a device belongs to, if one is known.
  service {{text}},
  place   {{int}} NOT NULL
){{keyed}};

CREATE TABLE device (
  id         {{id}} NOT NULL PRIMARY KEY,
  number     {{text}} NOT NULL,
  -- As it is compared and sorted: folded, as bytes.
  number_key {{bytes}} NOT NULL UNIQUE,
  kind       {{text}} NOT NULL REFERENCES device_kind(slug),
  model      {{text}} NOT NULL,
  serial     {{text}} NOT NULL,
  place      {{text}} NOT NULL,
  state      {{text}} NOT NULL,
  -- The unit that answers for it, whoever holds it.
  unit       {{id}} REFERENCES unit(id),
  notes      {{text}} NOT NULL,
  created_at {{ts}} NOT NULL,
  version    {{int}} NOT NULL DEFAULT 1
){{strict}};
CREATE INDEX device_at_unit ON device(unit);

CREATE TABLE device_word (
  device {{id}} NOT NULL REFERENCES device(id),
  own    {{bytes}} NOT NULL,
  plain  {{bytes}} NOT NULL,
  PRIMARY KEY (device, own)
){{keyed}};
CREATE INDEX device_word_own ON device_word(own, device);
CREATE INDEX device_word_plain ON device_word(plain, device);

-- Whose it is and was: a person or a unit, never both.
CREATE TABLE device_holder (
  id         {{id}} NOT NULL PRIMARY KEY,
  device     {{id}} NOT NULL REFERENCES device(id),
  person     {{id}} REFERENCES person(id),
  unit       {{id}} REFERENCES unit(id),
  valid_from {{day}} NOT NULL,
  valid_to   {{day}},
  CHECK ((person IS NULL) <> (unit IS NULL))
){{strict}};
CREATE INDEX device_holder_device ON device_holder(device);
CREATE INDEX device_holder_person ON device_holder(person);
CREATE INDEX device_holder_unit ON device_holder(unit);

-- Changes of state and place, for the device's own history.
CREATE TABLE device_change (
  device     {{id}} NOT NULL REFERENCES device(id),
  version    {{int}} NOT NULL,
  what       {{text}} NOT NULL,
  at         {{ts}} NOT NULL,
  was        {{text}} NOT NULL,
  became     {{text}} NOT NULL,
  PRIMARY KEY (device, version, what)
){{keyed}};
