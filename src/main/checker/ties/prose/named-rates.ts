import { compare } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, doubtInPlan, type Paragraph } from './claims';

/** 有效回收率 by its act, 回收. */
const NAMED = /(?<act>[^\P{Script=Han}的为达到]{2})率(?:为|达到?|是|均为)?$/u;
/** Rates of another kind than part of whole, whatever stands before. */
const OTHER =
  /^(?:增长|变动|下降|上升|利|汇|税|费|周转|收益|毛利|净利|倍|频|效|概|速)$|利|税|费|汇|长|降|频|周转|产出|替代|使用/;
/** What narrows a rate must narrow its part too. */
const NARROW = /按期|及时|准时|限期|一次性?|首次|当日|当场|有效|自行/;
const HEAD = 18;
const NEIGHBOUR = /^[，,（(][^，。；]{0,12}$/;

/** 收回有效问卷304份 of 发放问卷: what stands between act and figure is what the whole counts, or nothing. */
function isOfOneKind(act: string, head: string, whole: string): boolean {
  const last = Math.max(...[...act].map((char) => head.lastIndexOf(char)));
  const object = head.slice(last + 1).replace(/^(?:了|的|出|率)+|(?:的|有|为|共|达|约|计)+$/g, '');
  return object.length < 2 || whole.includes(object.slice(-2));
}

const headOf = (text: string, { spot }: Claim): string =>
  text
    .slice(Math.max(0, spot.from - HEAD), spot.from)
    .split(/[，。；、（(]/)
    .at(-1) ?? '';

/** 发放问卷320份，收回304份，回收率95.0%: the figure that bears the rate's act, of the greater one before it in its sentence. */
export function namedRateTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((rate, at): Tie[] => {
    if (rate.quantity.unit !== '%') return [];
    const head = headOf(text, rate);
    const act = NAMED.exec(head)?.groups?.['act'];
    if (act === undefined || OTHER.test(act) || head.includes('贷款')) return [];
    const before = claims
      .slice(0, at)
      .filter(({ isRatio, spot }) => !isRatio && spot.sentence === rate.spot.sentence);
    const part = before.at(-1);
    const whole = before.at(-2);
    if (!part || !whole || whole.quantity.unit !== part.quantity.unit || part.quantity.unit === '') return [];
    if (compare(whole.value, part.value) < 0 || !NEIGHBOUR.test(text.slice(part.spot.to, rate.spot.from)))
      return [];
    const own = `${headOf(text, part)}${part.spot.head}`;
    if (
      !isOfOneKind(act, headOf(text, part), `${whole.spot.head}${whole.spot.after.split(/[，。；、（]/)[0]}`)
    )
      return [];
    if (![...act].every((char) => own.includes(char)) || /未|没有|尚|不/.test(headOf(text, part))) return [];
    // 拒绝率4.8%（拒绝户数占申请户数的比例）: defined otherwise.
    if (/^（[^（）]*(?:占|÷|除以|口径|分母|按)/.test(text.slice(rate.spot.to, rate.spot.to + 30))) return [];
    const narrow = NARROW.exec(head)?.[0];
    if (narrow !== undefined && !own.includes(narrow)) return [];
    return [
      buildTie({
        kind: 'share',
        form: 'share',
        stated: termOf(quantities, rate.fact.quantity),
        operands: [
          { role: 'part', term: termOf(quantities, part.fact.quantity) },
          { role: 'whole', term: termOf(quantities, whole.fact.quantity) },
        ],
        counted: areCounted([part, whole]),
        doubt: (/计划|应/.test(headOf(text, whole)) ? doubtInPlan : doubtIn)(
          text,
          rate.spot.from,
          rate.spot.to,
        ),
      }),
    ];
  });
}
