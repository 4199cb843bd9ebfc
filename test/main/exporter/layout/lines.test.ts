import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../../src/main/exporter/layout/glyphs';
import { type Line, type LineOptions, linesOf } from '../../../../src/main/exporter/layout/lines';
import { CHARACTER_PITCH, TEXT_AREA } from '../../../../src/main/exporter/layout/page';
import { STYLES } from '../../../../src/main/exporter/layout/styles';
import { chooser } from '../helpers';

const textOf = (line: Line): string => line.runs.map((run) => run.text).join('');

const set = (text: string, options: Partial<LineOptions> = {}): readonly Line[] =>
  linesOf(glyphsOf(text, STYLES.body, chooser()), STYLES.body, {
    width: TEXT_AREA.width,
    justify: true,
    ...options,
  });

describe('linesOf', () => {
  it('puts 28 characters on a line, GB/T 9704-2012 §5.2.3', () => {
    expect(set('国'.repeat(60)).map((line) => textOf(line).length)).toEqual([28, 28, 4]);
  });

  it('takes the indent from the first line only', () => {
    const lines = set('国'.repeat(60), { firstIndent: 2 * CHARACTER_PITCH });
    expect(lines.map((line) => textOf(line).length)).toEqual([26, 28, 6]);
  });

  it('fills the measure with every line but the last', () => {
    const lines = set('截至2025年末，余额3,190.25万元（占比62.69%），较年初增长12.5%。'.repeat(6));
    for (const line of lines.slice(0, -1)) expect(Math.abs(line.width - TEXT_AREA.width)).toBeLessThan(8.1);
    expect(lines.at(-1)?.spacing).toBe(STYLES.body.spacing);
  });

  it('draws a closing mark into the line rather than leave a hole', () => {
    const [first] = set(`${'国'.repeat(28)}，${'国'.repeat(10)}`);
    expect(first && textOf(first)).toBe(`${'国'.repeat(28)}，`);
  });

  it('keeps the unit of a column together where the measure holds it', () => {
    const head = '份均金额（万元）';
    const over = (characters: number, holdsUnit: boolean): string[] =>
      set(head, { width: (characters + 0.5) * CHARACTER_PITCH, justify: false, holdsUnit }).map(textOf);
    expect(over(6, false)).toEqual(['份均金额（万', '元）']);
    expect(over(6, true)).toEqual(['份均金额', '（万元）']);
    expect(over(3, true).join('')).toBe(head);
  });

  it('leaves a line ragged rather than tear it', () => {
    const [first] = set(`国国国国国${'x'.repeat(45)}`);
    expect(first?.spacing).toBe(STYLES.body.spacing);
  });

  it('breaks what is longer than a line', () => {
    const word = 'x'.repeat(200);
    const lines = set(word);
    expect(lines.map(textOf).join('')).toBe(word);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(TEXT_AREA.width + 0.1);
  });

  it('honours line breaks and drops spaces at line ends', () => {
    expect(set('\u3000\u3000甲 \n 乙').map(textOf)).toEqual(['甲', '乙']);
  });

  it('splits a line into runs of one font', () => {
    expect(set('商户喆堃公司')[0]?.runs).toMatchObject([
      { font: 'FangSong', text: '商户' },
      { font: 'Song', text: '喆堃' },
      { font: 'FangSong', text: '公司' },
    ]);
  });

  it('sets nothing as nothing', () => {
    expect(set('')).toEqual([]);
    expect(set(' \u3000')).toEqual([]);
  });

  it('stays linear', () => {
    const time = (length: number) => {
      const start = performance.now();
      set('余额3,190.25万元，增长。'.repeat(length));
      return performance.now() - start;
    };
    time(500);
    expect(time(20_000)).toBeLessThan(2_000);
  });
});
