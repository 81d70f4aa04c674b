-- What somebody should look at. One that is over and seen to is kept as long as the journal.
CREATE TABLE alarm (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site int NOT NULL REFERENCES site,
  kind text NOT NULL,
  subject text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  acknowledged_by text,
  UNIQUE (site, kind, subject, since)
);
CREATE INDEX ON alarm (site, key);
