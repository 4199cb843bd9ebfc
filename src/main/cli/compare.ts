import type { Analysis } from '../../shared/model/analysis';
import type {
  CellChange,
  FigureChange,
  RevisionComparison,
  TableChange,
  TextChange,
} from '../../shared/model/comparison';
import { failure, success } from '../../shared/result';
import { compareRevisions } from '../review/compare/compare';
import type { Outcome } from './main';
import { placeOf, write } from './output';
import { checkFile, type ReadOptions } from './read-report';

/** `gouji compare`: what a later draft changed against an earlier one, text and figures. */
export async function compare(
  earlier: string,
  later: string,
  format: string,
  options: ReadOptions,
): Promise<Outcome> {
  if (format !== 'text' && format !== 'json') {
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  }
  const before = await checkFile(earlier, options);
  if (!before.ok) return before;
  const after = await checkFile(later, options);
  if (!after.ok) return after;
  const sides = [before.value.analysis, after.value.analysis] as const;
  const comparison = compareRevisions(...sides, []);
  await write(format === 'json' ? asJson(comparison, sides) : asText(comparison, sides));
  return success(0);
}

type Sides = readonly [Analysis, Analysis];

function asJson(
  { text, figures, findings, tables, years, periods }: RevisionComparison,
  [before, after]: Sides,
): string {
  const placed = <C extends TextChange | FigureChange | CellChange>(change: C) => ({
    ...change,
    before: change.before && {
      ...placeOf(before.document, change.before.range),
      ...withoutRange(change.before),
    },
    after: change.after && { ...placeOf(after.document, change.after.range), ...withoutRange(change.after) },
  });
  const tablesPlaced = tables.map((table) => ({
    ...table,
    before: table.before && placeOf(before.document, table.before),
    after: table.after && placeOf(after.document, table.after),
    cells: table.cells.map(placed),
  }));
  const shown = {
    text: text.map(placed),
    figures: figures.map(placed),
    findings,
    tables: tablesPlaced,
    years,
    periods,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

const withoutRange = ({ range: _, ...rest }: { readonly range: unknown }): object => rest;

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

function asText(
  { text, figures, findings, tables, periods }: RevisionComparison,
  [before, after]: Sides,
): string {
  const line = (analysis: Analysis, change: TextChange['before']): string =>
    change ? `第 ${placeOf(analysis.document, change.range).line} 行` : '';
  const texts = text.flatMap((change) => [
    `${SIGNS[change.kind]} ${line(after, change.after) || line(before, change.before)}`,
    ...(change.before ? [`    旧：${change.before.text}`] : []),
    ...(change.after ? [`    新：${change.after.text}`] : []),
  ]);
  const changed = figures.map((change) => {
    const { kind, concept, scope, period, periodBefore, before: old, after: now, growth } = change;
    const periodTold =
      periodBefore !== '' && periodBefore !== period ? `${periodBefore} → ${period}` : period;
    const meaning = [scope, concept, periodTold].filter(Boolean).join(' ') || '（未识别指标）';
    return `${SIGNS[kind]} ${meaning}：${old?.raw ?? '（无）'} → ${now?.raw ?? '（无）'}${growth === null ? '' : `（${growth}%）`}`;
  });
  const { gone, staying, arrived } = findings;
  return `${[
    `文字变动 ${text.length} 处`,
    ...texts,
    `数字变动 ${figures.length} 处${acrossPeriods(periods)}`,
    ...changed,
    `表格变动 ${tables.length} 张`,
    ...tables.flatMap(tableLines),
    `问题：消失 ${gone} 个，仍在 ${staying} 个，新增 ${arrived} 个`,
  ].join('\n')}\n`;
}

/** That figures of two periods stand beside each other. */
const acrossPeriods = ({ before, after, months }: RevisionComparison['periods']): string =>
  months === 0 ? '' : `（${before || '前一份'} → ${after || '后一份'}，按对应期间配对）`;

const tableLines = ({ kind, title, cells }: TableChange): readonly string[] => [
  `${SIGNS[kind]} ${title || '（无标题）'}`,
  ...cells.map(
    ({ kind: one, row, column, before, after }) =>
      `    ${SIGNS[one]} ${[row, column].filter(Boolean).join(' / ') || '表头'}：${before?.text ?? '（无）'} → ${after?.text ?? '（无）'}`,
  ),
];
