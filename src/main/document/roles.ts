import type { Block, Paragraph, ParagraphRole } from '../../shared/model/document';
import { annexLabel } from './labels';

const ORGANISATION =
  /(?:行|局|部|委|委员会|会|厅|司|处|公司|中心|办|办公室|院|政府|机构|社|所|署|集团|单位|组|同志|领导)(?:[（(][^（）()]{1,20}[）)])?$/;
/** 尊敬的用户; but 各位代表 opens a speech. */
const READERS = /^(?:尊敬的|广大)[^，。；]{0,12}(?:用户|客户|商户|消费者|股东|投资者|持卡人|合作伙伴)$/;
/** 2026年6月26日（星期五） is a date as well. */
const WEEKDAY = '(?:\\s?[（(](?:星期|周)[一二三四五六日天][）)])?';
const DATE = new RegExp(
  `^(?:(?:\\d{4}|[〇○零一二三四五六七八九]{4})\\s?年\\s?[\\d一二三四五六七八九十]{1,3}\\s?月\\s?[\\d一二三四五六七八九十]{1,3}\\s?日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})${WEEKDAY}$`,
);
const COMBINED_DATE = new RegExp(`^(\\S[^。；：:，]{1,40}?)\\s+(\\d{4}年\\d{1,2}月\\d{1,2}日)${WEEKDAY}$`);
const SIGNATURE_SEARCH = 8;
const ADDRESSEE_SEARCH = 5;

/** Says of each paragraph where in the report it stands (GB/T 9704-2012 §7.3). Most are body. */
export function assignRoles(blocks: readonly Block[]): readonly Block[] {
  const roles = new Map<number, ParagraphRole>();
  findAddressees(blocks, roles);
  findSignature(blocks, roles);
  findAnnexList(blocks, roles);
  if (roles.size === 0) return blocks;
  return blocks.map((block) => {
    const role = roles.get(block.index);
    return role && block.kind === 'paragraph' ? { ...block, role } : block;
  });
}

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

/** `中国人民银行某某分行：` but not `现将有关情况报告如下：`. */
export function isAddressee(text: string): boolean {
  const name = /^([^。；，,\n]{2,80})[：:]$/.exec(text)?.[1];
  if (name === undefined || /如下|以下|情况|包括|其中|报告/.test(name)) return false;
  return ORGANISATION.test(name.trim()) || READERS.test(name.trim());
}

function findAddressees(blocks: readonly Block[], roles: Map<number, ParagraphRole>): void {
  const first = blocks[0]?.kind === 'heading' ? 1 : 0;
  let found = false;
  for (let at = first; at < Math.min(blocks.length, first + ADDRESSEE_SEARCH); at++) {
    const block = blocks[at];
    if (block?.kind === 'heading' && block.level > 1) return;
    const matches = isParagraph(block) && isAddressee(block.prose.text);
    if (matches) roles.set(at, 'addressee');
    else if (found) return;
    found ||= matches;
  }
}

const isSignatory = (text: string): boolean =>
  text.length <= 40 && !/[。；：:，,\n]/.test(text) && ORGANISATION.test(text.trim());

/** The closing date nearest before the annexes, else nearest to the end, and the names right above it. */
function findSignature(blocks: readonly Block[], roles: Map<number, ParagraphRole>): void {
  const annex = blocks.findIndex((block) => block.kind === 'heading' && block.annex !== null);
  const ends = annex < 0 ? [blocks.length] : [annex, blocks.length];
  const date = ends.map((end) => closingDate(blocks, end)).find((at) => at >= 0) ?? -1;
  if (date >= 0) roles.set(date, 'date');
  const from = date >= 0 ? date : (ends[0] ?? 0);
  for (let at = from - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block?.kind === 'divider' || block?.kind === 'page-break') continue;
    if (!isParagraph(block) || !isSignatory(block.prose.text)) return;
    roles.set(at, 'signatory');
  }
}

/** Index of the last paragraph before `end` that is a date; -1 when none stands near the end. */
function closingDate(blocks: readonly Block[], end: number): number {
  let seen = 0;
  for (let at = end - 1; at >= 0 && seen < SIGNATURE_SEARCH; at--) {
    const block = blocks[at];
    if (block?.kind === 'heading' && at < end - 1 && block.annex === null && seen > 2) return -1;
    if (!isParagraph(block)) continue;
    seen++;
    const { text } = block.prose;
    if (DATE.test(text)) return at;
    const name = COMBINED_DATE.exec(text)?.[1];
    if (name !== undefined && isSignatory(name)) return at;
  }
  // Plain-text annexes hide the signature far from the end: look for a signatory with a date below it.
  return blocks.findLastIndex((block, at) => {
    const before = blocks[at - 1];
    return (
      at < end &&
      isParagraph(block) &&
      DATE.test(block.prose.text) &&
      isParagraph(before) &&
      isSignatory(before.prose.text)
    );
  });
}

/** `附件：1.…` above the signature (or right below it), with the lines that carry on its numbers. */
function findAnnexList(blocks: readonly Block[], roles: Map<number, ParagraphRole>): void {
  const date = [...roles].find(([, role]) => role === 'date')?.[0] ?? -1;
  for (const block of blocks) {
    if (!isParagraph(block) || roles.has(block.index)) continue;
    if (!/^附件(?:[：:]|\s*\d{1,2}\s*[：:.．、])/.test(block.prose.text)) continue;
    if (!annexLabel(block.prose)) continue;
    const above = date >= 0 && block.index < date;
    const unnumbered = /^附件[：:]\s*\S/.test(block.prose.text) && blocks[block.index + 1]?.kind !== 'table';
    if (!above && !(date < 0 && unnumbered)) continue;
    roles.set(block.index, 'annex-list');
    for (let at = block.index + 1; isListLine(blocks[at]) && !roles.has(at); at++)
      roles.set(at, 'annex-list');
  }
}

const isListLine = (block: Block | undefined): boolean =>
  isParagraph(block) &&
  /^(?:\d{1,2}[.．、]|附件\s*\d)/.test(block.prose.text) &&
  block.prose.text.length <= 80;
