import '../sources.ts';
import { join } from 'node:path';
import type { Desk } from '../../../src/main/desk/desk.ts';
import { largeReport } from '../../helpers/large-report.ts';
import { median, percentile, type Row } from '../measured.ts';

const { checkText } = await import('../../../src/main/checker/run.ts');
const { openDatabase } = await import('../../../src/main/db/open.ts');
const { saveAnalysis } = await import('../../../src/main/db/analyses.ts');
const { factsOfConcept } = await import('../../../src/main/db/references.ts');
const { libraryOf } = await import('../../../src/main/desk/library.ts');

const SIZES = [100, 1_000, 10_000] as const;

/** Reports of some 60 figures each, put into a library; then the library is opened, and one concept looked for in all of them. */
export function storeRows(folder: string): Row[] {
  const analysis = checkText(largeReport(4_000, 62));
  return SIZES.flatMap((size): Row[] => {
    const file = join(folder, `library-${size}.sqlite`);
    const filling = performance.now();
    fill(file, size, analysis);
    const perReport = (performance.now() - filling) / size;
    const opened = Array.from({ length: 5 }, () => {
      const begin = performance.now();
      const connection = openDatabase(file);
      libraryOf({ connection, now: () => new Date('2026-01-02') } as Desk);
      const taken = performance.now() - begin;
      connection.close();
      return taken;
    });
    const connection = openDatabase(file);
    let found = 0;
    const looked = Array.from({ length: 20 }, () => {
      const begin = performance.now();
      found = factsOfConcept(connection, '交易笔数', '').length;
      return performance.now() - begin;
    });
    connection.close();
    const row = (name: string, value: number, most?: number): Row => ({
      group: 'library',
      name: `${size} reports: ${name}`,
      value,
      unit: 'ms',
      ...(most === undefined ? {} : { limit: { of: 'value', most } }),
    });
    const isLarge = size === 10_000;
    return [
      row('storing one', perReport),
      row('open and list', median(opened), isLarge ? 300 : undefined),
      row(`figures of one concept (${found}), p95`, percentile(looked, 0.95), isLarge ? 50 : undefined),
    ];
  });
}

function fill(file: string, size: number, analysis: ReturnType<typeof checkText>): void {
  const connection = openDatabase(file);
  const at = '2026-01-01T00:00:00.000Z';
  connection
    .prepare(
      "INSERT INTO source (sha256, file_name, format, encoding, bytes, imported_at) VALUES ('x', 'x.md', 'markdown', 'utf-8', x'', ?)",
    )
    .run(at);
  const report = connection.prepare(
    'INSERT INTO report (id, title, file_name, created_at, changed_at) VALUES (?, ?, ?, ?, ?)',
  );
  const revision = connection.prepare(
    "INSERT INTO revision (id, report_id, number, source_id, working_text, sha256, author, reason, created_at) VALUES (?, ?, 1, 1, ?, '', '', '', ?)",
  );
  const current = connection.prepare('UPDATE report SET current_revision_id = ? WHERE id = ?');
  connection.transaction(() => {
    for (let id = 1; id <= size; id++) {
      report.run(id, `第${id}号公司业务报告`, `report-${id}.md`, at, at);
      revision.run(id, id, analysis.document.text, at);
      current.run(id, id);
      saveAnalysis(connection, id, analysis, '0');
    }
  })();
  connection.close();
}
