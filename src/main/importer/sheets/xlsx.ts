import { cellPlace, type Sheet } from '../../../shared/model/ledger';
import type { ImportNote } from '../../../shared/model/source';
import type { Package } from '../package';
import { type Grid, gridOf, newBudget } from './grid';
import { readSharedStrings } from './shared-strings';
import { readSheetPart, type SheetPart } from './sheet-part';
import { readStyles } from './styles';
import { readWorkbook, textOf, type WorkbookSheet } from './workbook';

const MOST_PLACES = 20;

export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly ImportNote[];
}

/** The visible worksheets of a workbook with content, in their order. Throws `ImportError`. */
export async function readXlsx(pack: Package): Promise<Sheets> {
  const book = await readWorkbook(pack);
  const strings = book.sharedStrings ? readSharedStrings(await textOf(pack, book.sharedStrings)) : [];
  const styles = readStyles(book.styles ? await textOf(pack, book.styles) : null, book.is1904);
  const budget = newBudget();
  const sheets: Sheet[] = [];
  const notes: ImportNote[] = [...packageNotes(pack.names), ...leftOut(book.sheets)];
  for (const { name, part, isHidden, isGrid } of book.sheets) {
    if (isHidden || !isGrid) continue;
    const read = readSheetPart(await textOf(pack, part), { strings, styles }, budget);
    const grid = gridOf(read.cells, read.merges, budget);
    const sheet = { name, top: grid.top, left: grid.left, rows: grid.rows };
    notes.push(...sheetNotes(sheet, read, grid));
    if (sheet.rows.length > 0) sheets.push(sheet);
  }
  return { sheets, notes };
}

function packageNotes(names: readonly string[]): readonly ImportNote[] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const notes: ImportNote[] = [];
  const add = (code: ImportNote['code'], message: string): void => {
    notes.push({ code, message, places: [] });
  };
  if (has(/(?:^|\/)vbaProject\.bin$/i)) add('macro', '工作簿带有宏，没有读取，也不会运行');
  if (has(/^xl\/externalLinks\//i)) {
    add('external', '工作簿引用了其他工作簿，引用处用的是上次保存时的值');
  }
  if (has(/^xl\/(?:charts|diagrams|embeddings)\//i)) add('object', '工作簿里的图表和嵌入对象没有读取');
  if (has(/^xl\/media\//i)) add('image', '工作簿里的图片没有读取，图片上的文字和数字不在数据之内');
  return notes;
}

function leftOut(sheets: readonly WorkbookSheet[]): readonly ImportNote[] {
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const others = sheets.filter(({ isHidden, isGrid }) => !isHidden && !isGrid).map(({ name }) => name);
  return [
    ...note('hidden', `有 ${hidden.length} 张隐藏的工作表，没有读取`, hidden),
    ...note('object', `有 ${others.length} 张图表工作表，没有读取`, others),
  ];
}

function sheetNotes(sheet: Sheet, part: SheetPart, grid: Grid): readonly ImportNote[] {
  const place = (row: number, column: number): string =>
    cellPlace(sheet, row - sheet.top, column - sheet.left);
  const formulas = part.uncalculated;
  return [
    ...note(
      'object',
      `有 ${formulas.length} 个公式没有保存计算结果；请在 Excel 或 WPS 里打开并保存一次再导入`,
      formulas.map(({ row, column }) => place(row, column)),
    ),
    ...note(
      'hidden',
      `有 ${grid.buried.length} 个被合并单元格盖住的单元格里有内容，没有读取`,
      grid.buried.map(([row, column]) => place(row, column)),
    ),
    ...note('hidden', '工作表里有隐藏的行或列，已一并读取', part.hasHidden ? [sheet.name] : []),
  ];
}

const note = (code: ImportNote['code'], message: string, places: readonly string[]): readonly ImportNote[] =>
  places.length === 0 ? [] : [{ code, message, places: places.slice(0, MOST_PLACES) }];
