/** Policies of the house, and which one a report follows. */
export const policies = `
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  policy TEXT NOT NULL CHECK (json_valid(policy)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- A row only where a person chose; else the library's own. A shipped one by the name of its file, one of the house as own-ID.
CREATE TABLE report_policy (
  report_id INTEGER PRIMARY KEY REFERENCES report (id),
  policy TEXT NOT NULL CHECK (policy <> ''),
  actor TEXT NOT NULL,
  chosen_at TEXT NOT NULL
) STRICT;

-- What the check found, with rules that the policy has not run; made anew at the next check.
DROP TABLE rule_outcome;
CREATE TABLE rule_outcome (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  code TEXT NOT NULL,
  rule TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('found', 'passed', 'not-applicable', 'failed', 'off')),
  findings INTEGER NOT NULL,
  error TEXT NOT NULL,
  PRIMARY KEY (revision_id, code)
) STRICT, WITHOUT ROWID;
UPDATE revision SET checked_with = '';
`;
