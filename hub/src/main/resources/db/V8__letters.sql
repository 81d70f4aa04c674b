-- Each device keeps its newest dead letters, and finds them without looking at another's.
CREATE INDEX dead_letter_device_idx ON dead_letter (site, coalesce(device, ''), key);
