import { createHash } from 'node:crypto';
import type { EvidenceReport } from '../../../shared/model/seal';
import { type PdfFile, streamOf } from '../pdf-file';
import { entryOf, namesOf } from '../pdf-names';
import { referenceOf } from '../pdf-syntax';
import { NotComparable, pageTexts } from './page-text';

const EVIDENCE = 'evidence.json';
const MAX_EVIDENCE = 256 * 1024 * 1024;
const MAX_SHOWN = 5;

const NOTHING: Omit<EvidenceReport, 'state'> = {
  title: '',
  sha256: '',
  createdAt: '',
  draft: false,
  version: '',
  findings: 0,
  openErrors: 0,
  figures: 0,
  missingFigures: [],
  auditHead: '',
};

/** The part of the evidence that is held against the pages. Whatever is not there, or is of another kind, is left out. */
interface Evidence {
  readonly tool?: { readonly version?: unknown };
  readonly report?: { readonly title?: unknown; readonly sha256?: unknown };
  readonly createdAt?: unknown;
  readonly draft?: unknown;
  readonly findings?: unknown;
  readonly figures?: unknown;
  readonly auditHead?: unknown;
  readonly printed?: { readonly sha256?: unknown };
}

/**
 * Holds the evidence inside a PDF against its pages: the hash of the printed text, where the evidence has it, and each
 * figure. Never throws.
 */
export function evidenceOf(file: PdfFile): EvidenceReport {
  let bytes: Buffer | null;
  try {
    bytes = evidenceBytes(file);
  } catch {
    return { ...NOTHING, state: 'unreadable' };
  }
  if (!bytes) return { ...NOTHING, state: 'absent' };
  const evidence = parsed(bytes);
  if (!evidence) return { ...NOTHING, state: 'unreadable' };
  const findings = list(evidence.findings);
  const figures = list(evidence.figures).map((one) => word(one['raw']));
  const stated = {
    ...NOTHING,
    title: word(evidence.report?.title),
    sha256: word(evidence.report?.sha256),
    createdAt: word(evidence.createdAt),
    draft: evidence.draft === true,
    version: word(evidence.tool?.version),
    findings: findings.length,
    openErrors: findings.filter((one) => one['severity'] === 'error' && one['disposition'] === 'open').length,
    figures: figures.length,
    auditHead: word(evidence.auditHead),
  };
  return compared(file, stated, figures, word(evidence.printed?.sha256));
}

function compared(
  file: PdfFile,
  stated: Omit<EvidenceReport, 'state'>,
  figures: readonly string[],
  printed: string,
): EvidenceReport {
  try {
    const pages = pageTexts(file);
    const text = pages.join('');
    const missingFigures = missing(pages.map(squeezed), figures).slice(0, MAX_SHOWN);
    const same = printed === '' || createHash('sha256').update(text).digest('hex') === printed;
    return { ...stated, missingFigures, state: same && missingFigures.length === 0 ? 'agrees' : 'differs' };
  } catch (thrown) {
    const known = thrown instanceof NotComparable;
    return { ...stated, state: known ? 'not-compared' : 'unreadable' };
  }
}

/** Figures that the text does not show as often as the evidence names them. */
function missing(pages: readonly string[], figures: readonly string[]): readonly string[] {
  const text = pages.join('');
  let at = 0;
  const lost: string[] = [];
  for (const raw of figures) {
    const wanted = squeezed(raw);
    const found = text.indexOf(wanted, at);
    // Cells that a page break parts come in another order: look for them anywhere.
    if (found >= 0) at = found + wanted.length;
    else if (!text.includes(wanted) && !isParted(pages, wanted)) lost.push(raw);
  }
  return lost;
}

/** A line of a table's cell ends one page and goes on in the next, with other cells between. */
const isParted = (pages: readonly string[], wanted: string): boolean =>
  pages.some((page, index) => {
    const next = pages[index + 1];
    if (next === undefined) return false;
    for (let at = 1; at < wanted.length && page.includes(wanted.slice(0, at)); at++)
      if (next.includes(wanted.slice(at))) return true;
    return false;
  });

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}*_`\\]+/gu, '');

function evidenceBytes(file: PdfFile): Buffer | null {
  const found = namesOf(file, 'EmbeddedFiles').find(([key]) => nameIs(key, EVIDENCE));
  if (!found) return null;
  const embedded = entryOf(file, found[1], 'EF');
  const number = referenceOf((embedded && entryOf(file, embedded, 'F')) ?? undefined);
  return number === null ? null : streamOf(file, number, MAX_EVIDENCE).bytes;
}

/** A name as a literal, or as UTF-16 in hexadecimal. */
function nameIs(key: string, name: string): boolean {
  if (key === `(${name})`) return true;
  const hex = [...name].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return key.toLowerCase() === `<feff${hex}>`;
}

function parsed(bytes: Buffer): Evidence | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Evidence) : null;
  } catch {
    return null;
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
