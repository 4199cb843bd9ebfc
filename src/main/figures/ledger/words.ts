import type { SheetCell } from '../../../shared/model/ledger';

/** No title, header or label says more; a cell may hold 32,767 characters and be merged over thousands. */
const MOST_CHARACTERS = 200;

export const shorten = (text: string, most = MOST_CHARACTERS): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** White space inside Chinese text only spreads it out: `项  目` is 项目, 交易金额 may be broken over two lines. */
export const tidy = (text: string): string =>
  shorten(text.trim()).replace(/\s+/g, (space, at: number, whole: string) => {
    const isLatin = /[\w.%)]/.test(whole.charAt(at - 1)) && /[\w(]/.test(whole.charAt(at + space.length));
    return isLatin ? ' ' : '';
  });

const PLACEHOLDER = /^(?:[-−–—－_/／\\*.…·]+|无|暂无|不适用|未发生|N\/?A|null|nil|none)$/i;

/** What stands in a cell to say that there is no figure. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim());

export const isBlankCell = (cell: SheetCell | undefined): boolean => !cell || cell.text.trim() === '';

/** Equal neighbours told once. */
export function distinct(texts: readonly string[]): readonly string[] {
  const told = texts.filter((text) => text !== '');
  return told.filter((text, at) => text !== told[at - 1]);
}

export const isTotal = (label: string): boolean => /^(?:合计|总计|共计|累计合计|全部合计)$/.test(label);
