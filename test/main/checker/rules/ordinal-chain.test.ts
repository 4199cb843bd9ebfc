import { ordinalChain } from '../../../../src/main/checker/rules/ordinal-chain';
import { testRule } from '../../../helpers/rule-tester';

/** Paragraphs that begin with these articles. */
const articles = (...numbers: readonly string[]): string =>
  numbers.map((number) => `第${number}条　本单位按职责办理有关事项。\n\n`).join('');

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const HUNDRED = Array.from({ length: 99 }, (_, at) => {
  const [tens, ones] = [Math.floor((at + 1) / 10), (at + 1) % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${DIGITS[ones] ?? ''}`;
});

testRule(ordinalChain, {
  reject: [
    {
      name: 'circled numbers of paragraphs, one past its turn',
      text: '①完成自查。\n\n②完成整改。\n\n④提交报告。\n\n④组织培训。\n',
      findings: [
        {
          message: 'gap',
          excerpt: '④',
          line: 5,
          fixed: '①完成自查。\n\n②完成整改。\n\n③提交报告。\n\n④组织培训。\n',
        },
      ],
    },
    {
      name: 'the last of the notes below a table',
      text: '注：1.占比按笔数计算。3.金额含手续费。\n',
      findings: [{ message: 'gap', excerpt: '3.' }],
    },
    {
      name: 'numbers of several levels',
      text: '7.2.1 完成巡检。\n\n7.2.2 2025年6月前更换终端。\n\n7.2.4 开展检查。\n\n7.2.4 新增规则。\n',
      findings: [
        {
          message: 'gap',
          excerpt: '7.2.4',
          fixed: '7.2.1 完成巡检。\n\n7.2.2 2025年6月前更换终端。\n\n7.2.3 开展检查。\n\n7.2.4 新增规则。\n',
        },
      ],
    },
    {
      name: 'in a cell',
      text: '| 序号 | 措施 |\n|---|---|\n| 1 | 措施如下：①修订办法；②组织培训；④开展检查 |\n',
      findings: [{ message: 'gap', excerpt: '④' }],
    },
    {
      name: 'first, third',
      text: '第一，修订制度。\n\n第二，组织培训。\n\n第四，开展检查。\n',
      findings: [{ message: 'gap', excerpt: '第四，' }],
    },
    {
      name: 'inside a paragraph',
      text: '主要原因：其一，制度没有更新；其三，培训不足。\n',
      findings: [{ message: 'gap', excerpt: '其三，' }],
    },
    {
      name: 'a gap before what begins with 非',
      text: '原因有四：一是客户增加；二是投诉减少；四是非居民客户增加。\n',
      findings: [{ message: 'gap', excerpt: '四是' }],
    },
    {
      name: 'headings in paragraphs with marks in them',
      text: '一、各县（区）情况\n\n平稳。\n\n三、“零钱包”发放情况\n\n平稳。\n',
      findings: [{ message: 'gap', excerpt: '三、' }],
    },
    {
      name: 'run-in headings',
      text: '一、总体平稳。账户增加。\n\n二、风险可控，投诉减少。\n\n四、下一步加强监测。\n',
      findings: [{ message: 'gap', excerpt: '四、' }],
    },
    {
      name: 'the list of annexes',
      text: '特此报告。\n\n附件：1.新增机构名单\n\n3.退出机构名单\n\n云州支付服务有限公司\n\n2026年1月28日\n',
      findings: [{ message: 'gap', excerpt: '3.' }],
    },
    {
      name: 'an article with the number of the next, chapters between',
      text: `${articles('一', '二', '三')}## 第二章 管理\n\n${articles('五', '五', '六')}`,
      findings: [
        {
          message: 'gap',
          excerpt: '第五条',
          severity: 'doubt',
          fixed: `${articles('一', '二', '三')}## 第二章 管理\n\n${articles('四', '五', '六')}`,
        },
      ],
    },
    {
      name: 'an article that is missing',
      text: articles('一', '二', '三', '四', '六', '七', '八', '九'),
      findings: [{ message: 'gap', excerpt: '第六条', fixed: null }],
    },
    {
      name: 'articles in digits, one twice',
      text: '第1条 目的\n\n第2条 范围\n\n第3条 职责\n\n第3条 流程\n\n第5条 附则\n',
      findings: [
        {
          message: 'repeated',
          fixed: '第1条 目的\n\n第2条 范围\n\n第3条 职责\n\n第4条 流程\n\n第5条 附则\n',
        },
      ],
    },
    {
      name: 'past a hundred',
      text: articles(...HUNDRED, '一百', '一百零一', '一百零三', '一百零三'),
      findings: [{ message: 'gap', excerpt: '第一百零三条' }],
    },
    {
      name: 'numbers of paragraphs',
      text: '一、关于推进改造\n\n已完成。\n\n二、关于保留窗口\n\n已完成。\n\n四、关于加强宣传\n\n已完成。\n',
      findings: [{ message: 'gap', severity: 'doubt' }],
    },
    {
      name: 'numbered paragraphs',
      text: '（一）健全组织体系。设立委员会。\n\n（二）压实主体责任。提高权重。\n\n（四）严格事前审查。审查产品。\n',
      findings: [{ message: 'gap', excerpt: '（四）', severity: 'doubt', fixed: null }],
    },
    {
      name: 'one wrong number among right ones',
      text: '（一）健全组织体系。\n\n（二）压实主体责任。\n\n（二）严格事前审查。\n',
      findings: [
        {
          message: 'repeated',
          fixed: '（一）健全组织体系。\n\n（二）压实主体责任。\n\n（三）严格事前审查。\n',
        },
      ],
    },
    {
      text: '将做好三项工作：（1）完成登记；（3）优化模型；（3）健全机制。\n',
      findings: [
        { message: 'gap', fixed: '将做好三项工作：（1）完成登记；（2）优化模型；（3）健全机制。\n' },
      ],
    },
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
    {
      name: 'a first item that begins with a number',
      text: '成功得益于三点：一是三次演练逐次逼近真实场景；二是分批接入；三是核对自动化。\n',
    },
    {
      name: 'a second item that begins with a quotation',
      text: '## 3 投诉\n\n3.1　本季投诉976件。\n\n3.2　“催收”类271件。\n\n3.3　两家机构被投诉。\n',
    },
    {
      name: 'a numbered paragraph that begins with a figure',
      text: '## 1. 结论\n\n1.1 期末余额与账面一致。\n\n1.2 10个工作日中，相符的4天。\n\n1.3 上述差额均已查明原因。\n',
    },
    { text: '①完成自查。\n\n②完成整改。\n\n③提交报告。\n\n①另行通知。\n' },
    { name: 'marks of notes', text: '全年笔数增长①。③金额下降，比重不变②。\n' },
    { name: 'several levels, anew', text: '1.1.1 甲项。\n\n1.1.2 乙项。\n\n1.2.1 丙项。\n\n3.50 亿元。\n' },
    { name: 'a list that goes on in the next paragraph', text: '1.修订制度。2.组织培训。\n\n3.开展检查。\n' },
    { name: 'first, and third of something else', text: '第一，修订制度。第三季度，开展检查。\n' },
    { name: 'second after 首先', text: '首先，修订制度。第二，组织培训。第三，开展检查。\n' },
    {
      name: 'what follows the ordinal begins with 非 or 否',
      text: '原因有三：一是单位客户增加；二是非居民客户增加；三是否决事项减少。\n',
    },
    {
      name: 'one between stands there in another form',
      text: '原因有三：一是客户增加；其二，投诉减少；三是成本下降。\n\n主要做法：一是建制度，二则促整改，三是强监督。\n',
    },
    {
      name: 'the list of annexes begins anew behind a list of the text',
      text: '下一步：\n\n1.压降外包机构数量；\n\n2.提高巡检完成率；\n\n3.更换旧型号终端。\n\n特此报告。\n\n附件：1.新增机构名单\n\n2.退出机构名单\n\n云州支付服务有限公司\n\n2026年1月28日\n',
    },
    {
      name: 'a heading in a paragraph with marks in it',
      text: '一、总体情况\n\n平稳。\n\n二、各县（区）情况\n\n平稳。\n\n三、“三重一大”事项\n\n平稳。\n\n四、存在问题及原因\n\n无。\n',
    },
    {
      name: 'run-in headings, their own numbers below',
      text: '一、总体平稳。（一）主体增加。账户增加。\n\n（二）费率下降。减免手续费。\n\n二、风险可控，投诉减少。\n\n（一）投诉减少。\n\n三、下一步打算：\n\n（一）加强监测。\n',
    },
    {
      name: 'a number in a row of numbers',
      text: '一、情况\n\n三、四季度业务量回升。\n\n二、措施\n\n加强。\n',
    },
    {
      name: 'articles through chapters',
      text: `## 总则\n\n${articles('一', '二', '三')}## 附则\n\n${articles('四', '五')}`,
    },
    { name: 'articles of a law gone through', text: articles('五', '九', '十二', '十三', '二十', '二十一') },
    { name: 'such that begin with the first', text: articles('一', '四', '九', '十二', '十三', '二十') },
    { name: 'few articles', text: articles('一', '三', '四') },
    {
      name: 'an annex with articles of its own',
      text: `# 办法\n\n${articles('一', '二', '三', '四')}## 附件1\n\n**细则**\n\n${articles('一', '二', '三', '四')}`,
    },
    {
      name: 'articles quoted in a sentence',
      text: `${articles('一', '二', '三', '四')}第九条规定的情形，不在此列。\n\n${articles('五', '六')}`,
    },
    { text: '（一）甲项。\n\n1. 第一步。\n\n2. 第二步。\n\n（二）乙项。\n\n1. 第一步。\n\n2. 第二步。\n' },
    { name: 'goes on from elsewhere', text: '（三）丙项。\n\n（四）丁项。\n' },
    { text: '按照（3）和（5）的规定办理；详见（二）。\n' },
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
