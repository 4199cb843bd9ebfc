import type { SealReport, SignatureReport } from '../../shared/model/seal';
import { type Certificate, certificatesOf, commonName } from './certificates';
import { type Judgement, judge } from './check/context';
import { followsOn } from './check/follows-on';
import { readForeign } from './check/foreign';
import { checkOwn } from './check/own-signature';
import { revisionsOf } from './check/revisions';
import { revocationListsOf } from './check/revocation';
import { evidenceOf } from './evidence/compare';
import { openPdf, type PdfFile } from './pdf-file';
import { UnsupportedPdf } from './pdf-syntax';
import { type FoundSignatures, findSignatures } from './signatures';

export interface VerifyOptions {
  /** PEM or DER files of the authorities that the person trusts. With them, any other signer fails. */
  readonly trust?: readonly Uint8Array[];
  /** PEM or DER files of lists of revoked certificates. Without them revocation is not checked. */
  readonly revocation?: readonly Uint8Array[];
  /** When the certificates must be valid; a trusted time-stamp's time, else the one that the signature states. */
  readonly at?: Date;
  /** Only whether the seal holds: nothing of other programs' signatures, of updates and of the evidence. */
  readonly sealOnly?: boolean;
}

/**
 * Checks every signature of a PDF, offline: strictly, so that no byte of a sealed file can be changed. Only seals in the
 * form that this program writes can be valid; others are read leniently, and never called valid. Never throws, whatever the
 * bytes.
 */
export async function verifyPdf(pdf: Uint8Array, options: VerifyOptions = {}): Promise<SealReport> {
  let file: PdfFile;
  let found: FoundSignatures;
  try {
    file = openPdf(pdf);
    found = findSignatures(file);
  } catch (thrown) {
    return unreadable(pdf, thrown);
  }
  const { sealOnly = false } = options;
  const signatures = await checkAll(pdf, file, found, judgementOf(options), sealOnly);
  const ends = signatures.map((one) => one.coveredBytes);
  const rest = {
    bytes: pdf.length,
    revisions: sealOnly ? [] : revisionsOf(file, ends),
    evidence: sealOnly ? null : evidenceOf(file),
  };
  if (found.placed.length === 0 && found.problems.length === 0)
    return { status: 'unsigned', signatures: [], problems: [], foreign: null, ...rest };
  return verdict(signatures, found.problems, rest);
}

const judgementOf = ({ trust, revocation, at }: VerifyOptions): Judgement => ({
  anchors: trust?.flatMap((bytes): readonly Certificate[] => certificatesOf(bytes)) ?? null,
  lists: (revocation ?? []).flatMap(revocationListsOf),
  at: at ?? null,
});

async function checkAll(
  pdf: Uint8Array,
  file: PdfFile,
  found: FoundSignatures,
  judgement: Judgement,
  sealOnly: boolean,
): Promise<readonly SignatureReport[]> {
  const signatures: SignatureReport[] = [];
  for (const [index, placed] of found.placed.entries()) {
    const before = found.placed[index - 1];
    const own = placed ? await checkOwn(pdf, file, placed, judgement) : null;
    const other = sealOnly ? UNREADABLE : null;
    const report = own ?? other ?? (await checkForeign(pdf, found.offsets[index] ?? 0, judgement));
    const gap = placed && before && !followsOn(pdf, before, placed) ? ['两次签章之间文件被改动'] : [];
    signatures.push({ ...report, problems: [...report.problems, ...gap] });
  }
  return signatures;
}

function verdict(
  signatures: readonly SignatureReport[],
  problems: readonly string[],
  rest: Pick<SealReport, 'bytes' | 'revisions' | 'evidence'>,
): SealReport {
  const whole = signatures.at(-1)?.coversWholeDocument === true;
  const appended = whole || signatures.length === 0 ? [] : ['签章后又追加了内容，或签章没有覆盖全文'];
  const contradicted = rest.evidence?.state === 'differs' ? ['内嵌的审校依据与正文不符'] : [];
  const all = [...problems, ...appended, ...contradicted];
  const held = signatures.every((one) => one.integrity && one.problems.length === 0);
  const own = signatures.every((one) => one.form === 'own');
  const [only] = signatures;
  const foreign =
    signatures.length === 1 && only?.form === 'foreign' && whole && problems.length === 0
      ? only.integrity
        ? 'intact'
        : 'broken'
      : null;
  const status = own && whole && held && all.length === 0 ? 'valid' : 'invalid';
  return { status, signatures, problems: all, foreign, ...rest };
}

/** A file that is no whole PDF any more, but was sealed, fails its verification; any other cannot be verified. */
function unreadable(pdf: Uint8Array, thrown: unknown): SealReport {
  const problem = thrown instanceof UnsupportedPdf ? thrown.message : '文件结构不完整';
  const sealed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/ByteRange');
  return {
    status: sealed ? 'invalid' : 'unreadable',
    signatures: [],
    problems: [problem],
    bytes: pdf.length,
    foreign: null,
    revisions: [],
    evidence: null,
  };
}

const UNREADABLE: SignatureReport = {
  signer: '',
  issuer: '',
  signedAt: '',
  reason: '',
  place: '',
  contact: '',
  algorithm: '',
  coversWholeDocument: false,
  integrity: false,
  trust: 'unknown-issuer',
  problems: ['签章数据已损坏，或不是本程序认可的规范形式'],
  form: 'unreadable',
  maySign: null,
  certificates: [],
  timestamp: null,
  timeBasis: 'claimed',
  revocation: 'not-checked',
  certifies: false,
  visible: false,
  coveredBytes: 0,
};

/** A signature by another program: whether the signed bytes are unchanged, and what its certificates are worth. */
async function checkForeign(pdf: Uint8Array, offset: number, judgement: Judgement): Promise<SignatureReport> {
  const read = await readForeign(pdf, offset);
  if (!read?.certificate) return UNREADABLE;
  const { certificate, chain, broken, end, signedAt, algorithm } = read;
  const claimed = signedAt === '' ? new Date() : new Date(signedAt);
  const judged = await judge({ certificate, chain }, true, { claimed, proved: null }, judgement);
  return {
    ...UNREADABLE,
    ...judged,
    form: 'foreign',
    signer: commonName(certificate.parsed.subject),
    issuer: commonName(certificate.parsed.issuer),
    signedAt,
    algorithm,
    integrity: broken.length === 0,
    coversWholeDocument: end === pdf.length,
    coveredBytes: end,
    problems: [...broken, ...judged.problems],
  };
}
