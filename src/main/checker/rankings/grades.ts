import { add, compare, type Decimal, decimal } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';

/** A score whose grade is not the one that the report's own scale gives it. */
export interface WrongGrade {
  readonly score: string;
  readonly grade: string;
  readonly right: string;
  readonly range: Range;
  readonly scale: Range;
}

interface Band {
  readonly name: string;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

interface Scale {
  readonly bands: readonly Band[];
  readonly range: Range;
}

const N = '\\d{1,3}(?:\\.\\d+)?';
const IN = '(?:（[^）]{1,6}）)?';
const SPAN = `(?:(?<low>${N})分?${IN}(?:及?以上)?${IN}(?:至|到|—+|–|-|~|～|、|，|[且但]?不?[满足低高]+于?)+(?<high>${N})分${IN}(?:及?以下)?${IN}|(?<above>${N})分${IN}(?:及?以上)${IN}|(?:低于|不[满足])?(?<below>${N})分${IN}(?:及?以下)?${IN})`;
const GRADE = '“?(?<name>[\\p{Script=Han}A-E]{1,4}?)”?(?:等级|等次|级|类|档)?';
/** 80分（含）至90分为良好. */
const BAND = new RegExp(`${SPAN}的?，?(?:[评定]?为|属于?|[评定]级为)${GRADE}(?=[，。；、）]|$)`, 'gu');
/** 良好（80分至90分）. */
const NAMED = new RegExp(`(?<=[^\\p{Script=Han}A-E]|[为分])${GRADE}(?:（|为)${SPAN}(?=[，。；、）]|$)`, 'gu');
const FEWEST = 3;
const MAY = /\d分(?!钟)/;

/** Scores told or tabled with a grade that the one scale of the report gives to others: 88.21分，等级为优秀. */
export function wrongGrades(document: ReportDocument): readonly WrongGrade[] {
  const scales = document.blocks.flatMap((block) =>
    'prose' in block && MAY.test(block.prose.text) ? (scaleIn(block.prose) ?? []) : [],
  );
  const [scale, ...others] = scales;
  if (!scale || others.length > 0) return [];
  return [
    ...document.blocks.flatMap((block) =>
      (block.kind === 'paragraph' || block.kind === 'list-item') && MAY.test(block.prose.text)
        ? inProse(block.prose, scale)
        : [],
    ),
    ...tablesOf(document).flatMap((table) => inTable(table, scale)),
  ];
}

function scaleIn(prose: Prose): Scale | null {
  const { text } = prose;
  for (const pattern of [BAND, NAMED]) {
    const found = allMatches(text, pattern);
    const bands = found.map(({ groups = {} }): Band => {
      const { low, high, above, below, name = '' } = groups;
      const [least, most] = [low ?? above, high ?? below];
      return {
        name,
        low: least === undefined ? null : decimal(least),
        high: most === undefined ? null : decimal(most),
      };
    });
    const [first, last] = [found[0], found.at(-1)];
    if (first && last && isScale(bands))
      return { bands, range: sourceRange(prose, first.index, last.index + last[0].length) };
  }
  return null;
}

/** From the best down, or the worst up, each band beginning where the one before it ends. */
function isScale(bands: readonly Band[]): boolean {
  if (bands.length < FEWEST || new Set(bands.map(({ name }) => name)).size < bands.length) return false;
  const falling = bands[0]?.low === null || (bands[0]?.high ?? null) !== null ? [...bands].reverse() : bands;
  return falling.every(({ low }, at) => {
    const next = falling[at + 1];
    if (!next) return low === null || compare(low, decimal('0')) >= 0;
    return low !== null && next.high !== null && isNear(low, next.high);
  });
}

const ONE = decimal('1');
/** 89分 or 89.99分 below 90分. */
const isNear = (a: Decimal, b: Decimal): boolean =>
  compare(b, a) === 0 || (compare(b, a) < 0 && compare(add(b, ONE), a) >= 0);

const isIn = (score: Decimal, { low, high }: Band): boolean =>
  (low === null || compare(score, low) >= 0) && (high === null || compare(score, high) <= 0);

/** The bands that a score may be of; two at their border. */
const bandsOf = (score: Decimal, { bands }: Scale): readonly Band[] =>
  bands.filter((band) => isIn(score, band));

const LEFT_OUT = /上年标准|原标准|旧标准|调整前|下调|上调|降为|目标|力争|以上|以下|以内/;

function inProse(prose: Prose, scale: Scale): readonly WrongGrade[] {
  const names = [...scale.bands].map(({ name }) => name).sort((a, b) => b.length - a.length);
  const claim = new RegExp(
    `(?<score>\\d{1,3}(?:\\.\\d+)?)分[，,]?(?:（|(?:(?:[自初]?评|评[级定价]|综合)?(?:结果|等级|等次|级别|级)?(?:[评定]?为|属于?|达到|是))+)“?(?<grade>${names.join('|')})(?=[”）（级类等档，。；、的]|$)`,
    'g',
  );
  const { text } = prose;
  return allMatches(text, claim).flatMap((match): WrongGrade[] => {
    const { score = '', grade = '' } = match.groups ?? {};
    const at = match.index + match[0].length - grade.length;
    const range = sourceRange(prose, at, at + grade.length);
    const isOfScale = range.start >= scale.range.start && range.end <= scale.range.end;
    if (isOfScale || LEFT_OUT.test(match[0])) return [];
    const [right, ...others] = bandsOf(decimal(score), scale);
    if (!right || right.name === grade || others.some(({ name }) => name === grade)) return [];
    return [{ score: `${score}分`, grade, right: right.name, range, scale: scale.range }];
  });
}

const SCORE = /^\d{1,3}(?:\.\d+)?$/;

/** A column of grades right behind one of scores, where all other rows bear the scale out. */
function inTable(table: Table, scale: Scale): readonly WrongGrade[] {
  const rows = entriesOf(table).map(({ row }) => row);
  const nameOf = (text: string): string => text.replace(/(?:等级|级|类|档)$/, '');
  const names = new Set(scale.bands.map(({ name }) => nameOf(name)));
  return table.header.cells.flatMap((_, column): readonly WrongGrade[] => {
    const graded = rows.flatMap((row) => {
      const [cell, before] = [row.cells[column], row.cells[column - 1]];
      const [grade, score] = [nameOf(compactText(cell)), compactText(before)];
      return cell && SCORE.test(score) && names.has(grade) ? [{ cell, grade, score }] : [];
    });
    const wrong = graded.flatMap(({ cell, grade, score }): WrongGrade[] => {
      const [right, ...others] = bandsOf(decimal(score), scale);
      return !right || [right, ...others].some(({ name }) => nameOf(name) === grade)
        ? []
        : [{ score, grade, right: right.name, range: cell.range, scale: scale.range }];
    });
    return graded.length >= FEWEST + wrong.length - 1 && wrong.length * FEWEST <= graded.length ? wrong : [];
  });
}
