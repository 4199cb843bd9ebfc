/** What people say about a passage or a finding: threads that are settled at some time, and never unsaid. */
export const comments = `
-- A passage of a revision; later ones find it by the edits between, or by its words. fingerprint: also about that finding.
CREATE TABLE comment_thread (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  excerpt TEXT NOT NULL,
  fingerprint TEXT,
  settled_by TEXT,
  settled_by_id TEXT REFERENCES identity (id),
  settled_at TEXT,
  CHECK ((settled_by IS NULL) = (settled_at IS NULL))
) STRICT;
CREATE INDEX comment_thread_report ON comment_thread (report_id, id);

CREATE TABLE comment (
  id INTEGER PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES comment_thread (id),
  body TEXT NOT NULL CHECK (length(trim(body)) > 0),
  author TEXT NOT NULL,
  author_id TEXT REFERENCES identity (id),
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX comment_thread_order ON comment (thread_id, id);
CREATE TRIGGER comment_no_update BEFORE UPDATE ON comment
BEGIN SELECT RAISE(ABORT, 'a comment never changes'); END;
CREATE TRIGGER comment_no_delete BEFORE DELETE ON comment
BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
CREATE TRIGGER comment_thread_stays BEFORE UPDATE OF report_id, revision_id, start_offset, end_offset, excerpt, fingerprint ON comment_thread
BEGIN SELECT RAISE(ABORT, 'a thread keeps its passage'); END;
CREATE TRIGGER comment_thread_no_delete BEFORE DELETE ON comment_thread
BEGIN SELECT RAISE(ABORT, 'a thread is never deleted'); END;
`;
