import type { SignatureReport } from '../../../shared/model/seal';
import type { Certificate } from '../certificates';
import { maySign } from '../certificates';
import { MIN_RSA_BITS, rsaBits } from '../key';
import { trustOf } from '../trust';
import { certificateSummary } from './certificate-summary';
import { type RevocationList, revocationOf } from './revocation';

/** What the person who verifies brings along; not read from files any more. */
export interface Judgement {
  /** Null when no authority was named: then nobody is refused for being unknown, and nobody is trusted. */
  readonly anchors: readonly Certificate[] | null;
  readonly lists: readonly RevocationList[];
  /** When the certificates must be valid; null: when the signature was made. */
  readonly at: Date | null;
}

export interface Line {
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

/** The time that a signature claims, and the one that a trusted time-stamp proves. */
export interface Times {
  readonly claimed: Date;
  readonly proved: Date | null;
}

type Judged = Pick<
  SignatureReport,
  'trust' | 'maySign' | 'certificates' | 'timeBasis' | 'revocation' | 'problems'
>;

/** What the certificates of a signature are worth. `linked`: through a broken chain nobody can be trusted. */
export async function judge(
  line: Line,
  linked: boolean,
  times: Times,
  { anchors, lists, at }: Judgement,
): Promise<Judged> {
  const when = at ?? times.proved ?? times.claimed;
  const known = linked ? line : { certificate: line.certificate, chain: [] };
  const trust = await trustOf(known, when, anchors ?? []);
  const all = [known.certificate, ...known.chain];
  const revoked = await revocationOf(all, anchors ?? [], lists, { at: when, proved: times.proved !== null });
  const problems: string[] = [];
  const bits = rsaBits(line.certificate);
  if (bits !== null && bits < MIN_RSA_BITS)
    problems.push(`密钥强度不足：RSA ${bits} 位，要求 ${MIN_RSA_BITS} 位以上`);
  if (!maySign(line.certificate)) problems.push('证书的用途不包括签名');
  if (trust === 'expired') problems.push('签章时证书已过期');
  if (trust === 'not-yet-valid') problems.push('签章时证书还未生效');
  if (anchors && trust !== 'trusted') problems.push('签章证书不是由所信任的机构颁发');
  return {
    trust,
    maySign: maySign(line.certificate),
    certificates: [line.certificate, ...line.chain].map(certificateSummary),
    timeBasis: at ? 'given' : times.proved ? 'timestamp' : 'claimed',
    revocation: revoked.state,
    problems: [...problems, ...revoked.problems],
  };
}
