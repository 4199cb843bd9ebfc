import { allMatches } from '../../../shared/matches';
import type { ReportDocument } from '../../../shared/model/document';
import type { OwnNames } from './measure';

const AUTHOR =
  /^(?:关于)?([\p{Script=Han}（）()]{2,28}?(?:有限责任公司|股份有限公司|有限公司|集团|公司|银行|[分支]行|统计局|财政局|人民政府|委员会|协会|中心|[局厅省市区县]))/u;
const SHORT = /简称(?:为)?[“"「『]([^”"」』]{2,12})[”"」』]/g;
const LEVEL = /全[国省市区县]/g;
const MOST_SHORT_NAMES = 8;

/**
 * What a report's author is called in it, longest first: the name in the title, 简称 told in the text, and the
 * area that it mostly speaks of (全市). In its own figures these names tell nothing.
 */
export function ownNames({ title, text }: ReportDocument): OwnNames {
  const names = new Set<string>();
  const author = AUTHOR.exec(title.replace(/\s+/g, ''))?.[1];
  if (author) {
    names.add(author);
    const area = /^(\p{Script=Han}{2,6})[省市区县]$/u.exec(author)?.[1];
    if (area) names.add(area);
  }
  for (const match of allMatches(text, SHORT)) {
    if (match[1] && names.size < MOST_SHORT_NAMES) names.add(match[1]);
  }
  const level = mostFrequent(text.match(LEVEL) ?? []);
  if (level) names.add(level);
  return [...names].sort((a, b) => b.length - a.length);
}

function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  for (const [word, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = word;
  return best;
}
