import type { Analysis } from '../../shared/model/analysis';
import type { CommentThread } from '../../shared/model/comment';
import type { Finding } from '../../shared/model/finding';
import type { Policy } from '../../shared/model/policy';
import type { Range } from '../../shared/model/range';
import type { Disposition } from '../../shared/model/review';
import type { SignOffRecord } from '../../shared/model/sign-off';

/** Name of the file inside the PDF. */
export const EVIDENCE_NAME = 'evidence.json';

/** Changes when a reader of old evidence could misread new evidence. */
const FORMAT = 1;

export interface EvidenceContext {
  readonly version: string;
  /** SHA-256 of the working text, hex. */
  readonly sha256: string;
  /** ISO 8601, UTC; of the export. */
  readonly createdAt: string;
  readonly draft: boolean;
  /** The policy as it was applied. */
  readonly policy?: Policy;
  readonly dispositions?: readonly Disposition[];
  /** The way to the release, where there is a library. */
  readonly signOff?: SignOffRecord;
  /** What was said about the report, where a person chose to let it out. */
  readonly comments?: readonly CommentThread[];
  /** SHA-256 of the audit log's last entry, hex. */
  readonly auditHead?: string;
  /** The same of the report's own chain, which its case file carries. */
  readonly caseHead?: string;
}

/**
 * What the released PDF carries to prove how it was checked: plain JSON (resources/evidence.schema.json), offsets in UTF-16 units of the working text.
 * Pure: the same analysis gives the same value.
 */
export function evidenceOf(analysis: Analysis, context: EvidenceContext) {
  const { document, quantities, states, coverage } = analysis;
  const decided = new Map(
    (context.dispositions ?? []).map((disposition) => [disposition.fingerprint, disposition]),
  );
  return {
    format: FORMAT,
    tool: { name: 'gouji', version: context.version },
    report: { title: document.title, sha256: context.sha256, characters: document.text.length },
    createdAt: context.createdAt,
    draft: context.draft,
    coverage,
    findings: analysis.findings.map((finding) => findingOf(finding, decided.get(finding.fingerprint))),
    dispositions: context.dispositions ?? [],
    signOff: context.signOff ?? null,
    ...(context.comments ? { comments: context.comments.map(commentOf) } : {}),
    figures: quantities.map((quantity, index) => ({
      ...at(quantity.range),
      raw: quantity.raw,
      value: quantity.value,
      unit: quantity.unit,
      state: states[index] ?? 'single',
    })),
    facts: analysis.facts,
    ties: analysis.ties.map((tie) => ({
      kind: tie.kind,
      status: tie.status,
      expression: tie.expression,
      expected: tie.expected,
      actual: tie.actual,
      ...(tie.reason === undefined ? {} : { reason: tie.reason }),
      terms: tie.terms.map((term) => ({ ...at(term.range), raw: term.raw })),
    })),
    references: analysis.references,
    rules: analysis.rules,
    policy: { ...analysis.policy, document: context.policy ?? null },
    auditHead: context.auditHead ?? null,
    caseHead: context.caseHead ?? null,
  };
}

export type Evidence = ReturnType<typeof evidenceOf> & {
  /** Of the text that the pages show, hex: in the order of the content, artifacts left out. Known once they are laid out. */
  readonly printed?: { readonly sha256: string };
};

function findingOf(finding: Finding, disposition: Disposition | undefined) {
  return {
    code: finding.code,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...at(finding.range),
    excerpt: finding.excerpt,
    fingerprint: finding.fingerprint,
    disposition: disposition?.kind ?? 'open',
  };
}

/** Who said what, without what was taken back. */
const commentOf = ({ range, excerpt, settled, entries }: CommentThread) => ({
  ...(range ? at(range) : {}),
  excerpt,
  settled,
  said: entries
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ body, by, at: when }) => ({ body, by, at: when })),
});

const at = (range: Range) => ({ offset: range.start, length: range.end - range.start });
