import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = '# 报告\n\n共ＡＢ12户，**错**字 app。\n\n| 甲 | 乙 |\n| --- | --- |\n| 错字 | App |\n';
let bridge: FakeBridge;
let root: RootStore;
let stored: Map<string, string>;
const memory = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
};
const desk = async (): Promise<RootStore> => {
  const made = new RootStore(bridge, memory, 1440);
  await made.library.open(1);
  return made;
};

beforeEach(async () => {
  vi.useFakeTimers();
  stored = new Map();
  bridge = new FakeBridge((text) => ({ ...fakeCheck(text), document: parseDocument(text) }), TEXT);
  root = await desk();
});

const at = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length });
const EDITS = [{ range: at('12户'), text: '34户' }];
const settle = () => vi.advanceTimersByTimeAsync(1_000);

describe('a draft of the source', () => {
  it('is checked while one types and saved as one revision', async () => {
    root.sourceDraft.take(EDITS);
    await settle();
    expect(root.sourceDraft.check.result?.findings.length).toBe(root.review.findings.items.length);
    root.sourceDraft.setReason('据台账');
    expect(await root.sourceDraft.save()).toBe(true);
    expect(root.review.text).toBe(TEXT.replace('12户', '34户'));
    expect(root.review.snapshot?.undo).toBe('据台账');
    expect(root.sourceDraft.changed).toBe(false);
  });

  it('outlives the window, for the revision that it was made from', async () => {
    root.sourceDraft.take(EDITS);
    await settle();
    const again = await desk();
    expect(again.sourceDraft.edits).toEqual(EDITS);
    await again.sourceDraft.save();
    expect((await desk()).sourceDraft.changed).toBe(false);
  });

  it('is asked about before an act would meet another text', async () => {
    root.sourceDraft.take(EDITS);
    const fixing = root.review.setPolicy(null);
    expect(root.ui.dialog).toBe('unsaved');
    root.unsaved.discard();
    await fixing;
    expect(root.sourceDraft.changed).toBe(false);
    expect(root.review.text).toBe(TEXT);
  });

  it('of another report or revision is not taken up', async () => {
    stored.set('gouji.source-draft.1', JSON.stringify({ revisionId: 99, edits: EDITS }));
    expect((await desk()).sourceDraft.changed).toBe(false);
    stored.set('gouji.source-draft.1', '{broken');
    expect((await desk()).sourceDraft.changed).toBe(false);
  });
});

describe('finding words', () => {
  const places = (query: string): string[] => {
    root.find.open();
    root.find.setQuery(query);
    return root.find.places.map(({ start, end }) => TEXT.slice(start, end));
  };

  it.each([
    ['错字', ['错**字', '错字']],
    ['app', ['app', 'App']],
    ['ab1', ['ＡＢ1']],
    ['', []],
    ['没有', []],
  ])('%s', (query, found) => expect(places(query)).toEqual(found));

  it('goes round, and shows where it is', () => {
    places('app');
    expect([root.find.at, root.review.spot]).toEqual([0, at('app')]);
    root.find.step(1);
    root.find.step(1);
    expect(root.find.at).toBe(0);
    root.find.step(-1);
    expect(root.review.spot).toEqual(at('App'));
  });

  it('marks nothing once nothing is found', () => {
    places('ap');
    expect(root.review.spot).not.toBeNull();
    places('apx');
    expect(root.review.spot).toBeNull();
  });
});
