/** What names of organisations end with. Pattern source, longer ones first. */
export const ORGANISATION =
  '有限责任公司|股份有限公司|有限公司|分公司|子公司|公司|银行|分行|支行|总行|支付|集团|证券|保险|信托|基金|科技|商务|合作社|委员会|协会|学会|联合会|中心|' +
  '办公室|研究院|学院|大学|医院|政府|法院|检察院|事业部|管理部|统计局|财政局|[部处科室司局厅署]';

/** Parts of an organisation that there are many of. */
export const OFFICES = '分公司|子公司|分支机构|分行|支行|营业部|营业所|网点|门店|代表处|办事处|代理商|服务商';
