import type { Analysis } from '../../shared/model/analysis';
import { type Failure, failure } from '../../shared/result';

/** Why a report may not leave as final: error-level findings that nobody settled, or a rule that did not run. */
export function releaseRefusal(
  analysis: Pick<Analysis, 'findings' | 'rules'>,
): { readonly ok: false; readonly error: Failure } | null {
  const failed = analysis.rules.filter((rule) => rule.status === 'failed');
  if (failed.length > 0) {
    return failure(
      'rule-failed',
      `规则 ${failed.map((rule) => rule.code).join('、')} 没有跑完，不能导出正式件`,
    );
  }
  const errors = analysis.findings.filter((finding) => finding.severity === 'error').length;
  if (errors > 0)
    return failure('errors-open', `还有 ${errors} 个错误没有处理，不能导出正式件（可导出草稿）`);
  return null;
}
