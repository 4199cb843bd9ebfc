import { readSheets, type SheetFile } from '../../../../src/main/importer/sheets/read';
import type { SheetCell } from '../../../../src/shared/model/ledger';

/** The sheets of a file that must be readable. */
export async function opened(bytes: Uint8Array, fileName = '台账.xlsx'): Promise<SheetFile> {
  const read = await readSheets(bytes, fileName);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.message}`);
  return read.value;
}

const COVERED = { left: '<', up: '^' } as const;

/** What the cells of the first sheet show; `<` and `^` for covered ones. */
export async function shown(bytes: Uint8Array, fileName?: string): Promise<string[][]> {
  const { sheets } = await opened(bytes, fileName);
  return (sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => (cell.covered ? COVERED[cell.covered] : cell.text)),
  );
}

/** The first cell of the first sheet. */
export async function firstCell(bytes: Uint8Array, fileName?: string): Promise<SheetCell> {
  const cell = (await opened(bytes, fileName)).sheets[0]?.rows[0]?.[0];
  if (!cell) throw new Error('no cell');
  return cell;
}

/** The code of the failure, or `ok`. */
export async function codeOf(bytes: Uint8Array, fileName = '台账.xlsx'): Promise<string> {
  const read = await readSheets(bytes, fileName);
  return read.ok ? 'ok' : read.error.code;
}
