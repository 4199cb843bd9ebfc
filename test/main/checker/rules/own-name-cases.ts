/** Reports of one institution with a sentence more: its own name with one character off, or another's. */
const report =
  (own: string, full: string) =>
  (sentence: string, signature = full): string =>
    `# ${full}2024年度工作报告\n\n根据工作部署，${full}（以下简称“${own}”）现将情况报告如下。\n\n` +
    `${own}设有合规部。\n\n${own}每季度自查一次。\n\n${sentence}\n\n${signature}\n\n2025年1月21日\n`;

const acquirer = report('岱川支付', '山东岱川支付服务有限公司');
const clearer = report('澄汐清算', '江苏澄汐清算服务有限公司');
const prepaid = report('锦澜公司', '成都锦澜商务服务有限公司');
const bank = report('招远银行', '招远银行股份有限公司');
const network = report('前澜支付', '深圳前澜网络支付科技有限公司');

const name = (text: string, excerpt: string, right: string) => ({
  text,
  findings: [{ message: 'name' as const, excerpt, fixed: text.replace(excerpt, right) }],
});

export const OWN_NAMES_WRONG = [
  name(acquirer('2025年，岱山支付将继续执行减让政策。'), '岱山支付', '岱川支付'),
  name(acquirer('通过本次核查，岱山支付认识到自身还有不足。'), '岱山支付', '岱川支付'),
  name(acquirer('截至年末，岱江支付共拓展县域商户312户。'), '岱江支付', '岱川支付'),
  name(acquirer('- 岱山支付已自10月1日起暂停上述商户的资金结算。'), '岱山支付', '岱川支付'),
  name(clearer('三是培训。澄海清算组织全员学习反洗钱制度。'), '澄海清算', '澄汐清算'),
  name(clearer('4月2日，平汐清算召开启动会。'), '平汐清算', '澄汐清算'),
  name(prepaid('针对上述问题，锦江公司制定了整改方案。'), '锦江公司', '锦澜公司'),
  name(prepaid('锦江公司对预付卡余额逐日核对。'), '锦江公司', '锦澜公司'),
  name(bank('下一步，怀远银行将继续加强账户管理。'), '怀远银行', '招远银行'),
  name(
    network('略。', '深圳前澜支付网络科技有限公司'),
    '深圳前澜支付网络科技有限公司',
    '深圳前澜网络支付科技有限公司',
  ),
  name(
    network('略。', '深圳前澜网络科技支付有限公司'),
    '深圳前澜网络科技支付有限公司',
    '深圳前澜网络支付科技有限公司',
  ),
] as const;

export const OWN_NAMES_RIGHT: readonly string[] = [
  // Another institution: a partner, a rival, one that was punished, one of a list.
  acquirer('2024年，岱川支付与岱山支付将继续联合开展风险排查。'),
  acquirer('公司与岱山支付共享黑名单。'),
  acquirer('合作机构中，岱山支付已完成系统改造。'),
  acquirer('同业方面，岱山支付持续扩大县域业务。'),
  acquirer('行业处罚案例显示，岱山支付未按规定留存交易记录。'),
  acquirer('岱山支付因系统升级暂停服务2小时。'),
  acquirer('岱山支付发布公告称将退出预付卡业务。'),
  acquirer('接口由岱山支付提供。'),
  acquirer('| 机构 | 笔数 |\n| --- | --- |\n| 岱山支付 | 12 |\n| 海曙支付 | 15 |'),
  acquirer('岱山支付将于6月接入。岱山支付的接口已测试。'),
  acquirer('岱山支付服务有限公司（以下简称“岱山支付”）已于6月接入。'),
  acquirer('岱西支付将继续作为备用通道。'),
  acquirer('移动支付将继续增长。'),
  bank('7月，怀远银行在当地设立分支机构。'),
  clearer('三是澄海县清算机构已接入。澄海清算组织较多。'),
  prepaid('全公司将继续执行。各公司已完成自查。'),
  network('略。', '深圳前澜网络支付科技有限公司'),
  network('略。', '前澜支付深圳分公司'),
];
