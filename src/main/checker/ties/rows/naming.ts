import { leadOf } from '../../../figures/identity/lead';
import type { TieInput } from '../input';
import { openingYear } from '../opening-year';
import type { Claim } from '../prose/claims';
import type { RowKind } from './kinds';
import type { RowIndex, RowMention } from './row-index';

export interface Listed {
  readonly mention: RowMention;
  /** What is said of all of them. */
  readonly lead: string;
}

const ONE_BY_ONE = /^(?:的)?(?<lead>[^，。；\d]{0,12}分别[^，。；\d]{0,10})$/;
const ALSO = /^[^，。；\d]{0,4}(?:、|和|与|及|以及)$/;
const NEXT = /^(?:、|和|与|及|以及)$/;

/** 云岭县、平水县分别下降2.56%和3.63%: so many rows, so many figures. */
export function oneByOne(
  text: string,
  claims: readonly Claim[],
  mentions: readonly RowMention[],
): ReadonlyMap<Claim, Listed> {
  const found = new Map<Claim, Listed>();
  if (!text.includes('分别')) return found;
  claims.forEach((first, at) => {
    const last = mentions.findLastIndex(({ to }) => to <= first.spot.from);
    const lead = ONE_BY_ONE.exec(text.slice(mentions[last]?.to ?? first.spot.from, first.spot.from))
      ?.groups?.['lead'];
    if (lead === undefined) return;
    const run = [first];
    for (const next of claims.slice(at + 1)) {
      if (next.quantity.unit !== first.quantity.unit || !NEXT.test(next.spot.gap)) break;
      run.push(next);
    }
    const rows = mentions.slice(last + 1 - run.length, last + 1);
    const isList =
      run.length > 1 &&
      rows.length === run.length &&
      rows.every((row, nth) => nth === 0 || ALSO.test(text.slice(rows[nth - 1]?.to ?? 0, row.from))) &&
      !/[、和与及]$/.test(text.slice(0, rows[0]?.from ?? 0));
    if (!isList) return;
    run.forEach((claim, nth) => {
      const mention = rows[nth];
      if (mention) found.set(claim, { mention, lead: lead.replace('分别', '') });
    });
  });
  return found;
}

/** 其中雇主责任险 is not the row 责任险. */
export const isPartOfName = (text: string, { from }: RowMention): boolean =>
  /其中\p{Script=Han}{1,6}$/u.test(text.slice(Math.max(0, from - 8), from));

/** ；金额…: goes on with the row; any other clause behind a semicolon has its own subject. */
const OTHER_ITEM = /；(?!(?:交易|业务)?(?:金额|笔数|户数|件数|数量|余额|收入|支出))/;
const FARTHEST = 80;

/** The row that the claim's clauses name last; null where they name several in one breath. */
export function mentionBefore(
  text: string,
  mentions: readonly RowMention[],
  { spot }: Claim,
): RowMention | null {
  const at = mentions.findLastIndex(({ to }) => to <= spot.from);
  const mention = mentions[at];
  if (!mention || mention.from < spot.sentence || spot.from - mention.to > FARTHEST) return null;
  if (isPartOfName(text, mention)) return null;
  if (
    OTHER_ITEM.test(text.slice(mention.to, spot.from)) ||
    /^[^，。；\d]{0,4}[、和与及]/.test(text.slice(mention.to))
  )
    return null;
  const before = mentions[at - 1];
  const isListed =
    before !== undefined && /^[^，。；\d]{0,4}[、和与及]$/.test(text.slice(before.to, mention.from));
  return isListed || /[非未除较]$/.test(text.slice(0, mention.from)) ? null : mention;
}

/** 科技费用…，所需350.00万元由其他费用调剂: what is short or left of it is not the row. */
const OTHER_SUM = /其中|合计|共计|两者|二者|三者|分别|其余|剩余|所需|尚需|缺口|差额|追加|调剂|节约|结余|超支/;
const OTHER_TIME =
  /上年|去年|同期|上月|上季|上期|年初|期初|计划|目标|预计|力争|控制在|不低于|不少于|不超过|以内|原来|此前|明年|次年|下年/;

/** 争议类投诉中来自商户的为260件: a part of the row. 在各类中占…, 中最高 speak of the row itself. */
const PART_OF_IT =
  /(?<![其集年期空居适折])中(?![心间小国央级等期止断标型外部文游层介长途学华午旬转继奖签占的居排位最，、；]|所占)(?=\p{Script=Han}{2})/u;

export const isOfOther = (between: string, { kind }: RowKind): boolean =>
  OTHER_SUM.test(between) ||
  PART_OF_IT.test(between) ||
  ((kind === 'amount' || kind === 'share' || kind === 'rate') && OTHER_TIME.test(between));

/** 2025年拟安排…；业务费用预算9,700万元: the year that the sentence begins with. */
export const isOfOtherYear = (index: RowIndex, text: string, { fact, spot }: Claim): boolean =>
  fact.period === '' && !index.isOfOwnYear(openingYear(text.slice(spot.sentence, spot.from)));

/** Aims, and what is measured otherwise than the table's figures. */
export function isUnfirm({ document }: TieInput, { quantity: { range } }: Claim): boolean {
  const { planned, adjusted, earlier } = leadOf(document.text, range.start, range.end);
  return planned || adjusted || earlier;
}
