import type { ProseBlock, ReportDocument } from '../../../../shared/model/document';
import { annexes } from '../../../document/labels';
import { sourceRange } from '../../../document/prose';
import { parseHanNumeral } from '../../../figures/numerals';
import type { NumberDefect } from './numbered-items';

interface Article {
  readonly block: ProseBlock;
  readonly value: number;
  readonly raw: string;
  readonly start: number;
}

const ARTICLE = /^\s*(?<raw>第(?<value>[一二三四五六七八九十百零〇]{1,5}|\d{1,3})条)(?=[\s\u3000【[（(]|$)/u;
const FEWEST = 4;
/** Of so many articles one may stand wrong; where more do, the text quotes articles and does not number its own. */
const FOR_EACH = 4;

/**
 * 第一条, 第二条 … of the text itself that skip or repeat a number. They go on through chapters; annexes number their own.
 * Only chains that begin with 第一条 count: a list of articles of a law has gaps by right.
 */
export function articleDefects(document: ReportDocument): readonly NumberDefect[] {
  return chainsOf(document).flatMap((chain) => {
    const found = defectsOf(chain);
    return chain.length >= FEWEST && found.length * FOR_EACH <= chain.length ? found : [];
  });
}

function chainsOf(document: ReportDocument): readonly (readonly Article[])[] {
  const annexed = new Map(
    annexes(document).flatMap(({ blocks }, at) => blocks.map((block) => [block.index, at] as const)),
  );
  const chains: Article[][] = [];
  let place = -1;
  for (const block of document.blocks) {
    if (!('prose' in block) || block.kind === 'caption') continue;
    const article = articleOf(block);
    if (!article) continue;
    const own = annexed.get(block.index) ?? -1;
    if (article.value === 1) chains.push([article]);
    else if (own === place) chains.at(-1)?.push(article);
    place = own;
  }
  return chains;
}

function articleOf(block: ProseBlock): Article | null {
  const match = ARTICLE.exec(block.prose.text);
  const { raw = '', value = '' } = match?.groups ?? {};
  if (!match) return null;
  const number = /\d/.test(value) ? Number(value) : Number(parseHanNumeral(value)?.units ?? 0);
  return number > 0 ? { block, value: number, raw, start: match[0].length - raw.length } : null;
}

function defectsOf(chain: readonly Article[]): readonly NumberDefect[] {
  const found: NumberDefect[] = [];
  let due = 1;
  chain.forEach((article, at) => {
    const previous = chain[at - 1];
    if (previous && article.value !== due) {
      // 十, 十二, 十二: the next one has the number that is due behind this one.
      const miswritten = chain[at + 1]?.value === due + 1;
      found.push(defect(article, previous, due, miswritten));
      due = miswritten ? due + 1 : article.value + 1;
    } else due = article.value + 1;
  });
  return found;
}

const rangeOf = ({ block, start, raw }: Article) => sourceRange(block.prose, start, start + raw.length);

const defect = (article: Article, previous: Article, due: number, miswritten: boolean): NumberDefect => ({
  kind: article.value > due ? 'gap' : 'repeated',
  miswritten,
  next: due + 1,
  own: article.raw,
  previous: previous.raw,
  expected: /\d/.test(article.raw) ? `第${due}条` : `第${worded(due)}条`,
  range: rangeOf(article),
  previousRange: rangeOf(previous),
});

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 110 → 一百一十, 102 → 一百零二, 12 → 十二. */
function worded(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens === 0 ? (head && ones > 0 ? '零' : '') : `${tens === 1 && !head ? '' : DIGITS[tens]}十`;
  return `${head}${middle}${DIGITS[ones] ?? ''}`;
}
