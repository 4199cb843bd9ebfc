import { termVariant } from '../../../../src/main/checker/rules/term-variant';
import { testRule } from '../../../helpers/rule-tester';
import { OWN_NAMES_RIGHT, OWN_NAMES_WRONG } from './own-name-cases';

testRule(termVariant, {
  reject: [
    ...OWN_NAMES_WRONG.map((one, at) => ({ ...one, name: `own names ${at + 1}` })),
    {
      name: 'the author under its report, one character off',
      text: '# 沅陂农村商业银行股份有限公司年度报告\n\n本行运行平稳。\n\n沅坡农村商业银行股份有限公司\n\n2025年1月21日\n',
      findings: [
        {
          message: 'name',
          excerpt: '沅坡农村商业银行股份有限公司',
          fixed:
            '# 沅陂农村商业银行股份有限公司年度报告\n\n本行运行平稳。\n\n沅陂农村商业银行股份有限公司\n\n2025年1月21日\n',
        },
      ],
    },
    {
      name: 'an office with a word of work more, once',
      text: '反洗钱中心负责报送。反洗钱中心定期培训。反洗钱中心抽查。反洗钱管控中心按月跟踪。\n',
      findings: [
        {
          message: 'compound',
          excerpt: '反洗钱管控中心',
          fixed: '反洗钱中心负责报送。反洗钱中心定期培训。反洗钱中心抽查。反洗钱中心按月跟踪。\n',
        },
      ],
    },
    {
      name: 'another word in the middle of a term, once',
      text: '按年开展强化尽职调查，最长9个月。完成强化尽职调查的2户。逐户开展强化尽职调查。另有3户的强化尽责调查没有完成。\n',
      findings: [
        {
          message: 'once',
          excerpt: '强化尽责调查',
          fixed:
            '按年开展强化尽职调查，最长9个月。完成强化尽职调查的2户。逐户开展强化尽职调查。另有3户的强化尽职调查没有完成。\n',
        },
      ],
    },
    {
      name: 'a short name that is introduced otherwise than it is used',
      text: '公司设立员工合伙企业（以下称职工持股平台）。员工持股平台持股5%。员工持股平台没有变动。\n',
      findings: [
        {
          message: 'unused',
          excerpt: '职工持股平台',
          fixed: '公司设立员工合伙企业（以下称员工持股平台）。员工持股平台持股5%。员工持股平台没有变动。\n',
        },
      ],
    },
    {
      name: 'a short title with two characters exchanged',
      text: '贵行《关于有关事项的问询函》（下称《询问函》）收悉。现就《问询函》所列事项说明如下。《问询函》问题一。\n',
      findings: [{ message: 'unused', excerpt: '询问函' }],
    },
    {
      name: 'a company by a name of like sound',
      text: '捷惠支付有限公司居第一。\n\n捷惠支付有限公司完成整改。\n\n最低的为捷汇支付有限公司。\n',
      findings: [{ message: 'company', excerpt: '捷汇支付有限公司' }],
    },
    {
      name: 'two characters of a term in the wrong order',
      text: '风险控制能力提升。完善风险控制措施。加强风险控制培训。落实风控险制要求。\n',
      findings: [
        {
          message: 'swapped',
          excerpt: '风控险制',
          fixed: '风险控制能力提升。完善风险控制措施。加强风险控制培训。落实风险控制要求。\n',
        },
      ],
    },
    {
      name: 'the like in a cell',
      text: '特约商户管理平稳。落实特约商户管理要求。完善特约商户管理。\n\n| 序号 | 事项 |\n| --- | --- |\n| 1 | 特约户商管理办法 |\n',
      findings: [{ message: 'swapped', excerpt: '约户商管' }],
    },
    {
      name: 'a company by another word of its trade',
      text: '核心系统由松岭软件技术有限公司维护。\n\n| 序号 | 服务商 |\n| --- | --- |\n| 1 | 松岭软件技术有限公司 |\n\n我行已扣减松岭软件科技有限公司的费用。\n',
      findings: [{ message: 'company', excerpt: '松岭软件科技有限公司' }],
    },
    {
      name: 'a company constituted otherwise',
      text: '测评机构：青屿数据安全有限公司。\n\n报告由青屿数据安全有限公司出具。\n\n复测委托青屿数据安全有限责任公司开展。\n',
      findings: [{ message: 'company', excerpt: '青屿数据安全有限责任公司' }],
    },
    {
      name: 'a company with a word of its trade lost',
      text: '受托方：青屿档案管理服务有限公司。\n\n合同与青屿档案管理服务有限公司签订。\n\n档案移交青屿档案管理有限公司保管。\n',
      findings: [{ message: 'company', excerpt: '青屿档案管理有限公司' }],
    },
    {
      name: 'a signatory that lost two characters of the name introduced',
      text: '# 2025年合规报告\n\n松塔江汇通支付服务有限公司（以下简称汇通公司）2025年运行平稳。\n\n松塔江汇通支付有限公司\n\n2026年1月23日\n',
      findings: [{ message: 'name', excerpt: '松塔江汇通支付有限公司' }],
    },
    {
      name: 'one character of the short name',
      text: '云杉登记有限责任公司（以下简称云杉登记）负责登记。云杉登记每月核对。云杉登记设专岗。云杉等记每季报告。云杉登记已备案。\n',
      findings: [{ message: 'name', excerpt: '云杉等记' }],
    },
    {
      name: 'as often in either case',
      text: '改造App与APP各一套。\n',
      findings: [{ message: 'case', excerpt: 'APP' }],
    },
    {
      name: 'a word typed for another, beside a figure too',
      text: '反洗钱检测中心现有人员41人。\n\n联系人：反洗钱监测中心，反洗钱监测中心负责。\n',
      findings: [{ message: 'compound', excerpt: '反洗钱检测中心' }],
    },
    {
      name: 'an abbreviation in small letters',
      text: 'TLS：传输层安全协议。\n\n采用Tls加密。\n',
      findings: [{ message: 'case', excerpt: 'Tls' }],
    },
    {
      name: 'what the author calls itself',
      text: '我行开展自查。我行完成整改。我行召开会议。我行修订制度。我行组织培训。本行已报送。\n',
      findings: [{ message: 'self', severity: 'notice', excerpt: '本行' }],
    },
    {
      name: 'a word less in a long stretch that else agrees',
      text: '一是与省内机构开展码牌支付互认互通合作。\n\n## 二、与省内机构开展码牌互认互通合作的情况\n\n深化码牌支付互认互通建设。\n',
      findings: [
        {
          message: 'compound',
          line: 3,
          excerpt: '码牌互认互通',
          fixed:
            '一是与省内机构开展码牌支付互认互通合作。\n\n## 二、与省内机构开展码牌支付互认互通合作的情况\n\n深化码牌支付互认互通建设。\n',
        },
      ],
    },
    {
      name: 'a word less in a name of which there is one only',
      text: '接入了跨境票据统一网关。升级跨境票据统一网关，规范统一网关的使用。\n\n在跨境统一网关建设中，优化协议。\n',
      findings: [{ message: 'compound', excerpt: '跨境统一网关', line: 3 }],
    },
    {
      name: 'a word for its like',
      text: '派发金融知识主题运营物料。增印金融知识主题运营物料两批。\n\n在各县铺设金融知识主题宣传物料。\n',
      findings: [{ message: 'compound', excerpt: '主题宣传物料' }],
    },
    {
      name: 'two words exchanged',
      text: '### 与其他境外钱包机构的合作\n\n与多家境外机构钱包达成意向。\n',
      findings: [{ message: 'equal', excerpt: '境外机构钱包', fixed: null }],
    },
    {
      name: 'one of many, said in two ways',
      text: '飞鹭各类App均支持，飞鹭各类App已上线。另有13款飞鹭系App接入。\n',
      findings: [{ message: 'compound', excerpt: '飞鹭系App' }],
    },
    {
      name: 'offices with and without 地',
      text: '由信联各地分公司铺设。信联各地分公司负责培训。\n\n已配送信联各分公司。\n',
      findings: [{ message: 'compound', excerpt: '信联各分公司' }],
    },
    {
      name: 'a term in straight marks elsewhere',
      text: '推进"外包内用"，规范"外包内用"，完成了外包内用的改造。\n',
      findings: [{ message: 'quoted', severity: 'notice' }],
    },
    {
      name: 'a word of which a letter is left, whatever the case of the others',
      text: '使用手机钱包App扫码，钱包App已升级，钱包APP扫机具，或用钱包A扫商户码。\n',
      findings: [
        { message: 'case', excerpt: 'APP' },
        { message: 'cut', excerpt: 'A' },
      ],
    },
    {
      name: 'a title without its marks',
      text: '依据《境内条码互通业务规则》开展业务。参与了境内条码互通业务规则、统一标识规则的起草。\n',
      findings: [
        {
          message: 'title',
          fixed:
            '依据《境内条码互通业务规则》开展业务。参与了《境内条码互通业务规则》、统一标识规则的起草。\n',
        },
      ],
    },
    {
      name: 'a term that is quoted elsewhere',
      text: '推进“外包内用”，规范“外包内用”，完成了外包内用的改造。\n',
      findings: [{ message: 'quoted', severity: 'notice' }],
    },
    {
      name: 'a word of which a letter is left',
      text: '使用境外钱包App扫描商户码，或用钱包A扫描机具。\n',
      findings: [{ message: 'cut', fixed: '使用境外钱包App扫描商户码，或用钱包App扫描机具。\n' }],
    },
    {
      name: 'a unit by its first characters',
      text: '内部审计部每季检查。内部审计部负责跟踪。整改由内审部销号。\n',
      findings: [
        { message: 'short', fixed: '内部审计部每季检查。内部审计部负责跟踪。整改由内部审计部销号。\n' },
      ],
    },
    {
      text: '银行App、机构App和钱包APP均已接入。\n',
      findings: [{ message: 'case', excerpt: 'APP', fixed: '银行App、机构App和钱包App均已接入。\n' }],
    },
    { text: '接入PayNet。其后PAYNET上线。\n', findings: [{ message: 'case', excerpt: 'PAYNET' }] },
    {
      text: '| 名称 |\n| --- |\n| WeChat |\n| Wechat |\n| WeChat |\n',
      findings: [{ message: 'case', line: 4 }],
    },
    { text: '## 一、SaaS服务\n\nSAAS平台与SaaS产品。\n', findings: [{ message: 'case', line: 3 }] },
    { text: '使用api接口，API文档和API网关。\n', findings: [{ message: 'case', excerpt: 'api' }] },
    { text: 'iOS版、IOS版、iOS端。\n', findings: [{ message: 'case', excerpt: 'IOS' }] },
    { text: '- Github仓库\n- GitHub主页\n- GitHub文档\n', findings: [{ message: 'case', line: 1 }] },
    {
      text: 'APP用户增长，APP活跃，App下载，APP留存。\n',
      findings: [{ message: 'case', excerpt: 'App', fixed: 'APP用户增长，APP活跃，APP下载，APP留存。\n' }],
    },
    {
      name: 'one name with either of two words',
      text: '铺设商家收款码。商家收款码已覆盖全市。\n\n鼓励商户收款码升级。\n',
      findings: [{ message: 'twin', excerpt: '商户', fixed: null }],
    },
    {
      name: 'the word behind its name',
      text: '服务境外来华人员。便利境外来华人员支付。\n\n境外来华人士增多。\n',
      findings: [{ message: 'twin', excerpt: '人士' }],
    },
    {
      name: 'a set phrase',
      text: '覆盖12个国家和地区。在77个国家与地区受理。\n',
      findings: [{ message: 'twin', excerpt: '国家与地区' }],
    },
  ],
  accept: [
    ...OWN_NAMES_RIGHT.map((text, at) => ({ name: `own names ${at + 1}`, text })),
    {
      name: 'a grade, and what goes by it',
      text: '该系统安全保护等级为第三级。\n\n公司开展安全等级保护测评，安全等级保护由科技部牵头。\n',
    },
    {
      name: 'said of the whole',
      text: '客服质量考核每季一次，客服质量由运营部评定。\n\n全年客服总体质量良好，客服质量报告已存档。\n',
    },
    {
      name: 'two offices sign',
      text: '# 云泽市财政局 云泽县财政局关于检查情况的报告\n\n检查已经结束。\n\n云泽市财政局\n\n云泽县财政局\n\n2025年1月21日\n',
    },
    {
      name: 'offices that are two, or introduced',
      text: '总行反洗钱管理中心（以下简称“反洗钱中心”）成立。反洗钱中心报送。反洗钱中心培训。反洗钱中心抽查。\n\n信息科技部、信息科技部、信息科技部与信息科技管理部、信息科技管理部各自负责。\n',
    },
    {
      name: 'a heading that says less',
      text: '# 报告\n\n## 一、客户风险等级\n\n季末存量客户8万户。\n\n附件1　季末客户洗钱风险等级分布\n\n附件2　年末客户洗钱风险等级分布\n',
    },
    {
      name: 'words that tell two things apart',
      text: '办理跨境收款业务。跨境收款业务增长。跨境收款业务平稳。跨境付款业务下降。\n',
    },
    {
      name: 'short names that are used, and one that is not',
      text: '员工合伙企业（以下称员工持股平台）与职工合伙企业（以下称职工持股平台）。员工持股平台增资。员工持股平台更名。\n\n评审小组（以下简称评审组）验收。\n',
    },
    {
      name: 'one that differs in what tells two things apart',
      text: '第一批机构（以下简称第一批机构组）。第二批机构组完成。第二批机构组退出。\n',
    },
    {
      name: 'two companies whose first names differ',
      text: '捷惠支付有限公司居第一。\n\n捷惠支付有限公司完成整改。\n\n最低的为捷信支付有限公司。\n',
    },
    {
      name: 'two words of the same characters',
      text: '安全生产管理平稳。落实安全生产管理要求。完善安全生产管理。问题由安全产生管理疏漏所致。\n',
    },
    {
      name: 'characters that stand freely',
      text: '商户数占比上升。特约商户数占比下降。活跃商户数占比持平。商户占数不变。\n',
    },
    {
      name: 'between other neighbours',
      text: '风险控制能力提升。完善风险控制措施。加强风险控制培训。内控险种一览。\n',
    },
    {
      name: 'in a quotation',
      text: '风险控制能力提升。完善风险控制措施。加强风险控制培训。原文误作“风控险制”。\n',
    },
    {
      name: 'twice in the other order',
      text: '风险控制能力提升。完善风险控制措施。加强风险控制培训。风控险制和风控险制并用。\n',
    },
    {
      name: 'two companies of a group side by side',
      text: '服务商为松岭软件技术有限公司、松岭软件科技有限公司。\n\n费用付给松岭软件技术有限公司。\n',
    },
    {
      name: 'two that come again each',
      text: '甲方：松岭软件技术有限公司。\n\n由松岭软件技术有限公司承担。\n\n乙方：松岭软件科技有限公司。\n\n由松岭软件科技有限公司承担。\n',
    },
    {
      name: 'two names with like trades',
      text: '甲方：松岭软件技术有限公司。\n\n由松岭软件技术有限公司承担。\n\n另请柏舟软件技术有限公司复核。\n',
    },
    {
      name: 'a group and its company in a town',
      text: '出资人：松岭支付有限公司。\n\n由松岭支付有限公司承担。\n\n向松岭江北支付有限公司增资。\n',
    },
    {
      name: 'another trade of the same group',
      text: '出资人：松岭支付有限公司。\n\n由松岭支付有限公司承担。\n\n其子公司松岭物流有限公司不在此列。\n',
    },
    {
      name: 'a company named in the middle of sentences',
      text: '我司与松岭数据科技有限公司签约。\n\n对松岭数据科技有限公司开展评估，由松岭数据科技有限公司整改。\n',
    },
    {
      name: 'signatories that are other bodies, or the same by its longer name',
      text: '# 2025年报告\n\n松塔江农村商业银行股份有限公司（以下简称松塔江银行）2025年运行平稳。\n\n松塔江农村商业银行\n\n2026年1月23日\n',
    },
    {
      name: 'another company of like name',
      text: '# 2025年报告\n\n松塔江汇通支付服务有限公司（以下简称汇通公司）与合作方共同报告。\n\n松塔江城市建设投资有限公司\n\n2026年1月23日\n',
    },
    {
      name: 'a branch beside a sub-branch',
      text: '云杉银行总行营业部（以下简称云杉总行）负责。云杉总行核对。云杉总行设岗。云杉分行报告。云杉总行备案。\n',
    },
    {
      name: 'other words that begin like the author',
      text: '我行开展自查。我行完成整改。我行召开会议。我行修订制度。我行组织培训。本行业竞争加剧。\n',
    },
    { name: 'what the author calls itself, introduced', text: '我行开展自查。我行完成整改。本行已报送。\n' },
    {
      name: 'a part and its whole in one sentence',
      text: '客户投诉管理系统是客户管理系统的一部分，客户管理系统全年稳定。\n',
    },
    {
      name: 'names of several things with one end',
      text: '制定数据安全管理办法。修订数据管理办法和客户管理办法。数据安全管理办法已印发。\n',
    },
    {
      name: 'figures of two names',
      text: '个人住房贷款余额为120亿元。个人贷款余额为300亿元。个人贷款余额为280亿元。\n',
    },
    {
      name: 'a short name that is introduced for a compound',
      text: '升级跨境票据统一网关（以下简称“跨境统一网关”）。跨境票据统一网关已投产，跨境票据统一网关运行稳定。在跨境统一网关中优化协议。\n',
    },
    {
      name: 'a verb and its object the other way round',
      text: '完善全面风险管理体系。各部门全面管理风险，明确责任。\n',
    },
    {
      name: 'two things side by side',
      text: '建设统一风险监测平台和统一风险监控平台，统一风险监测平台已上线。\n',
    },
    { name: 'a collective word once', text: '飞鹭各类App均支持。飞鹭App已上线。\n' },
    { name: 'offices of two owners', text: '信联各地分公司铺设物料，华通各分公司培训。\n' },
    { text: '使用境外钱包App扫描商户码，钱包A类账户不受影响。\n' },
    { text: '“双录”合格率为99%。全年抽检双录资料3,200份。\n' },
    {
      name: 'a short name that is introduced',
      text: '内部审计部（以下简称“内审部”）每季检查。内部审计部负责跟踪。整改由内审部销号。\n',
    },
    { name: 'other neighbours', text: '商家入驻后，商户管理更严，人员培训与人士交流并行。\n' },
    { name: 'a title', text: '《商户收款码管理办法》规定商家收款码须实名。\n' },
    { name: 'a word of two meanings', text: '台风登陆后，用户登录系统办理延期。\n' },
    { name: 'words that only meet', text: '巡检能力提升，开展巡查工作。\n' },
    { text: '银行App、机构App、钱包App。\n' },
    { text: '《APP违法违规收集认定方法》要求App整改，“APP专项治理”持续。\n' },
    { text: '访问https://PayNet.example，PAYNET上线。\n' },
    { text: '邮箱App@example.com，APP已上线。\n' },
    { text: 'B端与b端、AI与ai。\n' },
    { text: 'API与SDK、ETF与REITs。\n' },
    { text: 'api接口与API文档各一份。\n' },
    { text: '文件app.json与APP无关。\n' },
  ],
});
