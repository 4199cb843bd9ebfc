import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { tablesOf } from '../../src/renderer/text/references';

const TABLE = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n';
const REPORT = `# 报告

全年情况见表1和表10，明细见附件，另见表1-2。

- 表1的合计不含退款。

*表1 交易*

${TABLE}
*表10 投诉*

${TABLE}
### 附件：名单

${TABLE}`;

describe('the tables and where the text speaks of them', () => {
  const tables = tablesOf(parseDocument(REPORT));
  const said = tables.map(({ mentions }) =>
    mentions.map(({ range }) => REPORT.slice(range.start, range.end)),
  );

  it('names each by its caption, else by its annex', () =>
    expect(tables.map(({ title }) => title)).toEqual(['表1 交易', '表10 投诉', '附件：名单']));
  it('takes 表1 neither for 表10 nor for 表1-2', () => {
    expect(said[0]).toEqual(['表1', '表1']);
    expect(said[1]).toEqual(['表10']);
  });
  it('finds an annex without a number', () => expect(said[2]).toEqual(['附件']));
});
