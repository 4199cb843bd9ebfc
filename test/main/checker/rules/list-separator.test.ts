import { listSeparator } from '../../../../src/main/checker/rules/list-separator';
import { testRule } from '../../../helpers/rule-tester';

testRule(listSeparator, {
  reject: [
    {
      text: '框架协议已经签署、目前正在联调接口。\n',
      findings: [{ message: 'clause', fixed: '框架协议已经签署，目前正在联调接口。\n' }],
    },
    { text: '完成改造、并已通过验收。\n', findings: [{ message: 'clause', excerpt: '、' }] },
    { text: '效率提高、同时成本下降。\n', findings: [{ message: 'clause' }] },
    {
      text: '推出“立减”、“优惠券”活动。\n',
      findings: [{ message: 'quoted', severity: 'notice', fixed: '推出“立减”“优惠券”活动。\n' }],
    },
    {
      text: '依据《条例》、《办法》、《规定》开展工作。\n',
      findings: [{ message: 'quoted' }, { message: 'quoted' }],
    },
    { text: '推出"立减"、"优惠券"活动。\n', findings: [{ message: 'quoted' }] },
    {
      text: '越南云帕支付、马来西亚PaiNet，土耳其Ake Bank、老挝湄公钱包、东南亚抓付等多家机构已签约。\n',
      findings: [
        {
          message: 'comma',
          excerpt: '，',
          fixed: '越南云帕支付、马来西亚PaiNet、土耳其Ake Bank、老挝湄公钱包、东南亚抓付等多家机构已签约。\n',
        },
      ],
    },
    {
      text: '甲地银行、乙地银行、丙地银行，丁地银行、戊地银行共5家银行参加。\n',
      findings: [{ message: 'comma' }],
    },
  ],
  accept: [
    { text: '推进系统、流程、目前状况和同时段数据的整合。\n' },
    { text: '优化产品、服务、渠道，提升效率、质量、体验等各项指标。\n' },
    { text: '推出“立减”“优惠券”活动，依据《条例》《办法》开展。\n' },
    { text: '参加的有甲银行、乙银行，丙公司、丁公司列席。\n' },
    { text: '银行、并购基金、并表机构均已报送。\n' },
    { text: '过去、目前、未来三个阶段。\n' },
    { text: '加强管理、完善制度、开展培训，风险、合规、运营三个部门分别落实。\n' },
    { text: '银行类：甲银行、乙银行；支付类：丙支付、丁支付，共4家。\n' },
  ],
});
