-- The article behind a wire item, fetched from the source's own page. What the feed delivered stays as it came.
CREATE TABLE full_text (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL,
  version INTEGER NOT NULL,
  url TEXT NOT NULL,
  fetched TEXT NOT NULL,
  title TEXT,
  byline TEXT,
  published TEXT,
  language TEXT,
  site_name TEXT,
  body TEXT NOT NULL,
  page_hash TEXT NOT NULL CHECK (length(page_hash) = 64),
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  problem TEXT
) STRICT;
CREATE INDEX full_text_entry ON full_text (entry);
CREATE TRIGGER full_text_kept_u BEFORE UPDATE ON full_text BEGIN SELECT RAISE(ABORT, 'fetched articles are append-only'); END;
CREATE TRIGGER full_text_kept_d BEFORE DELETE ON full_text BEGIN SELECT RAISE(ABORT, 'fetched articles are append-only'); END;
CREATE TRIGGER full_text_kept_r BEFORE INSERT ON full_text WHEN EXISTS (SELECT 1 FROM full_text WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'fetched articles are append-only'); END;
