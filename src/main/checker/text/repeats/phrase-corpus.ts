import { allMatches } from '../../../../shared/matches';
import type { ListItem, Paragraph, ReportDocument } from '../../../../shared/model/document';
import { sourceOffset } from '../../../document/prose';
import { isLabelLine, isNumbered } from '../sentences/sentence-like';
import { endingOf } from '../sentences/sentences';
import { FIRST_ATOM, HARD_BREAK, SOFT_BREAK } from './repeats';

/** The prose of a report as one stream of units (Han, letters, digits), each with the place it came from. */
export interface PhraseCorpus {
  readonly units: Uint16Array;
  /** Index in the block's prose of each unit. */
  readonly at: Int32Array;
  /** 1 where a clause mark (`，。（` …) or the block's start stands before the unit. */
  readonly clause: Uint8Array;
  /** Blocks in the stream, ascending by their first unit. */
  readonly blocks: readonly { readonly block: Paragraph | ListItem; readonly first: number }[];
}

/**
 * What is compared as one thing or not at all: titles, dates, abbreviations being defined, quotations of a
 * sentence's length.
 */
const ATOMS =
  /《[^《》\n]{1,80}》|（以下(?:简称|称|合称)[^（）\n]{1,40}）|“[^“”\n]{1,200}”|"[^"\n]{1,200}"|(?:(?:截至|自)?(?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日)(?:[初末底]|上半年|下半年|第[一二三四]季度)?/g;

/** Quotations from this length on are compared as one; shorter ones are words of the sentence. */
const QUOTED_SENTENCE = 16;

/** Reads body paragraphs and list items; headings, captions, tables, notes and labels may repeat. */
export function phraseCorpus(document: ReportDocument): PhraseCorpus {
  const size = document.text.length + document.blocks.length + 1;
  const writer = new CorpusWriter(size);
  const blocks: { block: Paragraph | ListItem; first: number }[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'list-item' && !(block.kind === 'paragraph' && block.role === 'body')) continue;
    const { text } = block.prose;
    if (text.length < 12 || isLabelLine(text) || isTitleLine(text)) continue;
    blocks.push({ block, first: writer.length });
    writer.block(text);
  }
  return { ...writer.finish(), blocks };
}

/** A numbered or short line without a final mark is a heading in paragraph's clothes. */
const isTitleLine = (text: string): boolean =>
  endingOf(text) === 'open' &&
  (isNumbered(text) ? text.length < 50 : text.length < 30 && !text.includes('，'));

/** Offset in the working text of unit `unit`; `blockAt` is its entry in `corpus.blocks`. */
export const unitOffset = (corpus: PhraseCorpus, block: Paragraph | ListItem, unit: number): number =>
  sourceOffset(block.prose, corpus.at[unit] ?? 0);

/** Index in `corpus.blocks` of the block that holds `unit`. */
export function blockOfUnit(corpus: PhraseCorpus, unit: number): number {
  let low = 0;
  let high = corpus.blocks.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((corpus.blocks[middle]?.first ?? 0) <= unit) low = middle;
    else high = middle;
  }
  return low;
}

class CorpusWriter {
  length = 0;
  private readonly units: Uint16Array;
  private readonly at: Int32Array;
  private readonly clause: Uint8Array;
  private atClause = true;

  constructor(size: number) {
    this.units = new Uint16Array(size);
    this.at = new Int32Array(size);
    this.clause = new Uint8Array(size);
  }

  block(text: string): void {
    this.atClause = true;
    let index = 0;
    for (const atom of allMatches(text, ATOMS)) {
      if (/^["“]/.test(atom[0]) && atom[0].length < QUOTED_SENTENCE) continue;
      this.stretch(text, index, atom.index);
      this.put(atomUnit(atom[0]), atom.index);
      index = atom.index + atom[0].length;
    }
    this.stretch(text, index, text.length);
    this.put(HARD_BREAK, text.length);
  }

  finish(): Pick<PhraseCorpus, 'units' | 'at' | 'clause'> {
    const { length } = this;
    return {
      units: this.units.subarray(0, length),
      at: this.at.subarray(0, length),
      clause: this.clause.subarray(0, length),
    };
  }

  private stretch(text: string, from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const code = text.charCodeAt(index);
      const role = ROLES[code] ?? 0;
      if (role === WORD) this.put(code >= 65 && code <= 90 ? code + 32 : code, index);
      else if (role === STOP) this.put(SOFT_BREAK, index);
      else if (role === CLAUSE) this.atClause = true;
    }
  }

  private put(unit: number, index: number): void {
    this.units[this.length] = unit;
    this.at[this.length] = index;
    this.clause[this.length] = this.atClause ? 1 : 0;
    this.atClause = unit === SOFT_BREAK || unit === HARD_BREAK;
    this.length++;
  }
}

const WORD = 1;
const STOP = 2;
const CLAUSE = 3;

/** What each UTF-16 unit is to the comparison; all others are left out. */
const ROLES = ((): Uint8Array => {
  const roles = new Uint8Array(0x10000);
  roles.fill(WORD, 0x3400, 0xa000);
  for (const char of '〇%0123456789') roles[char.charCodeAt(0)] = WORD;
  for (let letter = 65; letter <= 90; letter++) roles[letter] = roles[letter + 32] = WORD;
  for (const char of '。！？；!?;…\n') roles[char.charCodeAt(0)] = STOP;
  for (const char of '，：（）,:()') roles[char.charCodeAt(0)] = CLAUSE;
  return roles;
})();

/** Equal atoms get equal units; different ones almost never (and only lengthen a verified repeat when they do). */
function atomUnit(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) | 0;
  return FIRST_ATOM + ((hash >>> 3) % 0x1800);
}
