import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { hasWordsExchanged } from './exchanged-words';
import { type IntroducedName, introducedName } from './introduced-name';

/** A name of the report's author that differs from the one introduced by a character or two. */
export interface NameSlip {
  readonly own: string;
  readonly usual: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

const SHORTEST = 3;
const OFTEN = 3;
const MOST_LOST = 4;
/** Offices that differ in such a character are two. */
const KINDS = /[支分总省市县区乡镇东西南北中上下新老一二三四五六七八九十甲乙丙丁]/;

/** 江南汇达支付有限公司 below a report of 江南汇达支付服务有限公司; 澄江结算 among 澄江清算. */
export function nameSlips(document: ReportDocument): readonly NameSlip[] {
  const introduced = introducedName(document);
  if (!introduced) return [];
  return [...signatories(document, introduced), ...shortForms(document, introduced)];
}

function signatories({ blocks }: ReportDocument, { full, range }: IntroducedName): readonly NameSlip[] {
  return blocks.flatMap((block): readonly NameSlip[] => {
    if (block.kind !== 'paragraph' || block.role !== 'signatory') return [];
    const own = block.prose.text.trim();
    if (!isSlip(own, full)) return [];
    return [
      { own, usual: full, range: sourceRange(block.prose, 0, block.prose.text.length), elsewhere: range },
    ];
  });
}

/** Alike at both ends, and no further apart than a few characters that one has lost, or one that differs. */
function isSlip(own: string, full: string): boolean {
  if (
    own === full ||
    full.startsWith(own) ||
    own.startsWith(full) ||
    full.endsWith(own) ||
    own.endsWith(full)
  )
    return false;
  if (hasWordsExchanged(own, full)) return true;
  const [short, long] = own.length < full.length ? [own, full] : [full, own];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  if (head < 2 || tail < 2) return false;
  const lost = long.length - short.length;
  if (head + tail === short.length) return lost <= MOST_LOST;
  return lost === 0 && short.length - head - tail === 1 && !KINDS.test(own.charAt(head) + full.charAt(head));
}

function shortForms(document: ReportDocument, { short, range }: IntroducedName): readonly NameSlip[] {
  if (short.length <= SHORTEST || document.text.split(short).length - 1 < OFTEN) return [];
  const start = short.slice(0, 2);
  const found: NameSlip[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const { text } = block.prose;
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const own = text.slice(at, at + short.length);
      if (!isOneOff(own, short)) continue;
      found.push({
        own,
        usual: short,
        range: sourceRange(block.prose, at, at + own.length),
        elsewhere: range,
      });
    }
  }
  // A form that comes again is a name of its own.
  return found.filter(({ own }) => found.filter((one) => one.own === own).length === 1);
}

function isOneOff(own: string, usual: string): boolean {
  if (own.length !== usual.length || !/^\p{Script=Han}+$/u.test(own)) return false;
  const at = [...usual].findIndex((character, index) => own[index] !== character);
  if (at < 2 || own.slice(at + 1) !== usual.slice(at + 1)) return false;
  return at < usual.length - 1 && !KINDS.test(own.charAt(at) + usual.charAt(at));
}
