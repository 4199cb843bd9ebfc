import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/main/checker/run';
import { compareRevisions } from '../../../../src/main/review/compare/compare';
import { compareTexts } from '../../../../src/main/review/compare/text';
import { rangeOf } from '../../../../src/shared/model/range';
import type { Disposition } from '../../../../src/shared/model/review';

const BEFORE = `# 演示支付公司2026年业务报告

## 一、业务情况

2026年全年交易笔数为1,284万笔，交易金额为320亿元。

各项服务平稳运行，未发生重大事件。

| 业务 | 笔数（万笔） |
| --- | --- |
| 线上 | 800 |
| 线下 | 484 |

## 二、投诉处理

全年受理投诉35件，办结率为100%。
`;

const compare = (before: string, after: string, waived: readonly string[] = []) => {
  const dispositions = waived.map(
    (fingerprint): Disposition => ({
      fingerprint,
      kind: 'waived',
      reason: '已核',
      by: '甲',
      at: '',
      byId: null,
      bound: null,
      expiresOn: null,
      confirmed: null,
    }),
  );
  return compareRevisions(checkText(before), checkText(after), dispositions);
};
const texts = (before: string, after: string) =>
  compare(before, after).text.map(({ kind, before: old, after: now }) => [kind, old?.text, now?.text]);

describe('comparing revisions', () => {
  it('finds nothing in a text that only wraps differently', () => {
    expect(compare(BEFORE, BEFORE.replace('笔，交易', '笔，\n交易'))).toMatchObject({
      text: [],
      figures: [],
    });
  });

  it.each([
    [
      'a changed paragraph',
      BEFORE.replace('1,284', '1,248'),
      [['changed', expect.stringContaining('1,284'), expect.stringContaining('1,248')]],
    ],
    [
      'a changed cell, as its row',
      BEFORE.replace('| 484 |', '| 448 |'),
      [['changed', '线下 | 484', '线下 | 448']],
    ],
    [
      'an added row',
      BEFORE.replace('| 线下 | 484 |', '| 线下 | 484 |\n| 其他 | 12 |'),
      [['added', undefined, '其他 | 12']],
    ],
    [
      'a removed paragraph',
      BEFORE.replace('各项服务平稳运行，未发生重大事件。\n\n', ''),
      [['removed', '各项服务平稳运行，未发生重大事件。', undefined]],
    ],
    [
      'a replaced paragraph as removed and added',
      BEFORE.replace('各项服务平稳运行，未发生重大事件。', '本公司完成了组织架构调整工作。'),
      [
        ['added', undefined, '本公司完成了组织架构调整工作。'],
        ['removed', '各项服务平稳运行，未发生重大事件。', undefined],
      ],
    ],
  ])('tells %s', (_, after, expected) => expect(texts(BEFORE, after)).toEqual(expected));

  it('tells a figure with another value by its meaning', () => {
    const { figures } = compare(BEFORE, BEFORE.replace('1,284万笔', '1,248万笔').replace('35件', '36件'));
    expect(figures).toMatchObject([
      { kind: 'changed', before: { raw: '1,284万笔' }, after: { raw: '1,248万笔' } },
      { kind: 'changed', before: { raw: '35件' }, after: { raw: '36件' } },
    ]);
    expect(figures[0]?.concept).toContain('交易笔数');
  });

  it('does not tell a figure that is only written otherwise', () => {
    expect(compare(BEFORE, BEFORE.replace('1,284万笔', '12,840,000笔')).figures).toEqual([]);
  });

  it('tells figures that came and went', () => {
    const after = BEFORE.replace('，交易金额为320亿元', '').replace('35件', '35件，其中升级投诉2件');
    const kinds = compare(BEFORE, after).figures.map(({ kind, before, after: now }) => [
      kind,
      (now ?? before)?.raw,
    ]);
    expect(kinds).toContainEqual(['removed', '320亿元']);
    expect(kinds).toContainEqual(['added', '2件']);
  });

  it('counts findings and waivers that stay and that lapse', () => {
    const faulty = BEFORE.replace('平稳运行，', '平稳,').replace('受理投诉', '受理投诉(线上)');
    const [first = '', second = ''] = checkText(faulty)
      .findings.filter((finding) => finding.code === 'W307')
      .map((finding) => finding.fingerprint);
    const after = faulty.replace('平稳,', '平稳，');
    const { findings, waivers } = compare(faulty, after, [first, second]);
    expect(findings).toMatchObject({ gone: 1, arrived: 0 });
    expect(waivers).toEqual({ carried: 1, lapsed: 1 });
  });

  it('tells of texts with nothing in common what each has', () => {
    const unit = (text: string, at: number) => ({ key: text, text, range: rangeOf(at, at + 1), section: '' });
    const before = Array.from({ length: 4000 }, (_, at) => unit(`甲${at}`, at));
    const after = Array.from({ length: 4000 }, (_, at) => unit(`乙${at}`, at));
    expect(compareTexts(before, after)).toHaveLength(8000);
  });

  it('accounts for every unit of both sides', () => {
    const words = fc.array(fc.constantFrom('甲乙丙', '甲乙丁', '子丑寅', '一二三四', '一二三五'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const unit = (text: string, at: number) => ({
          key: text,
          text,
          range: rangeOf(at, at + 1),
          section: '',
        });
        const changes = compareTexts(a.map(unit), b.map(unit));
        const gone = changes.filter((change) => change.before).length;
        const come = changes.filter((change) => change.after).length;
        expect(a.length - gone).toBe(b.length - come);
        expect(new Set(changes.map((one) => one.before?.range.start ?? -1)).size).toBe(
          gone + (changes.length > gone ? 1 : 0),
        );
      }),
    );
  });
});
