import type { Severity } from '../../../shared/model/finding';

/** A term that a house does not write, and what it writes instead. */
export interface TermEntry {
  readonly pattern: RegExp;
  /** What is wrong; the first group where the pattern has one, else the whole match. */
  readonly right: string;
  readonly severity: Severity;
  readonly why: string;
  /** Only in a paragraph that holds this too. */
  readonly beside?: RegExp;
}

const entry = (
  pattern: RegExp,
  right: string,
  severity: Severity,
  why: string,
  beside?: RegExp,
): TermEntry => ({ pattern, right, severity, why, ...(beside ? { beside } : {}) });

/** Terms of official documents. */
export const DEFAULT_TERMS: readonly TermEntry[] = [
  entry(
    /(截止)(?=(?:到|至)?(?:目前|报告期|本报告|(?:19|20)?\d{2}年|\d{1,2}月|上年|去年|今年|本月|本季|年末|年底|当前))/g,
    '截至',
    'error',
    '“截止”是停止，表示到某一时点为止用“截至”',
  ),
  entry(/(第三方)支付(?!通道费)/g, '非银行', 'doubt', '《非银行支付机构监督管理条例》的规范名称'),
  entry(/(?<!中国)(大陆)(?!架|性|法系|桥)/g, '内地', 'doubt', '与香港、澳门并提时用“内地”', /香港|澳门|港澳/),
  entry(/(?<![A-Za-z])(帐)(?=户|号|单|款|目|簿|面|务|龄|期)/g, '账', 'error', '规范字形'),
  entry(/(其它)/g, '其他', 'notice', '公文统一用“其他”'),
  entry(/(部份)/g, '部分', 'error', '规范词形'),
  entry(/(做为)(?=[^了]{1,12}(?:之一|单位|机构|依据|基础|重点|手段|试点))/g, '作为', 'error', '规范词形'),
  entry(/(既使)/g, '即使', 'error', '错别字'),
  entry(/(一但)(?!是)/g, '一旦', 'error', '错别字'),
  entry(
    /(登陆)(?=系统|平台|账户|账号|网站|App|APP|页面|后台|手机银行|网上银行)/g,
    '登录',
    'error',
    '进入系统用“登录”',
  ),
  entry(/(反应)(?=问题|情况|诉求|意见)/g, '反映', 'error', '告知情况用“反映”'),
  entry(/(?<=向.{1,12})(反应)(?=的|，|。)/g, '反映', 'error', '告知情况用“反映”'),
  entry(
    /(必需)(?=遵守|坚持|按照|严格|落实|加强|及时|立即)/g,
    '必须',
    'error',
    '“必须”是副词，“必需”是形容词',
  ),
  entry(/(以至于?)(?=造成|发生.{0,8}(?:风险|损失|事故))/g, '以致', 'doubt', '引出不良结果用“以致”'),
  entry(/(港澳台)(?=等?国家)/g, '', 'error', '港澳台不是国家'),
];
