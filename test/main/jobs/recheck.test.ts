import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { recheck } from '../../../src/main/jobs/recheck';
import { applyChange } from '../../../src/shared/analysis-change';

const text =
  '# 2025年报告\n\n交易笔数120万笔，其中线上80万笔、线下30万笔。\n\n共设客服、运营、风控3个部门。\n';
const at = text.indexOf('30万');
const mend = [{ range: { start: at, end: at + 2 }, text: '40' }];

describe('the task of checking while a text is edited', () => {
  it('opens a text, then tells what each edit changed', () => {
    const opened = recheck({ key: 'a', open: { text, marks: [] } });
    if (opened.kind !== 'whole') throw new Error(opened.kind);
    expect(opened.analysis).toEqual(checkText(text));
    const edited = recheck({ key: 'a', edits: mend });
    if (edited.kind !== 'change') throw new Error(edited.kind);
    expect(applyChange(opened.analysis, edited.change)).toEqual(checkText(text.replace('30万', '40万')));
  });

  it('says that it does not hold a text', () => {
    recheck({ key: 'a', open: { text, marks: [] } });
    recheck({ key: 'b', open: { text: '乙。', marks: [] } });
    expect(recheck({ key: 'a', edits: mend })).toEqual({ kind: 'lost' });
  });

  it('tells everything where the edit touched what everything hangs on', () => {
    recheck({ key: 'a', open: { text, marks: [] } });
    const edited = recheck({ key: 'a', edits: [{ range: { start: 0, end: 0 }, text: '```\n' }] });
    expect(edited).toEqual({ kind: 'whole', analysis: checkText(`\`\`\`\n${text}`) });
  });
});
