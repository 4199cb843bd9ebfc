import { describe, expect, it } from 'vitest';
import { findReferences, labelNumber } from '../../../../src/main/checker/text/references/references';

const named = (text: string): string[] =>
  findReferences(text)
    .filter((reference) => reference.certain)
    .map(({ noun, number }) => noun + number);

describe('findReferences', () => {
  it.each([
    ['详见表3。', ['表3']],
    ['如图5所示', ['图5']],
    ['（名单见附件二）', ['附件2']],
    ['见表1、2和3', ['表1', '表2', '表3']],
    ['见附录1及附表2', ['附录1', '附表2']],
    ['表2-1列示', ['表2-1']],
    ['详见附件。', ['附件']],
    ['按本办法附件1填报', ['附件1']],
  ])('reads %s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    '报表1月报送',
    '附件3份',
    '表一致性较好',
    '示意图1',
    '《管理办法》附件2',
    '《管理办法》（某发〔2025〕3号）所附附件2',
    '该通知附件1',
    '《关于附件5的说明》',
    '发表3篇',
    '表3.5亿元',
  ])('leaves %s alone', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('counts what a range spans as mentioned', () => {
    expect(
      findReferences('见表1至表4')
        .map(({ number }) => number)
        .sort(),
    ).toEqual(['1', '2', '3', '4']);
  });

  it('writes label numbers one way', () => {
    expect(labelNumber('十二')).toBe('12');
    expect(labelNumber('２—１')).toBe('2-1');
    expect(labelNumber('')).toBe('');
  });
});
