-- Since when a feed fails, for the list of feeds to look at; of feeds that fail already the last good poll stands in.
ALTER TABLE feeds ADD COLUMN failing_since INTEGER;
UPDATE feeds SET failing_since = coalesce(last_success_at, last_polled_at) WHERE failures > 0;

-- A feed that a lasting permanent redirect showed to be another one: that one is polled, this row keeps its articles and its place in the list.
ALTER TABLE feeds ADD COLUMN merged_into INTEGER;
DROP INDEX feeds_due;
CREATE INDEX feeds_due ON feeds (next_poll_at) WHERE removed = 0 AND disabled = 0 AND gone = 0 AND merged_into IS NULL;

ALTER TABLE fetches ADD COLUMN validators_changed INTEGER NOT NULL DEFAULT 0;

-- Hosts that asked for peace: a restart must not forget it.
CREATE TABLE host_pauses (scope TEXT PRIMARY KEY, until INTEGER NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;
