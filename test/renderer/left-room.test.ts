import { describe, expect, it } from 'vitest';
import type { Folds } from '../../src/renderer/stores/ui-store';
import { leftRoom } from '../../src/renderer/views/review/left-room';
import { ROW_HEIGHTS, rowHeights } from '../../src/renderer/views/review/row-heights';

const AS_THERE_IS_ROOM: Folds = { outline: null, filters: null };
const room = (height: number, scale = 1, folded = AS_THERE_IS_ROOM, outline = 190) =>
  leftRoom({ height, scale, outline, folded });

describe('leftRoom', () => {
  it.each([
    ['a large window', 1300, 1, { outline: 325, filters: true }],
    ['1440 × 900', 824, 1, { outline: 206, filters: true }],
    ['1366 × 768', 690, 1, { outline: null, filters: true }],
    ['1280 × 720', 642, 1, { outline: null, filters: true }],
    ['1280 × 720 with letters of 150 %', 610, 1.5, { outline: null, filters: false }],
    ['not measured yet', 0, 1, { outline: 190, filters: true }],
  ] as const)('%s', (_, height, scale, expected) => {
    expect(room(height, scale)).toEqual(expected);
  });

  it('leaves the findings their rows before the outline has any', () => {
    for (let height = 300; height < 1500; height += 10) {
      const { outline, filters } = room(height, 1);
      if (outline !== null) expect(height - outline - 60 - (filters ? 76 : 0)).toBeGreaterThanOrEqual(8 * 60);
    }
  });

  it('does as the person said', () => {
    expect(room(642, 1, { outline: false, filters: null })).toEqual({ outline: 190, filters: true });
    expect(room(300, 1, { outline: false, filters: false })).toEqual({ outline: 150, filters: true });
    expect(room(1300, 1, { outline: true, filters: true })).toEqual({ outline: null, filters: false });
  });

  it('keeps to what was dragged', () => expect(room(1300, 1, AS_THERE_IS_ROOM, 240).outline).toBe(240));
});

describe('rowHeights', () => {
  const items = (...messages: string[]) => messages.map((message) => ({ finding: { message } as never }));
  const heights = (width: number, scale: number, ...messages: string[]) => {
    const height = rowHeights(items(...messages), width, scale);
    return messages.map((_, at) => height(at));
  };
  const { short, tall } = ROW_HEIGHTS;

  it('is low for a message of one line', () =>
    expect(heights(284, 1, '句末缺少标点', '一'.repeat(17), '一'.repeat(30))).toEqual([short, short, tall]));
  it('counts narrow letters as narrow', () =>
    expect(heights(284, 1, 'a'.repeat(28), 'a'.repeat(60))).toEqual([short, tall]));
  it('grows with the letters, and with a narrower pane', () => {
    expect(heights(284, 1.5, '一'.repeat(17))).toEqual([tall * 1.5]);
    expect(heights(220, 1, '一'.repeat(17))).toEqual([tall]);
  });
});
