import { countEqualsList } from '../../../../src/main/checker/rules/count-equals-list';
import { testRule } from '../../../helpers/rule-tester';

const wrong = (text: string, excerpt: string, fixed: string) => ({
  text,
  findings: [{ message: 'mismatch', excerpt, fixed }],
});

testRule(countEqualsList, {
  reject: [
    {
      name: 'a list that a semicolon closes',
      text: '- 参演部门4个：运维部、网络部、开发部；\n- 参演人员124人。\n',
      findings: [{ message: 'mismatch' }],
    },
    {
      name: 'behind a semicolon',
      text: '一是保持增长；二是做好科技金融、绿色金融、普惠金融、养老金融、数字金融六篇大文章。\n',
      findings: [{ message: 'mismatch' }],
    },
    {
      name: 'the measures before',
      text: '我司将：一是完善流程；二是优化规则；三是加强复核。上述4项措施已明确责任。',
      findings: [{ message: 'mismatch', excerpt: '4项' }],
    },
    wrong('已接入云杉、青禾、白鹭共4家机构。', '4家', '已接入云杉、青禾、白鹭共3家机构。'),
    wrong('已接入云杉、青禾、白鹭、远山共三家机构。', '三家', '已接入云杉、青禾、白鹭、远山共四家机构。'),
    wrong('业务分为三类：线上、线下。', '三类', '业务分为两类：线上、线下。'),
    wrong(
      '主要开展四个方面工作：一是完善制度。二是加强培训。三是开展检查。',
      '四个',
      '主要开展三个方面工作：一是完善制度。二是加强培训。三是开展检查。',
    ),
    wrong(
      '本年度重点推进三项工作，主要包括：一是完善制度；二是加强培训；三是开展检查；四是优化系统。',
      '三项',
      '本年度重点推进四项工作，主要包括：一是完善制度；二是加强培训；三是开展检查；四是优化系统。',
    ),
    wrong('向两类客户（个人、小微、机构）提供服务。', '两类', '向三类客户（个人、小微、机构）提供服务。'),
    wrong(
      '目前，云杉支付、青禾支付、白鹭支付、远山支付和长河支付共6家机构完成对接，运行平稳。',
      '6家',
      '目前，云杉支付、青禾支付、白鹭支付、远山支付和长河支付共5家机构完成对接，运行平稳。',
    ),
    wrong('已与云杉、青禾、白鹭等2家机构签约。', '2家', '已与云杉、青禾、白鹭等3家机构签约。'),
    wrong(
      '改造按三步走的策略推进。\n\n一是完成设计。\n\n二是上线运行。\n',
      '三步',
      '改造按两步走的策略推进。\n\n一是完成设计。\n\n二是上线运行。\n',
    ),
    wrong(
      '重点做好以下四项工作：\n\n- 完善制度\n- 加强培训\n- 开展检查\n',
      '四项',
      '重点做好以下三项工作：\n\n- 完善制度\n- 加强培训\n- 开展检查\n',
    ),
    wrong(
      '我司已与云杉银行、青禾银行、白鹭银行共4家银行完成联调。',
      '4家',
      '我司已与云杉银行、青禾银行、白鹭银行共3家银行完成联调。',
    ),
    wrong(
      '流程分为四个步骤：首先，由系统预警；其次，由初审岗分析；最后，由复核岗确认。',
      '四个',
      '流程分为三个步骤：首先，由系统预警；其次，由初审岗分析；最后，由复核岗确认。',
    ),
    wrong(
      '食品、衣着、居住、用品、通信等四大类价格上涨。',
      '四大类',
      '食品、衣着、居住、用品、通信等五大类价格上涨。',
    ),
    wrong(
      '存在的不足主要有三点：一是补录率不高；二是误报率较高。',
      '三点',
      '存在的不足主要有两点：一是补录率不高；二是误报率较高。',
    ),
    wrong(
      '做好以下三个方面的工作：\n\n（一）完善制度。修订办法。\n\n（二）加强培训。开展宣讲。\n\n## 二、其他\n',
      '三个',
      '做好以下两个方面的工作：\n\n（一）完善制度。修订办法。\n\n（二）加强培训。开展宣讲。\n\n## 二、其他\n',
    ),
  ],
  accept: [
    { text: '检查发现台账登记、印章保管和权限分配三个方面的问题共17个，均已整改。\n' },
    { text: '围绕制度、流程和系统三类事项共提出建议12条。\n' },
    { name: 'an item that stands for several', text: '外部参演单位4家：供电公司、电信公司、合作银行2家。\n' },
    { name: 'kinds of what is counted', text: '全年举办进社区、进学校、进企业活动48场，覆盖2.6万人次。\n' },
    { name: 'every item has its own count', text: '涉及制度42项、系统11套、外包服务商8家。' },
    {
      name: 'numbered headings below',
      text: '做好以下两个方面的工作：\n\n### （一）完善制度\n\n修订办法3项。\n\n### （二）加强培训\n\n开展宣讲。\n\n## 二、其他\n\n### （一）保障\n\n落实经费。\n',
    },
    { name: 'a time of day', text: '会议于下午三点，在总部召开，议程包括：一是通报情况；二是部署工作。' },
    { text: '已接入云杉、青禾、白鹭共3家机构。' },
    { name: '以及 behind the count', text: '已接入云杉、青禾、白鹭共3家机构App以及长河App。' },
    { name: '等 with fewer named', text: '已与云杉、青禾、白鹭等8家机构签约。' },
    { name: '在内', text: '覆盖云杉银行、青禾银行、白鹭银行在内的130余家银行。' },
    { name: 'steps over paragraphs', text: '改造按两步走的策略推进。\n\n一是完成设计。\n\n二是上线运行。\n' },
    { name: 'mixed separators', text: '支持经营码、商户码与个人码共三种码。' },
    { name: 'a joint inside a name', text: '设有研究与开发、风险和合规、运营共三个部门。' },
    { name: 'two levels', text: '合作包括甲地的云杉、青禾；乙地的白鹭、远山共四家机构。' },
    { name: 'a chain of another count', text: '本年度有四个亮点。工作中坚持两个原则：一是合规；二是稳健。' },
    { name: 'a verb behind the list', text: '在甲市、乙市设立5家网点。' },
    { name: 'places before a count of something else', text: '在北京、上海、深圳共6家分公司试点。' },
    { name: 'a range', text: '每季抽取甲类、乙类商户共3—5家。' },
    { name: 'an approximate count', text: '云杉、青禾、白鹭等近10家机构参与。' },
    { name: 'all named and still 等', text: '已接入云杉、青禾、白鹭、远山等4家钱包。' },
    { name: 'amounts are no counts', text: '线上、线下共3万笔，金额5万元。' },
    {
      name: 'long items',
      text: '本年度推进三项任务：在系统方面完成核心改造并通过验收，在制度方面完成修订；在人员方面开展培训。',
    },
    {
      name: 'a count within one item of a list',
      text: '1. 开展集中宣传。组织42家网点参与，触达5万人次。\n\n2. 开展进校园活动。\n\n3. 开展短视频宣传。\n',
    },
  ],
});
