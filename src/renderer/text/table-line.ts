/** Cells of a Markdown table line as they read: trimmed, `\|` as `|`, `<br>` as a line break. */
export function cellsOfLine(line: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at++) {
    const unit = line.charAt(at);
    if (unit === '\\' && line.charAt(at + 1) === '|') {
      cell += '|';
      at++;
    } else if (unit === '|') {
      cells.push(cell);
      cell = '';
    } else cell += unit;
  }
  cells.push(cell);
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((content) => content.trim().replace(/<br\s*\/?>/gi, '\n'));
}

/** True for lines that could be rows of a table. */
export const looksLikeRow = (line: string): boolean => line.includes('|');
