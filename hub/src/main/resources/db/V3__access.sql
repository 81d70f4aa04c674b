-- Cards are kept in one form from now on: upper-case hexadecimal without separators.
UPDATE credential SET value = upper(regexp_replace(value, '[-: ]', '', 'g'))
WHERE type = 'card' AND value ~* '^([0-9a-f]{2}[-: ]?){4,10}$' AND NOT value ~ '^[0-9]+$';

-- What is now at the doors: written all the time, few rows, or one a person. A zone that is null is outside.
CREATE TABLE whereabouts (
  site int NOT NULL REFERENCES site,
  person text COLLATE "C" NOT NULL,
  zone int,
  since timestamptz NOT NULL,
  forgiven bool NOT NULL,
  grant_door int,
  grant_target int,
  grant_until timestamptz,
  grant_membership text,
  PRIMARY KEY (site, person)
) WITH (fillfactor = 50);

CREATE TABLE day_used (
  site int NOT NULL REFERENCES site,
  membership text COLLATE "C" NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (site, membership, day)
);

CREATE TABLE attempts (
  site int NOT NULL REFERENCES site,
  subject text COLLATE "C" NOT NULL,
  wrong int NOT NULL,
  last timestamptz NOT NULL,
  PRIMARY KEY (site, subject)
) WITH (fillfactor = 50);

CREATE TABLE door_activity (
  door int PRIMARY KEY,
  open bool,
  contact_at timestamptz,
  contact_by int,
  granted_until timestamptz,
  first_in timestamptz
) WITH (fillfactor = 50);

-- Since when every door of a site stands open, as in a fire; null where none does so any more.
CREATE TABLE release (
  site int PRIMARY KEY REFERENCES site,
  since timestamptz,
  actor text,
  reason text
);
