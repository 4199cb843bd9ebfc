import { describe, expect, it } from 'vitest';
import { distribute, type FindingMark, keepSame, type Mark } from '../../src/renderer/text/marks';
import { segmentsOf, unplaced } from '../../src/renderer/text/segments';
import { rangeOf } from '../../src/shared/model/range';
import { plainProse } from './fake-check';

const mark = (name: string, start: number, end: number): FindingMark => ({
  kind: 'finding',
  fingerprint: name,
  tone: 'error',
  label: name,
  range: rangeOf(start, end),
});
const names = (marks: readonly Mark[]): string =>
  marks.map((one) => (one.kind === 'finding' ? one.fingerprint : one.kind)).join('');
const shape = (text: string, ...marks: Mark[]): string[] =>
  segmentsOf(plainProse(text, 100), marks).map((segment) => `${segment.text}:${names(segment.marks)}`);

describe('segmentsOf', () => {
  it('leaves text without marks whole', () => expect(shape('甲乙丙')).toEqual(['甲乙丙:']));
  it('has nothing of an empty text', () => expect(shape('')).toEqual([]));
  it('cuts at the ends of a mark', () =>
    expect(shape('甲乙丙丁', mark('a', 101, 103))).toEqual(['甲:', '乙丙:a', '丁:']));
  it('splits overlapping marks where they begin and end', () =>
    expect(shape('甲乙丙丁戊', mark('a', 100, 103), mark('b', 102, 105))).toEqual([
      '甲乙:a',
      '丙:ab',
      '丁戊:b',
    ]));
  it('puts the inner of nested marks first', () =>
    expect(shape('甲乙丙', mark('a', 100, 103), mark('b', 101, 102))).toEqual(['甲:a', '乙:ba', '丙:a']));
  it('clips a mark that goes on outside', () => expect(shape('甲乙', mark('a', 0, 999))).toEqual(['甲乙:a']));
  it('keeps a mark of no width as a place', () =>
    expect(shape('甲乙', mark('a', 101, 101))).toEqual(['甲:', ':a', '乙:']));
  it('keeps a place at the very end', () =>
    expect(shape('甲乙', mark('a', 102, 102))).toEqual(['甲乙:', ':a']));
  it('never loses or doubles text', () => {
    const marks = [mark('a', 90, 104), mark('b', 103, 103), mark('c', 102, 108), mark('d', 106, 200)];
    const text = '一二三四五六七八九十';
    const segments = segmentsOf(plainProse(text, 100), marks);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });
  it('finds marks behind removed markup', () => {
    // 甲**乙**丙: the mark covers 乙 with its asterisks.
    const prose = {
      text: '甲乙丙',
      start: 0,
      gaps: [
        { at: 1, skip: 2 },
        { at: 2, skip: 2 },
      ],
    };
    const segments = segmentsOf(prose, [mark('a', 1, 6)]);
    expect(segments.map((segment) => segment.text)).toEqual(['甲', '乙', '丙']);
  });
});

describe('unplaced', () => {
  it('names the marks that no prose can show', () => {
    const proses = [plainProse('甲乙', 10), plainProse('丙丁', 20)];
    expect(names(unplaced(proses, [mark('a', 11, 12), mark('b', 14, 16), mark('c', 12, 22)]))).toBe('b');
  });
});

describe('distribute', () => {
  const stretches = [{ range: rangeOf(0, 10) }, { range: rangeOf(12, 20) }, { range: rangeOf(22, 30) }];
  const where = (start: number, end: number): number[] =>
    [...distribute(stretches, [mark('a', start, end)]).keys()].sort();
  it.each([
    [2, 4, [0]],
    [8, 14, [0, 1]],
    [0, 30, [0, 1, 2]],
    [10, 10, [0]],
    [10, 12, [0]],
    [21, 21, [1]],
    [40, 41, [2]],
  ])('%i to %i lies in %j', (start, end, expected) => expect(where(start, end)).toEqual(expected));
});

describe('keepSame', () => {
  it('keeps lists that hold the same marks and takes the others', () => {
    const a = mark('a', 0, 1);
    const before = new Map([
      [0, [a]],
      [1, [a]],
    ]);
    const next = new Map([
      [0, [a]],
      [1, [a, mark('b', 0, 1)]],
    ]);
    const kept = keepSame(before, next);
    expect(kept.get(0)).toBe(before.get(0));
    expect(kept.get(1)).toBe(next.get(1));
  });
});
