import type { LedgerFact } from '../../../shared/model/ledger';
import type { Reference } from '../../../shared/model/reference';
import { formatPeriod, joinPeriods, takePeriod, wholePeriod } from '../ledger/period';
import { type Grade, gradeMeasures } from './grade';
import { mainSpan } from './main-period';
import { keyOf, type Measure, measureOf } from './measure';
import { type Span, spanKey, spanOf } from './span';

/** A figure of a reference, ready to be found. */
export interface ReferenceEntry {
  /** Index into the references given. */
  readonly reference: number;
  readonly kind: Reference['kind'];
  readonly fact: LedgerFact;
  readonly measure: Measure;
  /** Null where neither the figure nor its source names a period. */
  readonly span: Span | null;
}

/** Figures of one measure. */
export interface ReferenceGroup {
  readonly entries: readonly ReferenceEntry[];
  readonly byPeriod: ReadonlyMap<string, readonly ReferenceEntry[]>;
}

export interface ReferenceIndex {
  readonly exact: ReadonlyMap<string, ReferenceGroup>;
  readonly families: ReadonlyMap<string, readonly ReferenceEntry[]>;
  readonly cores: ReadonlyMap<string, readonly ReferenceEntry[]>;
}

/** In a larger family only figures of the same name are looked at. */
const MOST_IN_FAMILY = 64;

const familyKey = ({ unit, qualifiers }: Measure): string => `${unit}\n${qualifiers}`;
const exactKey = (measure: Measure): string =>
  `${familyKey(measure)}\n${measure.cumulative}\n${keyOf(measure)}`;
const coreKey = (measure: Measure): string => `${familyKey(measure)}\n${measure.core}`;

interface Indexed {
  readonly main: string;
  readonly index: ReferenceIndex;
}

/** Alignments and ties of one report ask for the same index. */
const lately = new WeakMap<readonly Reference[], Indexed>();

/** Indexes the figures of all references. `main`: the report's period, for figures that name only a month. */
export function indexReferences(references: readonly Reference[], main: Span | null): ReferenceIndex {
  const name = main ? `${main.start}..${main.end}` : '';
  const known = lately.get(references);
  if (known?.main === name) return known.index;
  const index = indexOf(references, main);
  lately.set(references, { main: name, index });
  return index;
}

function indexOf(references: readonly Reference[], main: Span | null): ReferenceIndex {
  const bodies = new Map<string, string>();
  const exact = new Map<string, ReturnType<typeof newGroup>>();
  const families = new Map<string, ReferenceEntry[]>();
  const cores = new Map<string, ReferenceEntry[]>();
  references.forEach(({ kind, name, facts }, reference) => {
    const own = mainSpan(
      name,
      facts.map(({ period }) => period),
    );
    const known = new Map<string, Measure>();
    for (const fact of facts) {
      const key = `${fact.unit}\n${fact.concept}\n${fact.scope}`;
      const measure =
        known.get(key) ?? measureOf({ ...fact, unit: fact.unit || countedUnit(fact.concept) }, [], bodies);
      known.set(key, measure);
      const entry = { reference, kind, fact, measure, span: entrySpan(fact.period, own, main, kind) };
      const group = exact.get(exactKey(measure)) ?? newGroup();
      exact.set(exactKey(measure), group);
      group.entries.push(entry);
      if (entry.span) push(group.byPeriod, spanKey(entry.span, measure.stock), entry);
      push(families, familyKey(measure), entry);
      if (measure.core !== '') push(cores, coreKey(measure), entry);
    }
  });
  return { exact, families, cores };
}

/** A ledger without units counts what its headers name: 交易笔数 are 笔. Empty where the header does not tell. */
const countedUnit = (concept: string): string => /([笔户人家台件])(?:次)?数(?:量)?$/.exec(concept)?.[1] ?? '';

const newGroup = () => ({
  entries: [] as ReferenceEntry[],
  byPeriod: new Map<string, ReferenceEntry[]>(),
});

function push(map: Map<string, ReferenceEntry[]>, key: string, entry: ReferenceEntry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

function entrySpan(
  period: string,
  own: Span | null,
  main: Span | null,
  kind: Reference['kind'],
): Span | null {
  if (period === '') return own ?? (kind === 'ledger' ? main : null);
  const span = spanOf(period);
  if (span) return span;
  // `12月` in a ledger of the year.
  const near = wholePeriod(period);
  const year = (own ?? main)?.end.slice(0, 4);
  const far = year ? takePeriod(`${year}年`)?.parts : undefined;
  const joined = near && far ? joinPeriods(near, far) : null;
  return joined ? spanOf(formatPeriod(joined)) : null;
}

export interface Candidates extends ReferenceGroup {
  readonly grade: Exclude<Grade, 'different'>;
}

/** Figures of the references that are certainly of this measure; else those that probably are. */
export function findEntries(index: ReferenceIndex, measure: Measure): Candidates | null {
  const exact = index.exact.get(exactKey(measure));
  const [first] = exact?.entries ?? [];
  if (exact && first && gradeMeasures(measure, first.measure) === 'same') return { grade: 'same', ...exact };
  const family = index.families.get(familyKey(measure)) ?? [];
  const few = family.length <= MOST_IN_FAMILY ? family : (index.cores.get(coreKey(measure)) ?? []);
  const graded = few
    .slice(0, MOST_IN_FAMILY)
    .map((entry) => ({ entry, grade: gradeMeasures(measure, entry.measure) }));
  for (const wanted of ['same', 'likely'] as const) {
    const entries = graded.filter(({ grade }) => grade === wanted).map(({ entry }) => entry);
    if (entries.length > 0) return { grade: wanted, entries, byPeriod: periodsOf(entries, measure.stock) };
  }
  return null;
}

function periodsOf(
  entries: readonly ReferenceEntry[],
  stock: boolean,
): ReadonlyMap<string, readonly ReferenceEntry[]> {
  const byPeriod = new Map<string, ReferenceEntry[]>();
  for (const entry of entries) if (entry.span) push(byPeriod, spanKey(entry.span, stock), entry);
  return byPeriod;
}

/** Of many figures that claim to be one, so many are looked at. */
const MOST_OF_PERIOD = 8;

/** The figures of one period, one with that value first where it is known; a few of many. */
export function ofPeriod(
  group: ReferenceGroup | null,
  span: Span | null,
  stock: boolean,
  value?: string,
): readonly ReferenceEntry[] {
  const entries = (group && span && group.byPeriod.get(spanKey(span, stock))) || [];
  if (entries.length <= MOST_OF_PERIOD) return entries;
  const equal = entries.find(({ fact }) => fact.value === value);
  return [...(equal ? [equal] : []), ...entries.slice(0, MOST_OF_PERIOD)];
}
