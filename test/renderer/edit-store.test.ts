import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { placeMarks } from '../../src/renderer/stores/drafts/place-marks';
import { RootStore } from '../../src/renderer/stores/root-store';
import { stepFrom } from '../../src/renderer/text/document-steps';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = `# 报告

一共三类商户,其中餐饮最多。

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |
`;
let bridge: FakeBridge;
let root: RootStore;
const memory = { getItem: () => null, setItem: () => {} };

beforeEach(async () => {
  vi.useFakeTimers();
  bridge = new FakeBridge((text) => ({ ...fakeCheck(text), document: parseDocument(text) }), TEXT);
  root = new RootStore(bridge, memory, 1440);
  await root.library.open(1);
});

const typed = async (text: string): Promise<void> => {
  root.edit.type(text);
  await vi.advanceTimersByTimeAsync(400);
};

describe('a text that is being changed', () => {
  it('becomes a revision, and the editor closes', async () => {
    root.edit.start({ block: 1, cell: null });
    await typed('一共三类商户，其中餐饮最多。');
    root.edit.setReason('统一标点');
    expect(await root.edit.save()).toBe(true);
    expect(root.review.text).toContain('商户，其中');
    expect(root.review.snapshot?.undo).toBe('统一标点');
    expect(root.edit.place).toBeNull();
  });

  it('is checked at once, and then as it stands when the answer is there', async () => {
    root.edit.start({ block: 1, cell: null });
    root.edit.type('一');
    root.edit.type('一共');
    root.edit.type('一共三类错字，其中错字最多。');
    await vi.advanceTimersByTimeAsync(400);
    expect(bridge.calls.filter((call) => call === 'checkDraft')).toHaveLength(2);
    expect(root.edit.check.pending).toBe(false);
    expect(root.edit.check.result?.proses.map((prose) => prose.text)).toEqual([
      '一共三类错字，其中错字最多。',
    ]);
    const { result } = root.edit.check;
    for (const mark of result ? placeMarks(root.edit.typed, result) : [])
      expect(root.edit.typed.slice(mark.from, mark.to)).toBe('错字');
  });

  it('is shown as waiting only when the answer takes long', async () => {
    const { check } = root.edit;
    const answer = bridge.checkDraft.bind(bridge);
    let after = 100;
    bridge.checkDraft = async (input) => {
      await new Promise((resolve) => setTimeout(resolve, after));
      return answer(input);
    };
    root.edit.start({ block: 1, cell: null });
    root.edit.type('一共');
    await vi.advanceTimersByTimeAsync(90);
    expect([check.pending, check.isLate]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(900);
    expect([check.pending, check.isLate]).toEqual([false, false]);
    after = 500;
    root.edit.type('一共三类');
    await vi.advanceTimersByTimeAsync(190);
    root.edit.type('一共三类错');
    await vi.advanceTimersByTimeAsync(20);
    expect([check.pending, check.isLate]).toEqual([true, true]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([check.pending, check.isLate]).toEqual([false, false]);
  });

  it('stays when it cannot be saved', async () => {
    root.edit.start({ block: 2, cell: { row: 0, column: 0 } });
    await typed('9');
    bridge.failNext = { ok: false, error: { code: 'internal', message: '出错' } };
    expect(await root.edit.save()).toBe(false);
    expect(root.edit.typed).toBe('9');
  });

  it('is asked about before another act, and saved, given up or kept', async () => {
    for (const [answer, text] of [
      ['stay', '9'],
      ['discard', ''],
    ] as const) {
      root.edit.start({ block: 2, cell: { row: 0, column: 0 } });
      await typed('9');
      const leaving = root.goLibrary();
      expect(root.ui.dialog).toBe('unsaved');
      root.unsaved[answer]();
      await leaving;
      expect([root.ui.screen, root.edit.typed]).toEqual([answer === 'stay' ? 'review' : 'library', text]);
    }
  });

  it('saved on leaving is in the report', async () => {
    root.edit.start({ block: 2, cell: { row: 0, column: 1 } });
    await typed('7|8');
    const leaving = root.goLibrary();
    await root.unsaved.save();
    await leaving;
    await root.library.open(1);
    expect(root.review.text).toContain('| 1 | 7\\|8 |');
  });

  it('is not there for what has no text', () => {
    expect(root.edit.start({ block: 2, cell: null })).toBe(false);
    expect(root.edit.start({ block: 9, cell: null })).toBe(false);
    expect(root.edit.startAt({ start: TEXT.indexOf('2 |'), end: TEXT.length })).toBe(true);
    expect(root.edit.place).toEqual({ block: 2, cell: { row: 0, column: 1 } });
  });
});

describe('the cursor in the document', () => {
  it.each([
    ['down', null, { block: 0, cell: null }],
    ['down', { block: 1, cell: null }, { block: 2, cell: { row: -1, column: 0 } }],
    ['down', { block: 2, cell: { row: -1, column: 1 } }, { block: 2, cell: { row: 0, column: 1 } }],
    ['right', { block: 2, cell: { row: 0, column: 0 } }, { block: 2, cell: { row: 0, column: 1 } }],
    ['right', { block: 2, cell: { row: 0, column: 1 } }, null],
    ['up', { block: 2, cell: { row: -1, column: 1 } }, { block: 1, cell: null }],
    ['left', { block: 1, cell: null }, null],
    ['down', { block: 2, cell: { row: 0, column: 0 } }, null],
  ] as const)('goes %s from %o', (step, from, to) => {
    const blocks = root.review.snapshot?.analysis.document.blocks ?? [];
    expect(stepFrom(blocks, from, step)).toEqual(to);
  });
});
