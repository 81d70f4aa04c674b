-- The registry gives what the site files name a small key. Nothing is deleted from it: what vanishes from a file is
-- retired, and the trail goes on naming it. Therefore the big tables carry no foreign keys, whose check costs a look-up
-- a row; the hub writes only keys that it has read here.
CREATE TABLE site (
  key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
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

-- A booking ends at its reading.
CREATE TABLE reading (
  meter int NOT NULL,
  at timestamptz NOT NULL,
  register float8 NOT NULL,
  booked_from timestamptz,
  quantity float8,
  estimated bool,
  verdict text NOT NULL,
  PRIMARY KEY (meter, at)
);

CREATE TABLE quarter (
  meter int NOT NULL,
  start timestamptz NOT NULL,
  quantity float8 NOT NULL,
  estimated bool NOT NULL,
  PRIMARY KEY (meter, start)
);

-- What is now: few rows, written all the time. Half a page is left free so that a new version stays beside the old one.
CREATE TABLE source_state (
  device int PRIMARY KEY,
  present int,
  failed bool NOT NULL,
  total_in bigint,
  total_out bigint,
  at timestamptz NOT NULL,
  heard timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE flow_state (
  zone int PRIMARY KEY,
  people int NOT NULL
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
  PRIMARY KEY (site, id)
);

CREATE TABLE credential (
  site int NOT NULL REFERENCES site,
  type text NOT NULL,
  value text COLLATE "C" NOT NULL,
  member text NOT NULL,
  blocked bool NOT NULL,
  until timestamptz,
  PRIMARY KEY (site, type, value)
);

CREATE TABLE account (
  name text COLLATE "C" PRIMARY KEY,
  password_hash text NOT NULL,
  role text NOT NULL,
  sites text[] NOT NULL
);

-- Only the hash of a token is here.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  user_name text NOT NULL,
  role text NOT NULL,
  sites text[] NOT NULL,
  until timestamptz
);
