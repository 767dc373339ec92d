-- A connection that is not ours may not have recursive_triggers on, and REPLACE would then take a record away unseen by the
-- triggers against DELETE. These see it come.
CREATE TRIGGER wire_item_kept_r BEFORE INSERT ON wire_item WHEN EXISTS (SELECT 1 FROM wire_item WHERE row = NEW.row OR id = NEW.id OR (entry = NEW.entry AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'wire items are append-only'); END;
CREATE TRIGGER revision_kept_r BEFORE INSERT ON revision WHEN EXISTS (SELECT 1 FROM revision WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER sign_off_kept_r BEFORE INSERT ON sign_off WHEN EXISTS (SELECT 1 FROM sign_off WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sent_back_kept_r BEFORE INSERT ON sent_back WHEN EXISTS (SELECT 1 FROM sent_back WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was sent back is append-only'); END;
CREATE TRIGGER lifted_kept_r BEFORE INSERT ON lifted WHEN EXISTS (SELECT 1 FROM lifted WHERE sent_back = NEW.sent_back)
BEGIN SELECT RAISE(ABORT, 'what was lifted is append-only'); END;
CREATE TRIGGER publication_kept_r BEFORE INSERT ON publication WHEN EXISTS (SELECT 1 FROM publication WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER audit_kept_r BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER aside_kept_r BEFORE INSERT ON aside WHEN EXISTS (SELECT 1 FROM aside WHERE row = NEW.row)
BEGIN SELECT RAISE(ABORT, 'words kept aside are append-only'); END;

-- Bytes are what their hash says; evidence and pictures are signed by it.
CREATE TRIGGER asset_kept_u BEFORE UPDATE ON asset BEGIN SELECT RAISE(ABORT, 'pictures and copies are append-only'); END;
CREATE TRIGGER asset_kept_d BEFORE DELETE ON asset BEGIN SELECT RAISE(ABORT, 'pictures and copies are append-only'); END;

-- Whose a key is never changes; only its end is added.
CREATE TRIGGER person_key_kept_u BEFORE UPDATE OF kid, x, person, valid_from, enrolled_by ON person_key
BEGIN SELECT RAISE(ABORT, 'keys are kept, with an end date'); END;
