-- Each time of a series ends by the clock of the site, so it has an end of its own; `left_out`: days without one.
ALTER TABLE booking ADD stops timestamptz[], ADD left_out date[] NOT NULL DEFAULT '{}', ADD goes_on bool NOT NULL DEFAULT false;
UPDATE booking SET stops = ARRAY(SELECT start + (until - begins) FROM unnest(starts) WITH ORDINALITY AS t (start, n) ORDER BY n);
ALTER TABLE booking ALTER stops SET NOT NULL;
