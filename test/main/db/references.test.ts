import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/db/open';
import { factsOfConcept } from '../../../src/main/db/references';

/** A library of reports, each with `facts` facts of 交易笔数, of one scope or another. */
function library(reports: number, facts: number) {
  const connection = openDatabase(':memory:');
  const run = (sql: string, ...values: readonly unknown[]) => connection.prepare(sql).run(...values);
  run(
    "INSERT INTO source (sha256, file_name, format, encoding, bytes, imported_at) VALUES ('x', 'x.md', 'markdown', 'utf-8', x'', '2026')",
  );
  for (let id = 1; id <= reports; id++) {
    // Some reports changed in the same moment.
    const at = `2026-01-${String(1 + ((id * 7) % 20)).padStart(2, '0')}`;
    run(
      'INSERT INTO report (id, title, file_name, created_at, changed_at) VALUES (?, ?, ?, ?, ?)',
      ...[id, `报告${id}`, `${id}.md`, at, at],
    );
    run(
      "INSERT INTO revision (id, report_id, number, source_id, working_text, sha256, author, reason, created_at) VALUES (?, ?, 1, 1, '', '', '', '', ?)",
      ...[id, id, at],
    );
    run('UPDATE report SET current_revision_id = ?, removed_at = ? WHERE id = ?', id, id % 9 ? null : at, id);
    for (let at = 0; at < facts; at++) {
      run(
        "INSERT INTO quantity (revision_id, position, start_offset, end_offset, raw, value, unit, printed_precision, state, block) VALUES (?, ?, ?, ?, '1', '1', '笔', 0, 'single', 0)",
        ...[id, at, at * 10, at * 10 + 1],
      );
      const scope = ['', '东区', '西区'][(id + at) % 3];
      run(
        "INSERT INTO fact (revision_id, position, quantity, concept, scope, period) VALUES (?, ?, ?, '交易笔数', ?, '')",
        ...[id, at, at, scope],
      );
    }
  }
  return connection;
}

describe('factsOfConcept', () => {
  it.each([
    ['few', 12, 5],
    ['many', 30, 90],
  ])('gives the same scope first, then the newest report: of %s facts', (_, reports, facts) => {
    const connection = library(reports, facts);
    const everything = connection
      .prepare(
        `SELECT r.id AS reportId, f.scope, q.start_offset AS start, r.changed_at AS changed
         FROM fact f, report r, quantity q
         WHERE r.current_revision_id = f.revision_id AND r.removed_at IS NULL
           AND q.revision_id = f.revision_id AND q.position = f.quantity`,
      )
      .all() as { reportId: number; scope: string; start: number; changed: string }[];
    for (const scope of ['', '东区', '没有']) {
      const wanted = [...everything].sort(
        (a, b) =>
          Number(b.scope === scope) - Number(a.scope === scope) ||
          (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0) ||
          b.reportId - a.reportId ||
          a.start - b.start,
      );
      const found = factsOfConcept(connection, '交易笔数', scope);
      expect(found.map(({ reportId, scope: own, start }) => ({ reportId, scope: own, start }))).toEqual(
        wanted.slice(0, 200).map(({ reportId, scope: own, start }) => ({ reportId, scope: own, start })),
      );
    }
    connection.close();
  });
});
