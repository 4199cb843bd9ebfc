import { allMatches } from '../../../shared/matches';

/** Words that are written with a wrong character, each with the right one; none of them is a word or part of one. */
const WORDS: Readonly<Record<string, string>> = {
  迭加: '叠加',
  重迭: '重叠',
  帐户: '账户',
  帐号: '账号',
  帐务: '账务',
  帐单: '账单',
  帐目: '账目',
  帐簿: '账簿',
  入帐: '入账',
  对帐: '对账',
  记帐: '记账',
  转帐: '转账',
  到帐: '到账',
  台帐: '台账',
  坏帐: '坏账',
  结帐: '结账',
  挂帐: '挂账',
  分帐: '分账',
  布署: '部署',
  部暑: '部署',
  即然: '既然',
  己经: '已经',
  座落: '坐落',
  再接再励: '再接再厉',
  一如继往: '一如既往',
  按步就班: '按部就班',
  因地置宜: '因地制宜',
  融汇贯通: '融会贯通',
  防患未燃: '防患未然',
  原原不断: '源源不断',
  倍受关注: '备受关注',
  陪训: '培训',
  侯选: '候选',
  时侯: '时候',
  松驰: '松弛',
  幅射: '辐射',
  脉博: '脉搏',
  追朔: '追溯',
  吊消: '吊销',
  撤消: '撤销',
  辩认: '辨认',
  辩别: '辨别',
  分辩率: '分辨率',
  补帖: '补贴',
  津帖: '津贴',
  粘帖: '粘贴',
  拔付: '拨付',
  拔款: '拨款',
  划拔: '划拨',
  调拔: '调拨',
  选拨: '选拔',
  投拆: '投诉',
  人名币: '人民币',
  收益所有人: '受益所有人',
  签定: '签订',
  制做: '制作',
  遗撼: '遗憾',
  震憾: '震撼',
  干予: '干预',
  陈诺: '承诺',
  严历: '严厉',
  酬措: '筹措',
  托敏: '脱敏',
  慨况: '概况',
  监定: '鉴定',
  影晌: '影响',
  惯彻: '贯彻',
  拓朴: '拓扑',
  身分证: '身份证',
};

/** The same where the characters around decide: 内部份额 holds no 部份, 构成担保 no 成担. */
const WITHIN: readonly (readonly [pattern: RegExp, wrong: string, right: string])[] = [
  [/(?<![期上下时])限止(?!于)/g, '限止', '限制'],
  [/按排(?!名|序|列|放|班|队|片|查|除|产)/g, '按排', '安排'],
  [/既使(?!用|得|命)/g, '既使', '即使'],
  [/(?<![究毕])竟(?=[争聘价])/g, '竟', '竞'],
  [/通迅(?!速|即|猛)/g, '通迅', '通讯'],
  [/(?<=[报核])消(?!费|息|防|耗|除|毒|失|化|解|亡|减|退|停|纳)(?=[，。；、了的率]|$)/g, '消', '销'],
  [/(?<!关)注消(?!费|息|防|耗|除|毒|失|化|解|亡|减|退)/g, '注消', '注销'],
  [/过度期(?!待|望|盼|许)/g, '过度期', '过渡期'],
  [/措失(?!败|误|当|效|策|灵|去)/g, '措失', '措施'],
  [/凭正(?!式|当|规|本|版|确)/g, '凭正', '凭证'],
  [/(?<![开重])启止(?!付|损|盈|咳)/g, '启止', '起止'],
  [/修定(?!稿|期|额|价)/g, '修定', '修订'],
  [/(?<![内外全各本])部份(?!额)/g, '部份', '部分'],
  [/防犯(?!罪|人|了)/g, '防犯', '防范'],
  [/(?<!恢)复盖(?!章|印)/g, '复盖', '覆盖'],
  [/(?<![构组生养形完达造])成担(?!保|当|任)/g, '成担', '承担'],
  [/(?<!相)反还(?=被|被骗|资金|款项?|本金|客户|给|至)/g, '反还', '返还'],
  [/(?<!比)较验/g, '较验', '校验'],
  [/登陆(?=(?:系统|平台|账[号户]|网站|网银|手机|后台|页面|界面|密码|App|APP|客户端))/g, '登陆', '登录'],
  [/(?<!应急|快速|不良|化学|连锁|市场|机体|过敏|链式)反应(?=出|问题|意见|诉求|强烈的问题)/g, '反应', '反映'],
  [/(?<![期年月季周旬日始本微毫])末(?=完成|整改|达标|按时|按规定|及时|落实|报送|履行|经批准)/g, '末', '未'],
  [/(?:期)未(?=余额|数|存款|贷款)/g, '未', '末'],
  [/(?:年|月|季)未(?=余额|存量|在册|存款|贷款)/g, '未', '末'],
  [/(?<![自知律利克舍为])己(?=完成|整改|建立|落实|发布|实现|报送|上线|全部|按规定|办结)/g, '己', '已'],
  [
    /(?<=[均都皆])以(?=(?:全部|明确|完成|整改|落实|建立|制定|关闭|办结|修复|上线|印发|报送|签订|到位|纳入|列入|解决|注销))(?![^，。；]{0,20}(?:为|方式|形式|名义|标准|为由))/g,
    '以',
    '已',
  ],
];

/** Each of the wrong words begins with one of these; most cells of a table have none of them. */
const FIRST = new RegExp(
  `[${[...new Set([...Object.keys(WORDS), ...WITHIN.map(([, wrong]) => wrong)].map((word) => word[0]))].join('')}]`,
);
const ALL = new RegExp(Object.keys(WORDS).join('|'), 'g');

export interface Miswritten {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
}

/** Wrong characters of a text, in no order. */
export function miswrittenIn(text: string): readonly Miswritten[] {
  const found: Miswritten[] = [];
  if (!FIRST.test(text)) return found;
  for (const { 0: wrong, index: start } of allMatches(text, ALL))
    found.push({ start, end: start + wrong.length, wrong, right: WORDS[wrong] ?? '' });
  for (const [pattern, wrong, right] of WITHIN) {
    for (const { 0: all, index } of allMatches(text, pattern)) {
      const start = index + all.length - wrong.length;
      found.push({ start, end: start + wrong.length, wrong, right });
    }
  }
  return found;
}
