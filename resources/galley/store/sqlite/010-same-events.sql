-- Which wire entries report the same event, called by its first entry. Found by a rule, and made again when the rule changes.
CREATE TABLE wire_event (
  entry TEXT PRIMARY KEY,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX wire_event_event ON wire_event (event);
