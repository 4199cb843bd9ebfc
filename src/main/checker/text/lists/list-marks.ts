import { allMatches } from '../../../../shared/matches';
import { ORGANISATION } from '../../language/organisations';

/** A mark between items of one list that is not the one between the others; index into the text. */
export interface OddMark {
  readonly at: number;
  readonly right: '，' | '、';
  readonly left: string;
  readonly behind: string;
}

const UNIT = new RegExp(`(?:${ORGANISATION})$`);
/** What is said of an organisation rather than its name. */
const SAID = /[\d的了是为在已将对把被由从向以并应须可与和及等负责牵头参与组织]/;
const CLAUSES = /[^，；。：！？\n]+/g;

/** 信息科技部，数据管理部、内部审计部参与: a clause that is a name alone, before a list of such names. */
export function commasAfterNames(text: string): readonly OddMark[] {
  if (!text.includes('、')) return [];
  const clauses = allMatches(text, CLAUSES).map(({ 0: clause, index }) => ({ clause, at: index }));
  return clauses.flatMap(({ clause, at }, nth): OddMark[] => {
    const next = clauses[nth + 1];
    const end = at + clause.length;
    if (!next || next.at !== end + 1 || text.charAt(end) !== '，') return [];
    const left = clause.split('、').at(-1) ?? '';
    const [behind = '', second] = next.clause.split('、');
    const areNames = [left, behind].every((name) => name.length >= 3 && UNIT.test(name) && !SAID.test(name));
    // A subject of its own begins the clause before: 由A部牵头，B部、C部参与 stays.
    const isWhole = clause.split('、').every((name) => UNIT.test(name) && !SAID.test(name));
    return areNames && isWhole && second !== undefined && nth > 0
      ? [{ at: end, right: '、', left, behind }]
      : [];
  });
}

/** 涉赌类模型19个: a name and its figure, between marks. */
const COUNTED =
  /(?<=^|[，、；：。])(\p{Script=Han}{2,16})\d[\d,.]*(?:万|亿)?[\p{Script=Han}%％]{1,3}(?=([，、；。]))/gu;
const LEAST = 3;
/** Begins another level of a list. */
const OTHERWISE = /^(?:加上?|减去?|扣除|其中|另|合计|共|含|包括)/;

/** One mark of another kind among the figures of like names: 模型23个，…模型19个、…模型11个，…模型9个. */
export function marksAmongFigures(text: string): readonly OddMark[] {
  const items = allMatches(text, COUNTED).map(({ 0: raw, 1: name = '', 2: mark = '', index }) => ({
    name,
    mark,
    from: index,
    to: index + raw.length,
  }));
  const runs: (typeof items)[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run &&
      last &&
      last.to + 1 === item.from &&
      '，、'.includes(last.mark) &&
      last.name.slice(-2) === item.name.slice(-2) &&
      !OTHERWISE.test(item.name)
    )
      run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => oddIn(run.slice(0, -1), text));
}

function oddIn(
  items: readonly { readonly mark: string; readonly to: number; readonly name: string }[],
  text: string,
): OddMark[] {
  const counts = new Map<string, number>();
  for (const { mark } of items) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [usual, rare, ...more] = [...counts].sort(([, a], [, b]) => b - a);
  if (!usual || !rare || more.length > 0 || rare[1] > 1 || usual[1] < LEAST) return [];
  const odd = items.find(({ mark }) => mark === rare[0]);
  if (!odd) return [];
  const behind = /^\p{Script=Han}*/u.exec(text.slice(odd.to + 1, odd.to + 17))?.[0] ?? '';
  return [{ at: odd.to, right: usual[0] as OddMark['right'], left: odd.name, behind }];
}

const COUNTED_ITEM =
  /^(?<name>.*?\p{Script=Han})(?<figure>\d[\d,]*(?:\.\d+)?)(?<unit>[万亿]?\p{Script=Han}{1,2})$/u;
const BREAK = /[，。；：！？\n]/;
/** So far around a list its sum is looked for. */
const SUM_AROUND = 40;

interface CountedItem {
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
}

/** The one ； of a list of figures whose others 、 separates: 董事5名、独立董事3名；职工董事1名. */
export function semicolonsAmongFigures(text: string): readonly OddMark[] {
  const found: OddMark[] = [];
  for (let at = text.indexOf('；'); at >= 0; at = text.indexOf('；', at + 1)) {
    if (!/\d/.test(text.slice(at - 4, at))) continue;
    const [from, to] = [breakBefore(text, at), breakBehind(text, at + 1)];
    const [left, right] = [text.slice(from, at).split('、'), text.slice(at + 1, to).split('、')];
    // Two and two are two lists, one and one none.
    if (Math.min(left.length, right.length) !== 1 || left.length + right.length < LEAST) continue;
    const items = [...left, ...right].flatMap((piece) => itemOf(piece) ?? []);
    if (items.length < left.length + right.length || items.some(({ unit }) => unit !== items[0]?.unit))
      continue;
    const around = text.slice(Math.max(0, from - SUM_AROUND), from) + text.slice(to, to + SUM_AROUND);
    if (items.slice(1).some(({ name }) => OTHERWISE.test(name))) continue;
    if (isNested(left, items, text.slice(0, from))) continue;
    if (isSummed(items, around) || (areAlike(items) && !goesOn(left, right, items, text.slice(to), around)))
      found.push({
        at,
        right: '、',
        left: items[left.length - 1]?.name.slice(-8) ?? '',
        behind: items[left.length]?.name ?? '',
      });
  }
  return found;
}

/** 已预警29起，其中甲24起、乙5起；未预警8起: the items before the mark are of the figure before them. */
function isNested(left: readonly string[], items: readonly CountedItem[], before: string): boolean {
  const own = items.slice(0, left.length);
  return left.length > 1 && OTHERWISE.test(own[0]?.name ?? '') && isSummed(own, before.slice(-SUM_AROUND));
}

function itemOf(piece: string): CountedItem | null {
  const { name = '', figure = '', unit = '' } = COUNTED_ITEM.exec(piece)?.groups ?? {};
  return figure === '' ? null : { name, figure, unit };
}

function breakBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && !BREAK.test(text.charAt(from - 1))) from--;
  return from;
}

function breakBehind(text: string, at: number): number {
  let to = at;
  while (to < text.length && !BREAK.test(text.charAt(to))) to++;
  return to;
}

/** All names end alike, or begin alike behind what leads to the first of them. */
function areAlike(items: readonly CountedItem[]): boolean {
  const [first, second] = items;
  if (!first || !second) return false;
  if (items.every(({ name }) => name.slice(-2) === first.name.slice(-2))) return true;
  const head = second.name.slice(0, 2);
  return first.name.includes(head) && items.slice(1).every(({ name }) => name.startsWith(head));
}

/** …；女性董事3名，占比23.1%: what the mark sets off has a sentence of its own, or the others alone make up the sum. */
const goesOn = (
  left: readonly string[],
  right: readonly string[],
  items: readonly CountedItem[],
  behind: string,
  around: string,
): boolean =>
  /^，(?:占|较|比|同比|环比|其中|增|减)/.test(behind) ||
  isSummed(left.length > right.length ? items.slice(0, left.length) : items.slice(left.length), around);

/** Their sum, with their unit, stands beside the list. */
function isSummed(items: readonly CountedItem[], around: string): boolean {
  if (items.some(({ figure }) => figure.includes('.'))) return false;
  const sum = items.reduce((total, { figure }) => total + BigInt(figure.replaceAll(',', '')), 0n);
  return new RegExp(`(?<![\\d.])${sum}${items[0]?.unit}`).test(around.replace(/(?<=\d),(?=\d{3})/g, ''));
}
