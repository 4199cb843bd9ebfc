import { parseDocument } from '../../../src/main/document/parse';
import { extractFacts } from '../../../src/main/figures/facts';
import { extractQuantities } from '../../../src/main/figures/quantities';

/** The facts of a text, with the raw text of their figures; `of` is the raw text of a comparison's figure. */
export function factsOf(text: string) {
  const document = parseDocument(text);
  const quantities = extractQuantities(document);
  const rawOf = (index: number | null): string | null =>
    index === null ? null : (quantities[index]?.raw ?? '');
  return extractFacts(document, quantities).map(({ quantity, concept, scope, period, comparison }) => {
    const { quantity: of = null, ...rest } = comparison ?? {};
    return {
      raw: rawOf(quantity) ?? '',
      concept,
      scope,
      period,
      comparison: comparison && { ...rest, of: rawOf(of) },
    };
  });
}

/** `raw concept | scope` of each fact. */
export const read = (text: string): readonly string[] =>
  factsOf(text).map(({ raw, concept, scope }) => `${raw} ${concept} | ${scope}`);
