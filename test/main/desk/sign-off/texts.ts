import { SECTIONS } from './model';

const TITLES = ['一、业务情况', '二、商户情况', '三、投诉情况'] as const;
const CLEAN = [
  ['全年服务平稳运行。', '全年服务运行稳定。'],
  ['特约商户分布在城区和乡镇。', '特约商户主要分布在城区。'],
  ['客户投诉均已办结。', '客户投诉全部得到答复。'],
] as const;
const WRONG = [
  '据运行记录，系统于2026年2月30日升级。',
  '据登记台账，名单截至2026年4月31日。',
  '据投诉台账，最后一件于2026年6月31日办结。',
] as const;
/** Longer than what a finding remembers of its neighbours, so that sections have nothing to do with each other. */
const REST = [
  '业务部门提供，复核人员核对。',
  '登记资料由分管部门按时更新。',
  '办理结果已经告知每位客户。',
] as const;

/** Key of a section of the model: 0 is the frame. */
export const keyOf = (section: number): string => (section === 0 ? '' : (TITLES[section - 1] ?? ''));

/** A report whose sections read as the model says; the third way of each holds one error. */
export function textOf(variants: readonly number[]): string {
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const sentence = [...(CLEAN[at] ?? []), WRONG[at]][variants[at] ?? 0];
    return `## ${TITLES[at]}\n\n${sentence}\n\n${REST[at]}\n`;
  });
  return `# 演示支付公司业务报告\n\n${sections.join('\n')}`;
}
