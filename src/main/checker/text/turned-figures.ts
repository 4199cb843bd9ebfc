import { compare, decimal } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';

const UP = '增加|增长|提高|提升|上升|扩大|上涨|攀升|跃升|延长|增|升';
const DOWN = '下降|减少|降低|压降|缩短|回落|压缩|收窄|下跌|缩小|降|减';
/** 由161.60%上升到150.92%. */
const FROM_TO = new RegExp(
  `(?:由|从)[^，。；：\\d第负—–−-]{0,20}(?<from>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>[%％‰]|[\\p{Script=Han}]{1,4}?)(?:大幅|逐步|逐年|持续|小幅|进一步)?` +
    `(?:(?<up>${UP})|(?<down>${DOWN}))(?:到|至|为)(?:了|约)?(?<to>\\d[\\d,]*(?:\\.\\d+)?)\\k<unit>`,
  'gu',
);
/** Days and ranks: the lesser may be the higher. */
const NO_MEASURE = /^(?:年|月|日|时|分|点|号|位|名|级|等|档|类|版|星|折|度)/;

export interface TurnedFigures {
  readonly before: string;
  readonly after: string;
  readonly verb: string;
  /** What the figures say. */
  readonly falls: boolean;
  /** Indices into the text, of the verb. */
  readonly from: number;
  readonly to: number;
}

/** Where two figures are told to rise and fall, or the other way round. */
export function turnedFigures(text: string): readonly TurnedFigures[] {
  if (!text.includes('由') && !text.includes('从')) return [];
  return allMatches(text, FROM_TO).flatMap(({ 0: match, index, groups }): TurnedFigures[] => {
    const { from = '', to = '', unit = '', up, down } = groups ?? {};
    const order = compare(decimal(from.replaceAll(',', '')), decimal(to.replaceAll(',', '')));
    const isTurned = up === undefined ? order < 0 : order > 0;
    if (!isTurned || NO_MEASURE.test(unit)) return [];
    const verb = up ?? down ?? '';
    const at = index + match.lastIndexOf(verb);
    return [
      {
        before: from + unit,
        after: to + unit,
        verb,
        falls: up !== undefined,
        from: at,
        to: at + verb.length,
      },
    ];
  });
}
