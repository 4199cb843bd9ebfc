import type { Label } from '../../../../shared/model/document';
import type { Target } from './label-targets';

/** Nouns that open an annex. */
export const ANNEX_NOUNS: readonly Label['noun'][] = ['附件', '附录', '附表', '附图'];

/** One string for noun and number. */
export const keyOf = (label: { noun: string; number: string }): string => label.noun + label.number;

/** Captions of one label that are looked at; more than one is another rule's finding. */
const SAME_LABEL = 4;

/** Targets by noun and number. */
export class TargetIndex {
  private readonly byLabel = new Map<string, Target[]>();
  private readonly nouns = new Set<Label['noun']>();
  private readonly byTitle = new Map<string, Target>();

  /** Labels of all annexes, those only listed among them. */
  readonly annexKeys: readonly string[];

  constructor(all: readonly Target[]) {
    this.annexKeys = [...new Set(all.filter(({ noun }) => ANNEX_NOUNS.includes(noun)).map(keyOf))];
    for (const target of all) {
      if (target.kind === 'caption') this.nouns.add(target.noun);
      const same = this.byLabel.get(keyOf(target));
      if (!same) this.byLabel.set(keyOf(target), [target]);
      else if (same.length < SAME_LABEL) same.push(target);
      if (target.kind === 'annex' && target.hasTable && target.title.length >= 4)
        this.byTitle.set(target.title, target);
    }
  }

  named(noun: Label['noun'], number: string): readonly Target[] {
    return this.byLabel.get(noun + number) ?? [];
  }

  /** Whether captions of this noun are there at all. */
  counts(noun: Label['noun']): boolean {
    return this.nouns.has(noun);
  }

  /** The annex that carries a table under this title. */
  annexTitled(title: string): Target | null {
    return this.byTitle.get(title) ?? null;
  }
}
