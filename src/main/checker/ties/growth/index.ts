import type { ReportDocument, Table } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { blockwise, ONLY_TABLES } from '../../../document/blockwise';
import { movedTie } from '../../moved';
import type { TieInput } from '../input';
import { type Lattice, type LatticeName, latticesOf } from '../tables/lattice';
import { bodyText, notesBelow } from '../tables/notes';
import { bestReading, type Candidate, tiesOf } from '../tables/reading';
import { measureNamed } from '../tables/words';
import { type ChangeForm, changeClaims, formsOf, hasMarks, isRateName } from './claims';
import { operandOf, type Pair, pairsFor } from './pairs';
import { seriesFor } from './series';

/** 增长, 增减, 同比 and 环比 columns and rows against the two periods' figures. */
export const tableGrowthTies = (input: TieInput): readonly Tie[] => changesOf(input.document, input);

const changesOf = blockwise(
  (block, document, input: TieInput): readonly Tie[] => {
    const lattices = block.kind === 'table' ? latticesOf(block, input) : [];
    if (block.kind !== 'table' || lattices.length === 0) return [];
    const around = aroundOf(document, block);
    return lattices.flatMap((lattice) => growthIn(lattice, around));
  },
  movedTie,
  ONLY_TABLES,
);

/** What the words at a table say about how its changes were made. */
interface Around {
  /** Why its changes need not follow from its figures; empty when nothing says so. */
  readonly doubt: string;
  /** Output and value added stand in it: told at constant prices. */
  readonly isOutput: boolean;
}

const OTHER_PRICES =
  /可比价|不变价|可比口径|同口径|可比增长|剔除|还原|扣除价格|实际增长|名义增长|两年平均|年均|复合增长|季节调整|考核口径/;
const OUTPUT = /生产总值|增加值|总产值|GDP/;
const NEAR = 160;

function aroundOf(document: ReportDocument, table: Table): Around {
  const { text } = document;
  const { range, header } = table;
  const above = text.slice(Math.max(0, range.start - NEAR), header.range.end);
  const before = (above.split(/\n#+ |\|\n\n/).at(-1) ?? '').replace(/(?:^|\n)(?:注|说明)[^\n]*/g, '');
  const after = notesBelow(document, table);
  const own = bodyText(table);
  const word = [before, own, after].map((part) => OTHER_PRICES.exec(part)?.[0]).find((found) => found);
  return {
    doubt: word ? `表中注明“${word}”，不能用表中数字直接核对` : '',
    isOutput: OUTPUT.test(before) || OUTPUT.test(own),
  };
}

function growthIn(lattice: Lattice, { doubt, isOutput }: Around): readonly Tie[] {
  const changes = lattice.fields.filter((field) => isChangeField(field, lattice.fields));
  if (changes.length === 0) return [];
  const amounts = lattice.fields.filter((field) => measureNamed(field) === 'other').map(operandOf);
  const rates = lattice.fields.filter(isRateName).map(operandOf);
  const lines = lattice.lines.filter((line) => measureNamed(line) !== 'change');
  return changes.flatMap((field) => {
    const marked = hasMarks(field, lattice, lines);
    const claims = (form: ChangeForm, pair: Pair) => (line: LatticeName) =>
      changeClaims(lattice, field, form, { ...pair, line, baseLine: line, marked, isOutput });
    const ofForms = formsOf(field, lattice, lines);
    const pairs = pairsFor(field, amounts, lattice);
    const inPoints = field.unit === '个百分点';
    const candidates: readonly Candidate[] = [
      ...ofForms.flatMap((form) =>
        pairs.map((pair) => ({
          explicit: pair.explicit,
          alone: pair.explicit,
          claimsOf: claims(form, pair),
        })),
      ),
      ...(inPoints ? pairs : []).map((pair) => ({
        explicit: pair.explicit,
        claimsOf: (line: LatticeName) => (isRateName(line) ? claims('points', pair)(line) : []),
      })),
      ...pairsFor(field, rates, lattice).map((pair) => ({
        explicit: pair.explicit && inPoints,
        claimsOf: claims('points', pair),
      })),
      ...ofForms.flatMap((form) =>
        seriesFor(field, amounts, lines).map(({ measured, baseOf, explicit }) => ({
          explicit,
          claimsOf: (line: LatticeName) => {
            const baseLine = baseOf.get(line);
            const pair = { current: measured, base: measured };
            return baseLine
              ? changeClaims(lattice, field, form, { ...pair, line, baseLine, marked, isOutput })
              : [];
          },
        })),
      ),
    ];
    const reading = bestReading(candidates, lines);
    return reading ? tiesOf('growth', reading, doubt) : [];
  });
}

/** 本期增加 beside 本期减少 are movements of an account: neither is the change from 期初 to 期末. */
function isChangeField(field: LatticeName, fields: readonly LatticeName[]): boolean {
  if (measureNamed(field) !== 'change') return false;
  const opposite = /增减/.test(field.text)
    ? null
    : /增加/.test(field.text)
      ? /减少/
      : /减少/.test(field.text)
        ? /增加/
        : null;
  return opposite === null || !fields.some(({ text }) => opposite.test(text) && !/增减/.test(text));
}
