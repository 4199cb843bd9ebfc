import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { failure } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = '演示报告\n甲错字，12户\n乙错字，34户\n丙疑字\n丁错字';
const noMemory = { getItem: () => null, setItem: () => {} };

describe('the review store', () => {
  let bridge: FakeBridge;
  let root: RootStore;
  beforeEach(async () => {
    bridge = new FakeBridge(fakeCheck, TEXT);
    root = new RootStore(bridge, noMemory, 1280);
    await root.library.open(1);
  });
  const lines = () => root.review.findings.listed.map((item) => item.line);
  const chosenLine = () => root.review.findings.current?.line ?? null;
  const choose = (line: number) => {
    const item = root.review.findings.items.find((one) => one.line === line);
    root.review.selectFinding(item?.finding.fingerprint ?? null);
  };

  it('shows the findings in the order of the text', () => {
    expect(root.ui.screen).toBe('review');
    expect(lines()).toEqual([2, 3, 4, 5]);
    expect(root.review.findings.counts).toEqual({ error: 3, doubt: 1, notice: 0 });
  });

  it('steps through the list and stops at its ends', () => {
    root.review.stepFinding(1);
    expect(chosenLine()).toBe(2);
    root.review.stepFinding(1);
    root.review.stepFinding(1);
    root.review.stepFinding(1);
    root.review.stepFinding(1);
    expect(chosenLine()).toBe(5);
    root.review.selectFinding(null);
    root.review.stepFinding(-1);
    expect(chosenLine()).toBe(5);
  });

  it('asks the document to show what is chosen, each time anew', () => {
    choose(3);
    const first = root.review.reveal;
    choose(3);
    expect(root.review.reveal?.fingerprint).toBe(root.review.findings.selected);
    expect(root.review.reveal).not.toBe(first);
  });

  it('goes on to the next open finding after a fix', async () => {
    choose(3);
    await root.review.fix(0);
    expect(bridge.state.revision.text).toContain('乙正字');
    expect(lines()).toEqual([2, 4, 5]);
    expect(chosenLine()).toBe(4);
    expect(root.review.snapshot?.report.revision).toBe(2);
  });

  it('goes back to the last one when the last is fixed', async () => {
    choose(5);
    await root.review.fix(0);
    expect(chosenLine()).toBe(4);
  });

  it('comes back to the finding that an undo brings back', async () => {
    choose(3);
    await root.review.fix(0);
    await root.review.undo();
    expect(chosenLine()).toBe(3);
    await root.review.redo();
    expect(chosenLine()).toBe(4);
  });

  it('stays on a finding that it waives, and lists it while it is chosen', async () => {
    choose(4);
    root.review.setWaiving(true);
    expect(root.review.waiving).toBe(true);
    await root.review.waive('原文如此');
    expect(root.review.waiving).toBe(false);
    expect(chosenLine()).toBe(4);
    expect(root.review.findings.current?.waiver?.reason).toBe('原文如此');
    expect(lines()).toEqual([2, 3, 4, 5]);
    root.review.stepFinding(1);
    expect(lines()).toEqual([2, 3, 5]);
    root.review.findings.setState('waived');
    expect(lines()).toEqual([4, 5]);
  });

  it('does not fix or waive what is waived already', async () => {
    choose(2);
    await root.review.waive('原文如此');
    await root.review.fix(0);
    root.review.setWaiving(true);
    expect(root.review.waiving).toBe(false);
    expect(bridge.calls).not.toContain('fixFinding');
    await root.review.reopen();
    expect(root.review.findings.current?.waiver).toBeNull();
  });

  it('filters by severity, state and code', () => {
    root.review.findings.toggle('error');
    expect(lines()).toEqual([4]);
    root.review.findings.toggle('error');
    root.review.findings.setCode('E102');
    expect(lines()).toEqual([4]);
    root.review.findings.clearFilters();
    expect(lines()).toHaveLength(4);
  });

  it('says a failed act in one sentence and keeps what is shown', async () => {
    choose(2);
    bridge.failNext = failure('no-fix', '这个问题没有这一条修改建议');
    await root.review.fix(0);
    expect(root.notices.items.map((notice) => notice.text)).toEqual(['这个问题没有这一条修改建议']);
    expect(lines()).toHaveLength(4);
    expect(root.review.busy).toBe(false);
  });

  it('fetches the report again when another revision has come', async () => {
    choose(2);
    bridge.failNext = failure('stale', '报告已有更新的版本');
    await root.review.fix(0);
    expect(bridge.calls.at(-1)).toBe('openReport');
    expect(chosenLine()).toBe(2);
  });

  it('sends one act at a time', async () => {
    choose(2);
    await Promise.all([root.review.fix(0), root.review.fix(0)]);
    expect(bridge.calls.filter((call) => call === 'fixFinding')).toHaveLength(1);
  });

  it('survives a bridge that breaks', async () => {
    choose(2);
    bridge.fixFinding = () => Promise.reject(new Error('gone'));
    await root.review.fix(0);
    expect(root.notices.items[0]?.kind).toBe('error');
  });

  it('forgets the chosen figure when the text changes', async () => {
    root.data.selectFigure(1);
    expect(root.review.spot).toEqual(root.review.snapshot?.analysis.quantities[1]?.range);
    choose(2);
    await root.review.waive('原文如此');
    expect(root.review.data.figures.cursor).toBe(1);
    choose(3);
    await root.review.fix(0);
    expect(root.review.data.figures.cursor).toBeNull();
  });
});

describe('the marks of the document', () => {
  it('come from findings, from listed figures while their tab is open, and from the spot', async () => {
    const root = new RootStore(new FakeBridge(fakeCheck, TEXT), noMemory, 1280);
    await root.library.open(1);
    const block = root.review.snapshot?.analysis.document.blocks[1];
    if (!block) throw new Error('no block');
    const kinds = () => root.marks.of(block).map((mark) => mark.kind);
    expect(kinds()).toEqual(['finding']);
    root.ui.showTab('figures');
    expect(kinds()).toEqual(['finding', 'figure']);
    root.data.selectFigure(0);
    expect(kinds()).toEqual(['finding', 'figure', 'spot']);
    root.review.data.figures.pick('state', ['tied']);
    expect(kinds()).toEqual(['finding', 'spot']);
  });
});

describe('a family of small findings', () => {
  const asSmall = (text: string) => {
    const analysis = fakeCheck(text);
    const findings = analysis.findings.map((one) => (one.code === 'E101' ? { ...one, code: 'W307' } : one));
    return { ...analysis, findings };
  };
  const open = async (check: typeof fakeCheck) => {
    const bridge = new FakeBridge(check, TEXT);
    const root = new RootStore(bridge, noMemory, 1280);
    await root.library.open(1);
    root.review.stepFinding(1);
    return { bridge, root };
  };

  it('is fixed at once', async () => {
    const { bridge, root } = await open(asSmall);
    expect(root.review.family).toHaveLength(3);
    await root.review.fixFamily();
    expect(bridge.state.revision.text).not.toContain('错字');
    expect(root.review.snapshot?.report.revision).toBe(2);
  });

  it('leaves out what is waived, and is none where one finding is alone', async () => {
    const { root } = await open(asSmall);
    await root.review.waive('原文如此');
    root.review.stepFinding(1);
    expect(root.review.family).toHaveLength(2);
    await root.review.waive('原文如此');
    expect(root.review.family).toEqual([]);
  });

  it('holds no figures: they are decided one by one', async () => {
    const { bridge, root } = await open(fakeCheck);
    expect(root.review.family).toEqual([]);
    await root.review.fixFamily();
    expect(bridge.calls).not.toContain('fixFindings');
  });
});
