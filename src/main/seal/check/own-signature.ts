import { createHash } from 'node:crypto';
import type { SignatureReport, TimestampReport } from '../../../shared/model/seal';
import { commonName, sameBytes } from '../certificates';
import { type Cms, readCms, signatureHolds } from '../cms';
import { publicKeyOf } from '../key';
import { dictionaryOf, type PdfFile } from '../pdf-file';
import type { PlacedSignature } from '../signatures';
import { checkToken } from '../timestamp/check';
import { chainHolds, trustOf } from '../trust';
import { type Judgement, judge } from './context';

/** A claimed time may be this much later than the proved one: clocks differ. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Checks a signature in the form that this program writes; null when its CMS has another form. */
export async function checkOwn(
  pdf: Uint8Array,
  file: PdfFile,
  placed: PlacedSignature,
  judgement: Judgement,
): Promise<SignatureReport | null> {
  const cms = readCms(placed.der);
  if (!cms) return null;
  const claimed = new Date(placed.signedAt);
  const linked = await chainHolds(cms);
  const stamp = cms.timestamp ? await checkStamp(cms.timestamp, cms, judgement) : null;
  const proved =
    stamp?.report.trust === 'trusted' && stamp.report.integrity ? new Date(stamp.report.time) : null;
  const broken = [...(await integrityProblems(pdf, placed, cms, linked)), ...(stamp?.problems ?? [])];
  const judged = await judge(cms, linked, { claimed, proved }, judgement);
  const late = proved && claimed.getTime() > proved.getTime() + CLOCK_SLACK_MS;
  return {
    signedAt: placed.signedAt,
    reason: placed.reason,
    place: placed.place,
    contact: placed.contact,
    coversWholeDocument: placed.end === pdf.length,
    signer: commonName(cms.certificate.parsed.subject),
    issuer: commonName(cms.certificate.parsed.issuer),
    algorithm: cms.algorithm === 'RSA' ? 'RSA-SHA256' : 'ECDSA-P256-SHA256',
    integrity: broken.length === 0,
    form: 'own',
    timestamp: stamp?.report ?? null,
    certifies: placed.certifies,
    visible: isVisible(file, placed.number + 1),
    coveredBytes: placed.end,
    ...judged,
    problems: [...broken, ...judged.problems, ...(late ? ['签章所称的时间晚于时间戳'] : [])],
  };
}

function isVisible(file: PdfFile, field: number): boolean {
  try {
    return dictionaryOf(file, field).has('AP');
  } catch {
    return false;
  }
}

async function integrityProblems(
  pdf: Uint8Array,
  { from, to, end, name }: PlacedSignature,
  cms: Cms,
  linked: boolean,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const digest = createHash('sha256').update(pdf.subarray(0, from)).update(pdf.subarray(to, end)).digest();
  if (!sameBytes(digest, cms.digest)) problems.push('签章后文件内容被改动');
  const key = await publicKeyOf(cms.certificate, cms.algorithm);
  if (!key || !(await signatureHolds(cms, key))) problems.push('签名值与证书不符');
  if (!linked) problems.push('证书链不完整或已损坏');
  if (name !== commonName(cms.certificate.parsed.subject)) problems.push('签章上的姓名与证书不符');
  return problems;
}

interface CheckedStamp {
  readonly report: TimestampReport;
  readonly problems: readonly string[];
}

/** Whether the time is proved depends on who is trusted; whether the token is whole does not. */
async function checkStamp(bytes: Uint8Array, cms: Cms, { anchors }: Judgement): Promise<CheckedStamp> {
  const checked = await checkToken(bytes, cms.signature);
  if (!checked) {
    const report = { time: '', authority: '', integrity: false, trust: 'unknown-issuer' } as const;
    return { report, problems: ['时间戳已损坏'] };
  }
  const { token, time, problems } = checked;
  const integrity = problems.length === 0;
  const authority = commonName(token.certificate.parsed.subject);
  const trust = integrity ? await trustOf(token, time, anchors ?? []) : 'unknown-issuer';
  return { report: { time: time.toISOString(), authority, integrity, trust }, problems };
}
