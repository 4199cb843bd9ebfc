/** Reports, revisions, sources, what the checker found in each revision, decisions, and the audit log. */
export const initial = `
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  bytes BLOB NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  current_revision_id INTEGER REFERENCES revision (id),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  parent_id INTEGER REFERENCES revision (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  working_text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  checked_with TEXT NOT NULL DEFAULT '',
  UNIQUE (report_id, number)
) STRICT;

CREATE TABLE block (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  section INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  raw TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  printed_precision INTEGER NOT NULL,
  approximator TEXT,
  exempt TEXT,
  state TEXT NOT NULL CHECK (state IN ('tied', 'conflicting', 'waived', 'single', 'unclear', 'exempt')),
  block INTEGER NOT NULL,
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  concept TEXT NOT NULL,
  scope TEXT NOT NULL,
  period TEXT NOT NULL,
  basis TEXT,
  direction TEXT,
  rate TEXT,
  PRIMARY KEY (revision_id, position),
  FOREIGN KEY (revision_id, quantity) REFERENCES quantity (revision_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_concept ON fact (concept, period);

CREATE TABLE tie (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pass', 'rounding', 'fail', 'unclear')),
  expression TEXT NOT NULL,
  expected TEXT NOT NULL,
  actual TEXT NOT NULL,
  reason TEXT NOT NULL,
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  fingerprint TEXT NOT NULL,
  code TEXT NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'doubt', 'notice')),
  message TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  excerpt TEXT NOT NULL,
  related TEXT NOT NULL CHECK (json_valid(related)),
  fixes TEXT NOT NULL CHECK (json_valid(fixes)),
  PRIMARY KEY (revision_id, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_outcome (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  code TEXT NOT NULL,
  rule TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('found', 'passed', 'not-applicable', 'failed')),
  findings INTEGER NOT NULL,
  error TEXT NOT NULL,
  PRIMARY KEY (revision_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE disposition (
  report_id INTEGER NOT NULL REFERENCES report (id),
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('waived', 'fixed')),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  actor TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (report_id, fingerprint)
) STRICT, WITHOUT ROWID;

-- What undo and redo walk along. An act once undone and overtaken by another is discarded, never deleted.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  title TEXT NOT NULL,
  change TEXT NOT NULL CHECK (json_valid(change)),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
  actor TEXT NOT NULL,
  acted_at TEXT NOT NULL
) STRICT;
CREATE INDEX act_report ON act (report_id, state, id);

CREATE TABLE audit_log (
  sequence INTEGER PRIMARY KEY,
  report_id INTEGER,
  logged_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_log_report ON audit_log (report_id, sequence);
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
