/** The library as a person keeps it: tags, archive, what was opened last; counts kept per report; search in texts and figures. */
export const library = `
ALTER TABLE report ADD COLUMN opened_at TEXT;
ALTER TABLE report ADD COLUMN archived_at TEXT;
-- A report that was removed keeps its rows: the log tells of them.
ALTER TABLE report ADD COLUMN removed_at TEXT;

CREATE TABLE report_tag (
  report_id INTEGER NOT NULL REFERENCES report (id),
  tag TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (report_id, tag)
) STRICT, WITHOUT ROWID;

-- What the library's row shows. Whatever changes it deletes the row; reading the library makes it again.
CREATE TABLE report_count (
  report_id INTEGER PRIMARY KEY REFERENCES report (id),
  characters INTEGER NOT NULL,
  quantities INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  tied INTEGER NOT NULL,
  error INTEGER NOT NULL,
  doubt INTEGER NOT NULL,
  notice INTEGER NOT NULL
) STRICT;
CREATE TRIGGER report_count_revision AFTER UPDATE OF current_revision_id ON report
BEGIN DELETE FROM report_count WHERE report_id = NEW.id; END;
CREATE TRIGGER report_count_checked AFTER UPDATE OF checked_with ON revision
BEGIN DELETE FROM report_count WHERE report_id = NEW.report_id; END;
CREATE TRIGGER report_count_decided AFTER INSERT ON disposition
BEGIN DELETE FROM report_count WHERE report_id = NEW.report_id; END;
CREATE TRIGGER report_count_changed AFTER UPDATE ON disposition
BEGIN DELETE FROM report_count WHERE report_id = NEW.report_id; END;
CREATE TRIGGER report_count_reopened AFTER DELETE ON disposition
BEGIN DELETE FROM report_count WHERE report_id = OLD.report_id; END;

-- The current revision's blocks in stretches of some pages, so that an edit indexes one of them. The row of a stretch in
-- report_search has the id of this one: report × 65536 + a free number.
CREATE TABLE search_chunk (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX search_chunk_report ON search_chunk (report_id);
CREATE VIRTUAL TABLE report_search USING fts5 (
  text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram'
);
CREATE VIRTUAL TABLE report_search_terms USING fts5vocab (report_search, row);
CREATE INDEX report_changed ON report (changed_at DESC, id DESC);
CREATE INDEX quantity_value ON quantity (value);

INSERT INTO search_chunk (id, report_id, hash) SELECT id * 65536, id, '' FROM report WHERE current_revision_id IS NOT NULL;
INSERT INTO report_search (rowid, text)
SELECT id * 65536, (
  SELECT coalesce(group_concat(text, char(10)), '') || char(10, 10) FROM (
    SELECT text FROM block WHERE revision_id = report.current_revision_id ORDER BY position
  )
) FROM report WHERE current_revision_id IS NOT NULL;
`;
