import { trackedChanges } from '../../../../src/main/checker/rules/tracked-changes';
import { testRule } from '../../../helpers/rule-tester';

const TEXT = '## 一、总体情况\n\n全年完成交易1,248万笔。\n\n投诉处理满意度为98%。\n';
const TABLE = '| 项目 | 金额 |\n| --- | --- |\n| 收入 | 35 |\n| 支出 | 20 |\n';

testRule(trackedChanges, {
  reject: [
    {
      name: 'an insertion',
      text: TEXT,
      marks: [{ kind: 'inserted', on: '1,248', detail: '王某 2025-12-01' }],
      findings: [{ message: 'tracked', excerpt: '1,248', fixed: null }],
    },
    {
      name: 'a deletion, shown by its paragraph',
      text: TEXT,
      marks: [{ kind: 'deleted', on: '交易', empty: true, detail: '约' }],
      findings: [{ message: 'tracked', excerpt: '全年完成交易1,248万笔。' }],
    },
    {
      name: 'several changes of one paragraph as one',
      text: TEXT,
      marks: [
        { kind: 'inserted', on: '完成' },
        { kind: 'inserted', on: '1,248' },
      ],
      findings: [{ message: 'tracked', excerpt: '完成交易1,248' }],
    },
    {
      name: 'changes of two paragraphs as two',
      text: TEXT,
      marks: [
        { kind: 'inserted', on: '1,248' },
        { kind: 'moved', on: '98%' },
      ],
      findings: [{ message: 'tracked' }, { message: 'tracked', excerpt: '98%' }],
    },
    {
      name: 'a comment',
      text: TEXT,
      marks: [{ kind: 'comment', on: '98%', detail: '李某：请核对' }],
      findings: [{ message: 'comment', excerpt: '98%', fixed: null }],
    },
    {
      name: 'two comments on one paragraph as two',
      text: TEXT,
      marks: [
        { kind: 'comment', on: '投诉', detail: '甲' },
        { kind: 'comment', on: '98%', detail: '乙' },
      ],
      findings: [{ message: 'comment' }, { message: 'comment' }],
    },
    {
      name: 'a change of form in a heading',
      text: TEXT,
      marks: [{ kind: 'formatted', on: '总体情况' }],
      findings: [{ message: 'tracked', line: 1 }],
    },
    {
      name: 'a change in a table cell',
      text: TABLE,
      marks: [{ kind: 'inserted', on: '20', detail: '' }],
      findings: [{ message: 'tracked', excerpt: '20', severity: 'error' }],
    },
    {
      name: 'a comment on nothing, shown by its paragraph',
      text: TEXT,
      marks: [{ kind: 'comment', on: '万笔', empty: true, detail: '' }],
      findings: [{ message: 'comment', excerpt: '全年完成交易1,248万笔。' }],
    },
  ],
  accept: [
    { text: TEXT },
    { text: TABLE },
    { name: 'a highlight', text: TEXT, marks: [{ kind: 'highlighted', on: '98%' }] },
    { name: 'struck text', text: TEXT, marks: [{ kind: 'struck', on: '98%' }] },
    { name: 'a prompt', text: TEXT, marks: [{ kind: 'prompt', on: '98%' }] },
    { text: '修订稿已经各部门会签。\n' },
    { text: '审核人批注意见均已落实。\n' },
    { text: '本制度2025年修订3次，删除条款2条，插入条款1条。\n' },
  ],
});
