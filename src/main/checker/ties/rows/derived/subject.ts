import type { Claim, Paragraph } from '../../prose/claims';
import { isChange } from '../../prose/levels';
import { isPartOfName } from '../naming';
import type { NamedRow, RowMention } from '../row-index';
import type { Cell, StatedFigures } from './stated-cells';

/** Whose figure a derived one is: cells that state the figure before it, or rows that the words name. */
export interface Subject {
  /** The figure that it follows from, where one stands before it. */
  readonly own: Claim | null;
  /** Cells that state the same as that. */
  readonly cells: readonly Cell[];
  /** Rows that the sentence names, or the title before it. */
  readonly rows: readonly NamedRow[];
  /** What stands between the subject and the derived figure. */
  readonly gap: string;
}

/** 占营业成本的, 是企业商户的: what it is measured by. */
const MEASURED_BY = /^(?:总额|总量|总数)?的?(?:比重|比例)?(?:约|为)*$/;
/** 7月、8月连续两个月. */
const TIMES = /^(?:天|日|个?月|年|周|个?季度|小时|分钟|秒|次|番)$/;
const FAR = 60;
const BREAKS = /[。；\n]|其中|另外?|分别/;

/** Reads whose figure the claim at `at` is; null where its words do not tell. */
export function subjectOf(
  { text, claims }: Paragraph,
  at: number,
  mentions: readonly RowMention[],
  stated: StatedFigures,
): Subject | null {
  const claim = claims[at];
  if (!claim) return null;
  const mention = mentions.findLast(
    ({ to }) => to <= claim.spot.from && !MEASURED_BY.test(text.slice(to, claim.spot.from)),
  );
  const own = claims
    .slice(0, at)
    .findLast(
      (one) =>
        !isPassedBy(one, claim) &&
        !TIMES.test(one.quantity.unit) &&
        !isChange(one, text) &&
        one.spot.sentence === claim.spot.sentence,
    );
  if (own && (!mention || mention.to <= own.spot.from)) {
    const gap = text.slice(own.spot.to, claim.spot.from);
    if (BREAKS.test(gap) || gap.length > FAR) return null;
    const cells = isTelling(own) && own.quantity.approximator === null ? stated.cellsOf(own.quantity) : [];
    const rows = mention && mention.from >= own.spot.sentence ? mention.rows : [];
    return { own, cells, rows, gap };
  }
  if (!mention || isPartOfName(text, mention)) return null;
  const gap = text.slice(mention.to, claim.spot.from);
  const isHere = mention.from >= claim.spot.sentence;
  if (isHere ? BREAKS.test(gap) || gap.length > FAR : !isTitle(text, mention)) return null;
  if (isListed(text, mention, mentions)) return null;
  return {
    own: null,
    cells: [],
    rows: mention.rows,
    gap: isHere ? gap : text.slice(claim.spot.sentence, claim.spot.from),
  };
}

/** A share or change on the way to another of the same figure: 22.09亿元，占18.84%，环比下降1.78%. */
const isPassedBy = (one: Claim, claim: Claim): boolean =>
  one.isRatio && (claim.isRatio ? claim.quantity.unit !== '倍' || one.quantity.unit !== '%' : true);

const FEWEST = 3;

/** Figures of two digits, or round ones, stand in many cells by chance. */
function isTelling({ quantity: { raw } }: Claim): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST && digits.replace(/0+$/, '').length > 1;
}

/** 2.储值账户运营Ⅱ类。余额环比…: what a paragraph begins with is what it is about. */
const isTitle = (text: string, { from, to }: RowMention): boolean =>
  /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[.、．)）]?)?$/.test(text.slice(0, from)) &&
  /^[。：:]/.test(text.slice(to));

/** Named together with the one before: 甲、乙. */
const isListed = (text: string, mention: RowMention, mentions: readonly RowMention[]): boolean =>
  /(?:、|和|与|及)$/.test(text.slice(0, mention.from)) ||
  mentions.some(({ from }) => from > mention.to && /^(?:、|和|与|及)$/.test(text.slice(mention.to, from)));
