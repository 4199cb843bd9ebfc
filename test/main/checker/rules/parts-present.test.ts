import { partsPresent } from '../../../../src/main/checker/rules/parts-present';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 关于2025年支付业务开展情况的报告';
const TO = '中国人民银行云川省分行：';
const BODY = '2025年，我公司支付业务平稳运行，现将有关情况报告如下。';
const END = '特此报告。';
const NAME = '云川支付有限公司';
const DATE = '2026年1月10日';
const LIST = '附件：1. 商户分布表';
const ANNEX = '## 附件1：商户分布表\n\n商户分布情况。';
const letter = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

testRule(partsPresent, {
  reject: [
    {
      name: 'fields that do not name the reader',
      text: letter(TITLE, '报送单位：本公司', '报告期：2025年', BODY, END, NAME, DATE),
      findings: [{ message: 'addressee' }],
    },
    { text: letter(TITLE, BODY, END, NAME, DATE), findings: [{ message: 'addressee', excerpt: TITLE }] },
    { text: letter(TITLE, TO, BODY, NAME, DATE), findings: [{ message: 'closing', excerpt: NAME }] },
    { text: letter(TITLE, TO, BODY, END, DATE), findings: [{ message: 'signatory', excerpt: DATE }] },
    { text: letter(TITLE, TO, BODY, END, NAME), findings: [{ message: 'date' }] },
    { text: letter(TITLE, TO, BODY, END), findings: [{ message: 'signatory' }, { message: 'date' }] },
    {
      text: letter(TITLE, TO, BODY, END, NAME, DATE, ANNEX),
      findings: [{ message: 'annex-list', severity: 'doubt', excerpt: '## 附件1：商户分布表' }],
    },
    {
      name: 'an annex that the text points to',
      text: letter(TITLE, TO, `${BODY}商户分布见附件1。`, END, NAME, DATE, ANNEX),
      findings: [{ message: 'annex-list', severity: 'notice' }],
    },
    {
      name: 'an annex before the signature is a section',
      text: letter(TITLE, TO, BODY, END, ANNEX, NAME, DATE),
      findings: [{ message: 'annex-list', severity: 'notice' }],
    },
    { text: letter(TITLE, TO, BODY, DATE), findings: [{ message: 'closing' }, { message: 'signatory' }] },
    { text: letter(TITLE, BODY, END, DATE), findings: [{ message: 'addressee' }, { message: 'signatory' }] },
  ],
  accept: [
    {
      name: 'sent to, among the fields',
      text: letter(TITLE, '**主送：** 中国人民银行云川省分行', BODY, END, NAME, DATE),
    },
    {
      name: 'the day of the week behind the date, below the name or beside it',
      text: letter(TITLE, TO, BODY, END, `${NAME}\n2026年1月10日（星期六）`),
    },
    { text: letter(TITLE, TO, BODY, END, `${NAME}　　2026年1月10日`) },
    {
      name: 'a draft whose day is left open',
      text: letter(TITLE, TO, BODY, END, `${NAME}\n2025年7月　日`, '（联系人：　　电话：　　）'),
    },
    // Fields between the title and the text name the reader.
    {
      text: letter(
        TITLE,
        '**报送单位：** 本公司',
        '**接收单位：** 人民银行云州市分行',
        BODY,
        END,
        NAME,
        DATE,
      ),
    },
    { text: letter(TITLE, '致：云州市地方金融管理局', BODY, END, NAME, DATE) },
    {
      text: letter(
        TITLE,
        '| 报送单位 | 本公司 |\n|---|---|\n| 主送机关 | 云州市分行 |',
        BODY,
        END,
        NAME,
        DATE,
      ),
    },
    { text: letter(TITLE, TO, BODY, END, NAME, DATE, '## 附表\n\n2025年商户分布。') },
    { text: letter(TITLE, NAME, BODY, END, NAME, DATE) },
    { text: letter(TITLE, TO, BODY, END, NAME, DATE) },
    { text: letter(TITLE, TO, BODY, END, LIST, NAME, DATE, ANNEX) },
    { text: letter('# 2025年统计公报', BODY, '## 一、综合', '经济运行平稳。') },
    { text: letter('# 云川股份有限公司2025年年度报告', '第一节 重要提示', BODY) },
    { text: letter(TITLE, TO, BODY, '以上报告，请审阅。', NAME, DATE) },
    { text: letter(TITLE, TO, BODY, '专此函告。', NAME, DATE) },
    { text: letter('# 会议通知', BODY, NAME, DATE) },
    // 公告 is addressed to nobody, and 特此公告 closes it.
    { text: letter('# 关于修订用户服务协议的公告', BODY, '特此公告。', NAME, DATE) },
    { text: letter(BODY) },
  ],
});
