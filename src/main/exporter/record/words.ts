/** What the codes of the database are called in print. */
export const SEVERITIES: Readonly<Record<string, string>> = { error: '错误', doubt: '疑问', notice: '提示' };
export const DECISIONS: Readonly<Record<string, string>> = { waived: '豁免', fixed: '修改' };
export const STATES: Readonly<Record<string, string>> = {
  tied: '已勾稽',
  conflicting: '有冲突',
  waived: '已豁免',
  single: '单次出现',
  unclear: '无法判定',
  exempt: '不需核对',
};
export const MOVES: Readonly<Record<string, string>> = {
  submit: '提交会签',
  sign: '会签',
  return: '退回',
  withdraw: '撤回',
  drop: '会签失效',
  release: '发布',
  reopen: '重新开启',
};
export const ROLES: Readonly<Record<string, string>> = {
  preparer: '编制',
  compliance: '合规',
  legal: '法务',
  releaser: '发布',
};

/** 2026-01-10T09:00:00.000Z → 2026-01-10 09:00 UTC. */
export const inPrint = (iso: string): string => {
  const [day = '', time = ''] = iso.split('T');
  return time === '' ? day : `${day} ${time.slice(0, 5)} UTC`;
};
