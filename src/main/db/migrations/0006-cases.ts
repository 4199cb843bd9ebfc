/** Each report's own chain, which travels with its case file, and heads of the log that were kept outside it. */
export const cases = `
-- Who the report is, on whichever laptop. carried_from: its identity on the laptop whose case file brought it as a reference.
CREATE TABLE report_case (
  report_id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  carried_from TEXT
) STRICT;

-- What an entry of the log is in its report's chain. Entries about what this library alone did have no row.
CREATE TABLE case_entry (
  sequence INTEGER PRIMARY KEY REFERENCES audit_log (sequence),
  report_id INTEGER NOT NULL,
  parents TEXT NOT NULL CHECK (json_valid(parents)),
  state TEXT NOT NULL CHECK (json_valid(state)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (report_id, hash)
) STRICT;
CREATE TRIGGER case_entry_no_update BEFORE UPDATE ON case_entry
BEGIN SELECT RAISE(ABORT, 'the case chain is append-only'); END;
CREATE TRIGGER case_entry_no_delete BEFORE DELETE ON case_entry
BEGIN SELECT RAISE(ABORT, 'the case chain is append-only'); END;

-- Which head went out, and with what: compared again whenever the log is verified.
CREATE TABLE anchor (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'pdf', 'backup', 'record')),
  target TEXT NOT NULL,
  report_id INTEGER,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  case_hash TEXT,
  anchored_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER anchor_no_update BEFORE UPDATE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchors are append-only'); END;
CREATE TRIGGER anchor_no_delete BEFORE DELETE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchors are append-only'); END;
`;
