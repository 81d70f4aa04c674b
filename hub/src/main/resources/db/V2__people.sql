-- What this hub alone knows. It signs passes and seals PINs.
CREATE TABLE hub_secret (
  only_one bool PRIMARY KEY DEFAULT true CHECK (only_one),
  secret bytea NOT NULL
);

-- `starts` has the beginning of each of its times, all as long as the first one; `ends` is the end of the last.
CREATE TABLE booking (
  site int NOT NULL REFERENCES site,
  id text COLLATE "C" NOT NULL,
  zone text,
  resource text,
  members text[] NOT NULL,
  begins timestamptz NOT NULL,
  until timestamptz NOT NULL,
  repeat text,
  starts timestamptz[] NOT NULL,
  ends timestamptz NOT NULL,
  PRIMARY KEY (site, id),
  CHECK ((zone IS NULL) <> (resource IS NULL))
);

CREATE TABLE visit (
  site int NOT NULL REFERENCES site,
  id text COLLATE "C" NOT NULL,
  visitor text NOT NULL,
  host text NOT NULL,
  begins timestamptz NOT NULL,
  until timestamptz NOT NULL,
  doors text[] NOT NULL,
  issued timestamptz NOT NULL,
  checked_in timestamptz,
  checked_out timestamptz,
  PRIMARY KEY (site, id)
);

-- Sealed with the hub's secret: PINs are short, and a plain hash of one can be guessed back.
ALTER TABLE credential ADD COLUMN pin text;

ALTER TABLE membership ADD COLUMN starts_on_first_use bool NOT NULL DEFAULT false;

-- How people have set a door otherwise than its site file has it.
CREATE TABLE door_state (
  site int NOT NULL REFERENCES site,
  door text COLLATE "C" NOT NULL,
  mode text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  actor text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (site, door)
);

-- A row while a site is locked down.
CREATE TABLE lockdown (
  site int PRIMARY KEY REFERENCES site,
  since timestamptz NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL
);
