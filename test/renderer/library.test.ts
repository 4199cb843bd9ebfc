import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

let bridge: FakeBridge;
let root: RootStore;
const titles = (): readonly string[] => root.library.listed.map(({ title }) => title);
const byTitle = (title: string) => root.library.reports.find((report) => report.title === title) ?? null;

beforeEach(async () => {
  bridge = new FakeBridge(fakeCheck, '乙报告\n正文错字');
  bridge.addReport({ name: 'b.md', text: '甲报告\n正文12户' });
  root = new RootStore(bridge, { getItem: () => null, setItem: () => {} }, 1440);
  await root.library.load();
});
afterEach(() => vi.useRealTimers());

describe('the list of reports', () => {
  it('is sorted by what is wanted, and the other way round the second time', () => {
    root.library.sortBy('title');
    expect(titles()).toEqual(['甲报告', '乙报告'].sort((a, b) => a.localeCompare(b, 'zh-CN')));
    const before = titles();
    root.library.sortBy('title');
    expect(titles()).toEqual([...before].reverse());
    root.library.sortBy('open');
    expect(titles()[0]).toBe('乙报告');
  });

  it('is narrowed by shelf and tag, and the row stays within it', async () => {
    root.library.moveTo(5);
    expect(root.library.row).toBe(1);
    root.library.showShelf('open');
    expect(titles()).toEqual(['乙报告']);
    root.library.showShelf('clean');
    expect(titles()).toEqual(['甲报告']);
    root.library.askTags(byTitle('甲报告'));
    expect(root.ui.dialog).toBe('report-tags');
    await root.library.setTags(['年报']);
    expect([root.ui.dialog, root.library.tags]).toEqual([null, ['年报']]);
    root.library.showShelf('all');
    root.library.showTag('年报');
    expect(titles()).toEqual(['甲报告']);
  });

  it('puts reports away and brings them back', async () => {
    await root.library.archive(byTitle('乙报告'));
    expect(titles()).toEqual(['甲报告']);
    root.library.showShelf('archived');
    expect(titles()).toEqual(['乙报告']);
    await root.library.archive(byTitle('乙报告'));
    expect(titles()).toEqual([]);
    root.library.askRemove(byTitle('乙报告'));
    await root.library.remove();
    root.library.showShelf('all');
    expect(titles()).toEqual(['甲报告']);
  });
});

describe('groups', () => {
  const lines = () =>
    root.library.lines.map((line) =>
      line.kind === 'group' ? `${line.name}${line.folded ? '+' : '-'}${line.reports}` : line.report.title,
    );

  it('stand by institution, year and tag, what tells nothing last, and fold', async () => {
    root.library.groupBy('year');
    expect(lines()).toEqual(['2025-1', '乙报告', '-1', '甲报告']);
    expect(root.library.current).toBeNull();
    root.library.moveTo(1);
    root.library.fold(1, true);
    expect([lines(), root.library.row]).toEqual([['2025+1', '-1', '甲报告'], 0]);
    root.library.fold(0, false);
    expect(lines()).toHaveLength(4);
    root.library.askTags(byTitle('甲报告'));
    await root.library.setTags(['年报', '定稿']);
    root.library.nextGrouping();
    expect(lines()).toEqual(['定稿-1', '甲报告', '年报-1', '甲报告', '-1', '乙报告']);
    root.library.nextGrouping();
    expect(lines().filter((line) => line.includes('-'))).toEqual([]);
  });

  it('are remembered with the order and what is folded', () => {
    const kept = new Map<string, string>();
    const memory = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
    const first = new RootStore(bridge, memory, 1440);
    first.library.receive(root.library.reports);
    first.library.sortBy('title');
    first.library.groupBy('institution');
    first.library.fold(0, true);
    const { library } = new RootStore(bridge, memory, 1440);
    expect([library.order, library.descending, library.grouping]).toEqual(['title', false, 'institution']);
    expect(library.folded.size).toBe(1);
    kept.set('gouji.library', '{"order":"nothing","grouping":7,"folded":3');
    expect(new RootStore(bridge, memory, 1440).library.order).toBe('changed');
  });
});

describe('acts in the library', () => {
  it('are taken back and done again, the last one first', async () => {
    await root.library.archive(byTitle('乙报告'));
    root.library.askTags(byTitle('甲报告'));
    await root.library.setTags(['年报']);
    root.library.askRemove(byTitle('甲报告'));
    await root.library.remove();
    expect(root.library.acts.next('undo')?.title).toBe('移除《甲报告》');
    await root.library.step('undo');
    expect(byTitle('甲报告')?.tags).toEqual(['年报']);
    await root.library.step('undo');
    await root.library.step('undo');
    expect([byTitle('甲报告')?.tags, byTitle('乙报告')?.archived]).toEqual([[], false]);
    expect(root.library.acts.next('undo')).toBeNull();
    await root.library.step('redo');
    expect(byTitle('乙报告')?.archived).toBe(true);
    root.library.askTags(byTitle('甲报告'));
    await root.library.setTags(['季报']);
    expect(root.library.acts.next('redo')).toBeNull();
  });

  it('are not taken back any more once the report is deleted for good', async () => {
    await root.library.archive(byTitle('乙报告'));
    root.library.askRemove(byTitle('甲报告'));
    await root.library.remove();
    root.library.showShelf('removed');
    await root.removed.load();
    expect(root.removed.reports.map(({ title }) => title)).toEqual(['甲报告']);
    root.removed.ask(root.removed.current);
    expect(root.ui.dialog).toBe('report-purge');
    await root.removed.purge();
    expect([root.removed.reports, root.ui.dialog]).toEqual([[], null]);
    await root.library.step('undo');
    expect(root.notices.items.at(-1)?.kind).toBe('error');
    expect(root.library.acts.next('undo')?.title).toBe('归档《乙报告》');
  });

  it('bring a removed report back from its shelf', async () => {
    root.library.askRemove(byTitle('甲报告'));
    await root.library.remove();
    await root.removed.load();
    await root.removed.bringBack(root.removed.current);
    expect([root.removed.reports.length, byTitle('甲报告')?.title]).toEqual([0, '甲报告']);
  });
});

describe('search', () => {
  it('says where it looked, and looks among the archived when asked', async () => {
    vi.useFakeTimers();
    root.search.setQuery('错字');
    await vi.advanceTimersByTimeAsync(200);
    expect(root.search.result?.shelves.archivedToo).toBe(false);
    root.search.lookInArchived(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(root.search.result?.shelves.archivedToo).toBe(true);
  });

  it('waits until the person has stopped typing, and opens the report at the place', async () => {
    vi.useFakeTimers();
    root.search.setQuery('错');
    root.search.setQuery('错字');
    await vi.advanceTimersByTimeAsync(200);
    expect(bridge.calls.filter((call) => call === 'searchLibrary')).toHaveLength(1);
    expect(root.search.hits.map(({ title }) => title)).toEqual(['乙报告']);
    await root.search.open(root.search.hits[0]);
    expect(root.ui.screen).toBe('review');
    const { text } = root.review.snapshot?.analysis.document ?? { text: '' };
    const { start = 0, end = 0 } = root.review.spot ?? {};
    expect(text.slice(start, end)).toBe('错字');
  });

  it('forgets what it found when the words are taken away', async () => {
    vi.useFakeTimers();
    root.search.setQuery('错字');
    await vi.advanceTimersByTimeAsync(200);
    root.search.setQuery(' ');
    expect([root.search.active, root.search.result]).toEqual([false, null]);
  });
});
