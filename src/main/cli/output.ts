import type { ReportDocument } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';
import { lineColumn } from '../document/lines';

/** Writes to stdout and waits until a slow reader (a pipe) has taken it: exiting earlier would cut it off. */
export const write = (output: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(output, () => resolve());
  });

/** A place as design.md §5 prints it: 1-based line and column, offset and length in UTF-16 units. */
export function placeOf(document: ReportDocument, range: Range) {
  const { line, column } = lineColumn(document.lineStarts, range.start);
  return { line, column, offset: range.start, length: range.end - range.start };
}

export function endOf(document: ReportDocument, range: Range) {
  const { line, column } = lineColumn(document.lineStarts, range.end);
  return { endLine: line, endColumn: column };
}
