import type { Block, Caption, Paragraph } from './model/document';

const ANNEX_TABLE = /^附表\s*[\d〇零一二三四五六七八九十]/;
const LONGEST = 60;

/**
 * Whether a block is the title of the table right below it: a caption, or a line as annexes have them, `附表1-2 跨境外汇付款分币种情况`.
 */
export const isTableTitle = (block: Block, next: Block | undefined): block is Caption | Paragraph =>
  next?.kind === 'table' &&
  (block.kind === 'caption' || (block.kind === 'paragraph' && isAnnexTitle(block.prose.text)));

const isAnnexTitle = (text: string): boolean =>
  text.length <= LONGEST && ANNEX_TABLE.test(text) && !/[。；：:\n]/.test(text);
