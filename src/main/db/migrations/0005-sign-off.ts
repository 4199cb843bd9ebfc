/**
 * People, who did what by their stable id, waivers bound to both sides, stages, moves and signatures. What the code refuses
 * the triggers refuse too: see docs/sign-off.md.
 */
export const signOff = `
-- origin: 'local' has a passphrase here; 'adopted' is the name that the settings held before there were people, and gets its
-- passphrase at first use; 'foreign' came with a case file and can never be unlocked here.
CREATE TABLE identity (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-????-????-????????????'),
  name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 60),
  origin TEXT NOT NULL CHECK (origin IN ('local', 'adopted', 'foreign')),
  salt BLOB,
  verifier BLOB,
  scrypt_n INTEGER,
  scrypt_r INTEGER,
  scrypt_p INTEGER,
  -- Ed25519: SubjectPublicKeyInfo; PKCS#8 under AES-256-GCM as nonce, tag, ciphertext.
  public_key BLOB,
  private_key BLOB,
  created_at TEXT NOT NULL,
  disabled_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  failed_at TEXT,
  CHECK ((origin = 'local') = (salt IS NOT NULL AND verifier IS NOT NULL AND scrypt_n IS NOT NULL AND scrypt_r IS NOT NULL
    AND scrypt_p IS NOT NULL AND public_key IS NOT NULL AND private_key IS NOT NULL)),
  CHECK (scrypt_n IS NULL OR scrypt_n >= 32768),
  CHECK (origin = 'local' OR private_key IS NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identity_name ON identity (name) WHERE origin <> 'foreign' AND disabled_at IS NULL;
CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'an identity is never deleted'); END;
CREATE TRIGGER identity_stays BEFORE UPDATE OF id, name, created_at ON identity
BEGIN SELECT RAISE(ABORT, 'an identity keeps its id and name'); END;
CREATE TRIGGER identity_key_stays BEFORE UPDATE OF public_key ON identity WHEN OLD.public_key IS NOT NEW.public_key AND OLD.public_key IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an identity keeps its key'); END;
CREATE TRIGGER identity_origin BEFORE UPDATE OF origin ON identity WHEN NEW.origin <> OLD.origin AND NOT (OLD.origin = 'adopted' AND NEW.origin = 'local')
BEGIN SELECT RAISE(ABORT, 'an identity keeps its origin'); END;

CREATE TABLE identity_role (
  identity_id TEXT NOT NULL REFERENCES identity (id),
  role TEXT NOT NULL CHECK (role IN ('preparer', 'compliance', 'legal', 'releaser')),
  ended_at TEXT,
  PRIMARY KEY (identity_id, role)
) STRICT, WITHOUT ROWID;

INSERT INTO identity (id, name, origin, created_at)
SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-a' || substr(h, 18, 3) || '-' || substr(h, 21, 12)),
  name, 'adopted', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM (SELECT hex(randomblob(16)) AS h, trim(json_extract(value, '$.reviewer')) AS name FROM setting WHERE name = 'settings' AND json_valid(value))
WHERE name IS NOT NULL AND name <> '审核人' AND length(name) BETWEEN 1 AND 60;
INSERT INTO identity_role (identity_id, role) SELECT id, 'preparer' FROM identity UNION ALL SELECT id, 'compliance' FROM identity;

ALTER TABLE revision ADD COLUMN author_id TEXT REFERENCES identity (id);
UPDATE revision SET author_id = (SELECT id FROM identity WHERE name = revision.author);
CREATE TRIGGER revision_stays BEFORE UPDATE OF report_id, number, parent_id, working_text, sha256, author, author_id, reason, created_at ON revision
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;

ALTER TABLE act ADD COLUMN actor_id TEXT REFERENCES identity (id);
-- Who undid or redid it last.
ALTER TABLE act ADD COLUMN moved_by TEXT REFERENCES identity (id);
UPDATE act SET actor_id = (SELECT id FROM identity WHERE name = act.actor);

ALTER TABLE disposition ADD COLUMN actor_id TEXT REFERENCES identity (id);
ALTER TABLE disposition ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE disposition ADD COLUMN severity TEXT NOT NULL DEFAULT 'error' CHECK (severity IN ('error', 'doubt', 'notice'));
ALTER TABLE disposition ADD COLUMN message TEXT NOT NULL DEFAULT '';
ALTER TABLE disposition ADD COLUMN excerpt TEXT NOT NULL DEFAULT '';
-- SHA-256 of the text of the finding and of its related places; empty for decisions from before these were kept.
ALTER TABLE disposition ADD COLUMN text_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE disposition ADD COLUMN related_hash TEXT NOT NULL DEFAULT '';
-- The last day on which it holds, YYYY-MM-DD; NULL: without end.
ALTER TABLE disposition ADD COLUMN expires_on TEXT CHECK (expires_on IS NULL OR expires_on GLOB '????-??-??');
ALTER TABLE disposition ADD COLUMN confirmed_by TEXT REFERENCES identity (id);
ALTER TABLE disposition ADD COLUMN confirmed_at TEXT CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL));
UPDATE disposition SET actor_id = (SELECT id FROM identity WHERE name = disposition.actor);
CREATE TRIGGER disposition_second_person BEFORE UPDATE OF confirmed_by ON disposition
WHEN NEW.confirmed_by IS NOT NULL AND (NEW.kind <> 'waived' OR NEW.confirmed_by IS NEW.actor_id)
BEGIN SELECT RAISE(ABORT, 'a waiver is confirmed by a second person'); END;
CREATE TRIGGER disposition_unconfirmed BEFORE INSERT ON disposition WHEN NEW.confirmed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a waiver begins unconfirmed'); END;
CREATE TRIGGER disposition_stays BEFORE UPDATE OF report_id, fingerprint, kind, reason, actor, actor_id, decided_at, code, severity, message,
  excerpt, text_hash, related_hash, expires_on ON disposition
BEGIN SELECT RAISE(ABORT, 'a decision is replaced, not changed'); END;

ALTER TABLE finding ADD COLUMN text_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN related_hash TEXT NOT NULL DEFAULT '';

-- Every move there is, by the stages that the policy demands. Nothing is added but by a migration.
CREATE TABLE stage_move (
  route TEXT NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (route, action, from_state, to_state)
) STRICT, WITHOUT ROWID;
INSERT INTO stage_move VALUES
  ('compliance,legal', 'submit', 'draft', 'review'),
  ('compliance,legal', 'sign', 'review', 'compliance-signed'),
  ('compliance,legal', 'sign', 'review', 'review'),
  ('compliance,legal', 'withdraw', 'compliance-signed', 'review'),
  ('compliance,legal', 'withdraw', 'review', 'review'),
  ('compliance,legal', 'sign', 'compliance-signed', 'legal-signed'),
  ('compliance,legal', 'sign', 'compliance-signed', 'compliance-signed'),
  ('compliance,legal', 'withdraw', 'legal-signed', 'compliance-signed'),
  ('compliance,legal', 'withdraw', 'compliance-signed', 'compliance-signed'),
  ('compliance,legal', 'withdraw', 'review', 'draft'),
  ('compliance,legal', 'return', 'review', 'draft'),
  ('compliance,legal', 'return', 'compliance-signed', 'draft'),
  ('compliance,legal', 'return', 'legal-signed', 'draft'),
  ('compliance,legal', 'drop', 'review', 'review'),
  ('compliance,legal', 'drop', 'compliance-signed', 'review'),
  ('compliance,legal', 'drop', 'legal-signed', 'review'),
  ('compliance,legal', 'release', 'legal-signed', 'released'),
  ('compliance,legal', 'reopen', 'released', 'draft'),
  ('compliance', 'submit', 'draft', 'review'),
  ('compliance', 'sign', 'review', 'compliance-signed'),
  ('compliance', 'sign', 'review', 'review'),
  ('compliance', 'withdraw', 'compliance-signed', 'review'),
  ('compliance', 'withdraw', 'review', 'review'),
  ('compliance', 'withdraw', 'review', 'draft'),
  ('compliance', 'return', 'review', 'draft'),
  ('compliance', 'return', 'compliance-signed', 'draft'),
  ('compliance', 'drop', 'review', 'review'),
  ('compliance', 'drop', 'compliance-signed', 'review'),
  ('compliance', 'drop', 'legal-signed', 'review'),
  ('compliance', 'release', 'compliance-signed', 'released'),
  ('compliance', 'reopen', 'released', 'draft'),
  ('legal', 'submit', 'draft', 'review'),
  ('legal', 'sign', 'review', 'legal-signed'),
  ('legal', 'sign', 'review', 'review'),
  ('legal', 'withdraw', 'legal-signed', 'review'),
  ('legal', 'withdraw', 'review', 'review'),
  ('legal', 'withdraw', 'review', 'draft'),
  ('legal', 'return', 'review', 'draft'),
  ('legal', 'return', 'legal-signed', 'draft'),
  ('legal', 'drop', 'review', 'review'),
  ('legal', 'drop', 'compliance-signed', 'review'),
  ('legal', 'drop', 'legal-signed', 'review'),
  ('legal', 'release', 'legal-signed', 'released'),
  ('legal', 'reopen', 'released', 'draft'),
  ('none', 'submit', 'draft', 'review'),
  ('none', 'withdraw', 'review', 'draft'),
  ('none', 'return', 'review', 'draft'),
  ('none', 'drop', 'review', 'review'),
  ('none', 'drop', 'compliance-signed', 'review'),
  ('none', 'drop', 'legal-signed', 'review'),
  ('none', 'release', 'review', 'released'),
  ('none', 'reopen', 'released', 'draft');
CREATE TRIGGER stage_move_no_insert BEFORE INSERT ON stage_move
BEGIN SELECT RAISE(ABORT, 'moves are fixed'); END;
CREATE TRIGGER stage_move_no_update BEFORE UPDATE ON stage_move
BEGIN SELECT RAISE(ABORT, 'moves are fixed'); END;
CREATE TRIGGER stage_move_no_delete BEFORE DELETE ON stage_move
BEGIN SELECT RAISE(ABORT, 'moves are fixed'); END;

-- A signature with everything that it is bound to. Never changed: what ends it stands in sign_off_end.
CREATE TABLE sign_off (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  stage TEXT NOT NULL CHECK (stage IN ('compliance', 'legal')),
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  revision_sha256 TEXT NOT NULL CHECK (length(revision_sha256) = 64),
  policy_sha256 TEXT NOT NULL CHECK (length(policy_sha256) = 64),
  -- 1: bound section by section; 0: to the whole.
  apart INTEGER NOT NULL CHECK (apart IN (0, 1)),
  -- Canonical JSON of all that was seen, and its SHA-256.
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  seen_sha256 TEXT NOT NULL CHECK (length(seen_sha256) = 64),
  -- Ed25519 over the statement, by the key of the person.
  signature BLOB NOT NULL,
  FOREIGN KEY (actor_id, role) REFERENCES identity_role (identity_id, role)
) STRICT;
CREATE INDEX sign_off_report ON sign_off (report_id, stage, id);

CREATE TABLE sign_off_section (
  sign_off_id INTEGER NOT NULL REFERENCES sign_off (id),
  section TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  ties_hash TEXT NOT NULL,
  decisions_hash TEXT NOT NULL,
  PRIMARY KEY (sign_off_id, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_event (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  route TEXT NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  actor_id TEXT,
  role TEXT,
  reason TEXT NOT NULL CHECK (action NOT IN ('return', 'reopen', 'drop') OR length(reason) >= 2),
  sign_off_id INTEGER REFERENCES sign_off (id) CHECK ((action = 'sign') = (sign_off_id IS NOT NULL)),
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  -- The newest act at that time, 0 for none: acts of later rounds have greater ids.
  act_id INTEGER NOT NULL,
  moved_at TEXT NOT NULL,
  UNIQUE (report_id, sequence),
  CHECK (action = 'drop' OR (actor_id IS NOT NULL AND role IS NOT NULL)),
  FOREIGN KEY (route, action, from_state, to_state) REFERENCES stage_move (route, action, from_state, to_state),
  FOREIGN KEY (actor_id, role) REFERENCES identity_role (identity_id, role)
) STRICT;

-- What ended a signature's hold on a section: an edit, its withdrawal, a return, a re-opening.
CREATE TABLE sign_off_end (
  sign_off_id INTEGER NOT NULL,
  section TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES stage_event (id),
  PRIMARY KEY (sign_off_id, section),
  FOREIGN KEY (sign_off_id, section) REFERENCES sign_off_section (sign_off_id, section)
) STRICT, WITHOUT ROWID;

CREATE VIEW stage_of AS
SELECT r.id AS report_id,
  coalesce((SELECT e.to_state FROM stage_event e WHERE e.report_id = r.id ORDER BY e.sequence DESC LIMIT 1), 'draft') AS state,
  (SELECT e.route FROM stage_event e WHERE e.report_id = r.id ORDER BY e.sequence DESC LIMIT 1) AS route,
  coalesce((SELECT e.act_id FROM stage_event e WHERE e.report_id = r.id AND e.action = 'release' ORDER BY e.sequence DESC LIMIT 1), 0) AS floor
FROM report r;

CREATE VIEW live_sign_off AS
SELECT s.id, s.report_id, s.stage, s.actor_id, c.section FROM sign_off s JOIN sign_off_section c ON c.sign_off_id = s.id
WHERE NOT EXISTS (SELECT 1 FROM sign_off_end x WHERE x.sign_off_id = c.sign_off_id AND x.section = c.section);

-- Who edited, decided, or handed in since the last release, and so cannot approve. An act taken back by its own author is no
-- part in it; taken back or brought back by another it is that one's.
CREATE VIEW took_part AS
SELECT a.report_id, a.actor_id AS identity_id FROM act a
  WHERE a.state = 'done' AND a.actor_id IS NOT NULL AND a.id > (SELECT floor FROM stage_of WHERE report_id = a.report_id)
UNION ALL
SELECT a.report_id, a.moved_by FROM act a
  WHERE a.moved_by IS NOT NULL AND a.moved_by IS NOT a.actor_id AND a.id > (SELECT floor FROM stage_of WHERE report_id = a.report_id)
UNION ALL
SELECT d.report_id, d.actor_id FROM disposition d WHERE d.kind = 'waived' AND d.actor_id IS NOT NULL
UNION ALL
SELECT e.report_id, e.actor_id FROM stage_event e
  WHERE e.action = 'submit' AND e.sequence = (SELECT max(sequence) FROM stage_event WHERE report_id = e.report_id AND action = 'submit');

CREATE TRIGGER stage_event_follows BEFORE INSERT ON stage_event
BEGIN
  SELECT RAISE(ABORT, 'a move starts where the report stands') WHERE NEW.from_state <> (SELECT state FROM stage_of WHERE report_id = NEW.report_id)
    OR NEW.sequence <> 1 + (SELECT count(*) FROM stage_event WHERE report_id = NEW.report_id);
  SELECT RAISE(ABORT, 'the way through the stages changes only at a submission or a drop') WHERE NEW.action NOT IN ('submit', 'drop')
    AND NEW.route <> (SELECT route FROM stage_of WHERE report_id = NEW.report_id);
  SELECT RAISE(ABORT, 'a move is about the current revision')
    WHERE NEW.revision_id IS NOT (SELECT current_revision_id FROM report WHERE id = NEW.report_id);
  SELECT RAISE(ABORT, 'an act counts from the newest on')
    WHERE NEW.act_id <> coalesce((SELECT max(id) FROM act WHERE report_id = NEW.report_id), 0);
  SELECT RAISE(ABORT, 'the person has this role no more') WHERE NEW.actor_id IS NOT NULL AND NEW.role IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM identity_role r JOIN identity i ON i.id = r.identity_id
    WHERE r.identity_id = NEW.actor_id AND r.role = NEW.role AND r.ended_at IS NULL AND i.disabled_at IS NULL);
END;
CREATE TRIGGER stage_event_four_eyes BEFORE INSERT ON stage_event WHEN NEW.action IN ('sign', 'release')
BEGIN
  SELECT RAISE(ABORT, 'who took part cannot approve')
    WHERE EXISTS (SELECT 1 FROM took_part WHERE report_id = NEW.report_id AND identity_id = NEW.actor_id);
  SELECT RAISE(ABORT, 'errors are open') WHERE EXISTS (
    SELECT 1 FROM finding f WHERE f.revision_id = NEW.revision_id AND f.severity = 'error' AND NOT EXISTS (
      SELECT 1 FROM disposition d WHERE d.report_id = NEW.report_id AND d.fingerprint = f.fingerprint AND d.kind = 'waived'
        AND d.confirmed_by IS NOT NULL AND (d.text_hash = '' OR (d.text_hash = f.text_hash AND d.related_hash = f.related_hash))
        AND (d.expires_on IS NULL OR d.expires_on >= substr(NEW.moved_at, 1, 10))));
  SELECT RAISE(ABORT, 'a rule has not run')
    WHERE EXISTS (SELECT 1 FROM rule_outcome o WHERE o.revision_id = NEW.revision_id AND o.status = 'failed');
END;
CREATE TRIGGER stage_event_signed BEFORE INSERT ON stage_event WHEN NEW.action = 'sign'
BEGIN
  SELECT RAISE(ABORT, 'a signature is of its signer, of this revision and of the stage that waits') WHERE NOT EXISTS (
    SELECT 1 FROM sign_off s WHERE s.id = NEW.sign_off_id AND s.report_id = NEW.report_id AND s.actor_id = NEW.actor_id
      AND s.role = NEW.role AND s.revision_id = NEW.revision_id
      AND NEW.to_state IN (NEW.from_state, s.stage || '-signed')
      AND EXISTS (SELECT 1 FROM stage_move m WHERE m.route = NEW.route AND m.action = 'sign' AND m.from_state = NEW.from_state AND m.to_state = s.stage || '-signed'));
  SELECT RAISE(ABORT, 'nobody signs two stages') WHERE EXISTS (
    SELECT 1 FROM live_sign_off l JOIN sign_off s ON s.id = NEW.sign_off_id
    WHERE l.report_id = NEW.report_id AND l.actor_id = NEW.actor_id AND l.stage <> s.stage);
END;
CREATE TRIGGER stage_event_released BEFORE INSERT ON stage_event WHEN NEW.action = 'release'
BEGIN
  SELECT RAISE(ABORT, 'nobody signs and releases')
    WHERE EXISTS (SELECT 1 FROM live_sign_off WHERE report_id = NEW.report_id AND actor_id = NEW.actor_id);
  SELECT RAISE(ABORT, 'a signature is of another text') WHERE EXISTS (
    SELECT 1 FROM live_sign_off l JOIN sign_off s ON s.id = l.id JOIN revision v ON v.id = NEW.revision_id
    WHERE l.report_id = NEW.report_id AND s.apart = 0 AND s.revision_sha256 <> v.sha256);
END;
CREATE TRIGGER stage_event_no_update BEFORE UPDATE ON stage_event
BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
CREATE TRIGGER stage_event_no_delete BEFORE DELETE ON stage_event
BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
CREATE TRIGGER sign_off_of_revision BEFORE INSERT ON sign_off
BEGIN
  SELECT RAISE(ABORT, 'a signature is of the current revision') WHERE NOT EXISTS (
    SELECT 1 FROM report r JOIN revision v ON v.id = r.current_revision_id
    WHERE r.id = NEW.report_id AND v.id = NEW.revision_id AND v.sha256 = NEW.revision_sha256);
END;
CREATE TRIGGER sign_off_no_update BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER sign_off_no_delete BEFORE DELETE ON sign_off
BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER sign_off_section_no_update BEFORE UPDATE ON sign_off_section
BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER sign_off_section_no_delete BEFORE DELETE ON sign_off_section
BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER sign_off_section_fresh BEFORE INSERT ON sign_off_section
WHEN EXISTS (SELECT 1 FROM stage_event WHERE sign_off_id = NEW.sign_off_id)
BEGIN SELECT RAISE(ABORT, 'a signature given covers no more'); END;
CREATE TRIGGER sign_off_end_no_update BEFORE UPDATE ON sign_off_end
BEGIN SELECT RAISE(ABORT, 'what ended stays ended'); END;
CREATE TRIGGER sign_off_end_no_delete BEFORE DELETE ON sign_off_end
BEGIN SELECT RAISE(ABORT, 'what ended stays ended'); END;

-- A released report stays as it was released until it is opened again.
CREATE TRIGGER released_text_stays BEFORE UPDATE OF current_revision_id ON report
WHEN OLD.current_revision_id IS NOT NEW.current_revision_id AND (SELECT state FROM stage_of WHERE report_id = OLD.id) = 'released'
BEGIN SELECT RAISE(ABORT, 'the report is released'); END;
CREATE TRIGGER released_decisions_stay BEFORE DELETE ON disposition WHEN (SELECT state FROM stage_of WHERE report_id = OLD.report_id) = 'released'
BEGIN SELECT RAISE(ABORT, 'the report is released'); END;
CREATE TRIGGER released_no_decision BEFORE INSERT ON disposition WHEN (SELECT state FROM stage_of WHERE report_id = NEW.report_id) = 'released'
BEGIN SELECT RAISE(ABORT, 'the report is released'); END;
CREATE TRIGGER released_no_confirmation BEFORE UPDATE ON disposition WHEN (SELECT state FROM stage_of WHERE report_id = NEW.report_id) = 'released'
BEGIN SELECT RAISE(ABORT, 'the report is released'); END;
`;
