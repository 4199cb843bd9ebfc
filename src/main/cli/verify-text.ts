import {
  type EvidenceReport,
  isUntrusted,
  type Revocation,
  type SealReport,
  type SignatureReport,
  type Trust,
} from '../../shared/model/seal';

const VERDICTS: Readonly<Record<SealReport['status'], string>> = {
  valid: '签章有效，签章后没有改动',
  invalid: '签章无效',
  unsigned: '没有签章',
  unreadable: '文件已损坏，无法验证',
};
const UNTRUSTED = '签章无效：文件没有改动，但签章人的证书不能认定';
const FOREIGN: Readonly<Record<NonNullable<SealReport['foreign']>, string>> = {
  intact: '其他软件的签章：签名与内容相符，覆盖全文；但不是本程序的规范形式，不能认定有效',
  broken: '其他软件的签章，完整性未通过',
};
const TRUSTS: Readonly<Record<Trust, string>> = {
  trusted: '由所信任的机构颁发',
  'self-signed': '自签名，身份未经第三方证明',
  'unknown-issuer': '颁发机构是否可信不明',
  expired: '当时已过期',
  'not-yet-valid': '当时还未生效',
};
const REVOCATIONS: Readonly<Record<Revocation, string>> = {
  'not-checked': '未检查（离线，没有给出吊销列表）',
  unknown: '不明（给出的吊销列表不涵盖）',
  good: '未被吊销（按给出的吊销列表）',
  revoked: '已吊销',
};
const BASES: Readonly<Record<SignatureReport['timeBasis'], string>> = {
  claimed: '所称的签章时间',
  timestamp: '时间戳',
  given: '指定的时间',
};
const EVIDENCE: Readonly<Record<EvidenceReport['state'], string>> = {
  absent: '没有内嵌审校依据',
  unreadable: '内嵌的审校依据读不出来',
  agrees: '与正文一致',
  differs: '与正文不符',
  'not-compared': '页面不是本程序写的，没有与正文核对',
};

/** The report of a verification for a terminal. */
export function verifyText(report: SealReport): string {
  const head = report.foreign
    ? FOREIGN[report.foreign]
    : isUntrusted(report)
      ? UNTRUSTED
      : VERDICTS[report.status];
  const signatures = report.signatures.flatMap(signatureLines);
  const problems = report.problems.map((problem) => `✗ ${problem}`);
  const updates = report.revisions.slice(1).map(({ bytes, signature, objects }) => {
    const what = Object.entries(objects).map(([kind, count]) => `${kind} ${count}`);
    const covered = signature ? `由签章 ${signature} 覆盖` : '没有签章覆盖';
    return `更新至 ${bytes} 字节，${covered}：${what.join('，')}`;
  });
  return `${[head, ...signatures, ...problems, ...updates, ...evidenceLines(report.evidence)].join('\n')}\n`;
}

function signatureLines(one: SignatureReport, index: number): readonly string[] {
  if (one.form === 'unreadable') return [`签章 ${index + 1}：无法读取`, ...marked(one.problems)];
  const { timestamp: stamp } = one;
  const time = stamp
    ? [
        `    时间戳：${stamp.time || '不明'}，${stamp.authority}，${stamp.integrity ? '完整' : '已损坏'}，${TRUSTS[stamp.trust]}`,
      ]
    : ['    时间戳：无，签章时间只是签章人所称'];
  return [
    `签章 ${index + 1}：${one.signer}（颁发者 ${one.issuer}），${one.signedAt || '时间不明'}，${one.algorithm}`,
    `    完整性：${one.integrity ? '通过' : '未通过'}；覆盖全文：${one.coversWholeDocument ? '是' : '否'}${one.certifies ? '；首签认证，此后只许再签' : ''}`,
    `    证书：${TRUSTS[one.trust]}（按${BASES[one.timeBasis]}）；吊销：${REVOCATIONS[one.revocation]}`,
    ...time,
    ...(one.reason === '' ? [] : [`    事由：${one.reason}`]),
    ...(one.place === '' ? [] : [`    地点：${one.place}`]),
    ...(one.contact === '' ? [] : [`    联系方式：${one.contact}`]),
    ...marked(one.problems),
  ];
}

const marked = (problems: readonly string[]): readonly string[] => problems.map((one) => `    ✗ ${one}`);

function evidenceLines(evidence: EvidenceReport | null): readonly string[] {
  if (!evidence) return [];
  const lines = [`审校依据：${EVIDENCE[evidence.state]}`];
  if (evidence.state === 'absent' || evidence.state === 'unreadable') return lines;
  const kind = evidence.draft ? '草稿' : '正式件';
  return [
    ...lines,
    `    ${kind}《${evidence.title}》，问题 ${evidence.findings} 个（未处理的错误 ${evidence.openErrors} 个），数量 ${evidence.figures} 个`,
    `    工作稿 SHA-256 ${evidence.sha256}`,
    ...(evidence.auditHead === '' ? [] : [`    审计日志末条 ${evidence.auditHead}`]),
    ...evidence.missingFigures.map((raw) => `    ✗ 正文里没有“${raw}”`),
  ];
}
