import type { ReportDocument } from '../../src/shared/model/document.ts';
import type { Fact, Quantity } from '../../src/shared/model/quantity.ts';

/** One line of an expert's list: line, metric, scope_channel, period, value_as_written, unit, normalised, comparison, note. */
interface Listed {
  readonly line: number;
  readonly metric: string;
  readonly scope: string;
  readonly period: string;
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly comparison: string;
}

export interface Read {
  readonly document: ReportDocument;
  readonly quantities: readonly Quantity[];
  readonly facts: readonly Fact[];
}

export interface MeasuredFacts {
  readonly listed: number;
  readonly found: number;
  readonly listedDates: number;
  readonly dates: number;
  readonly concept: number;
  readonly scope: number;
  readonly period: number;
  /** Concept, scope and period right. */
  readonly all: number;
  readonly listedComparisons: number;
  readonly comparisons: number;
  readonly claims: number;
  /** Claims whose value and unit stand in the text as they were read. */
  readonly right: number;
  readonly misses: readonly string[];
}

/** Compares what was read with an expert's list (TSV with a header line). */
export function measureFacts({ document, quantities, facts }: Read, tsv: string): MeasuredFacts {
  const rows = listedFigures(tsv);
  const stated = rows.filter(
    ({ raw, unit, value }) =>
      !isDate(unit) && /\d/.test(value) && !/列举/.test(value) && /[\d一-九两三七百千]/.test(raw),
  );
  const dated = rows.filter(({ unit, value }) => isDate(unit) && /^\d{4}/.test(value));
  const lineOf = lineReader(document);
  const misses: string[] = [];
  const used = new Set<number>();
  const count = { found: 0, concept: 0, scope: 0, period: 0, all: 0, comparisons: 0 };
  let listedComparisons = 0;
  for (const row of stated) {
    const at = facts.findIndex((fact, index) => {
      const quantity = quantities[fact.quantity];
      return (
        quantity && !used.has(index) && lineOf(quantity.range.start) === row.line && sameFigure(quantity, row)
      );
    });
    const fact = facts[at];
    if (!fact) {
      misses.push(`${row.line} not found: ${row.raw} (${row.metric})`);
      continue;
    }
    used.add(at);
    count.found++;
    const right = {
      concept:
        agrees(`${fact.scope}${fact.concept}`, row.metric) ||
        agrees(fact.concept, row.metric) ||
        agrees(fact.concept, `${row.metric}${row.scope}`),
      scope: agreesScope(
        `${fact.scope} ${fact.concept}`,
        sectionOf(document, quantities[fact.quantity]),
        row.scope,
      ),
      period: samePeriod(fact.period, row.period),
    };
    if (right.concept) count.concept++;
    if (right.scope) count.scope++;
    if (right.period) count.period++;
    const wrong = Object.entries(right).flatMap(([name, ok]) => (ok ? [] : [name]));
    if (wrong.length === 0) count.all++;
    else {
      misses.push(
        `${row.line} ${row.raw}: ${wrong.join(', ')}\n    read   ${fact.concept} | ${fact.scope} | ${fact.period}\n    listed ${row.metric} | ${row.scope} | ${row.period}`,
      );
    }
    if (!/\d(?:%|倍)/.test(row.comparison)) continue;
    listedComparisons++;
    const rate = /[\d.,]+(?:%|倍)/.exec(row.comparison)?.[0];
    if (fact.comparison?.rate === rate) count.comparisons++;
    else
      misses.push(
        `${row.line} ${row.raw}: comparison ${row.comparison}, read ${JSON.stringify(fact.comparison)}`,
      );
  }
  const dates = dated.filter((row) => {
    const wanted = /^\d{4}(?:-\d\d){0,2}/.exec(row.value)?.[0] ?? '';
    const read = quantities.some(
      ({ range, date, exempt }) =>
        exempt === 'date' && lineOf(range.start) === row.line && startOf(date).startsWith(wanted.slice(0, 7)),
    );
    if (!read) misses.push(`${row.line} date not read: ${row.raw} ${row.value}`);
    return read;
  });
  const right = facts.filter((fact) => isAsWritten(quantities[fact.quantity], document));
  return {
    listed: stated.length,
    ...count,
    listedDates: dated.length,
    dates: dates.length,
    listedComparisons,
    claims: facts.length,
    right: right.length,
    misses,
  };
}

/** `2023-Q4` → `2023-10`. */
function startOf(date = ''): string {
  const part = /^(\d{4})-([QH])(\d)/.exec(date);
  if (!part) return date;
  const month = (Number(part[3]) - 1) * (part[2] === 'Q' ? 3 : 6) + 1;
  return `${part[1]}-${String(month).padStart(2, '0')}`;
}

const isDate = (unit: string): boolean => /日期|期间|季度|^[年月]$/.test(unit) && unit !== '';

function listedFigures(tsv: string): readonly Listed[] {
  return tsv
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((text) => text.split('\t'))
    .map(([line, metric = '', scope = '', period = '', raw = '', unit = '', value = '', comparison = '']) => {
      // 历时 2年 is a duration, not a date.
      const isDuration = /^历时|时长/.test(metric);
      return {
        line: Number(line),
        metric,
        scope,
        period,
        raw,
        unit: isDuration ? `${unit}（时长）` : unit,
        value,
        comparison,
      };
    });
}

function lineReader({ lineStarts }: ReportDocument): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function sameFigure(quantity: Quantity, row: Listed): boolean {
  const value = /\d[\d,]*/.exec(row.value)?.[0].replaceAll(',', '');
  const own = /^[>=≥≈]*[\d,]+ ([元笔户家个])/.exec(row.value)?.[1];
  const unit = own ?? row.unit.replace(/（时长）$/, '').replace(/^[万亿]/, '');
  const isVague = /^数百/.test(row.value) && quantity.value === '100';
  return (isVague || quantity.value === value) && (quantity.unit === unit || quantity.raw.endsWith(row.unit));
}

/** Pairs of neighbouring letters, without words that every list has. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().replace(/情况|支付|业务|互联|联互|互通|[^\p{L}\p{N}]+/gu, ' ');
  const pairs = plain
    .split(' ')
    .flatMap((word) =>
      Array.from(word).flatMap((_, at) => (at + 2 <= word.length ? [word.slice(at, at + 2)] : [])),
    );
  return new Set(pairs);
}

/** Half of the pairs of either stand in the other. */
function agrees(read: string, listed: string): boolean {
  const [ours, theirs] = [pairsOf(read), pairsOf(listed.replace(/数$/, ''))];
  const shared = [...theirs].filter((pair) => ours.has(pair)).length;
  if (shared > 0 && (shared * 2 >= theirs.size || shared * 2 >= ours.size)) return true;
  // The noun that a Chinese name ends with is what is counted: 新备物料, 宣传物料.
  const head = (text: string): string => text.replace(/[数量]$/, '').slice(-2);
  return head(read) === head(listed);
}

function agreesScope(read: string, headings: string, listed: string): boolean {
  if (/^(?:全文|概述|—|)$/.test(listed)) return true;
  const [ours, above] = [pairsOf(read), pairsOf(headings)];
  const theirs = [...pairsOf(listed)];
  // The expert's short names (入微, 外包内用) stand in the headings that the figure is under.
  return (
    theirs.some((pair) => ours.has(pair)) ||
    theirs.filter((pair) => above.has(pair)).length * 2 >= theirs.length
  );
}

/** The headings above a figure and what they hold: the expert's names of sections. */
function sectionOf({ blocks }: ReportDocument, quantity: Quantity | undefined): string {
  const titles: string[] = [];
  let section = blocks[quantity?.place.block ?? -1]?.section ?? -1;
  for (let level = 7; section >= 0; section--) {
    const block = blocks[section];
    if (block?.kind !== 'heading' || block.level >= level || block.level === 1) continue;
    titles.push(block.prose.text);
    level = block.level;
  }
  return `${titles.join(' ')} ${itemHead(blocks[quantity?.place.block ?? -1], quantity)}`;
}

/** A run-in head: the sentence that began the item (三是与境外机构开展合作。) that the figure is in. */
function itemHead(
  block: ReportDocument['blocks'][number] | undefined,
  quantity: Quantity | undefined,
): string {
  if (!block || !quantity || !('prose' in block)) return '';
  const before = block.prose.text.slice(0, Math.max(0, quantity.range.start - block.prose.start));
  return /.*[一二三四五六七八九]是([^。]*)。/s.exec(before)?.[1] ?? '';
}

function samePeriod(read: string, listed: string): boolean {
  const until = /^截至(\d{4})(?:-(\d\d)-(\d\d))?/.exec(listed);
  if (until) {
    const [, year = '', month = '12', day = '31'] = until;
    return read === `..${year}-${month}-${day}`;
  }
  // No period of its own: none is read, or the report's.
  if (!/^\d{4}/.test(listed)) return read === '' || /^(?:\d{4}|\.\.\d{4}-12-31)$/.test(read);
  if (listed.endsWith('初')) return read === `..${listed.slice(0, 4)}-01-01`;
  const start = listed.replace(/起$/, '');
  return read === start || (/^\d{4}$/.test(start) && read.startsWith(start));
}

/** Read again on its own, the slice has the same digits. */
function isAsWritten(quantity: Quantity | undefined, { text }: ReportDocument): boolean {
  if (!quantity) return false;
  const slice = text.slice(quantity.range.start, quantity.range.end);
  const digits = (raw: string): string => raw.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');
  if (!/\d/.test(slice)) return /\p{Script=Han}/u.test(slice);
  return (
    digits(slice) === digits(quantity.value) &&
    (quantity.unit === '' || slice.length > digits(slice).length || quantity.place.row !== undefined)
  );
}
