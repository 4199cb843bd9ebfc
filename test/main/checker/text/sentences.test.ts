import { describe, expect, it } from 'vitest';
import { danglingWord, findJunctions } from '../../../../src/main/checker/text/sentences/connectives';
import { isSentenceLike } from '../../../../src/main/checker/text/sentences/sentence-like';
import { endingOf, lastClause } from '../../../../src/main/checker/text/sentences/sentences';

describe('endingOf', () => {
  it.each([
    ['本行完成整改。', 'final'],
    ['他说：“完成了。”', 'final'],
    ['完成整改。[2]', 'final'],
    ['完成整改。（另附）', 'final'],
    ['完成整改（另附）', 'bracket'],
    ['完成整改，', 'pause'],
    ['完成整改', 'open'],
    ['如下：', 'final'],
  ])('%s is %s', (text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });
});

describe('lastClause', () => {
  it('gives the last clause', () => {
    const text = '本行完成整改，并通过验收';
    const { start, end } = lastClause(text);
    expect(text.slice(start, end)).toBe('并通过验收');
  });
});

describe('connectives', () => {
  it('knows words that end like function words', () => {
    for (const text of ['积极参与', '总和', '普及', '存在', '合并']) expect(danglingWord(text)).toBeNull();
    for (const text of ['管理和', '能力以及', '主要针对', '体系与'])
      expect(danglingWord(text)).not.toBeNull();
  });

  it('takes a connective after punctuation for what it is', () => {
    expect(findJunctions('已完成。此外，继续推进；同时，加强培训。')).toEqual([]);
  });
});

describe('isSentenceLike', () => {
  it('tells headings and labels from sentences', () => {
    const plain = { headingLike: false };
    for (const text of ['深化机制建设，提升服务水平', '联系人：张三，我司已授权', '2025年度交易情况统计表']) {
      expect(isSentenceLike(text, plain)).toBe(false);
    }
    for (const text of ['本行已完成改造，运行平稳', '特此报告', '我行持续推进各项整改工作']) {
      expect(isSentenceLike(text, plain)).toBe(true);
    }
  });
});
