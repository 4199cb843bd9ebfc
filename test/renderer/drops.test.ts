import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { MAX_IMPORT_BYTES } from '../../src/shared/limits';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const FIRST = '演示报告\n正文12户';
const LEDGER = '指标,期间,数值\n商户数,2025-12,12';
const noMemory = { getItem: () => null, setItem: () => {} };

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const file = (name: string, text: string, size = text.length) => ({
  name,
  size,
  arrayBuffer: vi.fn(async () => bytesOf(text)),
});

let bridge: FakeBridge;
let root: RootStore;
let stop: () => void;
beforeEach(() => {
  bridge = new FakeBridge(fakeCheck, FIRST);
  root = new RootStore(bridge, noMemory, 1280);
  stop = root.drops.listen();
});
afterEach(() => stop());

const settled = () =>
  vi.waitFor(() => {
    expect(root.drops.reading || root.imports.running || root.mapping.opening).toBe(false);
    expect(root.ui.dialog !== null || root.drops.waiting.length === 0).toBe(true);
  });
const drop = async (...files: ReturnType<typeof file>[]) => {
  root.drops.take(files);
  await settled();
};
const told = () => root.notices.items.map((notice) => notice.text);

describe('a file dropped on the library', () => {
  it('comes in as a report of its own', async () => {
    await drop(file('new.html', '新报告\n正文'));
    expect(root.review.snapshot?.report.title).toBe('新报告');
  });

  it.each(['ledger.csv', 'LEDGER.CSV'])('goes to the ledgers: %s', async (name) => {
    await drop(file(name.toLowerCase(), LEDGER));
    expect(root.ui.dialog).toBe('mapping');
    expect(bridge.calls).not.toContain('dropReport');
  });

  it('is refused before it is read when it is too large', async () => {
    const large = file('大.docx', 'x', MAX_IMPORT_BYTES + 1);
    await drop(large, file('new.md', '新报告\n正文'));
    expect(large.arrayBuffer).not.toHaveBeenCalled();
    expect(told()).toEqual(['《大.docx》超过 64 MB，没有导入']);
    expect(root.review.snapshot?.report.title).toBe('新报告');
  });

  it('is named when it cannot be read', async () => {
    const folder = file('文件夹', '');
    folder.arrayBuffer.mockRejectedValue(new Error('NotReadable'));
    await drop(folder);
    expect(told()).toEqual(['《文件夹》无法读取（可能是文件夹），没有导入']);
  });

  it('waits for the one before it, also for its dialog', async () => {
    await drop(file('lost.md', '甲\n丢失'), file('second.md', '乙\n正文'), file('third.md', '丙\n正文'));
    expect(root.ui.dialog).toBe('unproved');
    expect(root.drops.waiting).toHaveLength(2);
    root.imports.refuse();
    await settled();
    expect(root.review.snapshot?.report.title).toBe('丙');
    await root.library.load();
    expect(root.library.reports.map((report) => report.title)).toEqual(['演示报告', '乙', '丙']);
  });
});

describe('a file dropped on a report under review', () => {
  beforeEach(() => root.library.open(1));

  it('asks what it is', async () => {
    await drop(file('second.md', '演示报告\n正文15户'));
    expect(root.ui.dialog).toBe('drop');
    expect(root.drops.asking?.name).toBe('second.md');
    expect(bridge.calls).not.toContain('dropReport');
  });

  it('is the next draft by choice', async () => {
    await drop(file('second.md', '演示报告\n正文15户'));
    root.drops.settle(true);
    await settled();
    expect(root.review.snapshot?.report).toMatchObject({ id: 1, revision: 2 });
    expect(root.ui.dialog).toBe('comparison');
  });

  it('is another report by choice', async () => {
    await drop(file('second.md', '另一份\n正文15户'));
    root.drops.settle(false);
    await settled();
    expect(root.review.snapshot?.report).toMatchObject({ id: 2, title: '另一份' });
    expect(root.ui.dialog).toBeNull();
  });

  it('is nothing when the dialog is closed', async () => {
    await drop(file('second.md', '演示报告\n正文15户'));
    root.drops.cancel();
    await settled();
    expect(root.drops.asking).toBeNull();
    expect(bridge.calls).not.toContain('dropReport');
  });

  it('may be a ledger, and the report stays', async () => {
    await drop(file('ledger.csv', LEDGER));
    await root.mapping.save();
    expect(root.ui.screen).toBe('review');
    expect(told()).toEqual(['已导入台账“ledger.csv”']);
  });
});

describe('a file dropped on the ledgers', () => {
  it('is a ledger whatever its name', async () => {
    root.goLedgers();
    await drop(file('export.txt', LEDGER));
    expect(bridge.calls).toContain('dropLedger');
    expect(told()).toEqual(['这不是台账']);
  });
});
