import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import { sourceRange } from '../../../document/prose';
import { OFFICES } from '../../language/organisations';
import type { TermForm, Variant } from '../terms/term-places';

const PATTERN = new RegExp(`(?<=(\\p{Script=Han}{2}))各地?(${OFFICES})(?!所在)`, 'gu');

/** 银联各地分公司 beside 银联各分公司: one's offices with and without 地. */
export function scatteredOffices({ blocks }: ReportDocument): readonly Variant[] {
  const groups = new Map<string, Map<string, { start: number; end: number }[]>>();
  for (const block of blocks) {
    if (block.kind === 'table' || !('prose' in block)) continue;
    for (const { 0: raw, 1: owner = '', 2: office = '', index } of allMatches(block.prose.text, PATTERN)) {
      const forms = groups.get(owner + office) ?? new Map<string, { start: number; end: number }[]>();
      groups.set(owner + office, forms);
      const range = sourceRange(block.prose, index - owner.length, index + raw.length);
      forms.set(owner + raw, [...(forms.get(owner + raw) ?? []), range]);
    }
  }
  return [...groups.values()].flatMap((forms): Variant[] => {
    const [usual, rare] = [...forms]
      .map(([name, places]): TermForm => ({ name, places }))
      .sort((a, b) => b.places.length - a.places.length);
    return usual && rare ? [{ forms: [usual, rare] }] : [];
  });
}
