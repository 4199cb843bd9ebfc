import { allMatches } from '../../../../shared/matches';
import type { Range } from '../../../../shared/model/range';
import { SELF } from './sentence-like';
import { clauseStart, hanCount, isHan } from './sentences';

/** Connectives that open a sentence and never stand inside a clause. */
const OPENERS =
  /(?:此外|另外|其次|综上所述|综上|总之|与此同时|除此之外|另一方面|然而)(?=，)|此外(?=我司|我行|我公司|本公司|本行|还|也)/g;
/** These may follow a subject or a preposition (我司目前，; 截至目前，): only after a clause with a verb of its own. */
const TIME_OPENERS = /(?:目前|现阶段|下一步|同时|因此|近年来)(?=，)/g;

/** Characters with which the connective is part of another word or phrase: 除此外, 因此外部, 但另一方面. */
const NOT_BEFORE_OPENER = '除但而且并则又还';
/** Without a comma behind it 此外 may be two words: 因此外部, 对此外界. */
const NOT_BEFORE_BARE = '因由对如在为从据就凭以';
const NOT_BEFORE_TIME = '的之在到至截从自但而且并与此因故也正即就仅是对于以及当前由随直如若和乃迄止';

/** Words that cannot end a sentence: something must follow. */
const DANGLING =
  /(?:以及|并且|而且|或者|针对|关于|由于|基于|对于|鉴于|为了|旨在|致力于|有利于|有助于|因为|所以|虽然|如果|以便|从而|进而|然而|因而|不但|不仅|成为|认为|分为|统一为|调整为|变更为|更改为|修改为|更名为|确定为|列为|归为|划分为|界定为|折合为|改为|增至|降至|升至|减至|调至|主要为|予以|加以|得以|按照|例如|比如|即将|正在|必将|(?<!理所|理)应当|应该|(?<!(?:^|[：:])(?:[均仍都也])?不)属于|位于|用于|来自|(?<=意识|水平|能力|效率|质量|环境|管理|权益|作用)得到|(?<=^|[，；])(?:其中|由|从|向|对|为|将|把|被))$/;
/** One-character function words with the characters before which they end an ordinary word: 参与, 温和, 存在. */
const DANGLING_CHARS: Readonly<Record<string, string>> = {
  和: '之总温缓饱平中随谐祥调柔共求讲议媾违附暖亲协人晴乐',
  与: '参赠给授付干赋',
  或: '倘间抑',
  在: '存所潜内外现实自健何常同都仍不犹尚好还也均',
  被: '棉',
  把: '一火拖',
  并: '合兼归一吞裁撤拆购改关整',
  而: '',
  且: '苟姑',
  但: '',
  及: '普涉顾提触波危惠不未遍推论谈埃可所企旁言来累祸力殃最得',
  的: '',
};

/** A place where one sentence breaks off and the next one begins, without a mark between them. */
export interface Junction extends Range {
  readonly word: string;
}

/** Sentence openers that stand right behind other text. The range covers the broken clause and the opener. */
export function findJunctions(text: string): Junction[] {
  const found: Junction[] = [];
  for (const match of allMatches(text, OPENERS)) {
    const before = text[match.index - 1];
    const ownWord = text[match.index + match[0].length] === '，' ? '' : NOT_BEFORE_BARE;
    if (isBody(before) && !(NOT_BEFORE_OPENER + ownWord).includes(before ?? ''))
      found.push(junction(text, match));
  }
  for (const match of allMatches(text, TIME_OPENERS)) {
    const before = text[match.index - 1];
    if (!isBody(before) || NOT_BEFORE_TIME.includes(before ?? '')) continue;
    const clause = text.slice(clauseStart(text, match.index), match.index);
    // 提升了效率同时， is a slip for …的同时，: only with a subject of its own is the clause a sentence.
    const whole = match[0] === '同时' ? SUBJECT_ACTS.test(clause) : isWholeClause(clause);
    if (whole) found.push(junction(text, match));
  }
  for (const match of allMatches(text, DURING)) {
    const clause = text.slice(clauseStart(text, match.index), match.index);
    if (UNDONE.test(clause)) found.push(junction(text, match));
  }
  return found;
}

/** 巡检期间共收到…: a time and what came of it, behind a clause that has its own act. */
const DURING = /(?<![的在于对年月季度日春节假])[\u4e00-\u9fff]{2}期间(?=(?:共|累计|合计)[^，。；]{0,10}\d)/g;
const UNDONE = /(?:也未|均未|并未|尚未|仍未|未能|未按)[^在于从自]{4,}$/;

const SUBJECT_ACTS = new RegExp(`^(?:${SELF}|.{0,8}公司).{0,20}(?:已|将|了)`);

const isBody = (char: string | undefined): boolean => isHan(char) || /[A-Za-z0-9%％）)”]/.test(char ?? '');

/** A clause with a subject and a finished or planned act, so that a new sentence is due after it. */
const isWholeClause = (clause: string): boolean =>
  hanCount(clause) >= 7 &&
  !/[在随当为除于]/.test(clause[0] ?? '') &&
  /已|了|将|正在|达到?\d|为\d|实现|完成|开展/.test(clause);

function junction(text: string, match: RegExpMatchArray): Junction {
  const index = match.index ?? 0;
  const start = Math.max(clauseStart(text, index), index - 16);
  return { start, end: index + match[0].length, word: match[0].replace('，', '') };
}

/** The function word that `text` (without its final mark) ends with and that leaves it unfinished, or null. */
export function danglingWord(text: string): string | null {
  const word = DANGLING.exec(text.slice(-6));
  if (word) return word[0];
  const last = text.at(-1) ?? '';
  const allowed = DANGLING_CHARS[last];
  if (allowed === undefined) return null;
  const before = text.at(-2) ?? '';
  return before !== '' && allowed.includes(before) ? null : last;
}
