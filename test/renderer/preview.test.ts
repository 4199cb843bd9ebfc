import { beforeEach, describe, expect, it } from 'vitest';
import { matchesIn, type Piece } from '../../src/renderer/pdf/find';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const piece = (text: string, left: number, width: number): Piece => ({
  text,
  left,
  top: 100,
  width,
  height: 16,
});

describe('finding words on a page', () => {
  const pieces = [
    piece('全年净增商', 0, 80),
    piece(' ', 80, 4),
    piece('户54,376户', 90, 80),
    piece('ABC', 0, 30),
  ];

  it.each([
    ['商户', 1],
    ['商 户', 1],
    ['户', 2],
    ['净增', 1],
    ['abc', 1],
    ['没有', 0],
    ['  ', 0],
  ])('%s', (words, count) => expect(matchesIn(pieces, 3, words)).toHaveLength(count));

  it('marks each piece that the words lie in', () => {
    const [match] = matchesIn(pieces, 3, '商户54');
    expect(match?.page).toBe(3);
    // Of ten half widths in 80 points the last two; of the next piece four of ten.
    expect(match?.boxes.map(({ left, width }) => [left, width])).toEqual([
      [64, 16],
      [90, 32],
    ]);
  });
});

describe('the print preview', () => {
  let bridge: FakeBridge;
  let root: RootStore;
  beforeEach(async () => {
    bridge = new FakeBridge(fakeCheck, '演示报告\n正文错字');
    root = new RootStore(bridge, { getItem: () => null, setItem: () => {} }, 1440);
    await root.library.open(1);
  });

  it('shows the draft while errors are open, and keeps nothing when it is closed', async () => {
    await root.preview.open();
    expect(root.ui.dialog).toBe('preview');
    expect(root.preview.form).toBe('errors');
    root.preview.close();
    root.review.stepFinding(1);
    await root.review.fix(0);
    await root.preview.open();
    expect(root.preview.form).toBe('signOff');
    expect(root.preview.bytes).not.toBeNull();
    root.preview.close();
    expect([root.ui.dialog, root.preview.bytes]).toEqual([null, null]);
  });

  it('closes when its job is cancelled, and not over what came after it', async () => {
    bridge.cancelNext = true;
    await root.preview.open();
    expect(root.ui.dialog).toBeNull();
    const first = root.preview.open();
    root.preview.close();
    await first;
    expect([root.ui.dialog, root.preview.bytes]).toEqual([null, null]);
  });

  it('zooms by steps from what is shown', () => {
    root.preview.step(1, 0.9);
    expect(root.preview.zoom).toBe(1);
    root.preview.step(1, 3);
    expect(root.preview.zoom).toBe(3);
    root.preview.step(-1, 0.5);
    expect(root.preview.zoom).toBe(0.5);
    root.preview.fit();
    expect(root.preview.zoom).toBeNull();
  });
});
