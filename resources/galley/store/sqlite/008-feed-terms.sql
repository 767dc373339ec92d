-- On what terms a feed's words may be printed.
CREATE TABLE feed_terms (
  feed TEXT PRIMARY KEY,
  excerpt INTEGER NOT NULL,
  licence TEXT NOT NULL,
  credit TEXT NOT NULL
) STRICT;
