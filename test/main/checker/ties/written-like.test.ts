import { expect, it } from 'vitest';
import { writtenLike } from '../../../../src/main/checker/ties/written-like';
import { decimal } from '../../../../src/shared/decimal';

const like = (raw: string, value: string) => ({
  raw,
  figure: { value: decimal(value), precision: 0, approximator: null },
});

it.each([
  ['+6', '6', '-6', '-6'],
  ['＋1,206', '1206', '-1026', '-1,026'],
  ['-6', '-6', '6', '6'],
  ['+6', '6', '8', '+8'],
  ['6', '6', '-6', '-6'],
])('in the notation of %s (%s) the value %s is %s', (raw, own, value, written) => {
  expect(writtenLike(decimal(value), like(raw, own))).toBe(written);
});
