import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annexes } from '../../../src/main/document/labels';
import { parseDocument } from '../../../src/main/document/parse';

interface Expected {
  readonly planted: readonly { readonly code: string; readonly line: number; readonly note: string }[];
  readonly lookalikes: readonly { readonly line: number; readonly note: string }[];
}

const text = readFileSync(resolve('resources/samples/sample-report.md'), 'utf8');
const expected: Expected = JSON.parse(
  readFileSync(resolve('resources/samples/sample-report.expected.json'), 'utf8'),
);

describe('the sample report', () => {
  const document = parseDocument(text);

  it('has every part of a report', () => {
    const roles = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role !== 'body' ? [block.role] : [],
    );
    expect(roles).toEqual(['addressee', 'annex-list', 'signatory', 'date']);
  });

  it('has two tables in the body and one in each annex', () => {
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => table.rows.length)).toEqual([7, 9, 12, 14]);
    expect(annexes(document).map(({ label, blocks }) => [label.number, blocks.map((b) => b.kind)])).toEqual([
      ['1', ['table']],
      ['2', ['table']],
    ]);
  });

  it('violates each of its rules and has a dozen passages that only look wrong', () => {
    const codes = new Set(expected.planted.map((one) => one.code));
    expect([...codes].sort()).toEqual([
      'N201',
      'N202',
      'S406',
      'T101',
      'T102',
      'T103',
      'T109',
      'W301',
      'W302',
      'W307',
    ]);
    expect(expected.lookalikes.length).toBeGreaterThanOrEqual(12);
    const lines = text.split('\n');
    for (const { line } of [...expected.planted, ...expected.lookalikes])
      expect(lines[line - 1]).toMatch(/\S/);
  });
});
