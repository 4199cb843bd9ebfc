import { describe, expect, it } from 'vitest';
import { agreed, arithmeticOf, editsToAgree, placesOfConflict } from '../../src/renderer/text/conflict';
import type { Finding } from '../../src/shared/model/finding';
import type { Tie } from '../../src/shared/model/tie';

const TEXT = '商户共54,736户。年末商户54,376户。表中54376';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const finding = (code: string, related: readonly string[]): Finding => ({
  code,
  rule: 'fact-conflict',
  severity: 'error',
  message: '',
  range: at('54,736户'),
  excerpt: '',
  related: related.map((words) => ({ range: at(words), note: '' })),
  fixes: [],
  fingerprint: '',
  merged: [],
});

describe('places that disagree', () => {
  it('are the finding’s own and those of the other side', () => {
    expect(placesOfConflict(finding('N204', ['54,376户', '54376']), TEXT)).toEqual([
      at('54,736户'),
      at('54,376户'),
      at('54376'),
    ]);
  });
  it.each([
    ['a rule about one place', finding('W301', ['54,376户'])],
    ['nothing related', finding('N204', [])],
    ['the same words', { ...finding('N204', []), related: [{ range: at('54,736户'), note: '' }] }],
  ])('are none: %s', (_, one) => expect(placesOfConflict(one, TEXT)).toEqual([]));

  it.each([
    ['54,736户', '54,376户', '54,736户'],
    ['54,736户', '共54,376户', '共54,736户'],
    ['54,736', '54,376户', '54,736户'],
    ['5.47万户', '54,376户', '5.47万户'],
    ['App', 'APP', 'App'],
    ['2025年12月', '2025年11月', '2025年12月'],
  ])('%s is right: %s becomes %s', (right, other, becomes) => expect(agreed(right, other)).toBe(becomes));

  it('are edited as one, those that read so already left alone', () => {
    const places = [at('54,736户'), at('54,376户')];
    expect(editsToAgree(TEXT, places, ['54,376户', '54,376户'])).toEqual([
      { range: places[0], text: '54,376户' },
    ]);
  });
});

describe('arithmetic', () => {
  const tie = (status: Tie['status'], ...terms: readonly string[]): Tie => ({
    kind: 'sum',
    form: 'sum',
    status,
    expression: '',
    expected: '',
    actual: '',
    terms: terms.map((raw, index) => ({
      range: at(raw),
      raw,
      quantity: null,
      role: index === 0 ? 'stated' : 'addend',
    })),
  });

  it('that states the figure comes before arithmetic that takes it; what holds is left out', () => {
    const stated = tie('fail', '54,736户', '54376');
    const taken = tie('rounding', '54376', '54,736户');
    const holds = tie('pass', '54,736户');
    expect(arithmeticOf(finding('T109', []), { ties: [holds, taken, stated] })).toEqual([stated]);
    expect(arithmeticOf(finding('T109', []), { ties: [holds, taken] })).toEqual([taken]);
  });
});
