import type { Row } from '../../../shared/model/document';
import { cellText, isMerged, isPlaceholder } from './cell-text';
import { type ColumnPattern, dateCell, featuresOf } from './column-pattern';
import { sequenceCell } from './sequence';
import { dateShapeOf, type NumberShape, numberShapeOf } from './values';

/**
 * `hard`: holds a fragment of a value. `soft`: unlike its column, as a healthy cell is now and then.
 * `weak`: unlike it in a way that is common (a zero dropped after the point); counts only beside another misfit.
 */
export type Fit = 'fits' | 'weak' | 'soft' | 'hard';

/** How each cell of a row fits its column. Merged cells are no evidence against it. */
export const rowFits = (row: Row, patterns: readonly ColumnPattern[]): readonly Fit[] =>
  patterns.map((pattern, column) =>
    isMerged(row, column) ? 'fits' : cellFit(cellText(row.cells[column]), pattern),
  );

/** How a cell's text fits its column. */
export function cellFit(text: string, pattern: ColumnPattern): Fit {
  if (pattern.kind === 'mixed') return 'fits';
  if (isPlaceholder(text)) return 'fits';
  if (text === '') return pattern.blank <= 1 ? 'soft' : 'fits';
  switch (pattern.kind) {
    case 'sequence':
      return sequenceFit(text);
    case 'date':
      return dateFit(text, pattern);
    case 'number':
      return numberFit(text, pattern);
    case 'code':
      return matches(text, pattern) && !/\s/.test(text) ? 'fits' : 'soft';
    default:
      return textFit(text, pattern);
  }
}

/** Whether a cell reads exactly as the healthy ones of its typed column. */
export const matches = (text: string, pattern: ColumnPattern): boolean =>
  pattern.grammars.some((grammar) => grammar.complete.test(text.replace(/[^\S\n]+/g, '')));

function sequenceFit(text: string): Fit {
  const { kind } = sequenceCell(text);
  if (kind === 'number' || kind === 'sub' || kind === 'blank') return 'fits';
  if (kind === 'text') return 'soft';
  const fragment =
    /\d{5}|\d[-—–~～、.]\d*[-—–~～]?\d{4}|^\d+\s+\S|\S\s+\d+$|\d[年月日号]|\p{Script=Han}\d+$|^\d+\p{Script=Han}/u;
  return fragment.test(text) ? 'hard' : 'soft';
}

const WHOLE_DATE =
  /(?:19|20)\d{2}(?:[01]\d[0-3]\d(?!\d)|年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)|\d{1,2}月(?:\d{1,2}[日号])?/g;
/** A period named in another way than by its dates. */
const OTHER_PERIOD =
  /^(?:19|20)\d{2}(?:年?(?:第?[一二三四1-4]?季度|[上下]半年|[年末初底]*|Q[1-4]|H[12])|[-—~至/](?:19|20)?\d{2}年?)$/;

const TIME_OF_DAY = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{1,2}[时点](?:\d{1,2}分)?/g;

function dateFit(text: string, pattern: ColumnPattern): Fit {
  if (dateCell(text)) return matches(text, pattern) ? 'fits' : 'weak';
  const whole = text.replace(/\s+/g, '');
  if (/^[、，\-—–~～至.]\d/.test(whole) || /\d[-—–~～、.]$/.test(whole)) return 'hard';
  if (!/\d/.test(whole)) return /^[、，\-—–~～\n]/.test(text) ? 'hard' : 'soft';
  if (OTHER_PERIOD.test(whole)) return 'weak';
  const dates = whole.match(WHOLE_DATE) ?? [];
  if (dates.length === 0 && !/\d{3}|\d[.年月]/.test(whole)) return 'soft';
  if (dates.length === 0 || !dates.every((date) => dateShapeOf(date) !== null)) return 'hard';
  const rest = whole
    .replace(WHOLE_DATE, '')
    .replace(TIME_OF_DAY, '')
    .replace(/[（(][^）)]*[）)]/g, '');
  if (/\d/.test(rest)) return 'hard';
  // 备有限公司2025年5月21日: the end of the cell before, and a date.
  if (GLUED.test(whole)) return 'hard';
  return /[\d号日]\s+\p{Script=Han}/u.test(text) ? 'soft' : 'fits';
}

const GLUED =
  /^(?!截[至止]|[自从至约原拟]|预计|计划|延[期至]|调整|暂定|已于|完成)\p{Script=Han}{3,}(?:19|20)\d{2}年\d{1,2}月/u;

/** Words and marks that stand beside a whole figure. */
const REMARK =
  /^(?:约|近|超过?|逾|不足|不到|[<>≤≥＜＞])|[（(【[][^）)】\]]*[）)】\]]$|(?:以上|以下|以内|左右|余|多|[*＊※+＋]+|注\d*)$/g;

function numberFit(text: string, pattern: ColumnPattern): Fit {
  const whole = text.replace(/\s+/g, '');
  if (/\d\s+[\d.,]/.test(text)) return 'hard';
  if (matches(whole, pattern)) return 'fits';
  const plain = whole.replace(REMARK, '');
  if (plain !== whole && numberShapeOf(plain)) return 'weak';
  const shape = numberShapeOf(whole);
  if (shape) return likeOthers(whole, shape, pattern) ? 'weak' : 'soft';
  if (!/\d/.test(whole)) return /^[、，.,]/.test(whole) ? 'hard' : 'soft';
  if (/^[.,、，]|\d[.,、，]$|\d,\d{1,2}(?!\d)|\.\d+[.,]\d|,\d{4}|[%％‰][.\d]/.test(whole)) return 'hard';
  return 'soft';
}

/** The same unit and no more digits after the point than the column prints: an integer among decimals. */
function likeOthers(text: string, shape: NumberShape, pattern: ColumnPattern): boolean {
  const bare = text
    .slice(0, text.length - shape.unit.length)
    .replaceAll(',', '')
    .replace(/^[-+−－]/, '');
  const unit = text.slice(text.length - shape.unit.length);
  for (let zeros = 1; zeros <= 4; zeros++) {
    const padded = `${bare}${bare.includes('.') ? '' : '.'}${'0'.repeat(zeros)}${unit}`;
    const grouped = padded.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
    if (matches(padded, pattern) || matches(grouped, pattern)) return true;
  }
  return (
    matches(`${bare}${unit}`, pattern) ||
    (/^\d{1,3}$/.test(bare) === false && shape.decimals === 0 && shape.unit === '')
  );
}

/** A figure glued to the end of words, or a fragment of one. */
const FRAGMENT_INSIDE = /\p{Script=Han}[,.]\d|\d[,.]$|\d,\d{1,2}$/u;
const DATE_RANGE_END = /[-—–~～至](?:19|20)\d{2}(?:\d{4}|[年./-]\d{1,2}[月./-])/;
const FIGURE_AT_EDGE =
  /\p{Script=Han}\s*[\d,.%-]+$|^\d[\d,.%-]*\s*\p{Script=Han}{2}|\s\d+[,.\d%]*\s|(?:19|20)\d{2}(?:[年./-]|年\d{1,2}月?)$/u;

function textFit(text: string, pattern: ColumnPattern): Fit {
  const has = featuresOf(text);
  if (has.openStart && !pattern.seen.openStart && !/^[-—–]?[\d.,%]+$|^[（(]/.test(text)) return 'hard';
  if (!pattern.seen.digits && FRAGMENT_INSIDE.test(text)) return 'hard';
  if (/\d[,.]$/.test(text)) return 'hard';
  if (has.dates && !pattern.seen.dates) return DATE_RANGE_END.test(text) ? 'hard' : 'soft';
  if (has.longDigits && !pattern.seen.longDigits) return 'soft';
  if (has.weekdays && !pattern.seen.weekdays) return 'soft';
  if (pattern.kind === 'text' && !/\p{L}/u.test(text)) return 'soft';
  if (has.digits && !pattern.seen.digits) return FIGURE_AT_EDGE.test(text) ? 'soft' : 'weak';
  return has.spaces && !pattern.seen.spaces ? 'soft' : 'fits';
}
