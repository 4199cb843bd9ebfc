import type { Analysis } from '../../shared/model/analysis';
import type { Prose } from '../../shared/model/document';
import type { DraftCheck, DraftFinding } from '../../shared/model/editing';
import type { Finding } from '../../shared/model/finding';
import type { Range } from '../../shared/model/range';
import { sourceRange } from '../document/prose';
import type { Placed } from './place';

/** Findings beyond this, elsewhere than where one types, are only counted. */
const ELSEWHERE = 20;

/** What a change brings, by the analysis before and after it. `all`: every finding, not only those of the change. */
export function draftFindings(
  before: Pick<Analysis, 'findings'>,
  after: Pick<Analysis, 'findings' | 'document'>,
  place: Placed,
  all: boolean,
): Omit<DraftCheck, 'isSettled'> {
  const old = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const now = new Set(after.findings.map(({ fingerprint }) => fingerprint));
  const proses = place.prosesIn(after.document);
  const spans = proses.map(spanOf);
  const findings = [...after.findings].sort((a, b) => a.range.start - b.range.start);
  const here = (finding: Finding): boolean => spans.some((span) => touches(span, finding.range));
  const arrived = findings.filter(({ fingerprint }) => !old.has(fingerprint));
  const told = all
    ? findings
    : [...findings.filter(here), ...arrived.filter((one) => !here(one)).slice(0, ELSEWHERE)];
  const shown = told.map((finding) => draftFinding(finding, old.has(finding.fingerprint)));
  const gone = before.findings.filter(({ fingerprint }) => !now.has(fingerprint)).length;
  return { findings: shown, arrived: arrived.length, gone, proses };
}

const spanOf = (prose: Prose): Range => sourceRange(prose, 0, prose.text.length);
const touches = (span: Range, range: Range): boolean => span.start <= range.end && range.start <= span.end;

const draftFinding = (finding: Finding, known: boolean): DraftFinding => {
  const { fingerprint, code, rule, severity, message, range } = finding;
  return { fingerprint, code, rule, severity, message, range, known };
};
