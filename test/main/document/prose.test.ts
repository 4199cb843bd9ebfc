import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { sourceOffset, sourceRange } from '../../../src/main/document/prose';
import type { Prose } from '../../../src/shared/model/document';

/** Prose of the first block that has any. */
function proseIn(text: string): Prose {
  for (const block of parseDocument(text).blocks) if ('prose' in block) return block.prose;
  throw new Error(`no prose in ${JSON.stringify(text)}`);
}

function checkMapping(text: string, prose: Prose): void {
  let before = -1;
  for (let at = 0; at < prose.text.length; at++) {
    const offset = sourceOffset(prose, at);
    if (offset <= before) throw new Error(`offset ${offset} of ${at} does not ascend`);
    if (prose.text[at] !== '\n' && text[offset] !== prose.text[at]) {
      throw new Error(`${at}: ${prose.text[at]} against ${text[offset]} at ${offset}`);
    }
    before = offset;
  }
  const end = sourceOffset(prose, prose.text.length);
  if (end > text.length) throw new Error('end beyond the text');
}

describe('prose', () => {
  it.each([
    ['plain', '交易额为12.5万元。', '交易额为12.5万元。'],
    ['strong', '**重点**内容', '重点内容'],
    ['strong that CommonMark does not see', '**重点：**内容', '重点：内容'],
    ['strong before an opening quote', '内容**“重点”**内容', '内容“重点”内容'],
    ['two strong runs', '**甲**和**乙**', '甲和乙'],
    ['adjacent strong runs', '**甲****乙**', '甲乙'],
    ['strong with underscores', '__重点：__内容', '重点：内容'],
    ['emphasis', '这是*重点*内容', '这是重点内容'],
    ['all three stars', '***重点***', '重点'],
    ['strong over a line break', '**甲\n乙**', '甲\n乙'],
    ['unpaired star', '*注：本表不含手续费。', '*注：本表不含手续费。'],
    ['two footnote stars', '*注：甲；*注：乙', '*注：甲；*注：乙'],
    ['star as times', '3 * 4 * 5 为 60', '3 * 4 * 5 为 60'],
    ['star between digits', '3*4*5 为 60', '3*4*5 为 60'],
    ['power', '2**3**4', '2**3**4'],
    ['masked number', '138****5678 与 139****0000', '138****5678 与 139****0000'],
    ['masked names', '张**、李**、王**', '张**、李**、王**'],
    ['blanks to fill in', '2026年__月__日', '2026年__月__日'],
    ['blanks at a start', '____年__月', '____年__月'],
    ['identifier', 'pay_order_id 与 a__b__c', 'pay_order_id 与 a__b__c'],
    ['strike', '~~旧~~新', '旧新'],
    ['single tildes are a range', '5~10万元与3~4万元', '5~10万元与3~4万元'],
    ['code span', '接口`a*b*`可用', '接口a*b*可用'],
    ['code span with a backtick', '``a`b``', 'a`b'],
    ['lone backtick', '甲`乙', '甲`乙'],
    ['escapes', '1\\. 甲\\*乙\\*', '1. 甲*乙*'],
    ['backslash before Chinese', '甲\\乙', '甲\\乙'],
    ['hard break by backslash', '甲\\\n乙', '甲\n乙'],
    ['hard break by spaces', '甲  \n乙', '甲\n乙'],
    ['tags', '甲<b>乙</b><span style="color:red">丙</span>', '甲乙丙'],
    ['line break tags', '甲<br>乙<br/>丙<BR />丁', '甲\n乙\n丙\n丁'],
    ['cells of an HTML table', '<td>1</td><td>2</td>', '1\n2'],
    ['line break at the start', '<br>甲', '\n甲'],
    ['comment', '甲<!-- 12 -->乙', '甲乙'],
    ['comment over lines', '甲<!-- 1\n2 -->乙', '甲乙'],
    ['endless comment', '甲<!-- 12', '甲<!-- 12'],
    ['less than', '若a<b且c>d，x<y', '若a<b且c>d，x<y'],
    ['no HTML tag', '等级<A>与<甲>', '等级<A>与<甲>'],
    ['link', '见[附件](https://example.com/a_(1)_b "题")。', '见附件。'],
    ['brackets', '银发[2025]12号（[甲]）', '银发[2025]12号（[甲]）'],
    ['image', '![示意图](a.png)', '示意图'],
    ['autolink', '见<https://example.com>。', '见https://example.com。'],
    ['space entities', '&emsp;&emsp;甲&nbsp;乙', '甲乙'],
    ['soft break with indent', '甲\n  　乙', '甲\n乙'],
    ['soft break in a quote', '> 甲\n> > 乙\n>丙', '甲'],
    ['quote over lines', '> 甲\n> 乙\n丙', '甲\n乙\n丙'],
    ['ideographic indent', '　　甲', '甲'],
    ['heading', '## **一、甲** ##', '一、甲'],
    ['heading with a closing mark of its own', '# 语言C#', '语言C#'],
    ['list item over lines', '- 甲\n  乙', '甲\n乙'],
    ['nothing but markup', '<!-- 甲 -->', ''],
    ['space before trailing markup', '甲 <!-- 乙 -->', '甲'],
  ])('%s', (_name, source, expected) => {
    const prose = proseIn(source);
    expect(prose.text).toBe(expected);
    checkMapping(source, prose);
  });

  it('folds leading markup into start and drops trailing markup', () => {
    expect(proseIn('**甲**')).toEqual({ text: '甲', start: 2, gaps: [] });
  });

  it('a line break tag stands for its first unit', () => {
    const prose = proseIn('甲<br>乙');
    expect(prose).toEqual({ text: '甲\n乙', start: 0, gaps: [{ at: 2, skip: 3 }] });
    expect(sourceRange(prose, 0, 3)).toEqual({ start: 0, end: 6 });
  });

  it('one gap for neighbouring markup', () => {
    expect(proseIn('甲<b>**乙**</b>丙').gaps).toEqual([
      { at: 1, skip: 5 },
      { at: 2, skip: 6 },
    ]);
  });

  it('maps every character back, whatever the markup', () => {
    const units = [
      '**',
      '*',
      '_',
      '__',
      '`',
      '~~',
      '\\',
      '甲',
      '，',
      'a',
      '1',
      ' ',
      '\n',
      '<br>',
      '<b>',
      '</b>',
      '<!--',
    ];
    const more = ['-->', '[', '](u)', '!', '|', '> ', '- ', '　', '&nbsp;', '(', ')'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...units, ...more), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const block of parseDocument(text).blocks) {
          if ('prose' in block) checkMapping(text, block.prose);
          if (block.kind !== 'table') continue;
          for (const row of [block.header, ...block.rows])
            for (const cell of row.cells) checkMapping(text, cell.prose);
        }
      }),
      { numRuns: 400 },
    );
  });
});
