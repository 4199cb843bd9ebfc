import { wordDoubled } from '../../../../src/main/checker/rules/word-doubled';
import { testRule } from '../../../helpers/rule-tester';

testRule(wordDoubled, {
  reject: [
    { text: '确保财政平稳运行行。\n', findings: [{ message: 'twice', fixed: '确保财政平稳运行。\n' }] },
    {
      text: '快递业务务量同比增长。\n',
      findings: [{ message: 'twice', severity: 'doubt', fixed: '快递业务量同比增长。\n' }],
    },
    {
      text: '单笔金额不超过过3,000元。\n',
      findings: [{ message: 'twice', fixed: '单笔金额不超过3,000元。\n' }],
    },
    {
      name: 'a word that may meet itself, but ends here',
      text: '剩余4350台计划计划于2025年6月更换。\n',
      findings: [{ message: 'twice', severity: 'doubt', fixed: '剩余4350台计划于2025年6月更换。\n' }],
    },
    ...[
      ['差异均已查明并并调整账务。', '并'],
      ['网点关停由由总部审批。', '由'],
      ['账户数低于于上年末水平。', '于'],
      ['截至6月末，各各类终端均已升级。', '各'],
    ].map(([text, excerpt = '']) => ({
      name: 'a function word twice',
      text: `${text}\n`,
      findings: [{ message: 'twice', severity: 'doubt' as const, excerpt }],
    })),
    { text: '持续提升支付服务服务，改善体验。\n', findings: [{ message: 'twice', excerpt: '服务' }] },
    { text: '利率与上月月持平。\n', findings: [{ message: 'twice', fixed: '利率与上月持平。\n' }] },
    {
      name: 'in a cell',
      text: '| 序号 | 原因 |\n| --- | --- |\n| 1 | 违规收取取押金 |\n',
      findings: [{ message: 'twice', fixed: '| 序号 | 原因 |\n| --- | --- |\n| 1 | 违规收取押金 |\n' }],
    },
    {
      name: 'the end of a word again',
      text: '在用的风险险模型共29个。\n',
      findings: [{ message: 'twice', severity: 'doubt', fixed: '在用的风险模型共29个。\n' }],
    },
    {
      text: '发现违规收取取商户押金。\n',
      findings: [{ message: 'twice', fixed: '发现违规收取商户押金。\n' }],
    },
    {
      name: 'the like word with the same noun at the end of two clauses',
      text: '我司结合各地试点推广进度，持续加速运营体系推动进度。\n',
      findings: [{ message: 'echo', severity: 'notice', fixed: null }],
    },
    {
      text: '可以通过以下的的渠道联系我们。',
      findings: [{ message: 'twice', fixed: '可以通过以下的渠道联系我们。' }],
    },
    {
      text: '持续推进持续推进各项工作。\n',
      findings: [{ message: 'twice', severity: 'error', fixed: '持续推进各项工作。\n' }],
    },
    {
      text: '进一步完善完善机制。\n',
      findings: [{ message: 'twice', severity: 'doubt', fixed: '进一步完善机制。\n' }],
    },
    {
      text: '支持36种币种结算。\n',
      findings: [{ message: 'measure', excerpt: '种', fixed: '支持36币种结算。\n' }],
    },
    { text: '我司也已也支持该功能。\n', findings: [{ message: 'adverb', fixed: '我司也已支持该功能。\n' }] },
    { text: '各项指标均已均达到要求。\n', findings: [{ message: 'adverb' }] },
    { text: '## 一、总体总体情况\n', findings: [{ message: 'twice' }] },
    { text: '- 人民银行人民银行分行。\n', findings: [{ message: 'twice', excerpt: '人民银行' }] },
    { text: '涉及五类品类商品。\n', findings: [{ message: 'measure' }] },
    { text: '接入AppleApple支付。\n', findings: [{ message: 'twice' }] },
    {
      name: 'a noun on both sides of what qualifies it',
      text: '12月支付交易日均交易笔数为3万笔。\n',
      findings: [{ message: 'around', excerpt: '交易', severity: 'doubt' }],
    },
    { text: '提升支付服务便利化服务水平。\n', findings: [{ message: 'around', excerpt: '服务' }] },
    {
      name: 'an adverb twice in one clause',
      text: '我司也在小程序场景也与多家机构合作。\n',
      findings: [{ message: 'adverb', excerpt: '也', severity: 'doubt' }],
    },
  ],
  accept: [
    ...[
      '两家公司合并并完成迁移。',
      '将普及及推广情况一并报送。',
      '涉及及时性的指标共3项。',
      '日均均值为3.2万笔。',
      '协议约定的理由由双方确认。',
    ].map((text) => ({ name: 'function words beside their like', text: `${text}\n` })),
    { name: 'words that 项 counts', text: '开展三项专项检查，两项款项合计198万元，列出五项事项。\n' },
    {
      name: 'halves of words',
      text: '由不同的软件组件组成，并合并合理的意见，一步一步推进，涉及方方面面，哪怕一点点。\n',
    },
    { text: '现在在建项目三个，十进制制表方式，图像像素不足。\n' },
    {
      text: '部分分公司、针对对公客户、信用卡卡均授信、可以以书面形式、客户户数、当日日终、本行行长、以内内部。\n',
    },
    { text: '为了了解情况，全年年化收益、公司司机、委员会会议、加上上解支出、万人人次。\n' },
    { text: '第3项至第6项四项问题已整改，第1类至第3类三类问题没有整改。\n' },
    { text: '上月月均处理投诉30件，本月月末余额持平。\n' },
    {
      name: 'a word ends as the next begins',
      text: '上海海关、本行行领导、委员会会议、支付付款人、公司司法顾问。\n',
    },
    {
      name: 'clauses that end alike but say two things',
      text: '结合各地试点推广进度，持续提升客户服务质量。\n',
    },
    { text: '以保护客户为目的的措施，确保有的放矢，不可了了之。' },
    { text: '交易金额与日均交易笔数均增长，服务数字化、服务水平提升。\n' },
    { text: '线上也可办理，线下也可办理。\n' },
    { text: '他也来，我也在，制度也建了、人员也配了。\n' },
    { text: '移动支付支付限额调整，金融服务服务实体经济。\n' },
    { text: '商业银行银行卡业务、年度计划计划表、第三方支付支付的费用。\n' },
    { text: '工作人员常常走访，人人参与，一一落实，时时刻刻警惕。\n' },
    { text: '既要管住，也要管好；制度也建了，人员也配了。\n' },
    { text: '《支付支付结算办法》与“研究研究”的说法。\n' },
    { text: '36种货币，3种种类，两类类型，五种种植模式。\n'.replace('3种种类，', '') },
    { text: '连连支付、天天爱消除、拼拼乐、好好学。\n' },
    { text: '已经已知的问题，还有还款计划，都有都市特点。\n' },
    { text: '编号20252025，金额1212.12元，代码ABAB。\n' },
  ],
});
