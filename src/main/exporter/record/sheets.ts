import type { ReviewRecord } from '../../../shared/model/record';
import { commentRows } from './comment-rows';
import { DECISIONS, inPrint, MOVES, ROLES, SEVERITIES, STATES } from './words';

interface RecordSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** The review record as the sheets of a workbook. All cells are text: hashes and times are no numbers. Pure. */
export function recordSheets(record: ReviewRecord): readonly RecordSheet[] {
  return [
    {
      name: '报告',
      header: ['项目', '内容'],
      widths: [18, 72],
      rows: [
        ['标题', record.title],
        ['原件', record.fileName],
        ['版本', `${record.revision} / ${record.revisions}`],
        ['检查政策', record.policy || '资料库默认'],
        ['案卷编号', record.uid],
        ['正文SHA-256', record.sha256],
        ['案卷日志链头', record.head],
        ...record.coverage.map(([state, n]) => [`数字：${STATES[state] ?? state}`, String(n)]),
      ],
    },
    {
      name: '问题与处置',
      header: [
        '编号',
        '级别',
        '问题',
        '原文',
        '依据',
        '处置',
        '理由',
        '处置人',
        '时间',
        '确认人',
        '确认时间',
        '有效至',
      ],
      widths: [8, 8, 40, 40, 40, 8, 30, 12, 20, 12, 20, 12],
      rows: record.findings.map(({ code, severity, message, excerpt, evidence, decision }) => [
        code,
        SEVERITIES[severity] ?? severity,
        message,
        excerpt,
        evidence.join('；'),
        decision ? (DECISIONS[decision.kind] ?? decision.kind) : '未处置',
        decision?.reason ?? '',
        decision?.by ?? '',
        inPrint(decision?.at ?? ''),
        decision?.confirmedBy ?? '',
        inPrint(decision?.confirmedAt ?? ''),
        decision?.expiresOn ?? '',
      ]),
    },
    {
      name: '不再出现的问题',
      header: ['问题', '处置', '理由', '处置人', '时间'],
      widths: [40, 8, 40, 12, 20],
      rows: record.settled.map((one) => [
        one.subject,
        DECISIONS[one.kind] ?? one.kind,
        one.reason,
        one.by,
        inPrint(one.at),
      ]),
    },
    {
      name: '会签',
      header: ['环节', '人员', '身份', '意见', '时间', '签名'],
      widths: [12, 14, 10, 40, 20, 22],
      rows: record.moves.map((move) => [
        MOVES[move.action] ?? move.action,
        move.by,
        ROLES[move.role] ?? move.role,
        move.reason,
        inPrint(move.at),
        move.signature,
      ]),
    },
    {
      name: '批注',
      header: ['序号', '原文', '问题', '批注', '人员', '时间', '状态'],
      widths: [8, 40, 40, 40, 14, 20, 28],
      rows: commentRows(record),
    },
    {
      name: '审计日志',
      header: ['序号', '时间', '人员', '事项', '哈希'],
      widths: [8, 20, 14, 60, 66],
      rows: record.entries.map(({ at, actor, summary, hash }, index) => [
        String(index + 1),
        inPrint(at),
        actor,
        summary,
        hash,
      ]),
    },
  ];
}
