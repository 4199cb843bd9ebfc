import type { Row } from '../../../shared/model/document';
import { cellText, isPlaceholder } from './cell-text';
import { type ColumnPattern, dateCell, featuresOf } from './column-pattern';
import { sequenceCell } from './sequence';
import { dateShapeOf, numberShapeOf } from './values';

/** `hard`: holds a fragment of a value. `soft`: unlike its column, as many a healthy cell is. */
export type Fit = 'fits' | 'soft' | 'hard';

/** How each cell of a row fits its column. */
export const rowFits = (row: Row, patterns: readonly ColumnPattern[]): readonly Fit[] =>
  patterns.map((pattern, column) => cellFit(cellText(row.cells[column]), pattern));

function cellFit(text: string, pattern: ColumnPattern): Fit {
  if (pattern.kind === 'mixed') return 'fits';
  if (isPlaceholder(text)) return 'fits';
  if (text === '') return pattern.blank <= 1 ? 'soft' : 'fits';
  switch (pattern.kind) {
    case 'sequence':
      return sequenceFit(text);
    case 'date':
      return dateFit(text);
    case 'number':
      return numberFit(text);
    case 'code':
      return matches(text, pattern) || !/\d/.test(text) ? 'fits' : 'soft';
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

/** A whole date inside other words; a period named in another way. */
const WHOLE_DATE =
  /(?:19|20)\d{2}(?:[01]\d[0-3]\d(?!\d)|年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)|\d{1,2}月(?:\d{1,2}[日号])?/g;
const OTHER_PERIOD =
  /^(?:19|20)\d{2}(?:年?(?:第?[一二三四1-4]?季度|[上下]半年|[年末初底]*|Q[1-4]|H[12])|[-—~至/](?:19|20)?\d{2}年?)$/;

function dateFit(text: string): Fit {
  if (dateCell(text)) return 'fits';
  const whole = text.replace(/\s+/g, '');
  if (/^[、，\-—–~～至]\d/.test(whole) || /\d[-—–~～、]$/.test(whole)) return 'hard';
  if (!/\d/.test(whole)) return /^[、，\-—–~～\n]/.test(text) ? 'hard' : 'soft';
  if (OTHER_PERIOD.test(whole)) return 'fits';
  const rest = whole.replace(WHOLE_DATE, '');
  if (rest === whole || /\d/.test(rest.replace(/[（(][^）)]*[）)]/g, ''))) return 'hard';
  return /[\d号日]\s+\p{Script=Han}/u.test(text) ? 'soft' : 'fits';
}

function numberFit(text: string): Fit {
  const whole = text.replace(/\s+/g, '');
  if (numberShapeOf(whole)) return /\d\s+\d/.test(text) ? 'hard' : 'fits';
  if (!/\d/.test(whole)) return /^[、，.]/.test(whole) ? 'hard' : 'soft';
  if (/^[.,、，]|\d[.,、，]$|\d,\d{1,2}(?!\d)|\d\.\d+\.\d|,\d{4}/.test(whole)) return 'hard';
  if (/\d\s+\d/.test(text)) return 'hard';
  return featuresOf(whole).dates || dateShapeOf(whole) !== null ? 'soft' : 'fits';
}

function textFit(text: string, pattern: ColumnPattern): Fit {
  const has = featuresOf(text);
  if (has.openStart && !pattern.seen.openStart && !/^[-—–]?\d|^[（(]/.test(text)) return 'hard';
  if (has.dates && !pattern.seen.dates) return 'soft';
  if (has.longDigits && !pattern.seen.longDigits) return 'soft';
  if (has.weekdays && !pattern.seen.weekdays) return 'soft';
  if (pattern.kind === 'text' && !/\p{L}/u.test(text)) return 'soft';
  return has.spaces && !pattern.seen.spaces ? 'soft' : 'fits';
}
