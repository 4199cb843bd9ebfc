import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rechecker } from '../../../src/main/checker/recheck';
import { checkText } from '../../../src/main/checker/run';
import { applyChange } from '../../../src/shared/analysis-change';
import { largeReport } from '../../helpers/large-report';
import { pieces } from '../../helpers/pieces';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUNS = Number(process.env['GOUJI_RUNS'] ?? 10);
const LIMIT = RUNS > 10 ? 600_000 : 30_000;

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom(...pieces, '', '')), {
  minLength: 1,
  maxLength: 4,
});

/** Edits a text step by step, and compares each analysis with that of a fresh check. */
function compareEdits(text: string, steps: readonly (readonly [number, number, string])[]): void {
  const rechecker = new Rechecker(text);
  for (const [at, length, put] of steps) {
    const { text: now } = rechecker.analysis.document;
    const start = at % (now.length + 1);
    const end = Math.min(now.length, start + length);
    const before = rechecker.analysis;
    const change = rechecker.edit([{ range: { start, end }, text: put }]);
    const fresh = checkText(now.slice(0, start) + put + now.slice(end));
    if (change) expect(applyChange(before, structuredClone(change))).toEqual(rechecker.analysis);
    expect(rechecker.analysis.quantities).toEqual(fresh.quantities);
    // Two strokes in three are followed by another before anything rests.
    if (rechecker.isSettled || at % 3 > 0) continue;
    const carried = rechecker.analysis;
    // At once, or a step at a time.
    let rest = at % 2 ? rechecker.settle() : rechecker.settle(() => false);
    while (rest === 'more') rest = rechecker.settle(() => false);
    expect(rechecker.analysis).toEqual(fresh);
    expect(rest && applyChange(carried, structuredClone(rest))).toEqual(fresh);
  }
}

describe('a check after edits', () => {
  it(
    'finds what a fresh check finds, in made-up texts',
    () => {
      const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
      fc.assert(
        fc.property(texts, edits, (parts, steps) => compareEdits(parts.join(''), steps)),
        { numRuns: RUNS * 3 },
      );
    },
    LIMIT,
  );

  it('forgets a first paragraph that is taken out with nothing in its place', () => {
    compareEdits('\n\n本期新增12户。\n\n其余3户。\n', [[0, 10, '\n']]);
    compareEdits('# 报告12\n\n其余3户。\n', [[0, 7, '\n']]);
  });

  it(
    'finds what a fresh check finds, in reports',
    () => {
      const files = ['resources/samples/sample-report.md', 'test/fixtures/clean/payment-annual-report.md'];
      const texts = files.map((file) => readFileSync(resolve(ROOT, file), 'utf8'));
      fc.assert(fc.property(fc.constantFrom(...texts), edits, compareEdits), { numRuns: RUNS });
    },
    LIMIT,
  );

  it(
    'tells of an edit in a long table its rows, and finds what a fresh check finds',
    () => {
      const row = (at: number): string =>
        `| ${at + 1} | ${at % 3 ? '线**上**' : '线下<br>门店'} | ${(at + 1) * 12} |\n`;
      const rows = Array.from({ length: 60 }, (_, at) => row(at)).join('');
      const text = `# 2025年报告\n\n情况如下。\n\n| 序号 | 渠道 | 金额 |\n| --- | --- | --- |\n${rows}\n以上共60笔。\n`;
      const rechecker = new Rechecker(text);
      const start = text.indexOf('360');
      const change = rechecker.edit([{ range: { start, end: start + 3 }, text: '3,600' }]);
      expect(change?.rows).toMatchObject({ at: 29, removed: 1 });
      expect(change?.rows?.items).toHaveLength(1);
      fc.assert(
        fc.property(edits, (steps) => compareEdits(text, steps)),
        { numRuns: RUNS },
      );
    },
    LIMIT,
  );

  it(
    'takes over what was found in the rows of a very long table, and finds what a fresh check finds',
    () => {
      const row = (at: number): string =>
        `| ${at + 1} | 东湖路店第${(at * 7) % 97}号 | ${1_000 + ((at * 37) % 890)} | ${(at % 12) + 1}月 |\n`;
      const rows = Array.from({ length: 240 }, (_, at) => row(at));
      const total = rows.reduce((sum, _, at) => sum + 1_000 + ((at * 37) % 890), 0);
      const text = `# 2025年报告\n\n表1 明细（单位：元）\n\n| 序号 | 网点 | 金额 | 月份 |\n| --- | --- | --- | --- |\n${rows.join('')}| 合计 | | ${total} | |\n\n共240户。\n`;
      const puts = fc.constantFrom(
        '',
        '',
        '1',
        '12',
        '^^',
        ' | ',
        '| 9 | 甲店 | 1,200 | 3月 |\n',
        '小计',
        '\n',
      );
      const steps = fc.array(fc.tuple(fc.nat(text.length), fc.nat(12), puts), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(steps, (all) => compareEdits(text, all)),
        { numRuns: Math.ceil(RUNS / 2) },
      );
    },
    LIMIT,
  );

  it('tells of an edit in a long report what it changed, and little more', () => {
    const rechecker = new Rechecker(largeReport(200_000, 1_000));
    const at = rechecker.analysis.document.text.indexOf('万笔') - 1;
    const change = rechecker.edit([{ range: { start: at, end: at + 1 }, text: '77' }]);
    expect(JSON.stringify(change).length).toBeLessThan(40_000);
  });

  it('begins anew what it was bringing up to date when an edit comes between', () => {
    const text = '# 报告\n\n受理投诉128件。\n\n受理投诉128件。\n';
    const rechecker = new Rechecker(text);
    const put = (old: string, now: string): void => {
      const start = rechecker.analysis.document.text.lastIndexOf(old);
      rechecker.edit([{ range: { start, end: start + old.length }, text: now }]);
    };
    put('128', '182');
    expect(rechecker.settle(() => false)).toBe('more');
    put('182', '1282');
    rechecker.settle();
    expect(rechecker.isSettled).toBe(true);
    expect(rechecker.analysis).toEqual(checkText(text.replace(/128(?=件。\n$)/, '1282')));
  });

  it('takes several edits at once, and moves what the source had marked', () => {
    const marks = [{ kind: 'comment' as const, range: { start: 6, end: 8 }, detail: '核对' }];
    const rechecker = new Rechecker('第一段。\n\n第二段话。\n', marks);
    rechecker.edit([
      { range: { start: 0, end: 0 }, text: '前言。' },
      { range: { start: 9, end: 10 }, text: '' },
    ]);
    const again = rechecker.analysis;
    expect(again.document.text).toBe('前言。第一段。\n\n第二段。\n');
    expect(again.findings.find(({ code }) => code === 'C503')?.range).toEqual({ start: 9, end: 11 });
  });
});
