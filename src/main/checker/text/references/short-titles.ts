import { allMatches } from '../../../../shared/matches';
import type { Block, Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { annexes } from '../../../document/labels';
import { sourceRange } from '../../../document/prose';
import { stretchesOf } from '../../../document/proses';
import { insideAny, quotedSpans } from '../quoted-spans';

/** 《外包办法》 of which nobody said that it stands for 《…外包风险监管办法》. */
export interface ShortTitle {
  readonly own: string;
  readonly full: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

/** One short name that is introduced for two names. */
export interface TwiceShort {
  readonly short: string;
  readonly isSame: boolean;
  readonly range: Range;
  readonly elsewhere: Range;
}

interface Title {
  readonly block: number;
  readonly text: string;
  readonly range: Range;
  /** Its surroundings say that it is a document's whole title. */
  readonly isWhole: boolean;
}

const TITLE = /《([^《》\n]{4,60})》/g;
const STAGE = /[（(](?:试行|暂行|修订|修订版|征求意见稿|草案|修正|\d{4}年?(?:版|修订)?)[）)]$/;
/** What the short title of a rule or notice ends with. 《反洗钱法》 and other laws are cited so by custom. */
const KIND = /(?:办法|规定|规范|条例|细则|指引|通知|意见|规程|准则|指南|决定)$/;
const LONGEST = 7;
/** So many characters more has the whole title at least. */
const LONGER = 5;
const ISSUED =
  /(?:制定|制订|修订|修改|修正|印发|发布|出台|起草|编制|完善|建立|废止|新增|拟定|下发|转发|签发|审议|通过|我行|本行|我司|公司|本公司|我中心|内部|自有)(?:了|的|并实施|并印发)?$/;
const INTRODUCED =
  /(?:简称|下称|统称)(?:为|作)?[：:]?\s?[“"]?《?(?<short>[^》”"）)，。；（(]{2,24})[》”"）)]/g;

/** Each once, at its first place. */
export function shortTitles(document: ReportDocument): readonly ShortTitle[] {
  const titles = document.blocks.flatMap((block) =>
    stretchesOf(block).proses.flatMap((prose) => titlesIn(prose, block)),
  );
  if (titles.length < 2) return [];
  const introduced = new Set(
    allMatches(document.text, INTRODUCED).map(({ groups }) => groups?.['short']?.trim() ?? ''),
  );
  const whole = new Set(titles.filter(({ isWhole }) => isWhole).map(({ text }) => text));
  const seen = new Set<string>();
  return titles.flatMap(({ text: own, range, block }, at): ShortTitle[] => {
    if (seen.has(own)) return [];
    if (own.length > LONGEST || !KIND.test(own) || introduced.has(own) || whole.has(own)) return [];
    const before = titles.slice(0, at).filter(({ text }) => isShortOf(own, text.replace(STAGE, '')));
    // Whoever has just read the whole title in the paragraph knows what is meant.
    if (before.some((one) => one.block === block)) return [];
    seen.add(own);
    const [full] = before;
    return full ? [{ own, full: full.text, range, elsewhere: full.range }] : [];
  });
}

/** Titles of a list, of a cell, with a number or date behind them, or told as issued are whole. */
function titlesIn(prose: Prose, block: Block): readonly Title[] {
  const { text } = prose;
  if (!text.includes('《')) return [];
  return allMatches(text, TITLE).map(({ 0: raw, 1: title = '', index }) => {
    const [before, after] = [text.slice(Math.max(0, index - 12), index), text.slice(index + raw.length)];
    return {
      block: block.index,
      text: title,
      range: sourceRange(prose, index, index + raw.length),
      isWhole:
        block.kind === 'table' ||
        block.kind === 'heading' ||
        /^\s?[（(〔、]|^[和及与]?《|^等/.test(after) ||
        /[》、]$|》[和及与]$/.test(before) ||
        ISSUED.test(before),
    };
  });
}

function isShortOf(short: string, full: string): boolean {
  if (full.length < short.length + LONGER) return false;
  const kind = KIND.exec(short)?.[0] ?? '';
  if (!full.endsWith(kind)) return false;
  let at = 0;
  const rest = full.slice(0, -kind.length);
  for (const character of short.slice(0, -kind.length)) {
    at = rest.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const BRACKETED =
  /(?<name>\p{Script=Han}{4,18}|[^《》\n]{3,17}》)[（(](?:[^（）()]{0,40}[，,；;])?以下(?:简称|称)(?:为)?[：:]?\s?[“"《]?(?<short>[\p{Script=Han}A-Za-z]{2,16})[”"》]?[）)]/gu;

const COMPANY = /(?:股份有限|有限责任|有限|)公司$/;

/** In the text itself: annexes are read alone and introduce their names anew. */
export function twiceShort(document: ReportDocument): readonly TwiceShort[] {
  const annexed = new Set(annexes(document).flatMap(({ blocks }) => blocks.map(({ index }) => index)));
  const first = new Map<string, { readonly name: string; readonly range: Range }>();
  return document.blocks.flatMap((block) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || annexed.has(block.index)) return [];
    const { prose } = block;
    if (!prose.text.includes('以下')) return [];
    const spans = quotedSpans(prose.text);
    return allMatches(prose.text, BRACKETED).flatMap(({ 0: raw, index, groups }): TwiceShort[] => {
      const { name: whole = '', short = '' } = groups ?? {};
      const name = whole.replace(COMPANY, '').slice(-4);
      const start = index + raw.lastIndexOf(short);
      const range = sourceRange(prose, start, start + short.length);
      const known = first.get(short);
      if (!known && !insideAny(spans, index, index + 1)) first.set(short, { name, range });
      return known ? [{ short, isSame: known.name === name, range, elsewhere: known.range }] : [];
    });
  });
}
