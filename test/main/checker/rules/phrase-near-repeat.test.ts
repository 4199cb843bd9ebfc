import { phraseNearRepeat } from '../../../../src/main/checker/rules/phrase-near-repeat';
import { testRule } from '../../../helpers/rule-tester';

const A = '完善商户准入审核流程，压实分公司主体责任，按季度开展专项检查';
const B = '完善商户准入审核流程，压实子公司主体责任，按季度开展专项检查';

testRule(phraseNearRepeat, {
  reject: [
    { text: `一是加强培训。二是${A}。三是${B}。\n`, findings: [{ message: 'near', fixed: null }] },
    { text: `1. ${A}\n2. ${B}\n`, findings: [{ message: 'near', line: 2 }] },
    { text: `- ${A}；\n- 加强培训；\n- ${B}。\n`, findings: [{ message: 'near', line: 3 }] },
    {
      name: 'ordinals of paragraphs',
      text: `一是${A}。\n\n二是${B}。\n`,
      findings: [{ message: 'near', line: 3 }],
    },
    { name: 'in brackets', text: `（一）${A}。\n\n（二）${B}。\n`, findings: [{ message: 'near', line: 3 }] },
    { name: 'circled', text: `①${A}；②${B}。\n`, findings: [{ message: 'near' }] },
    { name: 'a word more', text: `一是${A}。二是${A}工作。\n`, findings: [{ message: 'near' }] },
    {
      name: 'three of them',
      text: `一是${A}。二是${B}。三是${A.replace('季度', '半年')}。\n`,
      findings: [{ message: 'near' }, { message: 'near' }],
    },
  ],
  accept: [
    { text: '一是加强培训，提升人员能力。二是完善制度，压实各方责任。\n' },
    { name: 'word for word is another rule', text: `一是${A}。二是${A}。\n` },
    {
      name: 'parallel, with other content',
      text: '一是优化注册审核流程，把办理时间从三天压缩到一天。二是优化资金结算流程，把到账时间从两天提前到当日。\n',
    },
    { name: 'short items', text: '一是线上渠道建设。二是线下渠道建设。\n' },
    { name: 'two lists', text: `一是${A}。\n\n## 二、其他\n\n一是${B}。\n` },
    { name: 'no list', text: `${A}。\n\n${B}。\n` },
    { name: 'one item', text: `一是${A}。\n` },
    { name: 'cells of a table', text: `| 项 |\n| --- |\n| ${A} |\n| ${B} |\n` },
  ],
});
