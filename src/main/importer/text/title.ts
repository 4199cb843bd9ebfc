import { isAddressee } from '../../document/roles';
import { guessHeading } from '../headings';
import type { TextLine } from './lines';

const LENGTH = 40;
const LINES = 3;
/** How far below a title its addressee or first heading stands. */
const SEARCH = 8;
const SENTENCE = /[。；，：！？…\t|]|[.;:,!?、]$/;
const DOCUMENT_NUMBER = /[〔[（(【](?:19|20)\d{2}[〕\]）)】].{0,8}号/;
const DATE = /^[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,6}月.{1,4}日[）)]?$/;
const TITLE_WORD = /(?:报告|总结|情况|说明|方案|意见|通知|纪要|汇报|函|请示|公告)(?:[（(].{1,12}[）)])?$/;

/** How many of the first lines are the report's title: `lines` begins with one that shows something. */
export function titleLines(lines: readonly TextLine[]): number {
  let count = 0;
  while (count < LINES && isTitleLine(lines[count], count > 0)) count++;
  if (count === 0 || opensBelow(lines.slice(count, count + SEARCH * 2))) return count;
  const [first, second] = lines;
  const apart = second !== undefined && (second.content === '' || (first?.indent ?? 0) > second.indent + 2);
  return apart || (second && TITLE_WORD.test(first?.content ?? '')) ? 1 : 0;
}

function isTitleLine(line: TextLine | undefined, follows: boolean): boolean {
  const content = line?.content ?? '';
  if (content === '' || content.length > LENGTH || (follows && line?.newPage)) return false;
  if (SENTENCE.test(content) || DOCUMENT_NUMBER.test(content) || DATE.test(content)) return false;
  return guessHeading(content) === null && /\p{L}/u.test(content);
}

/** Whether the text goes on with an addressee or a heading. */
function opensBelow(lines: readonly TextLine[]): boolean {
  const below = lines.filter(({ content }) => content !== '').slice(0, SEARCH);
  return below.some(({ content }) => isAddressee(content) || guessHeading(content) !== null);
}
