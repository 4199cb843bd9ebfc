import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { RootStore } from '../../src/renderer/stores/root-store';
import { shownRows } from '../../src/renderer/tables/shown-cells';
import { RootContext } from '../../src/renderer/views/context';
import { TableGrid } from '../../src/renderer/views/review/data/table-grid';
import { DocumentTable } from '../../src/renderer/views/review/document/document-table';
import type { Table } from '../../src/shared/model/document';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const noMemory = { getItem: () => null, setItem: () => {} };
const root = new RootStore(new FakeBridge(fakeCheck, ''), noMemory, 1280);

function table(...lines: readonly string[]): Table {
  const [first = '', ...rest] = lines.map((line) => `| ${line} |`);
  const text = [first, `|${'---|'.repeat(first.split('|').length - 2)}`, ...rest].join('\n');
  const found = parseDocument(text).blocks.find((block) => block.kind === 'table');
  if (!found) throw new Error('no table');
  return found;
}

const GROUPED = table(
  '项目 | 2024年 | <<',
  '^^ | 笔数 | 金额',
  '甲 | 1,200 | 3.50',
  '^^ | 800 | ^^',
  '合计 | << | 7.00',
);

/** The tags of a table without classes. */
const shapeOf = (html: string): string =>
  html
    .slice(html.indexOf('<table'), html.indexOf('</table>'))
    .replaceAll(/<table[^>]*>| (?:class|data-\w+|tabindex)="[^"]*"/gi, '')
    .toLowerCase();

const drawn = (block: Table): string => {
  const around = { editing: null, top: 0, scroll: { current: null } };
  const props = { table: block, marks: [], selected: null, onPick: () => {}, ...around };
  return renderToStaticMarkup(
    createElement(RootContext.Provider, { value: root }, createElement(DocumentTable, props)),
  );
};

describe('the table in the document', () => {
  it('has real merged cells and a header of all its rows', () => {
    expect(shapeOf(drawn(GROUPED))).toBe(
      [
        '<thead>',
        '<tr><th scope="col" rowspan="2">项目</th><th scope="colgroup" colspan="2">2024年</th></tr>',
        '<tr><th scope="col">笔数</th><th scope="col">金额</th></tr>',
        '</thead><tbody>',
        '<tr><td rowspan="2">甲</td><td>1,200</td><td rowspan="2">3.50</td></tr>',
        '<tr><td>800</td></tr>',
        '<tr><td colspan="2">合计</td><td>7.00</td></tr>',
        '</tbody>',
      ].join(''),
    );
  });

  it('is as it was without merged cells', () => {
    expect(shapeOf(drawn(table('项目 | 金额', '甲 | 1.50', '乙')))).toBe(
      '<thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>' +
        '<tbody><tr><td>甲</td><td>1.50</td></tr><tr><td>乙</td><td colspan="1"></td></tr></tbody>',
    );
  });

  it('keeps header and body in one section when a cell reaches over both', () => {
    expect(shapeOf(drawn(table('类别 | 甲 | 无', '^^ | 乙 | 3')))).toBe(
      '<tbody><tr><th scope="col" rowspan="2">类别</th><th scope="col">甲</th><th scope="col">无</th></tr>' +
        '<tr><td>乙</td><td>3</td></tr></tbody>',
    );
  });
});

describe('the grid', () => {
  it('has a header of all its rows', () => {
    const html = renderToStaticMarkup(
      createElement(RootContext.Provider, { value: root }, createElement(TableGrid, { table: GROUPED })),
    );
    expect(html).toContain('aria-rowcount="5"');
    expect(shapeOf(html)).toContain(
      '<tr aria-rowindex="1"><th scope="col" rowspan="2">项目</th><th scope="colgroup" colspan="2">2024年</th></tr>' +
        '<tr aria-rowindex="2"><th scope="col">笔数</th><th scope="col">金额</th></tr>',
    );
  });

  it('shows in a covered cell what covers it, and leads there', () => {
    const rows = shownRows(GROUPED);
    const shown = rows.map(({ cells }) => cells.map(({ origin }) => origin.prose.text));
    expect(shown.slice(2)).toEqual([
      ['甲', '1,200', '3.50'],
      ['甲', '800', '3.50'],
      ['合计', '合计', '7.00'],
    ]);
    expect(rows[3]?.cells[0]?.origin.range).toEqual(rows[2]?.cells[0]?.cell.range);
  });
});
