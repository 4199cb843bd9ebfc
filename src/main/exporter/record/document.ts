import type { RecordFinding, ReviewRecord } from '../../../shared/model/record';
import { commentRows } from './comment-rows';
import { DECISIONS, inPrint, MOVES, ROLES, SEVERITIES, STATES } from './words';

/** The review record as a text that the PDF is set from. Pure. */
export function recordText(record: ReviewRecord): string {
  const parts = [
    `# ${plain(record.title)}审核记录`,
    '## 一、报告',
    ...facts(record),
    '## 二、数字核对',
    table(
      ['状态', '个数'],
      record.coverage.map(([state, n]) => [STATES[state] ?? state, String(n)]),
    ),
    '检查所得的状态；豁免不改变检查所得。',
    '## 三、问题与处置',
    ...(record.findings.length === 0 ? ['当前版本没有问题。'] : record.findings.flatMap(findingParts)),
    '## 四、已处置而不再出现的问题',
    record.settled.length === 0
      ? '没有。'
      : table(
          ['问题', '处置', '理由', '处置人', '时间'],
          record.settled.map((one) => [
            one.subject || '—',
            DECISIONS[one.kind] ?? one.kind,
            one.reason,
            one.by,
            inPrint(one.at),
          ]),
        ),
    '## 五、会签',
    record.moves.length === 0
      ? '没有提交会签。'
      : table(
          ['环节', '人员', '身份', '意见', '时间', '签名'],
          record.moves.map((move) => [
            MOVES[move.action] ?? move.action,
            move.by || '—',
            ROLES[move.role] ?? (move.role || '—'),
            move.reason || '—',
            inPrint(move.at),
            move.signature || '—',
          ]),
        ),
    '## 六、批注',
    record.comments.length === 0
      ? '没有批注。'
      : table(
          ['序号', '原文', '批注', '人员', '时间', '状态'],
          commentRows(record).map(([nth, excerpt, _, ...rest]) => [nth, excerpt, ...rest]),
        ),
    '## 七、审计日志',
    table(
      ['序号', '时间', '人员', '事项', '哈希'],
      record.entries.map(({ at, actor, summary, hash }, index) => [
        String(index + 1),
        inPrint(at),
        actor,
        summary,
        hash.slice(0, 12),
      ]),
    ),
    '链头（核对案卷时对照）：',
    ...halves(record.head),
  ];
  return `${parts.join('\n\n')}\n`;
}

const facts = (record: ReviewRecord): readonly string[] => [
  table(
    ['项目', '内容'],
    [
      ['原件', record.fileName],
      ['版本', `第${record.revision}版（共${record.revisions}版）`],
      ['检查政策', record.policy || '资料库默认'],
      ['案卷编号', record.uid],
      ['正文SHA-256', record.sha256],
    ],
  ),
];

/** 64 digits do not fit into one line of the page. */
const halves = (hash: string): readonly string[] =>
  hash === '' ? ['（空）'] : [hash.slice(0, 32), hash.slice(32)];

function findingParts(finding: RecordFinding, index: number): readonly string[] {
  const { code, severity, message, excerpt, evidence, decision } = finding;
  return [
    `${index + 1}. ${code}（${SEVERITIES[severity] ?? severity}）${plain(message)}`,
    `原文：${plain(excerpt)}`,
    ...(evidence.length === 0 ? [] : [`依据：${evidence.map(plain).join('；')}`]),
    `处置：${decision ? decided(decision) : '未处置'}`,
  ];
}

function decided(decision: NonNullable<RecordFinding['decision']>): string {
  const { kind, reason, by, at, confirmedBy, confirmedAt, expiresOn } = decision;
  const confirmed = confirmedBy === '' ? '' : `；${plain(confirmedBy)}确认，${inPrint(confirmedAt)}`;
  const until = expiresOn === '' ? '' : `；有效至${expiresOn}`;
  return `${DECISIONS[kind] ?? kind}，理由：${plain(reason)}（${plain(by)}，${inPrint(at)}${confirmed}${until}）`;
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows.map((row) => row.map(plain))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** What is quoted stands as it is read, in one line: nothing in it is markup. */
const plain = (quoted: string): string =>
  quoted
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|*_`<>[\]#~]/g, (sign) => `\\${sign}`);
