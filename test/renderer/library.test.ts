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

describe('search', () => {
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
