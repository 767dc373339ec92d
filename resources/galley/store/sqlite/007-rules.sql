-- The newsroom's rules for what arrives, and what they did.
CREATE TABLE rule (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  feed TEXT,
  switched_on INTEGER NOT NULL,
  conditions TEXT NOT NULL,
  actions TEXT NOT NULL,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE rule_hit (
  row INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  name TEXT NOT NULL,
  did TEXT NOT NULL,
  feed TEXT NOT NULL,
  item_key TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX rule_hit_rule ON rule_hit (rule, row);
CREATE TRIGGER rule_hit_kept_u BEFORE UPDATE ON rule_hit BEGIN SELECT RAISE(ABORT, 'hits of rules are append-only'); END;
CREATE TRIGGER rule_hit_kept_d BEFORE DELETE ON rule_hit BEGIN SELECT RAISE(ABORT, 'hits of rules are append-only'); END;
CREATE TRIGGER rule_hit_kept_r BEFORE INSERT ON rule_hit WHEN EXISTS (SELECT 1 FROM rule_hit WHERE row = NEW.row)
BEGIN SELECT RAISE(ABORT, 'hits of rules are append-only'); END;

ALTER TABLE wire_entry ADD COLUMN routed_category TEXT;
ALTER TABLE wire_entry ADD COLUMN desk TEXT;
ALTER TABLE wire_entry ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE wire_entry ADD COLUMN priority INTEGER;
ALTER TABLE wire_entry ADD COLUMN wants_full_text INTEGER NOT NULL DEFAULT 0;
