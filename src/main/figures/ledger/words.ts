import type { SheetCell } from '../../../shared/model/ledger';

/** White space inside Chinese text only spreads it out: `项  目` is 项目, 交易金额 may be broken over two lines. */
export const tidy = (text: string): string =>
  text.trim().replace(/\s+/g, (space, at: number, whole: string) => {
    const isLatin = /[\w.%)]/.test(whole.charAt(at - 1)) && /[\w(]/.test(whole.charAt(at + space.length));
    return isLatin ? ' ' : '';
  });

const PLACEHOLDER = /^(?:[-−–—－_/／\\*.…·]+|无|暂无|不适用|未发生|N\/?A|null|nil|none)$/i;

/** What stands in a cell to say that there is no figure. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim());

export const isBlankCell = (cell: SheetCell | undefined): boolean => !cell || cell.text.trim() === '';

/** Equal neighbours told once. */
export const distinct = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, at) => text !== '' && text !== texts[at - 1]);

export const isTotal = (label: string): boolean => /^(?:合计|总计|共计|累计合计|全部合计)$/.test(label);
