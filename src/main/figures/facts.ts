import type { Block, ProseBlock, ReportDocument, Table } from '../../shared/model/document';
import type { Comparison, Fact, Quantity } from '../../shared/model/quantity';
import { comparisonBefore, pairedComparison } from './comparisons';
import { conceptOf } from './concepts';
import { type PeriodAt, periodsOf } from './periods';
import { tableContext } from './table-columns';
import { labelColumn, rowLabels } from './table-rows';

/** What each claim means. Quantities that make no claim have no fact. */
export function extractFacts(document: ReportDocument, quantities: readonly Quantity[]): readonly Fact[] {
  const byBlock = new Map<number, number[]>();
  quantities.forEach((quantity, index) => {
    if (quantity.exempt !== null) return;
    const indices = byBlock.get(quantity.place.block);
    if (indices) indices.push(index);
    else byBlock.set(quantity.place.block, [index]);
  });
  return [...byBlock].flatMap(([blockIndex, indices]) => {
    const block = document.blocks[blockIndex];
    if (!block) return [];
    if (block.kind === 'table') return tableFacts(document, block, quantities, indices);
    return 'prose' in block ? proseFacts(document, block, quantities, indices) : [];
  });
}

function proseFacts(
  document: ReportDocument,
  block: ProseBlock,
  quantities: readonly Quantity[],
  indices: readonly number[],
): readonly Fact[] {
  const { text } = block.prose;
  const periods = periodsOf(text);
  const section = sectionTitle(document, block);
  const places = placesIn(block, quantities, indices);
  const period = periodReader(periods);
  const facts: Fact[] = [];
  places.forEach(({ index, from, to, quantity }, nth) => {
    const comparison = isRate(quantity) ? comparisonBefore(text, from, quantity.raw) : null;
    const base = comparison && facts.at(-1);
    if (comparison && base) {
      const place = places[nth - 1];
      const gap = place ? text.slice(place.to, from) : '';
      if (/^[（(，,、]?[^。；]{0,12}$/.test(gap)) facts[facts.length - 1] = { ...base, comparison };
      const concept = `${base.concept}${comparison.basis}增速`;
      facts.push({ quantity: index, concept, scope: base.scope, period: base.period, comparison: null });
      return;
    }
    const before = text.slice(Math.max(places[nth - 1]?.to ?? 0, from - REACH), from);
    const sentence = text.slice(Math.max(0, from - REACH), from);
    const { concept, scope } = conceptOf(before, text.slice(to, to + 24), sentence);
    const carried =
      scope === '' && concept !== '' ? carriedScope(facts, text, places[nth - 1]?.to ?? 0, from) : scope;
    facts.push({
      quantity: index,
      concept,
      scope: carried || section,
      period: period(from),
      comparison: null,
    });
  });
  return pairComparisons(facts, places, text, quantities);
}

/** How far back a figure's meaning is looked for: further than any sentence goes. Keeps a long paragraph linear. */
const REACH = 400;

interface PlaceOfQuantity {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
}

/** Where each quantity stands in the prose text: source offsets walked along with the text. */
function placesIn(
  block: ProseBlock,
  quantities: readonly Quantity[],
  indices: readonly number[],
): PlaceOfQuantity[] {
  const { prose } = block;
  let gap = 0;
  let skipped = 0;
  return indices.flatMap((index) => {
    const quantity = quantities[index];
    if (!quantity) return [];
    const end = quantity.range.start - prose.start;
    for (let next = prose.gaps[gap]; next && next.at + skipped + next.skip <= end; next = prose.gaps[++gap]) {
      skipped += next.skip;
    }
    const from = end - skipped;
    return [{ index, from, to: from + quantity.raw.length, quantity }];
  });
}

const isRate = (quantity: Quantity): boolean => ['%', '个百分点', '倍', '‰'].includes(quantity.unit);

/** A clause without a subject of its own goes on with the one before it in the same sentence. */
function carriedScope(facts: readonly Fact[], text: string, previousEnd: number, from: number): string {
  return text.slice(previousEnd, from).includes('。') ? '' : (facts.at(-1)?.scope ?? '');
}

/** 分别增长56.4倍和51.2倍: each rate belongs to the fact as many places before it. */
function pairComparisons(
  facts: Fact[],
  places: readonly PlaceOfQuantity[],
  text: string,
  quantities: readonly Quantity[],
): readonly Fact[] {
  for (const { rates, basis, direction } of pairedComparison(text, places)) {
    for (const rate of rates) {
      const target = rate - rates.length;
      const rateFact = facts[rate];
      const base = facts[target];
      const raw = quantities[places[rate]?.index ?? -1]?.raw ?? '';
      const measured = base && quantities[base.quantity];
      if (!base || !rateFact || !measured || isRate(measured)) continue;
      const comparison: Comparison = { basis, direction, rate: raw };
      facts[target] = { ...base, comparison };
      facts[rate] = {
        ...rateFact,
        concept: `${base.concept}${basis}增速`,
        scope: base.scope,
        period: base.period,
      };
    }
  }
  return facts;
}

/** The last period before a place; the places asked for ascend. */
function periodReader(periods: readonly PeriodAt[]): (at: number) => string {
  let next = 0;
  return (at) => {
    while ((periods[next]?.at ?? Number.POSITIVE_INFINITY) <= at) next++;
    return periods[next - 1]?.value ?? '';
  };
}

const HEADING_NUMBER =
  /^\s*(?:第?[一二三四五六七八九十]+[、章节．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.、．]?)\s*/;

function sectionTitle(document: ReportDocument, block: Block): string {
  const heading = document.blocks[block.section];
  return heading?.kind === 'heading' && heading.level > 1
    ? heading.prose.text.replace(HEADING_NUMBER, '')
    : '';
}

function tableFacts(
  document: ReportDocument,
  table: Table,
  quantities: readonly Quantity[],
  indices: readonly number[],
): readonly Fact[] {
  const { columns } = tableContext(document, table);
  const headers = columns.map(({ path }) => meaningOf(path));
  const labels = rowLabels(table);
  const labelled = labelColumn(table);
  const section = sectionTitle(document, table);
  const sectionPeriod = periodsOf(section)[0]?.value ?? '';
  return indices.map((index): Fact => {
    const { row = -1, column = -1 } = quantities[index]?.place ?? {};
    const header = headers[column] ?? { concept: '', period: '' };
    const label = column === labelled ? '' : (labels[row] ?? '');
    const period = header.period || periodsOf(label)[0]?.value || sectionPeriod;
    // Under a header that is only a period, the row says what is measured.
    const [concept, scope] = header.concept === '' ? [label, section] : [header.concept, label || section];
    return { quantity: index, concept, scope, period, comparison: null };
  });
}

const PERIOD_ONLY =
  /^(?:(?:19|20)\d{2}年(?:度|末|底)?)?(?:\d{1,2}月(?:份|末|底)?|第?[一二三四1-4]季度|[上下]半年)?$/;

/** `['2024年', '金额']` → the concept 金额 in 2024. */
function meaningOf(path: readonly string[]): { readonly concept: string; readonly period: string } {
  const texts = path.map((text) => text.replace(/[（(][^）)]*[）)]/g, ''));
  const period = path.flatMap((text) => periodsOf(text)).at(-1)?.value ?? '';
  return { concept: texts.filter((text) => !PERIOD_ONLY.test(text)).join(' '), period };
}
