import { describe, expect, it, vi } from 'vitest';
import { Rechecker } from '../../../src/main/checker/recheck';
import { checkText } from '../../../src/main/checker/run';
import { checkWhole, openText } from '../../../src/main/jobs/at-hand';
import { rehearsal, rehearseSoon, stopRehearsing } from '../../../src/main/jobs/rehearse';
import type { Edit } from '../../../src/shared/model/finding';
import { completed } from '../../../src/shared/steps';
import { largeReport } from '../../helpers/large-report';

const TEXT = largeReport(40_000, 300);

/** A digit put into the first figure of a block of each kind, and what a person does next: it is taken out again. */
function strokes({ document, quantities }: Rechecker['analysis']): readonly Edit[] {
  const kinds = ['paragraph', 'table'];
  return kinds.flatMap((kind): Edit[] => {
    const first = quantities.find(({ place }) => document.blocks[place.block]?.kind === kind);
    if (!first) throw new Error(`no figure in a ${kind}`);
    const { start } = first.range;
    return [
      { range: { start, end: start }, text: '7' },
      { range: { start, end: start + 1 }, text: '' },
    ];
  });
}

describe('edits tried while nobody types', () => {
  it('leave a text as it was: the edits that follow tell what they would have told', () => {
    const plain = new Rechecker(TEXT);
    const rehearsed = new Rechecker(TEXT);
    const { analysis } = rehearsed;
    const rehearse = vi.spyOn(rehearsed, 'rehearse');
    completed(rehearsal(rehearsed));
    expect(rehearse.mock.calls.length).toBeGreaterThan(30);
    expect(rehearse.mock.results.map(({ value }) => value)).not.toContain(false);
    expect(rehearsed.analysis).toBe(analysis);
    expect(rehearsed.isSettled).toBe(true);
    for (const edit of strokes(analysis)) expect(rehearsed.edit([edit])).toEqual(plain.edit([edit]));
    expect(rehearsed.settle()).toEqual(plain.settle());
    expect(rehearsed.analysis).toEqual(checkText(TEXT));
  });

  it('are not tried on a text that somebody has begun to edit', () => {
    const begun = new Rechecker(TEXT);
    begun.edit([{ range: { start: 300, end: 300 }, text: '，' }]);
    const { analysis } = begun;
    expect(begun.rehearse([{ range: { start: 400, end: 400 }, text: '，' }])).toBe(false);
    expect(begun.analysis).toBe(analysis);
  });

  it('begin when the thread has rested, on what was checked last, and stop when it is asked for something', () => {
    vi.useFakeTimers();
    try {
      const rehearse = vi.spyOn(Rechecker.prototype, 'rehearse');
      const quiet = (): void => {};
      checkWhole({ text: TEXT, marks: [] }, quiet);
      rehearseSoon();
      vi.advanceTimersByTime(300);
      expect(rehearse).not.toHaveBeenCalled();
      vi.advanceTimersToNextTimer();
      vi.advanceTimersToNextTimer();
      const tried = rehearse.mock.calls.length;
      expect(tried).toBeGreaterThan(0);
      stopRehearsing();
      vi.runAllTimers();
      expect(rehearse).toHaveBeenCalledTimes(tried);
      // Somebody edits it by now.
      openText('1 1', { text: TEXT, marks: [] }, quiet);
      rehearseSoon();
      vi.runAllTimers();
      expect(rehearse).toHaveBeenCalledTimes(tried);
    } finally {
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });
});
