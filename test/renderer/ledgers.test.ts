import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { failure } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const LEDGER = '指标,期间,数值,备注\n商户数,2025-12,12,甲\n终端数,2025-12,34,乙\n码牌数,2025-12,—,丙';
const TWO = `${LEDGER}\n\n名称,户数\n丁,5`;
const noMemory = { getItem: () => null, setItem: () => {} };

let bridge: FakeBridge;
let root: RootStore;
beforeEach(() => {
  vi.useFakeTimers();
  bridge = new FakeBridge(fakeCheck, '演示报告\n正文12户，34户');
  root = new RootStore(bridge, noMemory, 1280);
  bridge.chosen = { name: 'ledger.csv', text: LEDGER };
});
afterEach(() => void vi.useRealTimers());

const told = () => root.notices.items.map((notice) => notice.text);
const flush = () => vi.advanceTimersByTimeAsync(0);
const roles = () => root.mapping.shown?.mapping.map((column) => column.role);

describe('mapping a ledger', () => {
  it('starts from what the file proposes, with a preview', async () => {
    await root.mapping.choose();
    await flush();
    expect(root.ui.dialog).toBe('mapping');
    expect(roles()).toEqual(['concept', 'period', 'value', 'ignore']);
    expect(root.mapping.preview?.facts.map((fact) => `${fact.concept} ${fact.value}`)).toEqual([
      '商户数 12',
      '终端数 34',
    ]);
    expect(root.mapping.preview?.gaps).toMatchObject([{ text: '—', reason: '不是数字' }]);
  });

  it('stays closed when the file dialog is', async () => {
    bridge.chosen = null;
    await root.mapping.choose();
    expect(root.ui.dialog).toBeNull();
    expect(root.mapping.opening).toBe(false);
  });

  it('says why a file is no ledger', async () => {
    bridge.chosen = { name: 'report.docx', text: '正文' };
    await root.mapping.choose();
    expect(told()).toEqual(['这不是台账']);
    expect(root.mapping.file).toBeNull();
  });

  it('previews anew a moment after the last change', async () => {
    await root.mapping.choose();
    await flush();
    const asked = () => bridge.calls.filter((call) => call === 'previewLedger').length;
    root.mapping.change(0, { role: 'ignore' });
    root.mapping.change(2, { concept: '户' });
    root.mapping.change(2, { concept: '户数' });
    await flush();
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked()).toBe(2);
    expect(root.mapping.preview?.facts.map((fact) => fact.concept)).toEqual(['户数', '户数']);
  });

  it('does not take a late answer to an earlier question', async () => {
    bridge.chosen = { name: 'two.csv', text: TWO };
    await root.mapping.choose();
    await flush();
    const send = bridge.previewLedger;
    bridge.previewLedger = async (input) => {
      if (input.table === 0) await new Promise((done) => setTimeout(done, 1000));
      return send(input);
    };
    root.mapping.show(0);
    root.mapping.show(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(root.mapping.preview?.facts).toEqual([]);
  });

  it('cannot be saved without a column of values', async () => {
    await root.mapping.choose();
    expect(root.mapping.ready).toBe(true);
    root.mapping.change(2, { role: 'ignore' });
    expect(root.mapping.ready).toBe(false);
    await root.mapping.save();
    expect(bridge.calls).not.toContain('saveLedger');
  });

  it('takes only the tables that are chosen, each with values', async () => {
    bridge.chosen = { name: 'two.csv', text: TWO };
    await root.mapping.choose();
    expect(root.mapping.tables.map((one) => one.taken)).toEqual([true, false]);
    root.mapping.setTaken(1, true);
    expect(root.mapping.ready).toBe(false);
    root.mapping.show(1);
    root.mapping.change(1, { role: 'value', concept: '户数' });
    expect(root.mapping.ready).toBe(true);
    root.mapping.setTaken(0, false);
    await root.mapping.save();
    await flush();
    expect(root.ledgers.facts?.facts.map((fact) => `${fact.concept} ${fact.raw}`)).toEqual(['户数 5']);
  });

  it('keeps the dialog and says why saving failed', async () => {
    await root.mapping.choose();
    bridge.failNext = failure('no-values', '没有得到任何数据');
    await root.mapping.save();
    expect(root.mapping.error).toBe('没有得到任何数据');
    expect(root.ui.dialog).toBe('mapping');
    expect(root.mapping.saving).toBe(false);
  });

  it('keeps the dialog when saving is cancelled', async () => {
    await root.mapping.choose();
    bridge.cancelNext = true;
    await root.mapping.save();
    expect(root.ui.dialog).toBe('mapping');
    expect(root.mapping).toMatchObject({ error: null, saving: false, ready: true });
  });

  it('goes to the new ledger and remembers the columns', async () => {
    await root.mapping.choose();
    root.mapping.change(3, { role: 'scope' });
    await root.mapping.save();
    expect(root.ui).toMatchObject({ screen: 'ledgers', dialog: null });
    expect(root.ledgers.current?.name).toBe('ledger.csv');
    expect(root.mapping.file).toBeNull();
    await root.mapping.choose();
    expect(root.mapping.shown?.table.remembered).toBe(true);
    expect(roles()).toEqual(['concept', 'period', 'value', 'scope']);
  });

  it('forgets the file when it is closed', async () => {
    await root.mapping.choose();
    root.mapping.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(root.mapping).toMatchObject({ file: null, preview: null, tables: [] });
    expect(root.ui.dialog).toBeNull();
  });
});

describe('the ledgers', () => {
  beforeEach(async () => {
    await root.mapping.choose();
    await root.mapping.save();
    await flush();
  });

  it('show the facts of the chosen one, and what made none', () => {
    expect(root.ledgers.listed).toHaveLength(2);
    expect(root.ledgers.facts?.gaps).toHaveLength(1);
  });

  it('are filtered by words in any of their fields', () => {
    root.ledgers.setFilter('终端 2025');
    expect(root.ledgers.listed.map((fact) => fact.raw)).toEqual(['34']);
    root.ledgers.setFilter('终端 2024');
    expect(root.ledgers.listed).toEqual([]);
  });

  it('come from a report as well, and the newest is chosen', async () => {
    root.openLedgerFromReport();
    await root.ledgers.takeReport(1);
    await flush();
    expect(root.ui.dialog).toBeNull();
    expect(root.ledgers.current).toMatchObject({ name: '演示报告', origin: 'report' });
    expect(root.ledgers.listed.map((fact) => fact.value)).toEqual(['12', '34']);
  });

  it('go when they are removed', async () => {
    root.ui.openDialog('ledger-remove');
    await root.ledgers.removeChosen();
    expect(root.ui.dialog).toBeNull();
    expect(root.ledgers).toMatchObject({ ledgers: [], chosen: null, current: null });
  });

  it('stay as they are when taking figures is cancelled', async () => {
    bridge.cancelNext = true;
    await root.ledgers.takeReport(1);
    expect(root.ledgers.ledgers).toHaveLength(1);
    expect(told()).not.toContain('error');
  });

  it('stay when removing failed', async () => {
    bridge.failNext = failure('no-ledger', '资料库里没有这份台账');
    await root.ledgers.removeChosen();
    expect(told()).toContain('资料库里没有这份台账');
    expect(root.ledgers.ledgers).toHaveLength(1);
  });

  it('are there again on the next start', async () => {
    const next = new RootStore(bridge, noMemory, 1280);
    next.goLedgers();
    await flush();
    expect(next.ledgers.current?.name).toBe('ledger.csv');
    expect(next.ledgers.listed).toHaveLength(2);
  });
});
