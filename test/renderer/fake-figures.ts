import type { Analysis } from '../../src/shared/model/analysis';
import type { PowerReport } from '../../src/shared/model/power';
import type { Fact, Quantity, QuantityState } from '../../src/shared/model/quantity';
import { rangeOf } from '../../src/shared/model/range';
import type { FactElsewhere, ReportSummary } from '../../src/shared/model/review';
import type { Tie, TieStatus } from '../../src/shared/model/tie';
import { plainProse } from './fake-check';

const STATES: readonly QuantityState[] = ['tied', 'single', 'conflicting', 'unclear', 'exempt', 'waived'];
const CONCEPTS = ['交易金额', '交易笔数', '商户数', '净增商户', '办结率'];

/** Numbers that a float cannot tell apart, negative ones, and equal ones with other digits behind the point. */
const valueAt = (index: number): string => {
  if (index % 7 === 0) return `-${index}.50`;
  if (index % 11 === 0) return `9007199254740993${index % 2 === 0 ? '' : '.000001'}`;
  return index % 3 === 0 ? `${index}.0` : String((index * 7919) % 100_000);
};

/**
 * An analysis with so many figures, a paragraph of ten each, under a heading for every hundred. Every figure has a
 * fact; every third one a tie with the one before.
 */
export function figuresAnalysis(count: number): Analysis {
  const lines: string[] = [];
  const quantities: Quantity[] = [];
  const blocks: Analysis['document']['blocks'][number][] = [];
  let offset = 0;
  let section = -1;
  const put = (text: string): void => {
    lines.push(text);
    offset += text.length + 1;
  };
  for (let from = 0; from < count; from += 10) {
    if (from % 100 === 0) {
      section = blocks.length;
      const text = `第${from / 100 + 1}节`;
      const range = rangeOf(offset, offset + text.length);
      const prose = plainProse(text, offset);
      blocks.push({
        kind: 'heading',
        index: section,
        range,
        section,
        level: from % 1000 === 0 ? 1 : 2,
        prose,
        number: null,
        annex: null,
      });
      put(text);
    }
    const start = offset;
    let text = '';
    for (let index = from; index < Math.min(count, from + 10); index++) {
      const value = valueAt(index);
      const raw = `${value}元`;
      text += '全年';
      const range = rangeOf(start + text.length, start + text.length + raw.length);
      const exempt = STATES[index % STATES.length] === 'exempt' ? 'date' : null;
      const place = { block: blocks.length };
      quantities.push({ range, raw, value, unit: '元', precision: 0, approximator: null, place, exempt });
      text += `${raw}。`;
    }
    const range = rangeOf(start, start + text.length);
    const prose = plainProse(text, start);
    blocks.push({ kind: 'paragraph', index: blocks.length, range, section, prose, role: 'body' });
    put(text);
  }
  const text = lines.join('\n');
  const facts = quantities.map(
    (_, quantity): Fact => ({
      quantity,
      concept: CONCEPTS[quantity % CONCEPTS.length] ?? '',
      scope: quantity % 2 === 0 ? '全省' : '临江市',
      period: quantity % 4 === 0 ? '..2025-12-31' : '2025',
      comparison: null,
    }),
  );
  const ties = quantities.flatMap((_, index) => (index % 3 === 2 ? [tieOf(quantities, index)] : []));
  const states = quantities.map((_, index): QuantityState => STATES[index % STATES.length] ?? 'single');
  const coverage = { tied: 0, conflicting: 0, waived: 0, single: 0, unclear: 0, exempt: 0 };
  for (const state of states) coverage[state]++;
  return {
    document: { text, blocks, lineStarts: [0], title: '大报告' },
    quantities,
    facts,
    ties,
    culprits: [],
    references: [],
    alignments: [],
    policy: { name: '监管报告', sha256: 'f'.repeat(64) },
    findings: [],
    rules: [],
    states,
    coverage,
  };
}

const STATUSES: readonly TieStatus[] = ['pass', 'fail', 'unclear', 'rounding'];

function tieOf(quantities: readonly Quantity[], index: number): Tie {
  const status = STATUSES[index % STATUSES.length] ?? 'pass';
  const terms = [index, index - 1].flatMap((quantity, at) => {
    const one = quantities[quantity];
    if (!one) return [];
    const figure = { value: one.value, precision: 0, approximator: null };
    const role = at === 0 ? ('stated' as const) : ('other' as const);
    return [{ range: one.range, raw: one.raw, quantity, role, figure }];
  });
  return {
    kind: index % 2 === 0 ? 'same' : 'sum',
    form: 'equal',
    status,
    expression: `${terms[1]?.raw} = ${terms[0]?.raw}`,
    expected: terms[1]?.raw ?? '',
    actual: terms[0]?.raw ?? '',
    ...(status === 'unclear' ? { reason: '基数未知' } : {}),
    terms,
  };
}

/** One digit of each number is changed; every second one is told. */
export function fakePower(text: string): PowerReport {
  const errors = [...text.matchAll(/\d+/g)].map((match, index) => ({
    kind: 'digit' as const,
    range: rangeOf(match.index, match.index + match[0].length),
    before: match[0],
    after: `${match[0]}0`,
    section: '',
    caughtBy: index % 2 === 0 ? ['N204'] : [],
    tied: index % 2 === 0,
  }));
  const share = { planted: errors.length, caught: errors.filter(({ tied }) => tied).length };
  return {
    ...share,
    kinds: [{ kind: 'digit', ...share }],
    sections: [{ section: '', range: rangeOf(0, text.length), ...share }],
    rules: [{ code: 'N204', rule: 'fact-conflict', caught: share.caught }],
    errors,
    absent: ['row', 'count', 'total', 'reference', 'unit'],
  };
}

/** The facts of another report with the same concept and scope. */
export const factsLike = (
  { id, title, revision }: ReportSummary,
  { facts, quantities, states }: Analysis,
  { concept, scope }: Pick<Fact, 'concept' | 'scope'>,
): FactElsewhere[] =>
  facts
    .filter((fact) => fact.concept === concept && fact.scope === scope)
    .flatMap((fact) => {
      const quantity = quantities[fact.quantity];
      if (!quantity) return [];
      const { raw, value, unit } = quantity;
      const state = states[fact.quantity] ?? 'single';
      return [
        {
          reportId: id,
          title,
          revision,
          concept,
          scope,
          period: fact.period,
          raw,
          value,
          unit,
          place: '第1行',
          state,
        },
      ];
    });
