import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/main/checker/run';

/** `高{18.91|17.91}户`: the text with what is wrong and with what is right. */
const written = (text: string, isRight: boolean): string =>
  text.replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, wrong: string, right: string) => (isRight ? right : wrong));

const told = (text: string): readonly string[] =>
  checkText(`# 云杉支付有限公司2025年业务报告\n\n${text}\n`)
    .findings.filter(({ severity }) => severity !== 'notice')
    .map(({ code, excerpt }) => `${code} ${excerpt}`);

/** Texts that hold both ways: the wrong one is told as `code`, the right one not at all; and texts of which nothing is told. */
export function describeTwoWays(
  name: string,
  code: string,
  cases: readonly string[],
  accept: readonly string[],
): void {
  describe(name, () => {
    it.each(cases)('%s', (text) => {
      expect(told(written(text, false)).map((one) => one.slice(0, code.length))).toContain(code);
      expect(told(written(text, true))).toEqual([]);
    });

    it.each(accept)('%s', (text) => {
      expect(told(text)).toEqual([]);
    });
  });
}
