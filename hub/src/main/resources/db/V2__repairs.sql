-- Readings that came late and wait until a fold takes them into the ledger, all that wait together.
CREATE TABLE late_reading (
  meter int NOT NULL,
  at timestamptz NOT NULL,
  register bigint NOT NULL,
  power bool NOT NULL,
  PRIMARY KEY (meter, at)
);

-- What a person has said that a meter used in a stretch where its readings are wrong or missing.
CREATE TABLE repair (
  meter int NOT NULL,
  id text COLLATE "C" NOT NULL,
  begins timestamptz NOT NULL,
  until timestamptz NOT NULL,
  quantity bigint NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  made timestamptz NOT NULL,
  PRIMARY KEY (meter, id)
);

-- A quarter-hour of a repair has the repair's quantity, and beside it what the readings say: null where they say nothing.
ALTER TABLE quarter
  ADD repaired bool NOT NULL DEFAULT false,
  ADD read_quantity bigint,
  ADD read_estimated bool;
