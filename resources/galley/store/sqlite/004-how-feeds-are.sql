-- How feeds are pulled: what they ask for, what the newsroom wants, how each fetch went, who asked to be left alone, and what
-- was withdrawn at the source.

ALTER TABLE feed ADD COLUMN ttl INTEGER;
ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN pace INTEGER;
ALTER TABLE feed ADD COLUMN moved_to TEXT;
ALTER TABLE feed ADD COLUMN last_new TEXT;
ALTER TABLE feed ADD COLUMN took INTEGER;
ALTER TABLE feed ADD COLUMN usually_took INTEGER;
ALTER TABLE feed ADD COLUMN every INTEGER;
ALTER TABLE feed ADD COLUMN idle_after INTEGER;
ALTER TABLE feed ADD COLUMN full_text TEXT NOT NULL DEFAULT 'AT_A_WORD';

CREATE TABLE host (
  name TEXT PRIMARY KEY,
  not_before TEXT NOT NULL
) STRICT;

-- The newest fetches of each feed; equal ones in a row are one line. Documents lie beside the newsroom, in the folder "fetched".
CREATE TABLE feed_fetch (
  row INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  since TEXT NOT NULL,
  at TEXT NOT NULL,
  times INTEGER NOT NULL,
  status INTEGER NOT NULL,
  took INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  fresh INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  problem TEXT,
  headers TEXT NOT NULL,
  raw_hash TEXT,
  raw_kept INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX feed_fetch_feed ON feed_fetch (feed, row);

CREATE TABLE feed_hour (
  feed TEXT NOT NULL,
  hour TEXT NOT NULL,
  fresh INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  PRIMARY KEY (feed, hour)
) STRICT, WITHOUT ROWID;

-- A source took back what it had sent. Said once for each version of the item.
CREATE TABLE wire_withdrawal (
  row INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  at TEXT NOT NULL,
  how TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (entry, how, words)
) STRICT;
CREATE TRIGGER wire_withdrawal_kept_u BEFORE UPDATE ON wire_withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER wire_withdrawal_kept_d BEFORE DELETE ON wire_withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;

-- Somebody has seen that the source of a story changed, up to this wire version and this withdrawal.
CREATE TABLE source_noted (
  row INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id),
  version INTEGER NOT NULL,
  withdrawals INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX source_noted_story ON source_noted (story);
CREATE TRIGGER source_noted_kept_u BEFORE UPDATE ON source_noted BEGIN SELECT RAISE(ABORT, 'what was noted is append-only'); END;
CREATE TRIGGER source_noted_kept_d BEFORE DELETE ON source_noted BEGIN SELECT RAISE(ABORT, 'what was noted is append-only'); END;
