import { allMatches } from '../../../shared/matches';
import { statedUnit } from '../units';

const BRACKETS = /[（(［[【]\s*(?:单位\s*[:：]\s*)?([^（()）［\][\]【】]{1,12})\s*[）)\]］】]/g;
const TRAILING = [/[、，,：:]\s*([^、，,：:（(）)]{1,8})$/, /[/／]\s*([^/／（(）)]{1,8})$/];
const PERCENT = /[±]?([%％‰])$/;
/** 编制单位：some company is no unit of measure. */
const UNIT_LINE =
  /(?<!编制|填报|报送|制表|上报|所属|编报|报告|填表)单位\s*[:：]\s*([^）)】\]。；;\n]{1,24}?)(?=\s*(?:币种|[）)】\]。；;\n]|$))/;
const RATE = /占比|比重|比例|比率|率$|增长|增幅|增速|同比|环比/;
const COUNT =
  /笔数|户数|人数|个数|家数|数量|次数|台数|件数|天数|时长|倍|指数|排名|得分|评分|商户数|用户数|系数/;
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:%|‰|个百分点)$/, RATE],
  [/元$/, /金额|额|收入|支出|余额|成本|费|资金|利润|资产|负债|价/],
  [/^笔$/, /笔/],
  [/^(?:户|个|家)$/, /户|用户|客户|数量|个数|家数/],
  [/^(?:人|人次|名)$/, /人/],
  [/^台$/, /终端|设备|台/],
  [/^件$/, /件|投诉|案/],
];

export interface HeaderWords {
  /** The header's text without its unit. */
  readonly text: string;
  /** As written, or empty. */
  readonly unit: string;
}

/** `交易金额（万元）` → 交易金额 and 万元; a header that is a unit has no other text. */
export function splitUnit(header: string): HeaderWords {
  if (statedUnit(header)) return { text: '', unit: header };
  for (const match of allMatches(header, BRACKETS)) {
    const unit = match[1]?.trim() ?? '';
    if (statedUnit(unit)) return { text: header.replace(match[0], ''), unit };
  }
  for (const pattern of TRAILING) {
    const trailing = pattern.exec(header);
    if (trailing?.[1] && statedUnit(trailing[1])) {
      return { text: header.slice(0, trailing.index), unit: trailing[1].trim() };
    }
  }
  const percent = PERCENT.exec(header);
  if (percent?.[1]) return { text: header.slice(0, percent.index), unit: percent[1] };
  return { text: header, unit: '' };
}

/** The unit that the lines above a table state, as written: `万元`, `万元、万笔`; empty when none does. */
export function unitAbove(lines: readonly string[]): string {
  for (const line of lines) {
    const stated = UNIT_LINE.exec(line)?.[1]?.trim() ?? '';
    if (stated !== '' && unitsIn(stated).length > 0) return stated;
  }
  for (const line of lines) {
    for (const match of allMatches(line, BRACKETS))
      if (statedUnit(match[1] ?? '')) return match[1]?.trim() ?? '';
  }
  return '';
}

const unitsIn = (stated: string): readonly string[] =>
  statedUnit(stated)
    ? [stated]
    : stated
        .split(/[、，,/／\s]+|及|和/)
        .map((unit) => unit.trim())
        .filter((unit) => unit !== '' && statedUnit(unit) !== null);

/** Of the units stated for a whole table, the one that suits a column; empty when none does for certain. */
export function unitFor(stated: string, header: string): string {
  const units = unitsIn(stated);
  const [only] = units;
  if (only !== undefined && units.length === 1) {
    const isRate = /[%‰]|百分点/.test(statedUnit(only)?.unit ?? '');
    if (isRate) return RATE.test(header) ? only : '';
    const isCount = COUNT.test(header) && !suits(only, header);
    return RATE.test(header) || isCount ? '' : only;
  }
  return units.find((unit) => suits(unit, header)) ?? '';
}

const suits = (unit: string, header: string): boolean => {
  const base = statedUnit(unit)?.unit ?? '';
  return KINDS.some(([units, headers]) => units.test(base) && headers.test(header));
};
