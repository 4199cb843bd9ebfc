import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { extractQuantities } from '../../src/main/figures/quantities';
import { MANY_ITEMS, Parcels } from '../../src/main/ipc/parcels';
import { Unpacker } from '../../src/renderer/parcels';
import { figureTable } from '../../src/renderer/tables/figure-table';
import { findInDocument } from '../../src/renderer/text/find';
import { spansIn, widthOf } from '../../src/renderer/text/table-rows';
import type { Analysis } from '../../src/shared/model/analysis';
import type { Table } from '../../src/shared/model/document';
import { segmentsBehind } from '../../src/shared/packed/list';
import { type Result, success } from '../../src/shared/result';
import { fakeCheck } from './fake-check';

const rows = Array.from({ length: 1_000 }, (_, row) => `| ${row} | 错字${row} |`).join('\n');
const TEXT = `# 报告\n\n共12户，错字。\n\n| 甲 | 乙 |\n| --- | --- |\n${rows}\n\n后文34。\n`;
const analysis: Analysis = { ...fakeCheck(TEXT), document: parseDocument(TEXT) };

const across = (units?: number) => {
  const parcels = new Parcels(units);
  const asked: number[] = [];
  const unpacker = new Unpacker(async ({ part, cursor }) => {
    asked.push(part);
    return success(structuredClone(parcels.piece(part, cursor)));
  });
  const send = async (value: unknown): Promise<unknown> => {
    const answer: Result<unknown> = await unpacker.answer(success(structuredClone(parcels.wrap(value))));
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  return { send, asked, parcels };
};

/** A table of so many rows, each with its figure; one sum over all of them. */
function longAnalysis(count: number): Analysis {
  const lines = Array.from({ length: count }, (_, row) => `| ${row} | 户${row} | ${row * 7} |`);
  const text = `# 报告\n\n| 序号 | 商户 | 笔数 |\n| --- | --- | --- |\n${lines.join('\n')}\n\n后文。\n`;
  const document = parseDocument(text);
  const quantities = extractQuantities(document);
  const terms = quantities.map(({ range, raw }, quantity) => ({
    range,
    raw,
    quantity,
    role: 'addend' as const,
  }));
  const sum = { kind: 'sum', form: 'sum', status: 'fail', expression: '', expected: '', actual: '' } as const;
  const states = quantities.map(() => 'single' as const);
  return { ...analysis, document, quantities, states, facts: [], ties: [{ ...sum, terms }] };
}

describe('a very long table', () => {
  it('arrives as it was, and stays packed in the window', async () => {
    const long = longAnalysis(MANY_ITEMS);
    const { send } = across();
    const { analysis: got } = (await send({ analysis: long })) as { analysis: Analysis };
    const table = got.document.blocks[1] as Table;
    const lists = [got.quantities, table.rows, got.ties[0]?.terms ?? []];
    expect(lists.map((list) => segmentsBehind(list) !== null)).toEqual([true, true, true]);
    const said = ({ quantities, document, ties }: Analysis): string =>
      JSON.stringify([quantities, document.blocks, ties]);
    expect(said(got) === said(long)).toBe(true);
    expect(findInDocument(got.document, '户19999')).toEqual(findInDocument(long.document, '户19999'));
    expect(figureTable(got).rows.at(-1)).toEqual(figureTable(long).rows.at(-1));
    expect(spansIn(table)).toEqual([]);
    expect(widthOf(table)).toBe(3);
  }, 30_000);

  it('is not packed while it is no trouble', async () => {
    const { send } = across();
    const { analysis: got } = (await send({ analysis: longAnalysis(500) })) as { analysis: Analysis };
    expect(Array.isArray(got.quantities) && segmentsBehind(got.quantities)).toBeNull();
    expect(segmentsBehind((got.document.blocks[1] as Table).rows)).toBeNull();
  });
});

describe('an analysis on its way to the window', () => {
  it.each([undefined, 1, 50, 5_000])('arrives as it was, in pieces of %s units', async (units) => {
    const { send } = across(units);
    expect(await send({ analysis, revisionId: 7 })).toEqual({ analysis, revisionId: 7 });
    expect(await send({ kind: 'opened', snapshot: { analysis } })).toEqual({
      kind: 'opened',
      snapshot: { analysis },
    });
  });

  it('is not sent again where it is the same', async () => {
    const { send, asked } = across();
    await send({ analysis });
    const before = asked.length;
    const states = analysis.states.map(() => 'waived' as const);
    const next = (await send({ analysis: { ...analysis, states } })) as { analysis: Analysis };
    expect(next.analysis.states).toEqual(states);
    expect(asked.length - before).toBe(1);
  });

  it('sends a long list as one text', async () => {
    const { send, parcels } = across();
    const list = Array.from({ length: 400 }, (_, at) => ({ at, label: `第${at}段` }));
    expect(parcels.wrap(list)).toEqual({ json: JSON.stringify(list) });
    expect(await send(list)).toEqual(list);
  });

  it('leaves alone what holds none', async () => {
    const { send, asked } = across();
    for (const value of [null, 3, 'x', [1], { a: 1 }, { snapshot: null }])
      expect(await send(value)).toEqual(value);
    expect(asked).toEqual([]);
  });

  it('is a failure, not half an analysis, when a part is gone', async () => {
    const parcels = new Parcels();
    const unpacker = new Unpacker(async () => success(null));
    const answer = await unpacker.answer(success(parcels.wrap({ analysis })));
    expect(answer.ok).toBe(false);
    expect(parcels.piece(999, { item: 0, row: 0 })).toBeNull();
  });

  it('comes in pieces that take little time to read', () => {
    const parcels = new Parcels();
    const { analysis: parcel } = parcels.wrap({ analysis }) as { analysis: { parcel: { blocks: number } } };
    for (let cursor = { item: 0, row: 0 }; ; ) {
      const piece = parcels.piece(parcel.parcel.blocks, cursor);
      expect(piece?.json.length).toBeLessThan(300_000);
      if (!piece?.next) break;
      cursor = piece.next;
    }
  });
});
