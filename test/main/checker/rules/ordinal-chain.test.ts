import { ordinalChain } from '../../../../src/main/checker/rules/ordinal-chain';
import { testRule } from '../../../helpers/rule-tester';

testRule(ordinalChain, {
  reject: [
    {
      text: '主要做法：一是加强管理。三是开展培训。\n',
      findings: [{ message: 'gap', excerpt: '三是', fixed: null }],
    },
    {
      text: '一是加强管理；二是完善制度；二是开展培训。\n',
      findings: [
        { message: 'repeated', excerpt: '二是', fixed: '一是加强管理；二是完善制度；三是开展培训。\n' },
      ],
    },
    { text: '一是加强管理，提升能力。\n', findings: [{ message: 'alone', excerpt: '一是' }] },
    { text: '二是完善制度。三是开展培训。\n', findings: [{ message: 'headless', excerpt: '二是' }] },
    { text: '一是加强管理。\n\n二是完善制度。\n\n四是开展培训。\n', findings: [{ message: 'gap', line: 5 }] },
    {
      name: 'a heading ends a chain',
      text: '## 一、做法\n\n一是加强管理。\n\n## 二、成效\n\n二是完善制度。\n',
      findings: [{ message: 'alone' }, { message: 'headless' }],
    },
    {
      name: 'an inner chain with a gap',
      text: '一是加强管理：一是定责；三是考核。\n\n二是完善制度。\n',
      findings: [{ message: 'gap', line: 1 }],
    },
    {
      text: '九是督办。十是问责。十二是通报。\n',
      findings: [{ message: 'headless' }, { message: 'gap', excerpt: '十二是' }],
    },
    {
      text: '- 一是加强管理。\n- 二是完善制度。\n- 四是开展培训。\n',
      findings: [{ message: 'gap', line: 3 }],
    },
  ],
  accept: [
    { text: '一是加强管理；二是完善制度；三是开展培训。\n' },
    { text: '主要包括：一是加强管理。\n\n二是完善制度。\n\n三是开展培训。\n' },
    { text: '一是加强管理：一是定责；二是考核。\n\n二是完善制度：一是修订；二是宣贯。\n' },
    { text: '## 一、做法\n\n一是加强管理。二是完善制度。\n\n## 二、成效\n\n一是效率提升。二是风险下降。\n' },
    { text: '一是一，二是二，数据要求真实。\n' },
    { text: '目标不一，其一是增效，其二是控险。\n' },
    { text: '唯一是要守住底线，统一是基础。\n' },
    {
      text: '九个方面：一是甲；二是乙；三是丙；四是丁；五是戊；六是己；七是庚；八是辛；九是壬；十是癸；十一是子。\n',
    },
    { text: '没有序列的一段话。\n' },
  ],
});
