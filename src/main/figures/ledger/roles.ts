import type { ColumnRole } from '../../../shared/model/ledger';
import { SEQUENCE } from '../table-columns';
import type { Contents } from './contents';

/** `label` is a column of words of which the header does not say whether they are concepts or scopes. */
export type ProposedRole = ColumnRole | 'label';

const REMARK =
  /^(?:备注|说明|附注|注释|备考|原因.*|.*说明|.*原因|填[报表]人|联系人|经办人?|审核人?|负责人|链接|网址|地址|邮箱)$/;
const CODE =
  /编号|编码|代码|证号|账号|帐号|卡号|电话|手机|号码|邮编|版本|批号|文号|工号|流水号|许可证|联系方式|^IP/;
const COUNTED = /数(?![据字])|额|量|笔|率|占比|余额/;
const PERIOD =
  /^(?:统计|报告|数据|业务|交易|会计|所属|核算|填报|报表)?(?:日期|时间|期间|年月|年份|月份|季度|年度|年|月|期|期数|期次|报告期|时期|周期)$/;
const UNIT = /^(?:计量|货币|数量|计价)?单位$/;
const CONCEPT = /指标|科目|^项目$|项目名称|^名称$|内容|事项|要素|^项$/;
const SCOPE =
  /机构|地区|区域|省|城市|^市|市场|业务|产品|渠道|类型|类别|种类|分类|部门|公司|支行|分行|网点|客户|商户|行业|币种|银行|单位|品种|方式|对象|主体|平台|品牌|系统|条线|级别|层级/;

/** What a column holds, from its header and its cells. */
export function roleOf(path: readonly string[], contents: Contents): ProposedRole {
  const header = path.at(-1) ?? '';
  const { numbers, periods, units, words } = contents;
  if (SEQUENCE.test(header) || REMARK.test(header)) return 'ignore';
  if (CODE.test(header) && !COUNTED.test(header)) return 'ignore';
  if (PERIOD.test(header) && (periods > 0 || numbers > 0) && periods + numbers >= words) return 'period';
  if (UNIT.test(header) && numbers === 0 && units >= words && units > 0) return 'unit';
  if (numbers > 0 && numbers >= words + periods + units) {
    return header === '' && contents.isCounting ? 'ignore' : 'value';
  }
  if (numbers > 0 && COUNTED.test(header)) return 'value';
  if (periods > words + units) return header === '' || PERIOD.test(header) ? 'period' : 'ignore';
  if (words + units + periods + numbers === 0) return 'ignore';
  return labelRole(header);
}

function labelRole(header: string): ProposedRole {
  if (/指标|科目/.test(header)) return 'concept';
  if (SCOPE.test(header)) return 'scope';
  return CONCEPT.test(header) ? 'concept' : 'label';
}
