import { allMatches } from '../../../../shared/matches';
import type { Block, Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { stretchesOf } from '../../../document/proses';
import { likeCharacters } from '../../language/like-characters';
import { hasWordsExchanged } from './exchanged-words';
import type { NameSlip } from './name-slips';

const SUFFIX = '(?:股份有限|有限责任|有限)公司';
const RUN = new RegExp(`[\\p{Script=Han}]{2,30}?${SUFFIX}`, 'gu');
const WHOLE = new RegExp(`^\\p{Script=Han}{4,24}?${SUFFIX}$`, 'u');
const ENDING = new RegExp(`${SUFFIX}$`);
/** What a company's name says of its trade; one for another, one more or less, is a slip of the pen. */
const TRADE =
  '信息|科技|技术|网络|软件|数据|服务|支付|金融|系统|智能|商务|电子|通信|通讯|咨询|管理|安全|结算|清算|征信|外包|物流|档案|实业|发展|投资|工程|认证|检测|测评|评估|传媒';
const ONLY_TRADE = new RegExp(`^(?:${TRADE})*$`);
/** A short name in front: below it, companies of one group are not told from slips. */
const OWN_NAME = 2;
const LEAST = 2;
/** Companies that differ in such a character are two. */
const KINDS = /[支分总省市县区东西南北中上下新老一二三四五六七八九十甲乙丙丁子母]/;

interface Named {
  readonly text: string;
  readonly range: Range;
  readonly block: Block;
  readonly starts: boolean;
}

/** 恒川信息科技有限公司, once, in a report that else writes 恒川信息技术有限公司; two names in one block are two companies. */
export function companySlips(document: ReportDocument): readonly NameSlip[] {
  if (!document.text.includes('有限')) return [];
  const runs = document.blocks.flatMap((block) =>
    stretchesOf(block).proses.flatMap((prose) => runsIn(prose, block)),
  );
  return establishedIn(runs).flatMap((usual) => slipsOf(usual, runs));
}

function runsIn(prose: Prose, block: Block): readonly Named[] {
  const { text } = prose;
  if (!text.includes('有限')) return [];
  return allMatches(text, RUN).map(({ 0: run, index }) => ({
    text: run,
    range: sourceRange(prose, index, index + run.length),
    block,
    starts: index === 0 || /[、，；：“（]/.test(text.charAt(index - 1)),
  }));
}

/** Names that begin where nothing else can: in a cell, behind a mark; written twice at least. */
function establishedIn(runs: readonly Named[]): readonly string[] {
  const names = new Set(
    runs.filter(({ text, starts }) => starts && WHOLE.test(text)).map(({ text }) => text),
  );
  return [...names].filter((name) => runs.filter(({ text }) => text.endsWith(name)).length >= LEAST);
}

function slipsOf(usual: string, runs: readonly Named[]): readonly NameSlip[] {
  const own = usual.slice(0, OWN_NAME);
  const places = runs.filter(({ text }) => text.endsWith(usual));
  const [elsewhere] = places;
  if (!elsewhere) return [];
  const beside = new Set(places.map(({ block }) => block.index));
  const found = runs.flatMap(({ text, range, block }) => {
    const at = startOf(text, own, usual);
    const name = text.slice(at);
    if (at < 0 || text.endsWith(usual) || !isSlip(name, usual)) return [];
    return [{ name, range: { start: range.end - name.length, end: range.end }, index: block.index }];
  });
  const [only, more] = found;
  // A name that comes again, or beside the other, is one of its own.
  if (!only || more || beside.has(only.index)) return [];
  return [{ own: only.name, usual, range: only.range, elsewhere: elsewhere.range }];
}

/** Where the name begins in a run: with its own first characters, or with one of like sound or shape in their second's place. */
function startOf(text: string, own: string, usual: string): number {
  const at = text.lastIndexOf(own);
  if (at >= 0) return at;
  const tail = usual.slice(OWN_NAME);
  const from = text.length - usual.length;
  return text.endsWith(tail) && text.charAt(from) === own.charAt(0) ? from : -1;
}

/** The same but for a word of the trade, one character, or how the company is constituted. */
function isSlip(name: string, usual: string): boolean {
  const [a, b] = [name.replace(ENDING, ''), usual.replace(ENDING, '')];
  if (a === b) return true;
  if (hasWordsExchanged(name, usual) && name.startsWith(usual.slice(0, OWN_NAME))) return true;
  if (!name.endsWith(ENDING.exec(usual)?.[0] ?? '')) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  const isLike = likeCharacters(a.charAt(head)).includes(b.charAt(head));
  if (head > 0 && head < OWN_NAME && isLike && a.slice(head + 1) === b.slice(head + 1)) return true;
  const [restA, restB] = [a.slice(OWN_NAME), b.slice(OWN_NAME)];
  if (ONLY_TRADE.test(restA) && ONLY_TRADE.test(restB)) return isOneWordOff(wordsIn(restA), wordsIn(restB));
  if (a.length !== b.length || head < OWN_NAME || a.slice(head + 1) !== b.slice(head + 1)) return false;
  return !KINDS.test(a.charAt(head) + b.charAt(head));
}

const wordsIn = (trade: string): readonly string[] => trade.match(new RegExp(TRADE, 'g')) ?? [];

/** One word exchanged or lost, another at least kept. */
function isOneWordOff(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length === 0 || long.length - short.length > 1) return false;
  if (long.length > short.length) return long.some((_, at) => long.toSpliced(at, 1).join() === short.join());
  return long.length > 1 && long.filter((word, at) => word !== short[at]).length === 1;
}
