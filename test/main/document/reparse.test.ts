import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descentOf } from '../../../src/main/document/descent';
import { parseDocument } from '../../../src/main/document/parse';
import { reparse } from '../../../src/main/document/reparse';
import { pieces } from '../../helpers/pieces';

const changed = (text: string, start: number, oldEnd: number, put: string) => ({
  text: text.slice(0, start) + put + text.slice(oldEnd),
  change: { start, oldEnd, newEnd: start + put.length },
});

describe('a text parsed anew after a change', () => {
  it('gives the document that a whole parse gives', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom(...pieces)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), edits, (parts, all) => {
        let document = parseDocument(parts.join(''));
        for (const [at, length, put] of all) {
          const start = at % (document.text.length + 1);
          const { text, change } = changed(
            document.text,
            start,
            Math.min(document.text.length, start + length),
            put,
          );
          const whole = parseDocument(text);
          const again = reparse(document, text, change);
          if (again) expect(again).toEqual(whole);
          document = again ?? whole;
        }
      }),
      { numRuns: Number(process.env['GOUJI_RUNS'] ?? 300) },
    );
  });

  it('keeps the blocks before the change, and says what else it has in common', () => {
    const before = parseDocument(`# 报告\n\n${'一段话。\n\n'.repeat(200)}`);
    const at = before.blocks[100]?.range.start ?? 0;
    const { text, change } = changed(before.text, at + 2, at + 2, '长');
    const after = reparse(before, text, change);
    expect(after?.blocks[50]).toBe(before.blocks[50]);
    const descent = after && descentOf(after);
    expect(descent?.units).toBe(1);
    expect(descent?.sameHeadings).toBe(true);
    expect(descent?.own).toEqual({ from: 100, to: 101, oldTo: 101 });
    // A search that looks around sees some 200 units on either side.
    expect((descent?.near.to ?? 0) - (descent?.near.from ?? 0)).toBeLessThan(90);
  });

  it('leaves texts alone in which a fence may pair with another', () => {
    const before = parseDocument('甲。\n\n乙。\n');
    const { text, change } = changed(before.text, 1, 1, '\n\n```\n');
    expect(reparse(before, text, change)).toBeNull();
  });
});
