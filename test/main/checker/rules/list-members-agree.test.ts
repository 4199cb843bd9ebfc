import { listMembersAgree } from '../../../../src/main/checker/rules/list-members-agree';
import { testRule } from '../../../helpers/rule-tester';

const two = (first: string, second: string): string => `${first}\n\n${second}\n`;

testRule(listMembersAgree, {
  reject: [
    {
      name: 'an example that the annex does not list',
      text: '# 报告\n\n已接入远山游戏、远山视频等3款应用。\n\n3款应用名单见附录1。\n\n## 附录1 应用名单\n\n| 序号 | 应用名称 |\n|---|---|\n| 1 | 远山视频 |\n| 2 | 远山读书 |\n| 3 | 远山音乐 |\n',
      findings: [{ message: 'example', excerpt: '已接入远山游戏' }],
    },
    {
      name: 'a list and the rows of a table',
      text: '设有分公司4家，分别位于长汀、临渡、安陵和东圃。\n\n| 分公司 | 商户 |\n|---|---|\n| 长汀 | 18 |\n| 临渡 | 15 |\n| 安陵 | 11 |\n| 西圃 | 9 |\n| 合计 | 53 |\n',
      findings: [{ message: 'table', excerpt: '东圃' }],
    },
    {
      text: two('联合云汇、星付、海纳等4家收单机构开展试点。', '已接入云汇、星付、青禾、磐石共4家收单机构。'),
      findings: [{ message: 'other', excerpt: '海纳', fixed: null }],
    },
    {
      text: two('已接入云汇、星付、青禾共3家支付机构。', '云汇、星付、磐石共3家支付机构完成验收。'),
      findings: [{ message: 'differs', excerpt: '磐石' }],
    },
    {
      text: two('已接入云汇、星付、青禾、磐石共4家支付机构。', '首批为云汇、星付、海纳等4家支付机构。'),
      findings: [{ message: 'other', excerpt: '海纳' }],
    },
    {
      text: two('覆盖云汇App、星付App、青禾App共3款应用。', '云汇App、星付App、海纳App共3款应用上线。'),
      findings: [{ message: 'differs' }],
    },
    {
      text: two(
        '甲子银行、乙丑银行、丙寅银行三家银行参加。',
        '参加的有甲子银行、乙丑银行、丁卯银行共三家银行。',
      ),
      findings: [{ message: 'differs' }],
    },
    {
      text: `| 项目 |\n| --- |\n| 甲 |\n\n${two('已接入云汇、星付、青禾共3家合作机构。', '云汇、星付、海纳共3家合作机构签约。')}`,
      findings: [{ message: 'differs' }],
    },
    {
      text: two('- 已接入云汇、星付、青禾共3家支付机构。', '- 云汇、星付、磐石共3家支付机构完成验收。'),
      findings: [{ message: 'differs' }],
    },
    {
      text: `${two('已接入云汇、星付、青禾共3家支付机构。', '其间运行平稳。')}\n云汇支付、星付支付、磐石支付共3家支付机构完成验收。\n`,
      findings: [{ message: 'differs' }],
    },
  ],
  accept: [
    {
      name: 'a table of other things',
      text: '设有分公司4家，分别位于长汀、临渡、安陵和东圃。\n\n| 分公司 | 商户 |\n|---|---|\n| 长汀 | 18 |\n| 北岭 | 15 |\n| 南滩 | 11 |\n| 西圃 | 9 |\n',
    },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '青禾、云汇、星付共3家支付机构完成验收。') },
    { text: two('联合云汇、星付等4家收单机构。', '云汇、海纳等4家收单机构参加。') },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '云汇、星付、磐石、海纳共4家支付机构参加。') },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '云汇、星付、磐石共3家银行参加。') },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '云汇支付、星付支付、青禾支付共3家支付机构参加。') },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '甲子、乙丑、丙寅共3家支付机构参加。') },
    { text: two('已接入云汇、星付、青禾共3家支付机构。', '其中3家支付机构参加。') },
    { text: '已接入云汇、星付、青禾共3家支付机构。\n' },
  ],
});
