import { wrongCharacter } from '../../../../src/main/checker/rules/wrong-character';
import { testRule } from '../../../helpers/rule-tester';

const wrong = (text: string, excerpt: string, fixed: string) => ({
  text,
  findings: [{ message: 'wrong', excerpt, fixed }],
});

testRule(wrongCharacter, {
  reject: [
    wrong('逐户登记台帐。\n', '台帐', '逐户登记台账。\n'),
    wrong('各项任务均以完成整改。\n', '以', '各项任务均已完成整改。\n'),
    wrong('三份合同已签定。\n', '签定', '三份合同已签订。\n'),
    wrong('对可疑账户采取限止措施。\n', '限止', '对可疑账户采取限制措施。\n'),
    wrong('这反应出内部控制的不足。\n', '反应', '这反映出内部控制的不足。\n'),
    wrong('客户登陆系统后可查询。\n', '登陆', '客户登录系统后可查询。\n'),
    wrong('尚有两项末完成。\n', '末', '尚有两项未完成。\n'),
    wrong('上述问题己整改。\n', '己', '上述问题已整改。\n'),
    wrong('费用由我公司成担。\n', '成担', '费用由我公司承担。\n'),
    wrong(
      '| 序号 | 事项 |\n| --- | --- |\n| 1 | 帐户清理 |\n',
      '帐户',
      '| 序号 | 事项 |\n| --- | --- |\n| 1 | 账户清理 |\n',
    ),
  ],
  accept: [
    { text: '审核消费者提交的材料，关注消费投诉，最低消费不变。\n' },
    { text: '认购内部份额，核查本部份额。\n' },
    { text: '构成担保的，须经批准；形成担责机制。\n' },
    { text: '均以书面形式报告，均以完成时间为准。\n' },
    { text: '在有效期限止于年末的合同中，期末完成交割。\n' },
    { text: '年末完成验收，季末整改到位；自己完成、自己整改。\n' },
    { text: '应急反应问题清单已更新，台风登陆后恢复营业。\n' },
    { text: '恢复盖章流程，预防犯罪，搬迁涉及三个网点。\n' },
    { text: '按排名先后公布，既使用旧码也使用新码，究竟价格几何。\n' },
    { text: '开通迅速，凭正式函件办理，开启止付功能。\n' },
    { text: '原文写作“台帐”。\n' },
  ],
});
