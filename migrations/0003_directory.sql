-- The organisation: units and where they hang, people and where they work or study, support groups.
-- Spans are half open: valid_to is the first day (or moment) at which it no longer holds.

CREATE TABLE unit (
  id         {{id}} NOT NULL PRIMARY KEY,
  slug       {{text}} NOT NULL UNIQUE,
  kind       {{text}} NOT NULL,
  name       {{text}} NOT NULL,
  name_en    {{text}} NOT NULL,
  code       {{text}} NOT NULL,
  sort_key   {{bytes}} NOT NULL,
  valid_from {{day}} NOT NULL,
  valid_to   {{day}},
  version    {{int}} NOT NULL DEFAULT 1
){{strict}};
CREATE INDEX unit_in_order ON unit(sort_key, id);

-- Where a unit hangs, day by day: a reorganisation is a new row.
CREATE TABLE unit_parent (
  unit       {{id}} NOT NULL REFERENCES unit(id),
  parent     {{id}} NOT NULL REFERENCES unit(id),
  valid_from {{day}} NOT NULL,
  valid_to   {{day}},
  PRIMARY KEY (unit, valid_from)
){{keyed}};
CREATE INDEX unit_parent_children ON unit_parent(parent);

CREATE TABLE person (
  id        {{id}} NOT NULL PRIMARY KEY,
  given     {{text}} NOT NULL,
  family    {{text}} NOT NULL,
  sort_key  {{bytes}} NOT NULL,
  mail      {{text}},
  -- As it is compared: lower case.
  mail_key  {{text}} UNIQUE,
  title     {{text}} NOT NULL,
  lang      {{text}},
  -- A protected identity is shown as its alias only.
  protected {{bool}} NOT NULL,
  alias     {{text}} NOT NULL,
  version   {{int}} NOT NULL DEFAULT 1
){{strict}};
CREATE INDEX person_in_order ON person(sort_key, id);

-- Every word by which a person is found, as bytes, so that a prefix is a range on both databases.
-- A protected person has none.
CREATE TABLE person_word (
  person {{id}} NOT NULL REFERENCES person(id),
  own    {{bytes}} NOT NULL,
  plain  {{bytes}} NOT NULL,
  PRIMARY KEY (person, own)
){{keyed}};
CREATE INDEX person_word_own ON person_word(own, person);
CREATE INDEX person_word_plain ON person_word(plain, person);

-- number is E.164, so that a caller is recognised; shown is as people write it.
CREATE TABLE person_phone (
  person {{id}} NOT NULL REFERENCES person(id),
  place  {{int}} NOT NULL,
  number {{text}} NOT NULL,
  shown  {{text}} NOT NULL,
  PRIMARY KEY (person, place)
){{keyed}};
CREATE INDEX person_phone_number ON person_phone(number);

CREATE TABLE affiliation (
  id         {{id}} NOT NULL PRIMARY KEY,
  person     {{id}} NOT NULL REFERENCES person(id),
  unit       {{id}} NOT NULL REFERENCES unit(id),
  kind       {{text}} NOT NULL,
  title      {{text}} NOT NULL,
  percent    {{int}},
  is_main    {{bool}} NOT NULL,
  valid_from {{day}} NOT NULL,
  valid_to   {{day}}
){{strict}};
CREATE INDEX affiliation_of_person ON affiliation(person);
CREATE INDEX affiliation_at_unit ON affiliation(unit);

CREATE TABLE support_group (
  id          {{id}} NOT NULL PRIMARY KEY,
  slug        {{text}} NOT NULL UNIQUE,
  name        {{text}} NOT NULL,
  name_en     {{text}} NOT NULL,
  kind        {{text}} NOT NULL,
  supplier    {{text}} NOT NULL,
  about       {{text}} NOT NULL,
  about_en    {{text}} NOT NULL,
  owner_unit  {{id}} REFERENCES unit(id),
  is_fallback {{bool}} NOT NULL,
  valid_from  {{ts}} NOT NULL,
  valid_to    {{ts}},
  version     {{int}} NOT NULL DEFAULT 1
){{strict}};

CREATE TABLE group_member (
  support_group {{id}} NOT NULL REFERENCES support_group(id),
  person        {{id}} NOT NULL REFERENCES person(id),
  valid_from    {{ts}} NOT NULL,
  valid_to      {{ts}},
  PRIMARY KEY (support_group, person, valid_from)
){{keyed}};
CREATE INDEX group_member_person ON group_member(person);
