import { success } from '../../shared/result';
import type { Outcome } from './main';
import { write } from './output';
import { type ReadOptions, readReport } from './read-report';

/** `gouji text`: the working text, which all lines, columns and offsets count in. */
export async function text(file: string, options: ReadOptions): Promise<Outcome> {
  const read = await readReport(file, options);
  if (!read.ok) return read;
  const { imported } = read.value;
  await write(imported.text.endsWith('\n') ? imported.text : `${imported.text}\n`);
  for (const note of imported.notes) process.stderr.write(`gouji: ${note.message}\n`);
  return success(0);
}
