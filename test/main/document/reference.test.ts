import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annexes } from '../../../src/main/document/labels';
import { parseDocument } from '../../../src/main/document/parse';

const file = resolve('../shared/reports/tenpay-2025.md');

describe.skipIf(!existsSync(file))('the reference report', () => {
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const { blocks } = document;

  it('has its tables, with the rows and cells they really have', () => {
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => table.rows.length)).toEqual([11, 13]);
    expect(tables.map((table) => table.broken)).toEqual([false, false]);
    expect(tables.flatMap((table) => table.rows).every((row) => row.cells.length === 3)).toBe(true);
  });

  it('has its captions', () => {
    const labels = blocks.flatMap((block) =>
      block.kind === 'caption' ? [block.label.noun + block.label.number] : [],
    );
    expect(labels).toEqual(['图1', '表1', '图2', '表2', '图3', '图4', '图5']);
  });

  it('has its parts', () => {
    const roles = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role !== 'body' ? [block.role] : [],
    );
    expect(roles).toEqual(['addressee', 'signatory', 'date']);
  });

  it('has its annexes', () => {
    expect(annexes(document).map(({ label, blocks }) => [label.noun, label.number, blocks.length])).toEqual([
      ['附录', '1', 1],
      ['附录', '2', 1],
    ]);
  });

  it('has its numbered headings', () => {
    const numbers = blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.number?.raw] : [],
    );
    expect(numbers).toEqual(['一、', '二、', '三、', '四、']);
  });
});
