-- What editors say of the trending list. The last word on a story counts; every word is kept.
CREATE TABLE trending_choice (
  row INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id),
  choice TEXT NOT NULL CHECK (choice IN ('PIN', 'HIDE', 'LEAVE')),
  person TEXT NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX trending_choice_story ON trending_choice (story);
CREATE TRIGGER trending_choice_kept_u BEFORE UPDATE ON trending_choice BEGIN SELECT RAISE(ABORT, 'what was said of the trending list is append-only'); END;
CREATE TRIGGER trending_choice_kept_d BEFORE DELETE ON trending_choice BEGIN SELECT RAISE(ABORT, 'what was said of the trending list is append-only'); END;
CREATE TRIGGER trending_choice_kept_r BEFORE INSERT ON trending_choice WHEN EXISTS (SELECT 1 FROM trending_choice WHERE row = NEW.row)
BEGIN SELECT RAISE(ABORT, 'what was said of the trending list is append-only'); END;
