import type { LatticeName } from '../tables/lattice';
import { periodNamed } from '../tables/periods';

/** What the header of a share says of its part and its whole; empty where it says nothing. */
export interface NamedShare {
  readonly part: string;
  readonly whole: string;
}

const OF = /^(.*?)占(.{1,14}?)(?:的)?(?:比重|比例|比率|百分比|份额|比$|[%％])/;
const AS = /^(.*?)(?:为|是|相当于)(.{1,14}?)(?:的)?(?:[%％]|百分比|比例|比重)?$/;
const DONE = /^(?:.*?)(?:完成|占)(.{0,6}(?:预算|计划|目标|任务))/;

/** `占营业收入比重`, `决算数为预算数的%`, `完成年初预算%`. */
export function sharesNamed({ path }: LatticeName): NamedShare {
  const own = path.at(-1) ?? '';
  const of = OF.exec(own);
  if (of) return { part: of[1] ?? '', whole: of[2] ?? '' };
  const done = DONE.exec(own);
  if (done) return { part: '', whole: done[1] ?? '' };
  const as = /[%％]$|百分比|比例|比重/.test(own) ? AS.exec(own) : null;
  return as ? { part: as[1] ?? '', whole: as[2] ?? '' } : { part: '', whole: '' };
}

/** 占总额, 占合计: the total of the table itself. */
export const isOwnTotal = (whole: string): boolean =>
  /^(?:总额|合计|总计|总量|总数|总和|全部|总|总体|整体|全国|全省|全市|全区|全行业?|小计|同期|当[年月期]|本[年月期])$/.test(
    whole,
  );

const plain = (text: string): string => text.replace(/[数额量值的]|金额|合计|总计?|全部/g, '');

/** Whether a header or a label is what the words say: 预算 of 预算数, 营业收入 of 营业收入合计. */
export function isNamed({ text, path }: LatticeName, words: string): boolean {
  const wanted = plain(words);
  if (wanted.length < 2 && words !== text) return false;
  return [text, path.at(-1) ?? '', path[0] ?? ''].some((one) => {
    const own = plain(
      one.replace(/^[一二三四五六七八九十\d]+[、.]|^[（(][一二三四五六七八九十\d]+[）)]/, ''),
    );
    return own === wanted || (own.length >= 2 && (own.endsWith(wanted) || wanted.endsWith(own)));
  });
}

/** 0: in the same group or of the same period as the share; 1: nothing tells; 2: of another period. */
export function kinship(field: LatticeName, other: LatticeName): 0 | 1 | 2 {
  const group = field.path.slice(0, -1).join('');
  if (group !== '' && other.path.slice(0, -1).join('') === group) return 0;
  if (field.path.length > 1 && other.path.length > 1 && field.path.at(-1) === other.path.at(-1)) return 0;
  const [own, theirs] = [periodNamed(field.text), periodNamed(other.text)];
  if (own.months !== null && theirs.months !== null) return own.months === theirs.months ? 0 : 2;
  if (own.relative !== null && theirs.relative !== null) return own.relative === theirs.relative ? 0 : 2;
  return 1;
}
