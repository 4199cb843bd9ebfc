import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const UNSEEN = resolve(import.meta.dirname, '../fixtures/unseen');
/** A report of M holds one figure over and over by intent. */
const LEFT_OUT = new Set(['M']);

/**
 * Text as real reports have it: the reports by different hands of test/fixtures/unseen in `parts` texts, each of every
 * so-many-th report, one behind the other; one part: 1 MB with all of them.
 */
export function realReports(parts: number): readonly string[] {
  const reports = readdirSync(UNSEEN)
    .filter((folder) => !LEFT_OUT.has(folder))
    .sort()
    .flatMap((folder) =>
      readdirSync(join(UNSEEN, folder))
        .filter((name) => name.endsWith('.md'))
        .sort()
        .map((name) => readFileSync(join(UNSEEN, folder, name), 'utf8')),
    );
  return Array.from({ length: parts }, (_, part) =>
    reports.filter((_, at) => at % parts === part).join('\n'),
  );
}
