/** What an import found and proved, marks of a revision, ledgers with their facts, remembered column mappings. */
export const imports = `
ALTER TABLE source ADD COLUMN notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes));
ALTER TABLE source ADD COLUMN proof TEXT CHECK (proof IS NULL OR json_valid(proof));
-- Where each part of the text imported from this source stands in it.
ALTER TABLE source ADD COLUMN map TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(map));
-- What an editor's program left in the text: tracked changes, comments, highlights.
ALTER TABLE revision ADD COLUMN marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks));
-- The revision that was imported from the source, on which map and marks were made.
ALTER TABLE revision ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));
-- What an edit changed in its parent's text; NULL where that is not known.
ALTER TABLE revision ADD COLUMN edits TEXT CHECK (edits IS NULL OR json_valid(edits));
UPDATE revision SET imported = 1 WHERE parent_id IS NULL;

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('xlsx', 'csv', 'report')),
  sha256 TEXT NOT NULL,
  -- The file as imported; NULL for a ledger taken from a report of the library.
  bytes BLOB,
  report_id INTEGER REFERENCES report (id),
  imported_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE ledger_fact (
  ledger_id INTEGER NOT NULL REFERENCES ledger (id),
  position INTEGER NOT NULL,
  concept TEXT NOT NULL,
  scope TEXT NOT NULL,
  period TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  printed_precision INTEGER NOT NULL,
  raw TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (ledger_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_fact_concept ON ledger_fact (concept, period);

-- Cells of value columns that made no fact: nothing is left out silently.
CREATE TABLE ledger_gap (
  ledger_id INTEGER NOT NULL REFERENCES ledger (id),
  position INTEGER NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (ledger_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_layout (
  signature TEXT PRIMARY KEY,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  actor TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
