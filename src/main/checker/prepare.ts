import type { ReportDocument } from '../../shared/model/document';
import type { Policy } from '../../shared/model/policy';
import type { Reference } from '../../shared/model/reference';
import type { SourceMark } from '../../shared/model/source';
import { parseDocument } from '../document/parse';
import { extractFacts } from '../figures/facts';
import { extractQuantities } from '../figures/quantities';
import { DEFAULT_POLICY } from '../policy/shipped';
import { alignFacts } from './align/align';
import type { CheckedReport } from './rule';
import { findCulprits } from './ties/culprits';
import { READERS } from './ties/families';
import { evaluateTies, type FarTies } from './ties/index';

export interface PrepareOptions {
  readonly marks?: readonly SourceMark[];
  readonly references?: readonly Reference[];
  readonly policy?: Policy;
  readonly onProgress?: (done: number) => void;
  /** The text as parsed already; without it the text is parsed. */
  readonly document?: ReportDocument;
  /** Gives the ties between what stands far apart, where they are carried over from before an edit. */
  readonly farTies?: FarTies;
}

/** Everything that rules look at, computed once. */
export function prepareReport(text: string, options: PrepareOptions = {}): CheckedReport {
  const { marks = [], references = [], policy = DEFAULT_POLICY, onProgress: progress = () => {} } = options;
  const document = options.document ?? parseDocument(text);
  progress(0.15);
  const quantities = extractQuantities(document);
  progress(0.3);
  const facts = extractFacts(document, quantities);
  progress(0.4);
  const alignments = alignFacts(facts, quantities, references);
  const broken = new Map<string, string>();
  const ties = evaluateTies(
    { document, quantities, facts, references, alignments },
    options.farTies,
    (family, thrown) => {
      for (const code of READERS[family])
        broken.set(code, thrown instanceof Error ? thrown.message : String(thrown));
    },
  );
  const culprits = findCulprits(ties, quantities);
  progress(0.5);
  return { document, quantities, facts, references, alignments, ties, broken, culprits, marks, policy };
}
