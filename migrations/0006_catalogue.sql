-- What IT promises to deliver.

CREATE TABLE service (
  id          {{id}} NOT NULL PRIMARY KEY,
  slug        {{text}} NOT NULL UNIQUE,
  name        {{text}} NOT NULL,
  name_en     {{text}} NOT NULL,
  owner_group {{id}} NOT NULL REFERENCES support_group(id),
  about       {{text}} NOT NULL,
  about_en    {{text}} NOT NULL,
  audience    {{text}} NOT NULL,
  -- Beginnings of Swedish words that point here when somebody's sentence is read: a list.
  words       {{json}} NOT NULL,
  active      {{bool}} NOT NULL,
  -- Of two services that a sentence points at equally, the lower place wins.
  place       {{int}} NOT NULL,
  version     {{int}} NOT NULL DEFAULT 1
){{strict}};
CREATE INDEX service_in_order ON service(place, id);
