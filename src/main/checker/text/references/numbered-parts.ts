import type { Block, ProseBlock, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { ordinalValue } from '../../../document/numerals';

/** How a part of a report is named: 第七条; 3.3; 第二部分; 问题2; 第二部分第（二）项. */
export type PartKind = 'article' | 'decimal' | 'part' | 'question' | 'below';

/** A part of the text that sentences can name by its number. */
export interface NumberedPart {
  readonly kind: PartKind;
  /** `7`, `3.3`, `2`; `2/2`, `问题2/4` of an item. */
  readonly key: string;
  /** Index of its first block, and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** Where its number stands, and how it is written there. */
  readonly range: Range;
  readonly written: string;
  /** All that stands in it. */
  readonly text: string;
}

interface Start {
  readonly kind: PartKind;
  readonly value: string;
  readonly raw: string;
  readonly block: ProseBlock;
}

const HAN = '[一二三四五六七八九十百零]{1,5}';
const STARTS: readonly (readonly [PartKind, RegExp])[] = [
  ['article', new RegExp(`^\\s*(?<raw>第(?<value>${HAN}|\\d{1,3})条)(?=[\\s\\u3000【[（(]|$)`)],
  ['part', new RegExp(`^\\s*(?<raw>第\\s?(?<value>${HAN}|\\d{1,2})\\s?(?:部分|章))`)],
  ['part', /^\s*(?<raw>(?<value>[一二三四五六七八九十]{1,3})、)/],
  ['question', new RegExp(`^\\s*(?<raw>问题\\s?(?<value>${HAN}|\\d{1,2}))(?=[：:、\\s\u3000]|$)`)],
  ['below', new RegExp(`^\\s*(?<raw>[（(](?<value>${HAN}|\\d{1,2})[）)])`)],
  ['below', new RegExp(`^\\s*(?<raw>第(?<value>${HAN})节)`)],
  [
    'decimal',
    /^\s*(?<raw>(?<value>\d{1,2}(?:\.\d{1,2}){1,2}))(?=[\s\u3000]|(?![万亿元个家户笔件倍人天])\p{Script=Han})/u,
  ],
];
const MAY = /^[\s第问（(\d一二三四五六七八九十]/;

/** The numbered parts of a report's body, up to its first annex. */
export function numberedParts({ blocks, text }: ReportDocument): readonly NumberedPart[] {
  const annex = blocks.findIndex((block) => block.kind === 'heading' && block.annex !== null);
  const last = annex < 0 ? blocks.length : annex;
  const found: NumberedPart[] = [];
  const next: Partial<Record<PartKind, number>> = {};
  const starts = ownStarts(blocks.slice(0, last).flatMap(startOf));
  const above = partsAbove(starts);
  // From the end, so that each knows where the next of its kind begins.
  for (const [back, { kind, value, raw, block }] of [...starts].reverse().entries()) {
    const part = above[starts.length - 1 - back] ?? '';
    const to = Math.min(next[kind] ?? last, next.part ?? last, next.question ?? last);
    next[kind] = block.index;
    if (kind === 'part' || kind === 'question') next.below = last;
    if (kind === 'below' && part === '') continue;
    const start = text.indexOf(raw, block.range.start);
    found.push({
      kind,
      key: kind === 'below' ? `${part}/${value}` : value,
      from: block.index,
      to,
      range: { start, end: start + raw.length },
      written: raw.replace(/、$/, ''),
      text: text.slice(start + raw.length, blocks[to]?.range.start ?? text.length),
    });
  }
  return found.reverse();
}

/** （1） is an item of a question; elsewhere it stands below （一）, and is part of it. */
function ownStarts(all: readonly Start[]): readonly Start[] {
  let isQuestion = false;
  return all.filter(({ kind, raw }) => {
    if (kind === 'question' || kind === 'part') isQuestion = kind === 'question';
    return kind !== 'below' || isQuestion === /\d/.test(raw);
  });
}

/** For each start the number of the part that it stands in; empty before the first. */
function partsAbove(starts: readonly Start[]): readonly string[] {
  let part = '';
  return starts.map(({ kind, value }) => {
    if (kind === 'part') part = value;
    if (kind === 'question') part = `问题${value}`;
    return part;
  });
}

function startOf(block: Block): readonly Start[] {
  if (!('prose' in block) || block.kind === 'caption' || !MAY.test(block.prose.text)) return [];
  for (const [kind, pattern] of STARTS) {
    // A list's own 一、 and （一） are no parts.
    if ((kind === 'part' || kind === 'question') && block.kind !== 'heading') continue;
    const { raw, value } = pattern.exec(block.prose.text)?.groups ?? {};
    if (raw === undefined || value === undefined) continue;
    const number = kind === 'decimal' ? value : ordinalValue(value);
    return number === null ? [] : [{ kind, value: String(number), raw, block }];
  }
  return [];
}
