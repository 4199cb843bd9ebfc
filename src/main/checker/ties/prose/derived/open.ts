import { formatDecimal } from '../../../../../shared/decimal';
import type { TermRole, Tie, TieForm, TieTerm } from '../../../../../shared/model/tie';
import type { TextTerm } from '../../build';
import { termOf } from '../../build';
import type { Claim } from '../claims';
import { isChange } from '../levels';
import { type Sought, together } from './reading';
import { isListedWith, wordsBefore } from './words';

/** What a figure follows from is not in its paragraph: the rest of the report is asked. */
export const OPEN = '文中没有写明由哪个数算得';

const FORMS: Readonly<Record<string, { readonly form: TieForm; readonly role: TermRole }>> = {
  share: { form: 'share', role: 'part' },
  average: { form: 'multiple', role: 'current' },
  rate: { form: 'rate', role: 'current' },
};

const REFERS = /占|率|比/;
const TWO = /[两二三]\p{Script=Han}{1,3}合计占/u;
const BASIS = /[较比](?:\d{1,2}月|第?[一二三四]季度)份?[^，。；\d]{0,4}$/;

/** A figure with the one before it that it measures; null where its words do not tell of one. */
export function openTie(sought: Sought): Tie | null {
  const { quantities, text, claim, cue, before } = sought;
  const { form, role } = FORMS[cue.kind] ?? {};
  if (form === undefined || role === undefined || cue.per !== '') return null;
  const own = before.findLast(
    (one) => !one.isRatio && one.spot.sentence === claim.spot.sentence && !isChange(one, text),
  );
  if (!own) return null;
  const gap = text.slice(own.spot.to, claim.spot.from);
  if (/[。；]|其中/.test(gap) || gap.length > REACH) return null;
  if (form === 'share' && !REFERS.test(gap)) return null;
  if (form === 'rate' && !BASIS.test(wordsBefore(text, claim, 16))) return null;
  if (form === 'multiple' && !/每[\p{Script=Han}]/u.test(gap)) return null;
  const part = TWO.test(gap) ? listedTerm(sought, own) : termOf(quantities, own.fact.quantity);
  if (!part) return null;
  const stated = termOf(
    quantities,
    claim.fact.quantity,
    cue.sign < 0 ? { ...claim.value, units: -claim.value.units } : claim.value,
  );
  return {
    kind: form === 'rate' ? 'growth' : 'share',
    form,
    status: 'unclear',
    expression: '',
    expected: '',
    actual: claim.quantity.raw,
    reason: OPEN,
    terms: [plain(stated, 'stated'), plain(part, role)],
  };
}

const REACH = 36;

/** What is listed side by side up to it, as one. */
function listedTerm({ quantities, text, claims }: Sought, last: Claim): TextTerm | null {
  const list = [last];
  for (let at = claims.indexOf(last) - 1; at >= 0; at--) {
    const [one, next] = [claims[at], list[0]];
    if (!one || !next || one.quantity.unit !== last.quantity.unit || !isListedWith(text, one, next)) break;
    list.unshift(one);
  }
  return list.length > 1 ? together(quantities, list).term() : null;
}

const plain = ({ range, raw, quantity, figure }: TextTerm, role: TermRole): TieTerm => ({
  range,
  raw,
  quantity,
  role,
  figure: {
    value: formatDecimal(figure.value),
    precision: figure.precision,
    approximator: figure.approximator,
  },
});
