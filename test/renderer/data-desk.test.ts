import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { errorTable } from '../../src/renderer/tables/error-table';
import { failure, success } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';
import { figuresAnalysis } from './fake-figures';

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

  it('say nothing and write nothing when the save dialog is closed', async () => {
    bridge.chosen = null;
    await root.data.export('figures', 'xlsx');
    expect(bridge.data.exported).toEqual([]);
    expect(root.notices.items).toEqual([]);
  });

  it('name the file and the rows, and show the export in the history', async () => {
    await root.data.export('figures', 'xlsx');
    expect(root.notices.items.map(({ text }) => text)).toEqual(['已导出《figures.xlsx》，共 3 行']);
    expect(root.review.snapshot?.history.at(-1)?.action).toBe('table.exported');
  });

  it('write one file at a time', async () => {
    await Promise.all([root.data.export('figures', 'csv'), root.data.export('figures', 'xlsx')]);
    expect(bridge.data.exported).toHaveLength(1);
  });

  it('list the figures of one state when its part of the bar is clicked, and all again', () => {
    const { data } = root.review;
    figures().setSearch('34');
    data.show('ties');
    data.pickState('single');
    expect(data.tab).toBe('figures');
    expect(raws()).toEqual(['12', '34', '12']);
    data.pickState('conflicting');
    expect(raws()).toEqual([]);
    data.pickState('conflicting');
    expect(raws()).toHaveLength(3);
    expect(figures().isFiltered).toBe(false);
  });

  it('list the figures that nothing confirms, with the reason', () => {
    const { data } = root.review;
    data.toggleUnconfirmed();
    expect(data.showsUnconfirmed).toBe(true);
    expect(raws()).toHaveLength(3);
    const why = figures().columns.find(({ name }) => name === 'why');
    const row = figures().rowAt(0);
    expect(row && why?.text(row, root.settings.text)).toContain('只出现一次');
    data.toggleUnconfirmed();
    expect(data.showsUnconfirmed).toBe(false);
  });

  it('forget filters and choices with the report', async () => {
    figures().setSearch('34');
    figures().moveTo(0);
    root.review.data.show('quotes');
    await root.library.open(1);
    expect(figures().current).toBeNull();
    expect(raws()).toHaveLength(3);
    expect(root.review.data.tab).toBe('figures');
  });

  it('have nothing to show of no report', () => {
    root.goLibrary();
    expect(raws()).toEqual([]);
    expect(figures().tsv(false)).toBe('');
  });
});

describe('the ties shown', () => {
  const analysis = figuresAnalysis(300);
  beforeEach(async () => {
    bridge = new FakeBridge(() => analysis, '大报告');
    root = new RootStore(bridge, noMemory, 1280);
    await root.library.open(1);
  });

  it('are only those that one change would mend, whatever was filtered before', () => {
    const { ties } = root.review.data;
    ties.pick('status', ['pass']);
    root.review.data.setSection(0);
    root.data.showTies([1, 5, 9]);
    expect([...ties.listed]).toEqual([1, 5, 9]);
    expect(ties.focused?.index).toBe(1);
    expect(root.ui.view).toBe('data');
    expect(root.review.data.tab).toBe('ties');
    ties.showOnly(null);
    expect(ties.listed).toHaveLength(analysis.ties.length);
  });

  it('are counted by state and kind', () => {
    const { ties } = root.review.data;
    const failing = analysis.ties.filter(({ status }) => status === 'fail').length;
    expect(ties.countOf('status', 'fail')).toBe(failing);
    ties.toggle('kind', 'sum');
    const sums = analysis.ties.filter(({ status, kind }) => status === 'fail' && kind === 'sum');
    expect(ties.countOf('status', 'fail')).toBe(sums.length);
  });

  it('are those of a section with all below it', () => {
    const { data } = root.review;
    const [first, second] = data.sections;
    if (!first || !second) throw new Error('no sections');
    expect([first.level, second.level]).toEqual([1, 2]);
    data.setSection(second.index);
    const own = data.figures.listed.length;
    expect(own).toBe(100);
    data.setSection(first.index);
    expect(data.figures.listed.length).toBe(300);
    expect(data.ties.isFiltered).toBe(true);
    data.setSection(null);
    expect(data.ties.isFiltered).toBe(false);
  });
});

describe('what the report is compared with', () => {
  it('is offered, changed and stored', async () => {
    bridge.ledgers.takeReport('台账甲', fakeCheck('甲 1'));
    bridge.ledgers.takeReport('台账乙', fakeCheck('乙 2'));
    await root.references.open();
    expect(root.ui.dialog).toBe('references');
    expect(root.references.automatic).toBe(true);
    expect(root.references.ledgerIds.size).toBe(2);
    root.references.setAutomatic(false);
    root.references.setPrevious(null);
    const [first] = root.references.ledgers;
    root.references.toggleLedger(first?.id ?? 0);
    await root.references.save();
    expect(root.ui.dialog).toBeNull();
    expect(root.review.snapshot?.analysis.references.map(({ name }) => name)).toHaveLength(1);
    await root.references.open();
    expect(root.references.automatic).toBe(false);
    expect([...root.references.ledgerIds]).not.toContain(first?.id);
  });

  it('is found by name among many', async () => {
    bridge.ledgers.takeReport('收单台账', fakeCheck('甲 1'));
    bridge.ledgers.takeReport('投诉台账', fakeCheck('乙 2'));
    await root.references.open();
    root.references.setSearch('投诉');
    expect(root.references.ledgers).toHaveLength(1);
    root.references.setSearch('没有');
    expect(root.references.ledgers).toEqual([]);
    // What is hidden stays chosen.
    expect(root.references.ledgerIds.size).toBe(2);
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

  it('stays open and unchanged when storing fails, or the check is cancelled', async () => {
    await root.references.open();
    bridge.failNext = failure('no-ledger', '资料库里没有所选的台账');
    await root.references.save();
    expect(root.notices.items).toHaveLength(1);
    bridge.cancelNext = true;
    await root.references.save();
    expect(root.ui.dialog).toBe('references');
    expect(root.references.saving).toBe(false);
  });

  it('does not open over what a person went on to while it was loading', async () => {
    const opening = root.references.open();
    root.ui.closeDialog();
    await opening;
    expect(root.references.offered).toBeNull();
    bridge.failNext = failure('no-report', '资料库里没有这份报告');
    await root.references.open();
    expect(root.ui.dialog).toBeNull();
  });

  it('keeps the filters and the row, since the text is the same', async () => {
    figures().setSearch('12');
    figures().moveTo(1);
    await root.review.setReferences({ automatic: true, previousReportId: null, ledgerIds: [] });
    expect(raws()).toEqual(['12', '12']);
    expect(figures().position).toBe(1);
  });
});

describe('planted errors', () => {
  const running = () => vi.waitFor(() => expect(root.power.job).not.toBeNull());
  let stop: () => void;
  beforeEach(() => {
    stop = root.jobs.listen();
  });
  afterEach(() => stop());

  it('are measured once and kept until the text changes', async () => {
    expect(root.power.report).toBeNull();
    await root.power.run();
    expect(root.power.report).toMatchObject({ planted: 3, caught: 2 });
    root.review.selectFinding(root.review.findings.items[0]?.finding.fingerprint ?? null);
    await root.review.fix(0);
    expect(root.power.report).toBeNull();
    await root.review.undo();
    expect(root.power.report?.planted).toBe(3);
  });

  it('are measured anew against other references', async () => {
    await root.power.run();
    bridge.ledgers.takeReport('台账', fakeCheck('甲 1'));
    await root.review.setReferences({ automatic: true, previousReportId: null, ledgerIds: [] });
    expect(root.power.report).toBeNull();
  });

  it('are told as they are planted, one run at a time', async () => {
    const first = root.power.run();
    await running();
    expect(root.power.running).toBe(true);
    expect(root.power.job?.done).toBeLessThan(1);
    await root.power.run();
    await first;
    expect(root.power.running).toBe(false);
    expect(root.power.job).toBeNull();
    expect(bridge.calls.filter((call) => call === 'power')).toHaveLength(1);
  });

  it('stop when the person says so, and leave what was measured', async () => {
    const first = root.power.run();
    await running();
    await root.power.cancel();
    await first;
    expect(bridge.calls).toContain('cancelJob');
    expect(root.power.report).toBeNull();
    await root.power.run();
    const before = root.power.report;
    expect(before).not.toBeNull();
    const second = root.power.run();
    await running();
    await root.power.cancel();
    await second;
    expect(root.power.report).toBe(before);
    expect(root.notices.items).toEqual([]);
  });

  it('say it in one sentence when they cannot be measured', async () => {
    bridge.failNext = failure('stale', '报告已有更新的版本');
    await root.power.run();
    expect(root.notices.items).toHaveLength(1);
    expect(root.power.running).toBe(false);
  });

  it('list at first those that were missed; a tie that fails tells as a rule does', async () => {
    await root.power.run();
    const { errors, report } = root.power;
    expect(errors.listed).toHaveLength((report?.planted ?? 0) - (report?.caught ?? 0));
    errors.clearFilters();
    expect(errors.countOf('outcome', 'caught')).toBe(report?.caught);
    const table = errorTable({
      errors: (report?.errors ?? []).map((error) => ({ ...error, caughtBy: [], tied: true })),
    });
    expect(table.facts.facets['outcome']).toEqual(['caught', 'caught', 'caught']);
    const [row] = table.rows;
    const told = table.columns.find(({ name }) => name === 'caughtBy');
    expect(row && told?.text(row, root.settings.text)).toBe('勾稽不符');
  });

  it('are told by their own panel while it is in view', () => {
    expect(root.power.isShown).toBe(false);
    root.review.data.show('power');
    expect(root.power.isShown).toBe(false);
    root.ui.showView('data');
    expect(root.power.isShown).toBe(true);
  });
});

describe('the same fact elsewhere', () => {
  const fact = { quantity: 0, concept: '户数', scope: '', period: '', comparison: null };
  it('is asked for on demand, and a failure can be asked again', async () => {
    expect(root.elsewhere.of(fact)).toBe('unasked');
    const asking = root.elsewhere.ask(fact);
    expect(root.elsewhere.of(fact)).toBe('loading');
    await asking;
    expect(root.elsewhere.of(fact)).toEqual([]);
    bridge.failNext = failure('no-report', '报告不存在');
    await root.elsewhere.ask({ ...fact, scope: '线上' });
    expect(root.elsewhere.of({ ...fact, scope: '线上' })).toBe('unasked');
  });

  it('is found in the other reports, not in this one', async () => {
    const analysis = figuresAnalysis(20);
    bridge = new FakeBridge(() => analysis, '甲');
    root = new RootStore(bridge, noMemory, 1280);
    bridge.chosen = { name: 'b.md', text: '乙' };
    await root.imports.choose();
    await root.library.open(1);
    const [own] = analysis.facts;
    if (!own) throw new Error('no fact');
    await root.elsewhere.ask(own);
    const found = root.elsewhere.of(own);
    const same = analysis.facts.filter(
      ({ concept, scope }) => concept === own.concept && scope === own.scope,
    );
    expect(found).toHaveLength(same.length);
    expect(typeof found === 'object' && found.every(({ reportId }) => reportId === 2)).toBe(true);
  });

  it('shows the answer to the last question only, however late the others come', async () => {
    const { factElsewhere } = bridge;
    const late = {
      ...fact,
      scope: '',
      reportId: 2,
      title: '',
      revision: 1,
      raw: '1',
      value: '1',
      unit: '户',
    };
    bridge.factElsewhere = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return success([{ ...late, place: '第1行', state: 'single' }]);
    };
    const first = root.elsewhere.ask(fact);
    bridge.factElsewhere = factElsewhere;
    const second = root.elsewhere.ask({ ...fact, scope: '线上' });
    await Promise.all([first, second]);
    expect(root.elsewhere.of(fact)).toBe('unasked');
    expect(root.elsewhere.of({ ...fact, scope: '线上' })).toEqual([]);
  });
});
