import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import type { Finding } from '../../shared/model/finding';
import type { Disposition, WaiverBound } from '../../shared/model/review';
import type { WaiverState } from '../../shared/model/sign-off';

const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** SHA-256 of the text on both sides of a finding: its own, and that of its related places with what is said of them. */
export function sidesOf(text: string, finding: Finding): Pick<WaiverBound, 'textHash' | 'relatedHash'> {
  const { range, related } = finding;
  return {
    textHash: hash(text.slice(range.start, range.end)),
    relatedHash: hash(related.map((place) => [place.note, text.slice(place.range.start, place.range.end)])),
  };
}

/** What a waiver of this finding is bound to. */
export function boundTo(text: string, finding: Finding): WaiverBound {
  const { code, severity, message, excerpt } = finding;
  return { code, severity, message, excerpt, ...sidesOf(text, finding) };
}

export interface WaiverFacts {
  readonly text: string;
  /** `2026-01-31`, UTC. */
  readonly today: string;
}

/**
 * What has become of a waiver beside the finding of its fingerprint, undefined when there is none any more. An error's
 * waiver counts only with a second person's word; the day on which it ends still counts.
 */
export function waiverState(
  waiver: Disposition,
  finding: Finding | undefined,
  { text, today }: WaiverFacts,
): WaiverState {
  if (!finding) return 'unused';
  const sides = sidesOf(text, finding);
  const { bound, expiresOn, confirmed } = waiver;
  if (bound && (bound.textHash !== sides.textHash || bound.relatedHash !== sides.relatedHash))
    return 'changed';
  if (expiresOn !== null && expiresOn < today) return 'expired';
  if (finding.severity === 'error' && !confirmed) return 'unconfirmed';
  return 'effective';
}

/** Every waiver with what has become of it, in the order of the decisions. */
export function waiverStates(
  dispositions: readonly Disposition[],
  findings: readonly Finding[],
  facts: WaiverFacts,
): readonly { readonly waiver: Disposition; readonly state: WaiverState }[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return dispositions
    .filter(({ kind }) => kind === 'waived')
    .map((waiver) => ({
      waiver,
      state: waiverState(waiver, byFingerprint.get(waiver.fingerprint), facts),
    }));
}

/** Fingerprints of the findings that a waiver closes. */
export const closedBy = (
  dispositions: readonly Disposition[],
  findings: readonly Finding[],
  facts: WaiverFacts,
): ReadonlySet<string> =>
  new Set(
    waiverStates(dispositions, findings, facts)
      .filter(({ state }) => state === 'effective')
      .map(({ waiver }) => waiver.fingerprint),
  );
