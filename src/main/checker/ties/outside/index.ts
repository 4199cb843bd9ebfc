import type { Tie } from '../../../../shared/model/tie';
import { mainSpan } from '../../../figures/identity/main-period';
import { indexReferences } from '../../../figures/identity/reference-index';
import type { TieInput } from '../input';
import { mentionsOf } from '../same/mentions';
import { changeTies, openChanges } from './changes';
import type { OutsideInput } from './input';
import { ledgerTies } from './ledger';
import { restatedTies } from './restated';

/**
 * Facts against the previous report (较11月, 同比, 环比) and against ledgers. `known`: the ties found inside the report;
 * a change that one of them evaluates needs no other base.
 */
export function outsideTies(input: TieInput, known: readonly Tie[] = []): readonly Tie[] {
  const { document, facts, references } = input;
  if (references.length === 0) return openChanges(input, known);
  const main = mainSpan(
    document.title,
    facts.map(({ period }) => period),
  );
  const index = indexReferences(references, main);
  const found: OutsideInput['found'] = new Map();
  const outside: OutsideInput = {
    ...input,
    index,
    main,
    found,
    mentions: mentionsOf(input),
  };
  return [...changeTies(outside, known), ...restatedTies(outside), ...ledgerTies(outside)];
}
