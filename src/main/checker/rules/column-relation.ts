import { decimal } from '../../../shared/decimal';
import type { Range } from '../../../shared/model/range';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { holds } from '../ties/arithmetic';
import type { TextTerm, TieDraft } from '../ties/build';
import { slipsOf } from '../ties/relations/slips';
import { relationsIn } from '../ties/standing';
import { writtenLike } from '../ties/written-like';

type MessageId = 'row' | 'rows';

/** A row whose figures do not fit what the other rows of its table show of their columns, and that one slip would make fit. */
export const columnRelation = defineRule<MessageId>({
  code: 'T114',
  name: 'column-relation',
  severity: 'error',
  looks: 'near',
  messages: {
    row: '{expression}；本表另有 {count} 行都是 {relation}，这一行不是',
    rows: '{expression}；本表绝大多数行是 {relation}，这一行不是',
  },
  applies: (report) => relationsIn(report).length > 0,
  check(report) {
    const ties = relationsIn(report);
    const told = new Set<number>();
    return ties
      .filter(({ status }) => status === 'fail')
      .flatMap((tie) => {
        const wrong = wrongIn(report, tie);
        // One wrong figure breaks all the relations that it stands in: it is told once.
        if (wrong.isSure && told.has(wrong.range.start)) return [];
        told.add(wrong.range.start);
        return [problemOf(tie, wrong, ties.filter((other) => isAlike(report, tie, other)).length)];
      });
  },
});

/** Another row of the same table for which the relation holds. */
const isAlike = ({ quantities }: CheckedReport, one: Tie, other: Tie): boolean =>
  other.relation === one.relation &&
  holds(other.status) &&
  blockOf(quantities, one) === blockOf(quantities, other);

const blockOf = (quantities: CheckedReport['quantities'], { terms: [first] }: Tie): number =>
  quantities[first?.quantity ?? -1]?.place.block ?? -1;

interface Wrong {
  readonly range: Range;
  /** What it must read; empty where more than one figure or value would do. */
  readonly text: string;
  readonly isSure: boolean;
}

/** The figure that is wrong: the one that mends several ties at once, or the only one that one slip explains; else the stated one. */
function wrongIn({ culprits, ties }: CheckedReport, tie: Tie): Wrong {
  const at = ties.indexOf(tie);
  const known = culprits.find(({ mends }) => mends.includes(at));
  if (known) return { range: known.range, text: known.text, isSure: true };
  const [stated] = tie.terms;
  if (!stated) throw new Error('a relation without its stated figure');
  // What a weight was laid on is no figure that stands there.
  const slips = slipsOf(draftOf(tie)).filter(({ term }) => term.quantity !== null);
  const [slip, another] = slips;
  const isOne = slip !== undefined && slips.every(({ term }) => term.range.start === slip.term.range.start);
  return {
    range: isOne ? slip.term.range : stated.range,
    text: slip && !another ? writtenLike(slip.value, slip.term) : '',
    isSure: isOne,
  };
}

function problemOf(tie: Tie, { range, text }: Wrong, count: number): Problem<MessageId> {
  return {
    message: count > 0 ? 'row' : 'rows',
    data: { expression: tie.expression, relation: tie.relation ?? '', count },
    range,
    related: tie.terms
      .filter((term) => term.range.start !== range.start)
      .map((term) => ({ range: term.range, note: '同一关系中的数' })),
    ...(text === '' ? {} : { fixes: [{ title: `改为 ${text}`, edits: [{ range, text }] }] }),
  };
}

function draftOf({ kind, form, terms: [stated, ...others] }: Tie): TieDraft {
  if (!stated) throw new Error('a relation without its stated figure');
  return {
    kind,
    form,
    stated: termOf(stated),
    operands: others.map((term) => ({ role: term.role, term: termOf(term) })),
  };
}

const termOf = ({ range, raw, quantity, figure }: TieTerm): TextTerm => ({
  range,
  raw,
  quantity,
  figure: {
    value: decimal(figure?.value ?? '0'),
    precision: figure?.precision ?? 0,
    approximator: figure?.approximator ?? null,
  },
});
