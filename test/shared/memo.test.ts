import { describe, expect, it, vi } from 'vitest';
import { rememberedText } from '../../src/shared/memo';

describe('what is remembered of texts', () => {
  it('is made once for each text, nothing and no answer among it', () => {
    const make = vi.fn((text: string): number | null => (text === '' ? null : text.length));
    const lengthOf = rememberedText(make);
    expect(['甲乙', '', '甲乙', ''].map(lengthOf)).toEqual([2, null, 2, null]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is forgotten when there is very much of it', () => {
    const make = vi.fn((text: string) => text.length);
    const lengthOf = rememberedText(make);
    for (let text = 0; text <= 5_000; text++) lengthOf(String(text));
    make.mockClear();
    expect([lengthOf('5000'), lengthOf('0')]).toEqual([4, 1]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
