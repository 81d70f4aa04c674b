-- What tenants were told that they owe for a month, as it was issued. A row never changes: what is told anew is the next
-- version. `hash` is of what is owed, so that a statement that would say the same is known again.
CREATE TABLE statement (
  site int NOT NULL REFERENCES site,
  payer text COLLATE "C" NOT NULL,
  month date NOT NULL,
  version int NOT NULL,
  issued timestamptz NOT NULL,
  hash text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (site, month, payer, version)
);
