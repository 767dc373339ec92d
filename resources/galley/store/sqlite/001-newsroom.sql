-- The newsroom in one file. Times are ISO 8601 UTC text, ids UUIDv7 text, digests lower-case hex.
-- Row ids follow arrival, so that "newest first" needs no sort. Portable but for STRICT, FTS5 and RAISE.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  roles TEXT NOT NULL,
  credits TEXT NOT NULL,
  joined TEXT NOT NULL,
  gone TEXT
) STRICT;

CREATE TABLE person_key (
  row INTEGER PRIMARY KEY,
  kid TEXT NOT NULL UNIQUE CHECK (length(kid) = 43),
  x TEXT NOT NULL CHECK (length(x) = 43),
  person TEXT REFERENCES person(id),
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  enrolled_by TEXT REFERENCES person(id)
) STRICT;

CREATE TABLE feed (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  site TEXT,
  category TEXT NOT NULL,
  folder TEXT NOT NULL,
  rights TEXT NOT NULL,
  added TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  validators_since TEXT,
  body_hash TEXT,
  repeats_guids INTEGER NOT NULL DEFAULT 0,
  checked TEXT,
  succeeded TEXT,
  problem TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  next_check TEXT,
  paused INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One thing on the wire through all its versions. What may change about it stands here; what was delivered does not.
CREATE TABLE wire_entry (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  item_key TEXT NOT NULL,
  source TEXT NOT NULL,
  latest TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  story TEXT,
  spiked TEXT,
  seen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (feed, item_key)
) STRICT;
CREATE INDEX wire_entry_open ON wire_entry (row) WHERE story IS NULL AND spiked IS NULL;

CREATE TABLE wire_item (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL,
  version INTEGER NOT NULL,
  guid TEXT,
  link TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  authors TEXT NOT NULL,
  categories TEXT NOT NULL,
  language TEXT NOT NULL,
  rights TEXT,
  published TEXT,
  updated TEXT,
  fetched TEXT NOT NULL,
  image_url TEXT,
  raw_hash TEXT NOT NULL CHECK (length(raw_hash) = 64),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (entry, version)
) STRICT;

CREATE INDEX wire_item_link ON wire_item (link) WHERE link IS NOT NULL;

CREATE VIRTUAL TABLE wire_words USING fts5 (
  title, body, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO wire_words (wire_words, rank) VALUES ('hashsize', 16000000);

CREATE TABLE story (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT,
  head TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES person(id),
  taken_at TEXT NOT NULL,
  spike TEXT,
  hold TEXT,
  legal_hold TEXT,
  embargo TEXT
) STRICT;
CREATE UNIQUE INDEX story_entry ON story (entry) WHERE entry IS NOT NULL;

CREATE TABLE revision (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id) DEFERRABLE INITIALLY DEFERRED,
  parent TEXT REFERENCES revision(id),
  author TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  why TEXT NOT NULL,
  headline TEXT NOT NULL,
  slugline TEXT NOT NULL,
  category TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
CREATE INDEX revision_story ON revision (story);

CREATE TABLE draft (
  story TEXT PRIMARY KEY REFERENCES story(id),
  author TEXT NOT NULL REFERENCES person(id),
  parent TEXT NOT NULL REFERENCES revision(id),
  sequence INTEGER NOT NULL,
  headline TEXT NOT NULL,
  slugline TEXT NOT NULL,
  category TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  at TEXT NOT NULL
) STRICT;

-- Words that could not be saved because the text had moved. Nobody loses them.
CREATE TABLE aside (
  row INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  author TEXT NOT NULL,
  parent TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE story_words USING fts5 (
  title, body, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE sign_off (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  revision TEXT NOT NULL REFERENCES revision(id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  meaning TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person(id),
  printed_as TEXT NOT NULL,
  at TEXT NOT NULL,
  previous TEXT REFERENCES sign_off(id),
  payload TEXT NOT NULL,
  header TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (length(signature) = 86),
  kid TEXT NOT NULL
) STRICT;
CREATE INDEX sign_off_story ON sign_off (story);

CREATE TABLE sent_back (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  revision TEXT NOT NULL REFERENCES revision(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX sent_back_story ON sent_back (story);

CREATE TABLE lifted (
  sent_back TEXT PRIMARY KEY REFERENCES sent_back(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE publication (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  revision TEXT NOT NULL REFERENCES revision(id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  person TEXT NOT NULL REFERENCES person(id),
  first_at TEXT NOT NULL,
  at TEXT NOT NULL,
  url TEXT NOT NULL,
  path TEXT NOT NULL,
  claims TEXT NOT NULL,
  signoff TEXT NOT NULL
) STRICT;
CREATE INDEX publication_story ON publication (story);

CREATE TABLE asset (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  person TEXT,
  action TEXT NOT NULL,
  story TEXT,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_story ON audit (story);

-- Append-only: neither changed nor taken away. REPLACE deletes first, which these triggers see because every connection
-- sets recursive_triggers.
CREATE TRIGGER wire_item_kept_u BEFORE UPDATE ON wire_item BEGIN SELECT RAISE(ABORT, 'wire items are append-only'); END;
CREATE TRIGGER wire_item_kept_d BEFORE DELETE ON wire_item BEGIN SELECT RAISE(ABORT, 'wire items are append-only'); END;
CREATE TRIGGER revision_kept_u BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_kept_d BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER sign_off_kept_u BEFORE UPDATE ON sign_off BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sign_off_kept_d BEFORE DELETE ON sign_off BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sent_back_kept_u BEFORE UPDATE ON sent_back BEGIN SELECT RAISE(ABORT, 'what was sent back is append-only'); END;
CREATE TRIGGER sent_back_kept_d BEFORE DELETE ON sent_back BEGIN SELECT RAISE(ABORT, 'what was sent back is append-only'); END;
CREATE TRIGGER lifted_kept_u BEFORE UPDATE ON lifted BEGIN SELECT RAISE(ABORT, 'what was lifted is append-only'); END;
CREATE TRIGGER lifted_kept_d BEFORE DELETE ON lifted BEGIN SELECT RAISE(ABORT, 'what was lifted is append-only'); END;
CREATE TRIGGER publication_kept_u BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publication_kept_d BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER audit_kept_u BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_kept_d BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER aside_kept_u BEFORE UPDATE ON aside BEGIN SELECT RAISE(ABORT, 'words kept aside are append-only'); END;
CREATE TRIGGER aside_kept_d BEFORE DELETE ON aside BEGIN SELECT RAISE(ABORT, 'words kept aside are append-only'); END;
CREATE TRIGGER person_key_kept_d BEFORE DELETE ON person_key BEGIN SELECT RAISE(ABORT, 'keys are kept, with an end date'); END;
CREATE TRIGGER person_kept_d BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'people are kept, with a leaving date'); END;
CREATE TRIGGER story_kept_d BEFORE DELETE ON story BEGIN SELECT RAISE(ABORT, 'stories are spiked, not deleted'); END;

-- The head only moves to a child of itself.
CREATE TRIGGER story_head_moves_on BEFORE UPDATE OF head ON story
WHEN NEW.head IS NOT OLD.head AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.id = NEW.head AND r.story = OLD.id AND r.parent = OLD.head)
BEGIN SELECT RAISE(ABORT, 'the head only moves to a revision made from it'); END;
