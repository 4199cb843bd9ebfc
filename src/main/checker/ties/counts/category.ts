import type { ReportDocument, Row } from '../../../../shared/model/document';
import { bodyRows, cellText, isSpecialRow } from '../../tables/cell-text';
import type { Target } from '../../text/references/label-targets';
import { findReferences } from '../../text/references/references';
import { tableOf, tableTarget } from './annex';
import type { Counted } from './counted';
import type { CountCheck } from './index';

/** A column of kinds has few of them. */
const MOST_KINDS = 8;
const LONGEST_KIND = 12;
/** So far behind the count its table may be named, in the same sentence. */
const REACH = 90;
/** …需要调整系统的1项。核对结果见表1: so short is what the next sentence says before. */
const NEXT_SENTENCE = 16;

/** 新制定制度2项、修订制度5项，详见表1: each count against the rows of its kind, where the sentence counts two kinds or more. */
export function categoryOf(
  document: ReportDocument,
  targets: readonly Target[],
  counted: Counted,
): CountCheck | null {
  const { text } = counted.block.prose;
  const sentence = sentenceAround(text, counted);
  const reference = findReferences(text).find(
    ({ start }) => start >= counted.to && isNear(text, start, sentence.end) && start - counted.to <= REACH,
  );
  const target = reference && tableTarget(targets, reference);
  const table = target && tableOf(document, target);
  if (!target || !table) return null;
  const rows = bodyRows(table).filter((row) => !isSpecialRow(row));
  const head = headOf(text.slice(sentence.start, counted.from));
  for (let column = 0; column < table.header.cells.length; column++) {
    const kinds = kindsIn(rows, column);
    const kind = kinds && kindOf(head, kinds);
    if (!kinds || kind === null || kindsCounted(text.slice(sentence.start, sentence.end), kinds) < 2)
      continue;
    const own = rows.filter((row) => cellText(row.cells[column]) === kind);
    return {
      kind: 'annex',
      stated: counted,
      counted: own.length,
      items: own.map(({ range }) => range),
      status: own.length === counted.value ? 'pass' : 'fail',
      annex: {
        label: `${target.written}“${kind}”`,
        range: own[0]?.range ?? target.range,
        sound: true,
        ofKind: true,
      },
    };
  }
  return null;
}

/** In the sentence, or as all that the next one says. */
const isNear = (text: string, start: number, end: number): boolean =>
  start < end || (start < end + NEXT_SENTENCE && text.slice(0, start).endsWith('见'));

function sentenceAround(text: string, { from, to }: Counted) {
  const stop = text.slice(to).search(/[。；\n]/);
  const start = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
  return { start, end: stop < 0 ? text.length : to + stop };
}

const headOf = (before: string): string => before.split(/[，、：（(]|其中/).at(-1) ?? '';

/** The kinds that a column tells rows apart by: few, short, some of them more than once. Null for other columns. */
function kindsIn(rows: readonly Row[], column: number): ReadonlySet<string> | null {
  const texts = rows.map((row) => cellText(row.cells[column]));
  const kinds = new Set(texts);
  const areShort = texts.every((text) => text !== '' && text.length <= LONGEST_KIND && !/\d/.test(text));
  return areShort && kinds.size > 1 && kinds.size <= MOST_KINDS && kinds.size < texts.length ? kinds : null;
}

function kindOf(head: string, kinds: ReadonlySet<string>): string | null {
  const found = [...kinds].filter((kind) =>
    kind.length > 1
      ? head.includes(kind)
      : new RegExp(`${kind}(?:[级类档]|风险|等级|优先级|危)`, 'u').test(head),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const kindsCounted = (sentence: string, kinds: ReadonlySet<string>): number =>
  sentence.split(/[，、：（(]|其中/).filter((part) => /\d/.test(part) && kindOf(part, kinds) !== null).length;
