import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json';
import type { Analysis } from '../../../shared/model/analysis';
import type { Finding } from '../../../shared/model/finding';
import type { Disposition } from '../../../shared/model/review';
import type { DecisionSeen, SectionSeen, Seen } from '../../../shared/model/sign-off';
import type { Tie } from '../../../shared/model/tie';
import { waiverState } from '../waivers';
import { sectionsOf, sectionsTouched } from './sections';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hash = (value: unknown): string => sha256(canonicalJson(value));

/** The same whatever order they were found in. */
const hashAll = (values: readonly string[]): string => hash([...values].sort());

/** Everything that a signature of this report is bound to now. `today`: `2026-01-31`, for waivers that end. */
export function seenOf(analysis: Analysis, dispositions: readonly Disposition[], today: string): Seen {
  const { document, findings, policy } = analysis;
  const { text } = document;
  const waivers = new Map(
    dispositions.filter(({ kind }) => kind === 'waived').map((one) => [one.fingerprint, one]),
  );
  const decisions = findings.map((finding) =>
    decisionOf(finding, waivers.get(finding.fingerprint), { text, today }),
  );
  return {
    revision: sha256(text),
    policy: { name: policy.name, sha256: policy.sha256 },
    sections: sectionsSeen(analysis, decisions),
    decisions,
  };
}

export const seenHash = (seen: Seen): string => hash(seen);

function sectionsSeen(analysis: Analysis, decisions: readonly DecisionSeen[]): readonly SectionSeen[] {
  const { document, findings, ties } = analysis;
  const sections = sectionsOf(document);
  const tiesIn: string[][] = sections.map(() => []);
  const decisionsIn: string[][] = sections.map(() => []);
  for (const tie of ties) {
    const at = sectionsTouched(
      sections,
      tie.terms.map(({ range }) => range),
    );
    const seen = canonicalJson(tieSeen(tie));
    for (const section of at) tiesIn[section]?.push(seen);
  }
  findings.forEach((finding, index) => {
    const ranges = [finding.range, ...finding.related.map(({ range }) => range)];
    // The fingerprint holds neighbours, which may stand in the next section.
    const { fingerprint: _, message, ...decision } = decisions[index] ?? { fingerprint: '', message: '' };
    const seen = canonicalJson({ ...decision, message: message.replace(/第\d+行/g, '第…行') });
    for (const section of sectionsTouched(sections, ranges)) decisionsIn[section]?.push(seen);
  });
  // The frame holds the outline too: sections added, removed, renamed or moved are a change of it.
  const outline = sections.map(({ key }) => key);
  return sections.map(({ key, range }, at) => {
    const text = document.text.slice(range.start, range.end);
    return {
      key,
      text: at === 0 ? hash([text, outline]) : hash(text),
      ties: hashAll(tiesIn[at] ?? []),
      decisions: hashAll(decisionsIn[at] ?? []),
    };
  });
}

const tieSeen = ({ kind, form, status, expression, expected, actual, terms, outside = [] }: Tie) => ({
  kind,
  form,
  status,
  expression,
  expected,
  actual,
  terms: terms.map(({ raw, role }) => [role, raw]),
  outside: outside.map(({ source, period, raw, role }) => [source, period, role, raw]),
});

function decisionOf(
  finding: Finding,
  waiver: Disposition | undefined,
  facts: { readonly text: string; readonly today: string },
): DecisionSeen {
  const { fingerprint, code, severity, message, excerpt } = finding;
  return {
    fingerprint,
    code,
    severity,
    message,
    excerpt,
    decision: waiver ? waiverState(waiver, finding, facts) : 'open',
    reason: waiver?.reason ?? '',
    by: waiver?.by ?? '',
    confirmedBy: waiver?.confirmed?.by ?? '',
  };
}
