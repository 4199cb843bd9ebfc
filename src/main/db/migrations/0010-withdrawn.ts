/** What is said can be taken back by whoever said it: nothing is deleted, and taking it back can be undone. */
export const withdrawn = `
CREATE TABLE comment_withdrawal (
  comment_id INTEGER PRIMARY KEY REFERENCES comment (id),
  withdrawn_by TEXT NOT NULL,
  withdrawn_by_id TEXT REFERENCES identity (id),
  withdrawn_at TEXT NOT NULL
) STRICT;

-- 'comment': an act that changes nothing of the report, so that whoever did it can still approve.
ALTER TABLE act ADD COLUMN kind TEXT NOT NULL DEFAULT 'change' CHECK (kind IN ('change', 'comment'));
DROP VIEW took_part;
CREATE VIEW took_part AS
SELECT a.report_id, a.actor_id AS identity_id FROM act a
  WHERE a.kind = 'change' AND a.state = 'done' AND a.actor_id IS NOT NULL AND a.id > (SELECT floor FROM stage_of WHERE report_id = a.report_id)
UNION ALL
SELECT a.report_id, a.moved_by FROM act a
  WHERE a.kind = 'change' AND a.moved_by IS NOT NULL AND a.moved_by IS NOT a.actor_id
    AND a.id > (SELECT floor FROM stage_of WHERE report_id = a.report_id)
UNION ALL
SELECT d.report_id, d.actor_id FROM disposition d WHERE d.kind = 'waived' AND d.actor_id IS NOT NULL
UNION ALL
SELECT e.report_id, e.actor_id FROM stage_event e
  WHERE e.action = 'submit' AND e.sequence = (SELECT max(sequence) FROM stage_event WHERE report_id = e.report_id AND action = 'submit');
`;
