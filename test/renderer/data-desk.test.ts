import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { failure } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = '演示报告\n甲错字，12户\n乙错字，34户\n丙疑字\n丁错字，12户';
const noMemory = { getItem: () => null, setItem: () => {} };

let bridge: FakeBridge;
let root: RootStore;
beforeEach(async () => {
  bridge = new FakeBridge(fakeCheck, TEXT);
  root = new RootStore(bridge, noMemory, 1280);
  await root.library.open(1);
});
const figures = () => root.review.data.figures;
const raws = (): string[] => [...figures().listed].map((at) => figures().data.rows[at]?.quantity.raw ?? '');

describe('the data tables', () => {
  it('list every figure of the report', () => expect(raws()).toEqual(['12', '34', '12']));

  it('lead to the place in the document', () => {
    root.ui.showView('data');
    const range = figures().data.rows[1]?.quantity.range;
    if (!range) throw new Error('no figure');
    root.data.goTo(range);
    expect(root.ui.view).toBe('document');
    expect(root.review.spot).toEqual(range);
  });

  it('show the row of a figure of the document, though a filter hid it', () => {
    figures().setSearch('34');
    expect(raws()).toEqual(['34']);
    root.data.showFigure(0);
    expect(root.ui.view).toBe('data');
    expect(figures().current?.quantity.raw).toBe('12');
  });

  it('are exported as shown, in the order shown', async () => {
    figures().setSearch('12');
    await root.data.export('figures', 'csv');
    expect(bridge.data.exported).toMatchObject([{ table: 'figures', format: 'csv', rows: [0, 2] }]);
    expect(root.data.exporting).toBe(false);
  });

  it('say it in one sentence when an export fails', async () => {
    bridge.exportTable = () => Promise.resolve(failure('write-failed', '磁盘已满'));
    await root.data.export('figures', 'xlsx');
    expect(root.notices.items.map(({ text }) => text).join()).toContain('磁盘已满');
    expect(root.data.exporting).toBe(false);
  });
});

describe('what the report is compared with', () => {
  it('is offered, changed and stored', async () => {
    await root.references.open();
    expect(root.ui.dialog).toBe('references');
    expect(root.references.offered).not.toBeNull();
    root.references.setAutomatic(false);
    root.references.setPrevious(null);
    await root.references.save();
    expect(root.ui.dialog).toBeNull();
    await root.references.open();
    expect(root.references.automatic).toBe(false);
  });

  it('goes back to what is stored when automatic is chosen again', async () => {
    await root.references.open();
    const { previousReportId } = root.references;
    root.references.setAutomatic(false);
    root.references.setPrevious(99);
    root.references.toggleLedger(7);
    root.references.setAutomatic(true);
    expect(root.references.previousReportId).toBe(previousReportId);
    expect(root.references.ledgerIds.has(7)).toBe(false);
  });

  it('stays open and unchanged when storing fails', async () => {
    await root.references.open();
    bridge.setReferences = () => Promise.resolve(failure('stale', '报告已有新版本'));
    await root.references.save();
    expect(root.ui.dialog).toBe('references');
    expect(root.references.saving).toBe(false);
  });
});

describe('planted errors', () => {
  it('are measured once and kept until the text changes', async () => {
    expect(root.power.report).toBeNull();
    await root.power.run();
    const { report } = root.power;
    expect(report?.planted).toBeGreaterThan(0);
    root.review.selectFinding(root.review.findings.items[0]?.finding.fingerprint ?? null);
    await root.review.fix(0);
    expect(root.power.report).toBeNull();
  });

  it('leave what was measured when a run is cancelled', async () => {
    await root.power.run();
    const before = root.power.report;
    bridge.power = () => Promise.resolve({ ok: true, value: null });
    await root.power.run();
    expect(root.power.report).toBe(before);
    expect(root.power.running).toBe(false);
  });
});

describe('the same fact elsewhere', () => {
  it('is asked for on demand, and a failure can be asked again', async () => {
    const fact = { quantity: 0, concept: '户数', scope: '', period: '', comparison: null };
    expect(root.elsewhere.of(fact)).toBe('unasked');
    const asking = root.elsewhere.ask(fact);
    expect(root.elsewhere.of(fact)).toBe('loading');
    await asking;
    expect(Array.isArray(root.elsewhere.of(fact))).toBe(true);
    bridge.factElsewhere = () => Promise.resolve(failure('no-report', '报告不存在'));
    await root.elsewhere.ask({ ...fact, scope: '线上' });
    expect(root.elsewhere.of({ ...fact, scope: '线上' })).toBe('unasked');
  });
});
