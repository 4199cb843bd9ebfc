import { describe, expect, it } from 'vitest';
import { Rechecker } from '../../../src/main/checker/recheck';
import type { Rule } from '../../../src/main/checker/rule';
import { allRules } from '../../../src/main/checker/rules/index';
import { prosesOf } from '../../../src/main/document/proses';
import type { Prose } from '../../../src/shared/model/document';
import { largeReport } from '../../helpers/large-report';

const TEXT = largeReport(30_000, 300);

/** Has a stretch of prose say when it is read. */
function watched(prose: Prose, onRead: () => void): void {
  const { text } = prose;
  Object.defineProperty(prose, 'text', {
    get: () => {
      onRead();
      return text;
    },
    enumerable: true,
  });
}

/** How many stretches of paragraphs and tables far before an edit a check of the rules reads after it. */
function readFar(rules: readonly Rule[]): number {
  const rechecker = new Rechecker(TEXT, [], { rules });
  const { document } = rechecker.analysis;
  const short = new Set(
    document.blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'caption' ? [block.prose] : [],
    ),
  );
  const half = document.text.length / 2;
  const read = new Set<Prose>();
  for (const prose of prosesOf(document))
    if (prose.start < half && !short.has(prose)) watched(prose, () => read.add(prose));
  const start = document.text.lastIndexOf('，服务商户') + 1 || document.text.lastIndexOf('服务商户');
  rechecker.edit([{ range: { start, end: start }, text: '另外' }]);
  return read.size;
}

describe('a rule that looks near', () => {
  // What is found before any rule runs reads some of them too.
  const before = readFar([]);

  it.each(allRules.filter(({ looks }) => looks === 'near'))(
    '$code reads nothing far from an edit',
    (rule) => {
      expect(readFar([rule])).toBeLessThanOrEqual(before);
    },
  );

  it('is told from one that compares all', () => {
    const across = allRules.find(({ code }) => code === 'W305') as Rule;
    expect(readFar([{ ...across, looks: 'near' }])).toBeGreaterThan(before + 20);
  });
});
