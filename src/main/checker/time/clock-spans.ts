import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import type { WrongDuration } from './wrong-duration';

const CLOCK =
  /(\d{1,2})(?:[:：]|时)(\d{2})分?\s?(?:开始|启动|起)?[、，至到—–-]+(?:于)?(\d{1,2})(?:[:：]|时)(\d{2})分?[^，。；\d]{0,8}，(?:共|合计)?(?:用时|耗时|历时|持续|间隔)了?(\d{1,4})分钟/g;

/** 不可用3分钟（2时10分至2时13分）. */
const SPAN_BEHIND =
  /(?<!\d)(\d{1,3})分钟(?:（|，即)(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|当日|凌晨|[上下]午|晚间?|自|从)*(\d{1,2})(?:[:：]|时)(\d{2})分?\s?(?:[-—–~～至到]|——)\s?(\d{1,2})(?:[:：]|时)(\d{2})分?(?=）|，|。)/g;
/** 350分钟，即5小时50分钟. */
const IN_HOURS =
  /(?<![\d.])(\d{2,4})分钟(?:，即|（即|（合|，合|（)(\d{1,2})(?:个)?小时(?:(\d{1,2})分钟?)?(?=[，。；）])/g;

/** A length of time that the times of day behind it, or its own hours and minutes, do not have. */
export const wrongSpansBehind = (prose: Prose): readonly WrongDuration[] => [
  ...allMatches(prose.text, SPAN_BEHIND).flatMap((match) => {
    const [, stated = 0, fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.map(Number);
    const minutes = (toHour - fromHour + (toHour < fromHour ? 24 : 0)) * 60 + toMinute - fromMinute;
    // Both ends may be counted in.
    return minutes < 0 || Math.abs(minutes - stated) < 2
      ? []
      : [statedAt(prose, match.index, stated, minutes)];
  }),
  ...allMatches(prose.text, IN_HOURS).flatMap((match) => {
    const [, stated = 0, hours = 0] = match.map(Number);
    const minutes = hours * 60 + Number(match[3] ?? 0);
    return minutes === stated || (match[3] === undefined && Math.abs(minutes - stated) < 30)
      ? []
      : [statedAt(prose, match.index, stated, minutes)];
  }),
];

const statedAt = (prose: Prose, at: number, stated: number, minutes: number): WrongDuration => {
  const shown = `${stated}分钟`;
  return {
    shown,
    least: minutes,
    most: minutes,
    range: sourceRange(prose, at, at + shown.length),
    dates: [],
  };
};

/** 4:10开始、5:26完成，用时76分钟. */
export const wrongClockSpans = (prose: Prose): readonly WrongDuration[] =>
  allMatches(prose.text, CLOCK).flatMap((match) => {
    const [raw, ...numbers] = match;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0, stated = 0] = numbers.map(Number);
    const minutes = (toHour - fromHour + (toHour < fromHour ? 24 : 0)) * 60 + toMinute - fromMinute;
    const end = match.index + raw.length;
    const start = end - `${numbers[4]}分钟`.length;
    return minutes === stated || minutes < 0
      ? []
      : [
          {
            shown: `${stated}分钟`,
            least: minutes,
            most: minutes,
            range: sourceRange(prose, start, end),
            dates: [],
          },
        ];
  });
