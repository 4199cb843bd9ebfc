import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/main/document/parse';
import { cellAt } from '../../../../src/main/document/spans';
import { importReport } from '../../../../src/main/importer/import';
import type { Table } from '../../../../src/shared/model/document';
import { docx, p, run, tbl, tc } from '../../../helpers/docx';

interface Merged {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/** A grid cut into rectangles from the top left on, each with a text. */
const grids = fc
  .record({
    width: fc.integer({ min: 2, max: 6 }),
    height: fc.integer({ min: 2, max: 7 }),
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 42,
      maxLength: 42,
    }),
    texts: fc.array(
      fc.oneof(
        fc
          .tuple(fc.nat(999_999_999), fc.nat(99))
          .map(([whole, cents]) => `${whole.toLocaleString('en')}.${cents}`),
        fc.constantFrom(
          '',
          '项目',
          '2024年',
          '12%',
          '-35',
          '1|2',
          '3*4*5',
          '<b>6</b>',
          '^^',
          '<<',
          '`7`',
          '8\\9',
          '〔0〕',
        ),
      ),
      { minLength: 42, maxLength: 42 },
    ),
  })
  .map(({ width, height, sizes, texts }) => {
    const owner: (Merged | undefined)[][] = Array.from({ length: height }, () =>
      new Array(width).fill(undefined),
    );
    let next = 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        if (owner[row]?.[column]) continue;
        const [tall, wide] = sizes[next] ?? [1, 1];
        const text = texts[next++] ?? '';
        let columns = 1;
        while (columns < wide && column + columns < width && !owner[row]?.[column + columns]) columns++;
        const rows = Math.min(tall, height - row);
        const merged = { row, column, rows, columns, text };
        for (let down = row; down < row + rows; down++)
          for (let across = column; across < column + columns; across++) (owner[down] ?? [])[across] = merged;
      }
    }
    return owner.map((line) =>
      line.map((one) => one ?? { row: 0, column: 0, rows: 1, columns: 1, text: '' }),
    );
  });

/** Word cuts a cell's text into runs as it likes. */
const inRuns = (text: string): string =>
  text === '' ? p('<w:r/>') : p(Array.from(text.match(/.{1,3}/gs) ?? [], (part) => run(part)).join(''));

const wordTable = (owner: readonly (readonly Merged[])[]): string =>
  tbl(
    owner.map((line, row) =>
      line.flatMap((merged, column) => {
        if (merged.column !== column) return [];
        const span = merged.columns > 1 ? `<w:gridSpan w:val="${merged.columns}"/>` : '';
        const down = merged.rows > 1 ? `<w:vMerge${merged.row === row ? ' w:val="restart"' : ''}/>` : '';
        return [tc(merged.row === row ? inRuns(merged.text) : p('<w:r/>'), span + down)];
      }),
    ),
  );

const gridOf = (table: Table): string[][] =>
  [table.header, ...table.rows].map((row, index) =>
    row.cells.map((_, column) => cellAt(table, { row: index - 1, column })?.prose.text ?? '?'),
  );

describe('random Word tables', () => {
  it('keep every text in its cell, through merged cells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(grids, { minLength: 1, maxLength: 3 }), async (owners) => {
        const body = owners.map((owner, index) => p(`第${index}张表说明如下。`) + wordTable(owner)).join('');
        const result = await importReport(docx(body), 'a.docx');
        if (!result.ok) throw new Error(result.error.message);
        expect(result.value.proof.differences).toEqual([]);
        const tables = parseDocument(result.value.text).blocks.filter((block) => block.kind === 'table');
        expect(tables.map(gridOf)).toEqual(
          owners.map((owner) => owner.map((line) => line.map((one) => one.text))),
        );
      }),
      { numRuns: 150 },
    );
  });
});
