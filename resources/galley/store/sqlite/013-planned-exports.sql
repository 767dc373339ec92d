-- Exports set for a time, and what came of each. Both are kept: a refusal is a record too.
CREATE TABLE planned_export (
  row INTEGER PRIMARY KEY,
  story TEXT REFERENCES story(id),
  destination TEXT NOT NULL,
  first_at TEXT NOT NULL,
  every_minutes INTEGER CHECK (every_minutes > 0),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE planned_export_event (
  row INTEGER PRIMARY KEY,
  planned INTEGER NOT NULL REFERENCES planned_export(row),
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('BEGUN', 'DONE', 'REFUSED', 'FAILED', 'TAKEN_BACK')),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX planned_export_event_planned ON planned_export_event (planned);
CREATE TRIGGER planned_export_kept_u BEFORE UPDATE ON planned_export BEGIN SELECT RAISE(ABORT, 'planned exports are append-only'); END;
CREATE TRIGGER planned_export_kept_d BEFORE DELETE ON planned_export BEGIN SELECT RAISE(ABORT, 'planned exports are append-only'); END;
CREATE TRIGGER planned_export_kept_r BEFORE INSERT ON planned_export WHEN EXISTS (SELECT 1 FROM planned_export WHERE row = NEW.row)
BEGIN SELECT RAISE(ABORT, 'planned exports are append-only'); END;
CREATE TRIGGER planned_export_event_kept_u BEFORE UPDATE ON planned_export_event BEGIN SELECT RAISE(ABORT, 'what came of planned exports is append-only'); END;
CREATE TRIGGER planned_export_event_kept_d BEFORE DELETE ON planned_export_event BEGIN SELECT RAISE(ABORT, 'what came of planned exports is append-only'); END;
CREATE TRIGGER planned_export_event_kept_r BEFORE INSERT ON planned_export_event WHEN EXISTS (SELECT 1 FROM planned_export_event WHERE row = NEW.row)
BEGIN SELECT RAISE(ABORT, 'what came of planned exports is append-only'); END;
