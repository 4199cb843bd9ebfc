import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Rechecker } from '../../../src/main/checker/recheck';
import { Followed } from '../../../src/main/desk/followed';
import type { AnalysisChange } from '../../../src/shared/analysis-change';

const SAMPLE = readFileSync(
  resolve(import.meta.dirname, '../../../resources/samples/sample-report.md'),
  'utf8',
);

/** A report that is typed in, told stroke by stroke. */
function typing(mostKept?: number): {
  readonly followed: Followed;
  readonly type: () => AnalysisChange;
  readonly now: Rechecker;
} {
  const now = new Rechecker(SAMPLE);
  const followed = new Followed(now.analysis, mostKept);
  const start = SAMPLE.indexOf('。');
  const type = (): AnalysisChange => {
    const change = now.edit([{ range: { start, end: start }, text: '补' }]);
    if (!change) throw new Error('the sample is checked as a whole');
    followed.follow(change);
    return change;
  };
  return { followed, type, now };
}

describe('an analysis that follows what is typed', () => {
  it('is that of the last stroke, whether it was taken in at rest or all at once', async () => {
    const { followed, type, now } = typing();
    for (let stroke = 0; stroke < 5; stroke++) type();
    await followed.rest();
    expect(followed.analysis()).toEqual(now.analysis);
    for (let stroke = 0; stroke < 5; stroke++) type();
    expect(followed.analysis()).toEqual(now.analysis);
  });

  it('goes on when a stroke comes while it rests', async () => {
    const { followed, type, now } = typing();
    for (let stroke = 0; stroke < 4; stroke++) type();
    const resting = followed.rest();
    type();
    await resting;
    type();
    await followed.rest();
    expect(followed.analysis()).toEqual(now.analysis);
  });

  it('keeps what it cannot take in for whoever asks', async () => {
    const { followed, type } = typing();
    const { blocks } = type();
    followed.follow({ blocks } as AnalysisChange);
    await followed.rest();
    expect(() => followed.analysis()).toThrow();
  });

  it('takes in the oldest strokes where nobody rests', () => {
    const { followed, type, now } = typing(2);
    for (let stroke = 0; stroke < 5; stroke++) type();
    expect(followed.analysis()).toEqual(now.analysis);
  });
});
