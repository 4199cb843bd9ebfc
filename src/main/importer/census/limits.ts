import { BOUNDS, ImportError } from '../bounds';

const TOO_LARGE = '文件内容过多，超出可处理的范围，已停止读取';
const TOO_MANY_CELLS = `表格过大，已停止读取：一张表最多 ${BOUNDS.tableCells / 10_000} 万格，所有表合计最多 ${BOUNDS.cells / 10_000} 万格`;
const TOO_DEEP = '文件内部嵌套过深，可能是恶意文件，已停止读取';

export const tooLarge = (): ImportError => new ImportError('too-large', TOO_LARGE);
export const tooManyCells = (): ImportError => new ImportError('too-large', TOO_MANY_CELLS);
export const tooDeep = (): ImportError => new ImportError('too-deep', TOO_DEEP);

/** Counts what a document's tables cost, so that a bound is met before memory is taken. */
export interface CellBudget {
  /** Takes `cells` for a table that holds `held` already; the new sum. Throws `ImportError`: `too-large`. */
  take(held: number, cells: number): number;
}

export function newBudget(): CellBudget {
  let all = 0;
  return {
    take(held, cells) {
      all += cells;
      if (held + cells > BOUNDS.tableCells || all > BOUNDS.cells) throw tooManyCells();
      return held + cells;
    },
  };
}
