-- A door has as many contacts as devices tell of it, and each stands for as long as its own device is there.
CREATE TABLE door_contact (
  door int NOT NULL,
  device int NOT NULL,
  open bool,
  as_of timestamptz NOT NULL,
  heard timestamptz NOT NULL,
  asleep bool NOT NULL,
  PRIMARY KEY (door, device)
) WITH (fillfactor = 50);

INSERT INTO door_contact SELECT door, contact_by, open, contact_at, now(), false FROM door_activity
WHERE contact_by IS NOT NULL;

ALTER TABLE door_activity DROP COLUMN open, DROP COLUMN contact_at, DROP COLUMN contact_by;
