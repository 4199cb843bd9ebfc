import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { failure } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const FIRST = '演示报告\n正文错字，12户';
const SECOND = '演示报告\n正文正字，15户';
const LOST = '另一份报告\n丢失';
const noMemory = { getItem: () => null, setItem: () => {} };

let bridge: FakeBridge;
let root: RootStore;
beforeEach(() => {
  bridge = new FakeBridge(fakeCheck, FIRST);
  root = new RootStore(bridge, noMemory, 1280);
});
const told = () => root.notices.items.map((notice) => `${notice.kind}: ${notice.text}`);

describe('an import from the library', () => {
  it('opens a new report', async () => {
    bridge.chosen = { name: 'new.docx', text: '新报告\n正文' };
    await root.imports.choose();
    expect(root.ui.screen).toBe('review');
    expect(root.review.snapshot?.report).toMatchObject({ id: 2, title: '新报告' });
    expect(told()).toEqual([]);
  });

  it('opens a file that is known, and says so', async () => {
    await root.imports.choose();
    expect(root.review.snapshot?.report.id).toBe(1);
    expect(told()).toEqual(['info: 这个文件已在资料库里，没有重复导入，已打开《演示报告》']);
  });

  it('stays where it is when the dialog is closed', async () => {
    bridge.chosen = null;
    await root.imports.choose();
    expect(root.ui.screen).toBe('library');
    expect(root.imports.running).toBe(false);
    expect(told()).toEqual([]);
  });

  it('says why a file was refused', async () => {
    bridge.chosen = { name: 'empty.md', text: '' };
    await root.imports.choose();
    expect(told()).toEqual(['error: 文件是空的']);
    expect(root.ui.screen).toBe('library');
  });

  it('leaves the person where they went while it ran', async () => {
    bridge.chosen = { name: 'new.docx', text: '新报告\n正文' };
    let finish = (): void => {};
    const slow = new Promise<void>((done) => {
      finish = done;
    });
    const read = bridge.importReport.bind(bridge);
    bridge.importReport = async (input) => {
      await slow;
      return read(input);
    };
    const running = root.imports.choose();
    await root.library.open(1);
    root.review.stepFinding(1);
    root.review.setWaiving(true);
    finish();
    await running;
    expect(root.review.snapshot?.report.id).toBe(1);
    expect(root.review.waiving).toBe(true);
    expect(told()).toEqual(['info: 《新报告》已导入，可在资料库打开']);
  });

  it('does not start a second one meanwhile', async () => {
    await Promise.all([root.imports.choose(), root.imports.choose()]);
    expect(bridge.calls.filter((call) => call === 'importReport')).toHaveLength(1);
  });
});

describe('an import that is not proved lossless', () => {
  beforeEach(async () => {
    bridge.chosen = { name: 'lost.docx', text: LOST };
    await root.imports.choose();
  });

  it('asks, with what differs', () => {
    expect(root.ui.dialog).toBe('unproved');
    expect(root.ui.screen).toBe('library');
    expect(root.imports.unproved?.proof.differences).toMatchObject([{ kind: 'text', expected: '丢失' }]);
  });

  it('stores nothing when it is refused', async () => {
    root.imports.refuse();
    expect(root.ui.dialog).toBeNull();
    expect(root.imports.unproved).toBeNull();
    await root.library.load();
    expect(root.library.reports).toHaveLength(1);
  });

  it('goes on only after the person has checked', async () => {
    await root.imports.accept();
    expect(bridge.calls).not.toContain('acceptImport');
    root.imports.setChecked(true);
    await root.imports.accept();
    expect(root.ui.dialog).toBeNull();
    expect(root.review.snapshot?.report.title).toBe('另一份报告');
    expect(root.review.snapshot?.source.proof?.differenceCount).toBe(1);
  });

  it('forgets that another import was checked', async () => {
    root.imports.setChecked(true);
    root.imports.refuse();
    await root.imports.choose();
    expect(root.imports.checked).toBe(false);
  });

  it('says that it came too late', async () => {
    root.imports.setChecked(true);
    bridge.failNext = failure('expired', '这次导入已经失效，请重新选择文件');
    await root.imports.accept();
    expect(told()).toEqual(['error: 这次导入已经失效，请重新选择文件']);
    expect(root.ui.dialog).toBeNull();
  });
});

describe('a new draft of the report under review', () => {
  beforeEach(async () => {
    await root.library.open(1);
    bridge.chosen = { name: 'second.docx', text: SECOND };
  });

  it('becomes its next revision and shows what changed', async () => {
    await root.imports.chooseDraft();
    expect(root.review.snapshot?.report).toMatchObject({ id: 1, revision: 2 });
    expect(root.ui.dialog).toBe('comparison');
    expect(root.compare.shown).toMatchObject({ before: { number: 1 }, after: { number: 2 } });
    expect(root.compare.shown?.comparison.findings).toEqual({ gone: 1, staying: 0, arrived: 0 });
  });

  it('leads to a changed passage of the document', async () => {
    await root.imports.chooseDraft();
    const after = root.compare.shown?.comparison.text[0]?.after;
    if (!after) throw new Error('no change');
    root.compare.goTo(after.range);
    expect(root.ui.dialog).toBeNull();
    expect(root.review.spot).toEqual(after.range);
  });

  it('asks when it is not proved lossless, and is the next revision all the same', async () => {
    bridge.chosen = { name: 'lost.docx', text: `${SECOND}\n丢失` };
    await root.imports.chooseDraft();
    expect(root.ui.dialog).toBe('unproved');
    expect(root.review.snapshot?.report.revision).toBe(1);
    root.imports.setChecked(true);
    await root.imports.accept();
    expect(root.ui.dialog).toBe('comparison');
    expect(root.review.snapshot?.report.revision).toBe(2);
  });

  it('is refused when nothing changed', async () => {
    bridge.chosen = { name: 'same.docx', text: FIRST };
    await root.imports.chooseDraft();
    expect(told()).toEqual(['error: 没有生成新版本']);
    expect(root.review.snapshot?.report.revision).toBe(1);
  });

  it('shows the newer revision when the one on the screen is stale', async () => {
    await bridge.importReport({ into: root.review.target });
    bridge.chosen = { name: 'third.docx', text: `${SECOND}\n三` };
    await root.imports.chooseDraft();
    expect(told()).toEqual(['error: 报告已有更新的版本']);
    expect(root.review.snapshot?.report.revision).toBe(2);
  });

  it('can be undone', async () => {
    await root.imports.chooseDraft();
    root.compare.close();
    await root.review.undo();
    expect(root.review.snapshot?.report.revision).toBe(1);
    expect(root.review.snapshot?.redo).toBe('导入新稿《second.docx》');
  });
});

describe('comparing revisions', () => {
  beforeEach(async () => {
    await root.library.open(1);
    bridge.chosen = { name: 'second.docx', text: SECOND };
    await root.imports.chooseDraft();
    root.compare.close();
  });
  const revision = (number: number) => {
    const found = root.review.snapshot?.revisions.find((one) => one.number === number);
    if (!found) throw new Error(`no revision ${number}`);
    return found;
  };

  it('opens on what a revision changed against the one before', async () => {
    await root.compare.withPrevious(revision(2));
    expect(root.compare.shown).toMatchObject({ before: { number: 1 }, after: { number: 2 } });
    expect(root.compare.placesAreShown).toBe(true);
  });

  it('has nothing before the first', async () => {
    expect(root.compare.previousOf(revision(1))).toBeNull();
    await root.compare.withPrevious(revision(1));
    expect(root.ui.dialog).toBeNull();
  });

  it('offers no report of another kind unasked, and lets the person choose one', async () => {
    bridge.chosen = { name: 'other.docx', text: '另一份报告\n正文' };
    bridge.data.alike = false;
    root.goLibrary();
    await root.imports.choose();
    await root.compare.open();
    expect(root.compare).toMatchObject({ shown: null, choosing: { number: 1 } });
    expect(root.ui.dialog).toBe('comparison');
    const [other] = root.compare.others;
    const after = root.compare.choosing;
    if (!other || !after) throw new Error('nothing to choose');
    await root.compare.between(other, after);
    expect(root.compare).toMatchObject({ choosing: null, shown: { before: { title: '演示报告' } } });
  });

  it('takes a report of the same kind where there is no revision before', async () => {
    bridge.chosen = { name: 'other.docx', text: '另一份报告\n正文' };
    root.goLibrary();
    await root.imports.choose();
    await root.compare.open();
    expect(root.compare.shown).toMatchObject({ before: { title: '演示报告' }, after: { number: 1 } });
  });

  it('does not jump to places of a text that is not shown', async () => {
    await root.review.undo();
    await root.compare.withPrevious(revision(2));
    expect(root.compare.placesAreShown).toBe(false);
    root.compare.goTo({ start: 0, end: 2 });
    expect(root.review.spot).toBeNull();
    expect(root.ui.dialog).toBe('comparison');
  });

  it('is given up when the person leaves meanwhile', async () => {
    const asked = root.compare.withPrevious(revision(2));
    root.goLibrary();
    await asked;
    expect(root.compare.shown).toBeNull();
    expect(root.ui.dialog).toBeNull();
  });

  it('is nothing when it is cancelled', async () => {
    bridge.cancelNext = true;
    await root.compare.withPrevious(revision(2));
    expect(root.compare).toMatchObject({ shown: null, running: false });
    expect(root.ui.dialog).toBeNull();
    expect(told()).toEqual([]);
  });

  it('says why it failed', async () => {
    bridge.failNext = failure('no-report', '资料库里没有这个版本');
    await root.compare.withPrevious(revision(2));
    expect(told()).toEqual(['error: 资料库里没有这个版本']);
    expect(root.compare.running).toBe(false);
  });
});

describe('the source of the report under review', () => {
  it('is known by place, fetched once per revision', async () => {
    await root.library.open(1);
    const range = root.review.findings.items[0]?.finding.range ?? { start: 0, end: 0 };
    expect(root.source.placesOf(range)).toBeNull();
    await root.source.load();
    await root.source.load();
    expect(root.source.placesOf(range)?.map((place) => place.label)).toEqual(['正文第2段', '正文第2段']);
    expect(bridge.calls.filter((call) => call === 'sourceMap')).toHaveLength(1);
  });

  it('is asked anew after a fix, and not guessed meanwhile', async () => {
    await root.library.open(1);
    await root.source.load();
    root.review.stepFinding(1);
    await root.review.fix(0);
    expect(root.source.placesOf({ start: 0, end: 2 })).toBeNull();
    await root.source.load();
    expect(root.source.placesOf({ start: 0, end: 2 })).toBeNull();
    expect(bridge.calls.filter((call) => call === 'sourceMap')).toHaveLength(2);
  });

  it('is silent when it cannot be had, and tried again', async () => {
    await root.library.open(1);
    bridge.failNext = failure('stale', '报告已有更新的版本');
    await root.source.load();
    expect(told()).toEqual([]);
    await root.source.load();
    expect(root.source.placesOf({ start: 0, end: 2 })).not.toBeNull();
  });

  it('has notes until they are put away', async () => {
    bridge.chosen = { name: 'picture.docx', text: '有图片的报告\n正文' };
    await root.imports.choose();
    expect(root.source.unreadNotes).toBe(1);
    root.source.putNotesAway();
    expect(root.source.unreadNotes).toBe(0);
    await root.library.open(1);
    await root.library.open(2);
    expect(root.source.unreadNotes).toBe(0);
  });
});
