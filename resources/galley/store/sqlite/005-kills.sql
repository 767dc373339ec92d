-- Withdrawn after publication: kept for good, like what was printed.
CREATE TABLE killed (
  row INTEGER PRIMARY KEY,
  story TEXT NOT NULL UNIQUE REFERENCES story(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER killed_kept_u BEFORE UPDATE ON killed BEGIN SELECT RAISE(ABORT, 'kills are append-only'); END;
CREATE TRIGGER killed_kept_d BEFORE DELETE ON killed BEGIN SELECT RAISE(ABORT, 'kills are append-only'); END;
CREATE INDEX publication_path ON publication (path);
CREATE TRIGGER killed_kept_r BEFORE INSERT ON killed WHEN EXISTS (SELECT 1 FROM killed WHERE row = NEW.row OR story = NEW.story)
BEGIN SELECT RAISE(ABORT, 'kills are append-only'); END;
