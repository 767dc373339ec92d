-- What is said in the margin of a story, what became of it, how pressing a story is, and exports before the second review.

CREATE TABLE remark (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  revision TEXT NOT NULL REFERENCES revision(id),
  answers TEXT REFERENCES remark(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  anchor TEXT,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX remark_story ON remark (story);

CREATE TABLE suggestion (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  revision TEXT NOT NULL REFERENCES revision(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  anchor TEXT NOT NULL,
  becomes TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_story ON suggestion (story);

CREATE TABLE settling (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  remark TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('resolved', 'opened-again', 'accepted', 'rejected'))
) STRICT;
CREATE INDEX settling_story ON settling (story);

CREATE TABLE acknowledgement (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX acknowledgement_story ON acknowledgement (story);

CREATE TABLE assignment (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL REFERENCES story(id),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  assignee TEXT REFERENCES person(id),
  priority TEXT NOT NULL CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  due TEXT
) STRICT;
CREATE INDEX assignment_story ON assignment (story);

-- The typed reason of an export before the second review; null for every other one.
ALTER TABLE publication ADD COLUMN emergency TEXT;

CREATE TRIGGER remark_kept_u BEFORE UPDATE ON remark BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
CREATE TRIGGER remark_kept_d BEFORE DELETE ON remark BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
CREATE TRIGGER remark_kept_r BEFORE INSERT ON remark WHEN EXISTS (SELECT 1 FROM remark WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
CREATE TRIGGER suggestion_kept_u BEFORE UPDATE ON suggestion BEGIN SELECT RAISE(ABORT, 'suggestions are append-only'); END;
CREATE TRIGGER suggestion_kept_d BEFORE DELETE ON suggestion BEGIN SELECT RAISE(ABORT, 'suggestions are append-only'); END;
CREATE TRIGGER suggestion_kept_r BEFORE INSERT ON suggestion WHEN EXISTS (SELECT 1 FROM suggestion WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'suggestions are append-only'); END;
CREATE TRIGGER settling_kept_u BEFORE UPDATE ON settling BEGIN SELECT RAISE(ABORT, 'what became of remarks is append-only'); END;
CREATE TRIGGER settling_kept_d BEFORE DELETE ON settling BEGIN SELECT RAISE(ABORT, 'what became of remarks is append-only'); END;
CREATE TRIGGER settling_kept_r BEFORE INSERT ON settling WHEN EXISTS (SELECT 1 FROM settling WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what became of remarks is append-only'); END;
CREATE TRIGGER acknowledgement_kept_u BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgements are append-only'); END;
CREATE TRIGGER acknowledgement_kept_d BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgements are append-only'); END;
CREATE TRIGGER acknowledgement_kept_r BEFORE INSERT ON acknowledgement WHEN EXISTS (SELECT 1 FROM acknowledgement WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'acknowledgements are append-only'); END;
CREATE TRIGGER assignment_kept_u BEFORE UPDATE ON assignment BEGIN SELECT RAISE(ABORT, 'assignments are append-only'); END;
CREATE TRIGGER assignment_kept_d BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'assignments are append-only'); END;
CREATE TRIGGER assignment_kept_r BEFORE INSERT ON assignment WHEN EXISTS (SELECT 1 FROM assignment WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'assignments are append-only'); END;

-- A suggestion is settled once.
CREATE UNIQUE INDEX settling_of_suggestion ON settling (remark) WHERE how IN ('accepted', 'rejected');
