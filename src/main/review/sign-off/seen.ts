import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json';
import { remembered } from '../../../shared/memo';
import type { Analysis } from '../../../shared/model/analysis';
import type { Finding } from '../../../shared/model/finding';
import type { Disposition } from '../../../shared/model/review';
import type { DecisionSeen, SectionSeen, Seen } from '../../../shared/model/sign-off';
import type { Tie } from '../../../shared/model/tie';
import { waiverState } from '../waivers';
import { type Section, sectionsOf, sectionsTouched } from './sections';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hash = (value: unknown): string => sha256(canonicalJson(value));

/** The same whatever order they were found in. */
const hashAll = (values: readonly string[]): string => hash([...values].sort());

export interface SeenFacts {
  readonly analysis: Analysis;
  readonly dispositions: readonly Disposition[];
  /** `2026-01-31`, for waivers that end. */
  readonly today: string;
}

/** Everything that a signature of this report is bound to now. */
export function seenOf(facts: SeenFacts): Seen {
  const { document, policy } = facts.analysis;
  const decisions = decisionsSeen(facts);
  return {
    revision: sha256(document.text),
    policy: { name: policy.name, sha256: policy.sha256 },
    sections: sectionsSeen(facts.analysis, decisions),
    decisions,
  };
}

export const seenHash = (seen: Seen): string => hash(seen);

/** Every finding with what was decided of it. */
export function decisionsSeen({ analysis, dispositions, today }: SeenFacts): readonly DecisionSeen[] {
  const { text } = analysis.document;
  const waivers = new Map(
    dispositions.filter(({ kind }) => kind === 'waived').map((one) => [one.fingerprint, one]),
  );
  return analysis.findings.map((finding) =>
    decisionOf(finding, waivers.get(finding.fingerprint), { text, today }),
  );
}

/** Keys of the sections of a text, the frame first. */
export const sectionKeys = ({ document }: Analysis): readonly string[] =>
  sectionsOf(document).map(({ key }) => key);

interface Part {
  readonly section: Section;
  readonly text: string;
  readonly ties: string;
}

/** The sections with the hashes that no decision changes: once for each analysis. */
const partsOf = remembered(({ document, ties }: Analysis): readonly Part[] => {
  const sections = sectionsOf(document);
  const tiesIn: string[][] = sections.map(() => []);
  for (const tie of ties) {
    const seen = tieSeen(tie);
    const ranges = tie.terms.map(({ range }) => range);
    for (const section of sectionsTouched(sections, ranges)) tiesIn[section]?.push(seen);
  }
  // The frame holds the outline too: sections added, removed, renamed or moved are a change of it.
  const outline = sections.map(({ key }) => key);
  return sections.map((section, at) => {
    const text = document.text.slice(section.range.start, section.range.end);
    return {
      section,
      text: at === 0 ? hash([text, outline]) : hash(text),
      ties: hashAll(tiesIn[at] ?? []),
    };
  });
});

function sectionsSeen(analysis: Analysis, decisions: readonly DecisionSeen[]): readonly SectionSeen[] {
  const parts = partsOf(analysis);
  const sections = parts.map(({ section }) => section);
  const decisionsIn: string[][] = sections.map(() => []);
  analysis.findings.forEach((finding, index) => {
    const ranges = [finding.range, ...finding.related.map(({ range }) => range)];
    // The fingerprint holds neighbours, which may stand in the next section.
    const { fingerprint: _, message = '', ...decision } = decisions[index] ?? {};
    const seen = canonicalJson({ ...decision, message: message.replace(/第\d+行/g, '第…行') });
    for (const section of sectionsTouched(sections, ranges)) decisionsIn[section]?.push(seen);
  });
  return parts.map(({ section, text, ties }, at) => ({
    key: section.key,
    text,
    ties,
    decisions: hashAll(decisionsIn[at] ?? []),
  }));
}

/** What a tie says, without where: lists in a fixed order, so that JSON is canonical as it comes. */
const tieSeen = ({ kind, form, status, expression, expected, actual, terms, outside = [] }: Tie): string =>
  JSON.stringify([
    ...[kind, form, status, expression, expected, actual],
    terms.map(({ raw, role }) => [role, raw]),
    outside.map(({ source, period, raw, role }) => [source, period, role, raw]),
  ]);

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
