-- The full-text index is made anew: marks belong to their letters, and writing without spaces is cut into pairs (store.Words).
-- The program fills it again right after this step, in the same transaction.
DROP TABLE wire_words;
CREATE VIRTUAL TABLE wire_words USING fts5 (
  title, body, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*'''
);
INSERT INTO wire_words (wire_words, rank) VALUES ('hashsize', 16000000);

DROP TABLE story_words;
CREATE VIRTUAL TABLE story_words USING fts5 (
  title, body, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*'''
);

CREATE INDEX wire_entry_spiked ON wire_entry (row) WHERE spiked IS NOT NULL;
