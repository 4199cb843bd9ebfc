import type { Severity } from '../../shared/model/finding';
import type { QuantityState } from '../../shared/model/quantity';
import type { TieStatus } from '../../shared/model/tie';
import type { Evidence } from './evidence';

const STATES: readonly (readonly [QuantityState, string])[] = [
  ['tied', '已勾稽'],
  ['conflicting', '有冲突'],
  ['waived', '已豁免'],
  ['single', '仅出现一次'],
  ['unclear', '无法核对'],
  ['exempt', '不作核对'],
];
const TIES: readonly (readonly [TieStatus, string])[] = [
  ['pass', '成立'],
  ['rounding', '仅差尾数'],
  ['fail', '不成立'],
  ['unclear', '无法核对'],
];
const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['doubt', '疑问'],
  ['notice', '提示'],
];
const STAGES: Readonly<Record<string, string>> = { compliance: '合规', legal: '法务' };

/** More signatures than this would not leave the page whole. */
const MOST_SIGN_OFFS = 4;

/** How a report was checked, for a person, on one page: the working text of that page. Pure. */
export function summaryOf(evidence: Evidence): string {
  const rows: readonly (readonly [string, string])[] = [
    ['报告', shortened(evidence.report.title)],
    ['性质', evidence.draft ? '草稿' : '正式件'],
    ['工作稿', `${evidence.report.characters}个字符，SHA-256 ${grouped(evidence.report.sha256)}`],
    ['审校工具', `勾稽 ${evidence.tool.version}，${evidence.rules.length}条规则`],
    ['审校政策', policyOf(evidence)],
    ['核对依据', referencesOf(evidence)],
    ['数量', counted(STATES.map(([state, word]) => [evidence.coverage[state], word]))],
    ['勾稽关系', counted(TIES.map(([status, word]) => [countOf(evidence.ties, 'status', status), word]))],
    ['问题', findingsOf(evidence)],
    ['处置', dispositionsOf(evidence)],
    ['会签', signOffsOf(evidence)],
    ['审计日志', logOf(evidence)],
    ['生成时间', `${evidence.createdAt.slice(0, 16).replace('T', ' ')}（协调世界时）`],
  ];
  const lines = rows.map(([name, text]) => `| ${name} | ${plain(text)} |`);
  return [
    '# 审校情况说明',
    '本页由审校工具生成，不是报告正文。逐条依据见随附于本文件的 evidence.json。',
    ['| 项目 | 情况 |', '|---|---|', ...lines].join('\n'),
    '',
  ].join('\n\n');
}

/** A report that was exported on the command line has no log behind it: its head is all zeros. */
function logOf({ auditHead }: Evidence): string {
  const isThere = auditHead !== null && !/^0*$/.test(auditHead);
  return isThere ? `末条 SHA-256 ${grouped(auditHead)}` : '无（不是从资料库导出）';
}

/** A hash in four groups, between which a line may end. */
const grouped = (hash: string): string => hash.replace(/.{16}(?=.)/g, '$& ');

function policyOf({ policy }: Evidence): string {
  return policy.name === '' ? '默认' : `${shortened(policy.name)}，SHA-256 ${policy.sha256.slice(0, 16)}`;
}

function referencesOf({ references }: Evidence): string {
  return references.length === 0 ? '无上期报告或台账' : `上期报告和台账${references.length}份`;
}

function findingsOf({ findings }: Evidence): string {
  const open = findings.filter((finding) => finding.disposition === 'open');
  const shown = SEVERITIES.map(([severity, word]): readonly [number, string] => [
    countOf(open, 'severity', severity),
    `${word}未处置`,
  ]);
  return counted([...shown, [findings.length - open.length, '已处置']]);
}

function dispositionsOf({ dispositions }: Evidence): string {
  const waived = countOf(dispositions, 'kind', 'waived');
  return dispositions.length === 0 ? '无' : `豁免${waived}处，修改${dispositions.length - waived}处`;
}

/** Signatures that still cover something. */
function signOffsOf({ signOff }: Evidence): string {
  const signOffs = (signOff?.signOffs ?? []).filter((one) => one.live.length > 0);
  if (signOffs.length === 0) return '无';
  const shown = signOffs
    .slice(0, MOST_SIGN_OFFS)
    .map(({ stage, by, at }) => `${STAGES[stage] ?? stage}：${shortened(by.name, 20)}，${at.slice(0, 10)}`);
  const more = signOffs.length > MOST_SIGN_OFFS ? `；等${signOffs.length}人次` : '';
  return shown.join('；') + more;
}

function countOf<K extends string>(
  items: readonly Readonly<Record<K, string>>[],
  key: K,
  value: string,
): number {
  return items.filter((item) => item[key] === value).length;
}

/** `共9处：已勾稽5、有冲突4`; parts of none are left out. */
function counted(parts: readonly (readonly [number, string])[]): string {
  const total = parts.reduce((sum, [count]) => sum + count, 0);
  const shown = parts.filter(([count]) => count > 0).map(([count, word]) => `${word}${count}`);
  return total === 0 ? '无' : `共${total}处：${shown.join('、')}`;
}

const MOST_CHARACTERS = 60;

function shortened(text: string, most = MOST_CHARACTERS): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** Signs that Markdown would read as markup become their full-width twins. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[|*_`~<>[\]\\^&]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
