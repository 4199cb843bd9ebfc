import type { ReportDocument } from '../../../../shared/model/document';
import { sourceRange } from '../../../document/prose';
import { isDictionaryWord } from '../../language/segment';
import { hasWordsExchanged } from './exchanged-words';
import type { NameSlip } from './name-slips';

const NAME = /^\p{Script=Han}{5,30}$/u;
const CONSTITUTED = /(?:股份有限|有限责任|有限)公司$/;
/** A short name that the report uses so often is the author's. */
const OFTEN = 3;
const SHORTEST = 4;
/** Two that differ in such a character are two. */
const KINDS = /[支分总省市县区乡镇东西南北中上下新老一二三四五六七八九十甲乙丙丁部处科室]/;

/** 沅坡农村商业银行股份有限公司 below a report of 沅陂农村商业银行股份有限公司: the author, named so nowhere else. */
export function signatureSlips(document: ReportDocument): readonly NameSlip[] {
  const { text } = document;
  return document.blocks.flatMap((block): readonly NameSlip[] => {
    if (block.kind !== 'paragraph' || block.role !== 'signatory') return [];
    const name = block.prose.text.trim();
    if (!NAME.test(name) || text.indexOf(name) !== text.lastIndexOf(name)) return [];
    const stem = name.replace(CONSTITUTED, '');
    const isUsed = stem.length >= SHORTEST && text.indexOf(stem) !== text.lastIndexOf(stem);
    if (isUsed) return [];
    const found = likeName(text, name, 1) ?? (stem.length < SHORTEST ? null : likeName(text, stem, OFTEN));
    if (!found) return [];
    const start = block.prose.text.indexOf(name);
    return [
      {
        own: name.slice(0, found.usual.length),
        usual: found.usual,
        range: sourceRange(block.prose, start, start + found.usual.length),
        elsewhere: { start: found.at, end: found.at + found.usual.length },
      },
    ];
  });
}

/** What stands in the text so often at least and differs in one character, or in the order of two. */
function likeName(text: string, name: string, least: number): { usual: string; at: number } | null {
  const half = Math.floor(name.length / 2);
  const parts = [
    [0, name.slice(0, half)],
    [half, name.slice(half)],
  ] as const;
  for (const [from, part] of parts)
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const start = at - from;
      const usual = text.slice(Math.max(0, start), start + name.length);
      if (isSlip(usual, name) && text.split(usual).length > least) return { usual, at: start };
    }
  return null;
}

function isSlip(usual: string, name: string): boolean {
  if (usual.length !== name.length || usual === name) return false;
  if (hasWordsExchanged(usual, name)) return true;
  const off = [...name].flatMap((one, at) => (usual[at] === one ? [] : [at]));
  const [a = 0, b] = off;
  const isHan = /^\p{Script=Han}$/u.test(usual.charAt(a));
  if (b === undefined) return isHan && !KINDS.test(usual.charAt(a) + name.charAt(a));
  const isTurned = off.length === 2 && b === a + 1 && usual[a] === name[b] && usual[b] === name[a];
  return isTurned && !isDictionaryWord(name.slice(a, b + 1));
}
