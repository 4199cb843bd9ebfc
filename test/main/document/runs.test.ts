import { describe, expect, it } from 'vitest';
import { concatenated, noteRuns, runsBetween } from '../../../src/main/document/runs';

describe('what lists are known to have in common', () => {
  it('is told where one was made from the other, and of their concatenations', () => {
    const [before, other] = [
      [1, 2, 3, 4],
      [7, 8],
    ];
    const earlier = concatenated([other, before]);
    const after = [1, 9, 4];
    noteRuns(after, before, [
      { old: 0, now: 0, length: 1 },
      { old: 3, now: 2, length: 1 },
    ]);
    expect(runsBetween(before, after)).toEqual([
      { old: 0, now: 0, length: 1 },
      { old: 3, now: 2, length: 1 },
    ]);
    expect(runsBetween(earlier, concatenated([[7], after]))).toEqual([
      { old: 2, now: 1, length: 1 },
      { old: 5, now: 3, length: 1 },
    ]);
  });

  it('is nothing where lists are strangers, or stand in another order', () => {
    const [a, b] = [[1], [2]];
    expect(runsBetween(a, b)).toEqual([]);
    const [nextA, nextB] = [[1], [2]];
    noteRuns(nextA, a, [{ old: 0, now: 0, length: 1 }]);
    noteRuns(nextB, b, [{ old: 0, now: 0, length: 1 }]);
    const turned = runsBetween(concatenated([a, b]), concatenated([nextB, nextA]));
    expect(turned).toEqual([{ old: 1, now: 0, length: 1 }]);
  });
});
