import { compare } from '../../../../shared/decimal';
import { addTo } from '../../../../shared/group-by';
import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { spanOf } from '../../../figures/identity/span';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, claimsOf } from '../prose/claims';
import { headingsIn } from './sections';
import { aroundOf, isCovered } from './words';

/** A figure that something is worked out on: 262.70亿元 of 按业务总额262.70亿元计算. */
interface Base {
  readonly claim: Claim;
  readonly block: ProseBlock;
  readonly name: string;
  /** The half, quarter or month that it is said to be of. */
  readonly when: string;
}

const WORKED_OUT = /^(?:来|进行)?(?:计算|测算|推算|估算|折算|核算|匡算|为(?:基数|分母|基础|底数))/;
const ON = /^(?:分别)?(?:按照?|以|依|根据)(?!原|新|旧|上|去|前|假|最|每|不)/;
const SHORTEST = 3;
/** A name that so many figures bear tells none of them, and nobody holds all against all. */
const MOST_TELLERS = 200;
/** Says when, or that a figure follows. */
const WHEN =
  /^(?:截[至止]|全年|年度|报告期[内末]?|[本当]?[年月季期][内末底]?|[上下]半年|[一二三四]季度|累计|共|目前)+/;
const LINK = /(?:分别)?(?:为|达到?|是|有|共|计|共计|合计)+$/;
const WORKED_OUT_ON = /(?:计算|测算|推算|估算|折算|核算|匡算|基数|分母|基础|底数)/;

/**
 * 按业务总额262.70亿元计算 where 跨境支付业务总额为262.70亿元 was told: what is worked out on a figure takes it from where it is told
 * by that name, or by one that only says besides what the whole report is about.
 */
export function baseTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const { document, quantities } = input;
  const bases = document.blocks.flatMap((block): readonly Base[] =>
    isProse(block) && WORKED_OUT_ON.test(block.prose.text) ? basesIn(input, block) : [],
  );
  const open = bases.filter(({ claim }) => !tied.has(claim.fact.quantity));
  if (open.length === 0) return [];
  const ends = new Set(open.map(({ name, claim }) => endOf(name, claim)));
  const units = new Set(open.map(({ claim }) => claim.quantity.unit));
  const tellers = tellersIn(input, units, ends);
  return open.flatMap((base): readonly Tie[] => {
    const named = tellers.get(endOf(base.name, base.claim)) ?? [];
    const told = named.length > MOST_TELLERS ? null : toldBy(input, base, named);
    return told
      ? [
          buildTie({
            kind: 'same',
            form: 'equal',
            stated: termOf(quantities, base.claim.fact.quantity),
            operands: [{ role: 'other', term: termOf(quantities, told.claim.fact.quantity) }],
            exact: base.claim.quantity.precision === told.claim.quantity.precision,
            definite: base.name,
          }),
        ]
      : [];
  });
}

/** Figures of the units by how their names end. */
function tellersIn(
  input: TieInput,
  units: ReadonlySet<string>,
  ends: ReadonlySet<string>,
): ReadonlyMap<string, readonly Base[]> {
  const tellers = new Map<string, Base[]>();
  for (const block of input.document.blocks) {
    if (!isProse(block)) continue;
    for (const claim of claimsOf(block, input)) {
      if (!units.has(claim.quantity.unit) || claim.quantity.approximator !== null) continue;
      const { before, after } = aroundOf(block.prose.text, claim);
      if (WORKED_OUT.test(after)) continue;
      const name = nameOf(before);
      const end = endOf(name, claim);
      if (name.length < SHORTEST || !ends.has(end)) continue;
      addTo(tellers, end, { claim, block, name, when: whenOf(before) });
    }
  }
  return tellers;
}

const isProse = (block: { readonly kind: string }): block is ProseBlock =>
  block.kind === 'paragraph' || block.kind === 'list-item';

const endOf = (name: string, { quantity: { unit } }: Claim): string => `${name.slice(-2)} ${unit}`;

const whenOf = (before: string): string =>
  /[上下]半年|[一二三四]季度|[本上]月|[本上]年/.exec(before)?.[0] ?? '';

const nameOf = (before: string): string => before.replace(/\s+/g, '').replace(WHEN, '').replace(LINK, '');

function basesIn(input: TieInput, block: ProseBlock): readonly Base[] {
  const { text } = block.prose;
  return claimsOf(block, input).flatMap((claim): readonly Base[] => {
    const { before, after } = aroundOf(text, claim);
    if (claim.isRatio || claim.quantity.approximator !== null) return [];
    if (!WORKED_OUT.test(after) || !ON.test(before)) return [];
    const name = nameOf(before.replace(ON, ''));
    return name.length < SHORTEST ? [] : [{ claim, block, name, when: whenOf(before) }];
  });
}

/** The place that tells the same number, or one of those that all tell another; each name may say what the report is about. */
function toldBy(input: TieInput, base: Base, tellers: readonly Base[]): Base | null {
  const subject = input.document.title + headingsIn(input.document)(base.block.section);
  const alike = tellers.filter(
    ({ name, claim, when }) =>
      name.endsWith(base.name) && when === base.when && isOfOneTime(claim, base.claim),
  );
  const equal = alike.find(({ claim }) => compare(claim.value, base.claim.value) === 0);
  if (equal) return equal;
  const named = alike.filter(({ name }) => isCovered(name.slice(0, -base.name.length), subject));
  const [first] = named;
  const isAgreed = named.every(({ claim }) => first && compare(claim.value, first.claim.value) === 0);
  return first && isAgreed ? first : null;
}

function isOfOneTime({ fact: a }: Claim, { fact: b }: Claim): boolean {
  const [one, other] = [spanOf(a.period), spanOf(b.period)];
  return one === null || other === null || one.end === other.end;
}
