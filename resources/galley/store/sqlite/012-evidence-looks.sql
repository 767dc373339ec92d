-- The last look at each source of a story. The present state of the world outside: it may change.
CREATE TABLE evidence_look (
  story TEXT NOT NULL REFERENCES story(id),
  url TEXT NOT NULL,
  copy TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('SAME', 'CHANGED', 'PASSAGE_GONE', 'UNREACHABLE', 'NO_COPY')),
  now TEXT,
  words TEXT NOT NULL,
  noted_by TEXT REFERENCES person(id),
  noted_at TEXT,
  PRIMARY KEY (story, url, copy)
) STRICT;
CREATE INDEX evidence_look_open ON evidence_look (state) WHERE noted_by IS NULL;
