-- The registry gives what the site files name a small key. Nothing is deleted from it: what vanishes from a file is
-- retired, and the trail goes on naming it. Therefore the big tables carry no foreign keys, whose check costs a look-up
-- a row; the hub writes only keys that it has read here.
CREATE TABLE site (
  key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  time_zone text NOT NULL,
  retired_at timestamptz
);

-- What each site's file said when it was last applied, thing by thing.
CREATE TABLE site_part (
  site int NOT NULL REFERENCES site,
  thing text COLLATE "C" NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (site, thing)
);

CREATE TABLE zone (
  key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site int NOT NULL REFERENCES site,
  id text COLLATE "C" NOT NULL,
  retired_at timestamptz,
  UNIQUE (site, id)
);

CREATE TABLE door (LIKE zone INCLUDING IDENTITY INCLUDING INDEXES, FOREIGN KEY (site) REFERENCES site);
CREATE TABLE device (LIKE zone INCLUDING IDENTITY INCLUDING INDEXES, FOREIGN KEY (site) REFERENCES site);
CREATE TABLE meter (LIKE zone INCLUDING IDENTITY INCLUDING INDEXES, FOREIGN KEY (site) REFERENCES site);

-- The one hub that may write, and the last batch that it has committed.
CREATE TABLE writer (
  only_one bool PRIMARY KEY DEFAULT true CHECK (only_one),
  id uuid NOT NULL,
  batch bigint NOT NULL
) WITH (fillfactor = 10);

-- The journal: every message as it came, in one partition a day of arrival (UTC). Its one index is for knowing ids
-- again and holds only the messages that have one; by day it stays small enough to be written from memory.
CREATE TABLE message (
  arrived timestamptz NOT NULL,
  at timestamptz,
  site int NOT NULL,
  device int NOT NULL,
  retained bool NOT NULL,
  kind text NOT NULL,
  message_id text,
  body text NOT NULL
) PARTITION BY RANGE (arrived);

CREATE INDEX message_id_idx ON message (device, arrived) WHERE message_id IS NOT NULL;

-- Makes the partition of a day, if it is not there. It is made apart and then attached: that waits for nobody, while
-- making it in place would wait for every reader (a backup, for one) and let nobody write meanwhile.
CREATE FUNCTION message_day(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := 'message_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF EXISTS (SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
             WHERE i.inhparent = 'message'::regclass AND c.relname = name) THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING DEFAULTS)', name);
  EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name,
                 day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
END $$;

-- Drops the partitions of the days before. It waits half a second for readers and otherwise leaves the rest to the
-- next housekeeping: who waits for this lock makes the journal wait behind him.
CREATE FUNCTION message_expire(before date) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  name text;
  dropped int := 0;
BEGIN
  SET LOCAL lock_timeout = '500ms';
  FOR name IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
              WHERE i.inhparent = 'message'::regclass
                AND c.relname < 'message_' || to_char(before, 'YYYYMMDD') ORDER BY 1 LOOP
    EXECUTE format('DROP TABLE %I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
EXCEPTION WHEN lock_not_available THEN
  RETURN 0;
END $$;

-- Sorted by key where two have one instant; that is the order in which they were decided.
CREATE TABLE access_event (
  site int NOT NULL,
  at timestamptz NOT NULL,
  key bigint GENERATED ALWAYS AS IDENTITY,
  received timestamptz NOT NULL,
  device int NOT NULL,
  door int,
  type text NOT NULL,
  direction text NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL,
  swipe text,
  credential text NOT NULL,
  member text,
  PRIMARY KEY (site, at, key)
);

CREATE TABLE dead_letter (
  site int NOT NULL,
  key bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  device text,
  topic text NOT NULL,
  reason text NOT NULL,
  payload text NOT NULL,
  PRIMARY KEY (site, key)
);

-- Each device keeps its newest dead letters, and finds them without looking at another's.
CREATE INDEX dead_letter_device_idx ON dead_letter (site, coalesce(device, ''), key);

CREATE TABLE audit (
  site int NOT NULL,
  key bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (site, key)
);

CREATE TABLE zone_point (
  zone int NOT NULL,
  at timestamptz NOT NULL,
  count int,
  entries int NOT NULL,
  exits int NOT NULL,
  PRIMARY KEY (zone, at)
);

-- The points rolled up into steps of 5 minutes, 15 minutes and an hour (in seconds), which begin at whole ones of UTC. A
-- step without a point has no row: the count at the end of the row before holds throughout. Nor has the step of a zone's
-- newest point, which runs. Sums are in microseconds, as if the count that holds from `newest` on held until the step's
-- end; `most` is the highest of the counts before it.
CREATE TABLE zone_step (
  zone int NOT NULL,
  seconds int NOT NULL,
  start timestamptz NOT NULL,
  newest timestamptz NOT NULL,
  count int,
  people int8 NOT NULL,
  known int8 NOT NULL,
  used int8 NOT NULL,
  most int,
  entries int8 NOT NULL,
  exits int8 NOT NULL,
  PRIMARY KEY (zone, seconds, start)
);

-- Drops points and steps of 5 minutes from before one instant, and longer steps from before another. Of each zone the last
-- row before it stays, because its count holds on, and so do all points of that row's hour: a late message makes a step
-- anew from all of its points, or from none.
CREATE FUNCTION count_expire(points_before timestamptz, steps_before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  place int;
  size int;
  number bigint;
  dropped bigint := 0;
BEGIN
  FOR place IN SELECT key FROM zone LOOP
    DELETE FROM zone_point WHERE zone = place AND at < (
      SELECT date_bin('1 hour', max(at), 'epoch') FROM zone_point WHERE zone = place AND at < points_before);
    GET DIAGNOSTICS number = ROW_COUNT;
    dropped := dropped + number;
    FOREACH size IN ARRAY ARRAY[300, 900, 3600] LOOP
      DELETE FROM zone_step WHERE zone = place AND seconds = size AND start < (
        SELECT max(start) FROM zone_step WHERE zone = place AND seconds = size
          AND start < CASE size WHEN 300 THEN points_before ELSE steps_before END);
      GET DIAGNOSTICS number = ROW_COUNT;
      dropped := dropped + number;
    END LOOP;
  END LOOP;
  RETURN dropped;
END $$;

-- Registers and quantities are whole numbers of mWh, ml or bytes. A booking ends at its reading. Where the
-- verdict is `power`, the register is a power in mW or a flow in ml an hour, and a booking is 15 minutes long at most.
CREATE TABLE reading (
  meter int NOT NULL,
  at timestamptz NOT NULL,
  register bigint NOT NULL,
  booked_from timestamptz,
  quantity bigint,
  estimated bool,
  verdict text NOT NULL,
  PRIMARY KEY (meter, at)
);

-- Where counting began anew: few readings of many. A baseline ends there.
CREATE INDEX reading_epoch ON reading (meter, at) WHERE verdict = 'epoch';

-- What the use of a meter depends on and no sensor tells, since when: a baseline ends where the value changes.
CREATE TABLE meter_factor (
  meter int NOT NULL,
  factor text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (meter, factor, since)
);

CREATE TABLE quarter (
  meter int NOT NULL,
  start timestamptz NOT NULL,
  quantity bigint NOT NULL,
  estimated bool NOT NULL,
  PRIMARY KEY (meter, start)
);

-- What suppliers have told about the tariffs of the site file: prices of a unit by quarter-hours, and the bands of called days.
CREATE TABLE tariff_price (
  site int NOT NULL REFERENCES site,
  tariff text COLLATE "C" NOT NULL,
  start timestamptz NOT NULL,
  price numeric NOT NULL,
  PRIMARY KEY (site, tariff, start)
);

CREATE TABLE tariff_day (
  site int NOT NULL REFERENCES site,
  tariff text COLLATE "C" NOT NULL,
  day date NOT NULL,
  place int NOT NULL,
  name text NOT NULL,
  price numeric,
  ratio numeric,
  windows text NOT NULL,
  PRIMARY KEY (site, tariff, day, place)
);

-- The quarter-hours of each day of the site's clock, added up as they are written: by a column for each hour of that clock,
-- so that a year of many meters by month or by hour of the week reads some thousand rows. An hour that a change of clocks
-- repeats is in its column twice; `estimates` counts the quarter-hours that are one.
CREATE TABLE meter_day (
  meter int NOT NULL,
  day date NOT NULL,
  quantity bigint NOT NULL,
  estimates int NOT NULL,
  h0 bigint NOT NULL, h1 bigint NOT NULL, h2 bigint NOT NULL, h3 bigint NOT NULL, h4 bigint NOT NULL, h5 bigint NOT NULL,
  h6 bigint NOT NULL, h7 bigint NOT NULL, h8 bigint NOT NULL, h9 bigint NOT NULL, h10 bigint NOT NULL, h11 bigint NOT NULL,
  h12 bigint NOT NULL, h13 bigint NOT NULL, h14 bigint NOT NULL, h15 bigint NOT NULL, h16 bigint NOT NULL, h17 bigint NOT NULL,
  h18 bigint NOT NULL, h19 bigint NOT NULL, h20 bigint NOT NULL, h21 bigint NOT NULL, h22 bigint NOT NULL, h23 bigint NOT NULL,
  PRIMARY KEY (meter, day)
) WITH (fillfactor = 80);

-- What is now: few rows, written all the time. Half a page is left free so that a new version stays beside the old one.
CREATE TABLE source_state (
  device int PRIMARY KEY,
  present int,
  failed bool NOT NULL,
  total_in bigint,
  total_out bigint,
  doubted_in bigint,
  doubted_out bigint,
  since timestamptz NOT NULL,
  at timestamptz NOT NULL,
  heard timestamptz NOT NULL
) WITH (fillfactor = 50);

-- `arrivals` are pairs of an hour, counted from the epoch, and the people who came in it.
CREATE TABLE accuracy_state (
  zone int PRIMARY KEY,
  hours float8 NOT NULL,
  one float8 NOT NULL,
  ten_percent float8 NOT NULL,
  at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE balance_state (
  zone int,
  badges boolean,
  people float8 NOT NULL,
  variance float8 NOT NULL,
  entries bigint NOT NULL,
  exits bigint NOT NULL,
  sure float8 NOT NULL,
  seen int NOT NULL,
  learned_leavers float8 NOT NULL,
  learned_entries float8 NOT NULL,
  learned_exits float8 NOT NULL,
  learned_squares float8 NOT NULL,
  since timestamptz NOT NULL,
  passed timestamptz NOT NULL,
  line_error float8 NOT NULL,
  stay_error float8 NOT NULL,
  arrivals text NOT NULL,
  PRIMARY KEY (zone, badges)
) WITH (fillfactor = 50);

CREATE TABLE rate_state (
  meter int PRIMARY KEY,
  rate float8,
  as_of timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE member (
  site int NOT NULL REFERENCES site,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  company text,
  exempt text[] NOT NULL,
  PRIMARY KEY (site, id)
);

CREATE TABLE membership (
  site int NOT NULL REFERENCES site,
  id text COLLATE "C" NOT NULL,
  member text NOT NULL,
  plan text NOT NULL,
  first_day date NOT NULL,
  last_day date,
  status text NOT NULL,
  zone text,
  company text,
  starts_on_first_use bool NOT NULL DEFAULT false,
  PRIMARY KEY (site, id)
);

-- A PIN is sealed with the hub's secret: PINs are short, and a plain hash of one can be guessed back.
CREATE TABLE credential (
  site int NOT NULL REFERENCES site,
  type text NOT NULL,
  value text COLLATE "C" NOT NULL,
  member text NOT NULL,
  blocked bool NOT NULL,
  until timestamptz,
  pin text,
  PRIMARY KEY (site, type, value)
);

CREATE TABLE account (
  name text COLLATE "C" PRIMARY KEY,
  password_hash text NOT NULL,
  role text NOT NULL,
  sites text[] NOT NULL
);

-- Only the hash of a token is here. A wall screen has an id as its user name; what people call it, when it was created and
-- when its token was last used are null in the session of a login.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  user_name text NOT NULL,
  role text NOT NULL,
  sites text[] NOT NULL,
  until timestamptz,
  name text,
  created timestamptz,
  last_used timestamptz
);

-- What this hub alone knows. It signs passes and seals PINs.
CREATE TABLE hub_secret (
  only_one bool PRIMARY KEY DEFAULT true CHECK (only_one),
  secret bytea NOT NULL
);

-- `starts` and `stops` have the beginning and the end of each time of a series: a time ends by the clock of the site, so
-- it has an end of its own. `ends` is the end of the last time; `left_out` has the days without one.
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
  stops timestamptz[] NOT NULL,
  left_out date[] NOT NULL DEFAULT '{}',
  goes_on bool NOT NULL DEFAULT false,
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

-- What somebody should look at. One that is over and seen to is kept as long as the journal.
CREATE TABLE alarm (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site int NOT NULL REFERENCES site,
  kind text NOT NULL,
  subject text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  acknowledged_by text,
  evidence_zh text,
  evidence_en text,
  UNIQUE (site, kind, subject, since)
);
CREATE INDEX ON alarm (site, key);
