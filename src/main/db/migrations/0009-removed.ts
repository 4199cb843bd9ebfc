/** A report that was removed can be brought back, until it is deleted for good: then only its row and its log remain. */
export const removed = `
ALTER TABLE report ADD COLUMN purged_at TEXT CHECK (purged_at IS NULL OR (removed_at IS NOT NULL AND current_revision_id IS NULL));
`;
