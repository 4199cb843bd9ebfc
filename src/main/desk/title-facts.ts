import type { ReportSummary } from '../../shared/model/review';
import type { ShelvedReport } from '../db/shelf';
import { reportPeriod } from '../figures/report-period';

const FIRM =
  /^(?:关于)?([\p{Script=Han}A-Za-z（）()·]{2,40}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|银行(?:股份)?(?:有限(?:责任)?公司)?)(?:\p{Script=Han}{1,12}?(?:分公司|分行|支行))?)/u;
const OFFICE =
  /^(?:关于)?([\p{Script=Han}（）()]{2,28}?(?:统计局|财政局|人民政府|委员会|协会|研究院|中心|[局厅院会部省市区县]))(?=\d{4}|上半年|下半年|年度|关于|的|$)/u;

/** Whose report it is, as its title says: `北京某某支付有限公司上海分公司`; empty where the title does not say. */
export function institutionOf(title: string): string {
  const plain = title.replace(/[\s《》]+/g, '');
  const named = FIRM.exec(plain) ?? OFFICE.exec(plain);
  return named?.[1] ?? '';
}

/** A row of the library with what its title says. */
export const withTitleFacts = (report: ShelvedReport): ReportSummary => ({
  ...report,
  institution: institutionOf(report.title),
  year: reportPeriod(report.title).year,
});
