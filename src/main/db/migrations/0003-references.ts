/** What a report is checked against, and ties by form, term and source. */
export const references = `
-- A row only where a person chose; else the library proposes.
CREATE TABLE report_reference (
  report_id INTEGER PRIMARY KEY REFERENCES report (id),
  previous_report_id INTEGER REFERENCES report (id),
  ledger_ids TEXT NOT NULL CHECK (json_valid(ledger_ids)),
  actor TEXT NOT NULL,
  chosen_at TEXT NOT NULL
) STRICT;

ALTER TABLE tie ADD COLUMN form TEXT NOT NULL DEFAULT '';
-- Terms in the previous report and in ledgers.
ALTER TABLE tie ADD COLUMN outside TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outside));
CREATE INDEX tie_kind ON tie (kind, status, revision_id);

-- From a figure to its ties.
CREATE TABLE tie_term (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  tie INTEGER NOT NULL,
  position INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (revision_id, tie, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_term_quantity ON tie_term (revision_id, quantity);
`;
