import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, quantityStates } from '../../../src/main/checker/coverage';
import { applyEdits } from '../../../src/main/checker/edits';
import { fingerprint } from '../../../src/main/checker/fingerprint';
import { mergeFindings } from '../../../src/main/checker/merge';
import { defineRule, formatMessage } from '../../../src/main/checker/rule';
import { checkText } from '../../../src/main/checker/run';
import type { Finding } from '../../../src/shared/model/finding';
import type { Quantity } from '../../../src/shared/model/quantity';
import { rangeOf } from '../../../src/shared/model/range';
import type { Tie, TieStatus } from '../../../src/shared/model/tie';

const TEXT = '# 题\n\n甲乙丙丁。\n';
const flagging = (code: string, start: number, end: number, absorbs: readonly string[] = []) =>
  defineRule({
    code,
    name: `rule-${code.toLowerCase()}`,
    severity: 'error',
    looks: 'near',
    messages: { bad: '第{n}处不对' },
    absorbs,
    check: () => [{ message: 'bad', data: { n: 1 }, range: rangeOf(start, end) }],
  });

describe('checkText', () => {
  it('stamps code, severity, message, excerpt and fingerprint', () => {
    const { findings, rules } = checkText(TEXT, { rules: [flagging('T901', 5, 7)] });
    expect(findings).toMatchObject([
      {
        code: 'T901',
        rule: 'rule-t901',
        severity: 'error',
        message: '第1处不对',
        excerpt: '甲乙',
        merged: [],
      },
    ]);
    expect(rules).toEqual([{ code: 'T901', rule: 'rule-t901', status: 'found', findings: 1 }]);
  });

  it('isolates a rule that throws and says so', () => {
    const broken = defineRule({
      code: 'T902',
      name: 'broken',
      severity: 'error',
      looks: 'near',
      messages: {},
      check: () => {
        throw new Error('bug');
      },
    });
    const { findings, rules } = checkText(TEXT, { rules: [broken, flagging('T901', 5, 7)] });
    expect(rules.map((rule) => rule.status)).toEqual(['failed', 'found']);
    expect(rules[0]?.error).toBe('bug');
    expect(findings).toHaveLength(1);
  });

  it('tells not applicable from passed', () => {
    const idle = { ...flagging('T903', 0, 1), check: () => [] };
    const { rules } = checkText(TEXT, { rules: [idle, { ...idle, code: 'T904', applies: () => false }] });
    expect(rules.map((rule) => rule.status)).toEqual(['passed', 'not-applicable']);
  });

  it('reports progress from start to end and can be stopped by it', () => {
    const seen: number[] = [];
    checkText(TEXT, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => checkText(TEXT, { onProgress: stop })).toThrow('stop');
  });

  it('counts every quantity in exactly one state', () => {
    const { coverage, quantities } = checkText('# 报告\n\n共3家：甲、乙、丙。2026年交易5万笔，增长2%。\n');
    expect(Object.values(coverage).reduce((sum, count) => sum + count, 0)).toBe(quantities.length);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'#|-—、，。；：（）()“”"《》*\n 一二三共等其中合计见表图附件1234567890.,%万亿元家个年月日此外我司的和与<br>`\\'.split(
      '',
    ),
    '| --- | --- |\n',
    '\n\n',
    '| 1 | 20220105-20220107 | 满减 |\n',
    '一是',
    '甲、乙、丙共3家',
    '（见附件1）',
    '## 附件1：名单\n',
    '*表1 统计表*\n\n',
    '\u{1f600}',
  );
  const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

  it('is checked without a rule failing, each finding within it and each fix applicable', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { findings, rules, quantities, states } = checkText(source);
        expect(rules.filter((rule) => rule.status === 'failed')).toEqual([]);
        expect(states).toHaveLength(quantities.length);
        for (const { range, fixes, related } of findings) {
          for (const place of [range, ...related.map((one) => one.range)]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeLessThanOrEqual(source.length);
          }
          for (const fix of fixes) applyEdits(source, fix.edits);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('merging', () => {
  it('puts what a rule absorbs into its finding, and only where they overlap', () => {
    const rules = [flagging('T901', 5, 9, ['T902', 'T903']), flagging('T902', 6, 7), flagging('T903', 0, 2)];
    const { findings } = checkText(TEXT, { rules });
    expect(findings.map((finding) => [finding.code, finding.merged])).toEqual([
      ['T903', []],
      ['T901', ['T902']],
    ]);
  });

  it('drops exact duplicates and sorts by place', () => {
    const { findings } = checkText(TEXT, { rules: [flagging('T901', 5, 7)] });
    expect(mergeFindings([...findings, ...findings], [])).toHaveLength(1);
  });
});

describe('fingerprints', () => {
  const at = (text: string, word: string): string =>
    fingerprint('W301', 'bad', text, rangeOf(text.indexOf(word), text.indexOf(word) + word.length), 0);

  it('survive an edit elsewhere, not one of the passage', () => {
    const text = '开头。这里是一个很长很长很长的上下文，问题在此，后面还有很长很长的上下文。结尾。';
    expect(at(`另加一段。${text}`, '问题')).toBe(at(text, '问题'));
    expect(at(text.replace('问题在此', '问题在彼'), '问题')).not.toBe(at(text, '问题'));
  });

  it('keep two findings on alike passages apart', () => {
    const text = `${'同样的一段话，写了两遍。'.repeat(6)}`;
    const twice = defineRule({
      code: 'W901',
      name: 'twice',
      severity: 'doubt',
      looks: 'near',
      messages: { bad: '重复' },
      check: () => [
        { message: 'bad', range: rangeOf(24, 26) },
        { message: 'bad', range: rangeOf(36, 38) },
      ],
    });
    const { findings } = checkText(text, { rules: [twice] });
    expect(new Set(findings.map((finding: Finding) => finding.fingerprint)).size).toBe(2);
  });
});

describe('states', () => {
  const quantity = (exempt: Quantity['exempt'] = null): Quantity => ({
    range: rangeOf(0, 1),
    raw: '1',
    value: '1',
    unit: '',
    precision: 0,
    approximator: null,
    place: { block: 0 },
    exempt,
  });
  const tie = (status: TieStatus, ...quantities: number[]): Tie => ({
    kind: 'sum',
    form: 'sum',
    status,
    expression: '',
    expected: '',
    actual: '',
    terms: quantities.map((index) => ({ range: rangeOf(0, 1), raw: '1', quantity: index, role: 'addend' })),
  });

  it.each([
    ['no tie', [], 'single'],
    ['a passed tie', [tie('pass', 0)], 'tied'],
    ['a tie that rounds', [tie('rounding', 0)], 'tied'],
    ['a tie that could not be evaluated', [tie('unclear', 0)], 'unclear'],
    ['a passed and a failed tie', [tie('pass', 0), tie('fail', 0)], 'conflicting'],
    ['a passed and an unclear tie', [tie('unclear', 0), tie('pass', 0)], 'tied'],
  ] as const)('with %s', (_, ties, state) => expect(quantityStates([quantity()], ties)).toEqual([state]));

  it('an exempt quantity stays exempt', () => {
    expect(quantityStates([quantity('date')], [tie('fail', 0)])).toEqual(['exempt']);
    expect(coverageOf(['exempt', 'tied', 'tied']).tied).toBe(2);
  });
});

describe('applyEdits', () => {
  it('does in any order what a splice from the end does', () => {
    const edits = fc
      .uniqueArray(fc.nat(20), { maxLength: 6 })
      .map((places) =>
        places.map((place) => ({ range: rangeOf(place * 3, place * 3 + 2), text: `<${place}>` })),
      );
    fc.assert(
      fc.property(fc.string({ minLength: 63, maxLength: 80 }), edits, (text, list) => {
        const expected = [...list]
          .sort((a, b) => b.range.start - a.range.start)
          .reduce(
            (now, edit) => now.slice(0, edit.range.start) + edit.text + now.slice(edit.range.end),
            text,
          );
        expect(applyEdits(text, list)).toBe(expected);
      }),
    );
  });

  it('refuses edits that overlap or leave the text', () => {
    const edit = (start: number, end: number) => ({ range: rangeOf(start, end), text: '' });
    expect(() => applyEdits('abcdef', [edit(0, 3), edit(2, 4)])).toThrow();
    expect(() => applyEdits('abc', [edit(2, 4)])).toThrow();
  });
});

describe('formatMessage', () => {
  it('fills places and leaves unknown ones visible', () => {
    expect(formatMessage('{a}与{b}', { a: 1 })).toBe('1与{b}');
  });
});
