import { connectiveComma } from '../../../../src/main/checker/rules/connective-comma';
import { testRule } from '../../../helpers/rule-tester';

testRule(connectiveComma, {
  reject: [
    {
      text: '此外，改造已完成。此外公司开展了培训。\n',
      findings: [
        { message: 'missing', excerpt: '此外', fixed: '此外，改造已完成。此外，公司开展了培训。\n' },
      ],
    },
    {
      name: 'another connective shows the habit',
      text: '因此，流程更短。另外客户更多。\n',
      findings: [{ message: 'missing', excerpt: '另外' }],
    },
    {
      name: 'at the head of a paragraph',
      text: '此外，改造已完成。\n\n综上所述公司运行平稳。\n',
      findings: [{ message: 'missing', line: 3 }],
    },
    {
      text: '总体来看，业务平稳；具体来看增长放缓。\n',
      findings: [{ message: 'missing', excerpt: '具体来看' }],
    },
    { text: '与此同时，成本下降。一方面收入增加。\n', findings: [{ message: 'missing' }] },
    {
      name: 'a list with one comma too many',
      text: '工作有三项：一是完善制度。二是加强培训。三是，落实检查。\n',
      findings: [
        {
          message: 'needless',
          excerpt: '三是，',
          fixed: '工作有三项：一是完善制度。二是加强培训。三是落实检查。\n',
        },
      ],
    },
    {
      text: '一是抓收入。二是优结构。\n\n一是，防风险。\n',
      findings: [{ message: 'needless', line: 3 }],
    },
    {
      name: 'at the head of a clause',
      text: '此外，改造已完成。已支持扫码，此外云端已上线。\n',
      findings: [{ message: 'missing', line: 1 }],
    },
    {
      name: 'two places',
      text: '另外，已完成。此外公司培训。此外部门检查。\n',
      findings: [{ message: 'missing' }, { message: 'missing' }],
    },
  ],
  accept: [
    { text: '此外，改造已完成。此外，公司开展了培训。\n' },
    { name: 'without a comma throughout', text: '此外改造已完成。此外公司开展了培训。\n' },
    { name: 'inside a sentence', text: '此外，除上述此外的情形均已处理。\n' },
    { name: 'not at the head', text: '因此，流程更短，并因此降低成本。\n' },
    { text: '一是完善制度。二是加强培训。\n' },
    { name: 'all with a comma', text: '一是，完善制度。二是，加强培训。\n' },
    { name: 'as often with as without', text: '一是，完善制度。二是加强培训。\n' },
    { name: '同时 qualifies a verb', text: '此外，改造已完成。同时开展培训。同时，启动检查。\n' },
    { name: 'no sentence behind', text: '另外，已完成。此外：\n' },
  ],
});
