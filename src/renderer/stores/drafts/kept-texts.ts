import type { Memory } from '../ui-store';

/** Kinds of what is kept, as the names of texts begin. */
export const keptKinds = ['waive', 'comment', 'reply', 'move', 'edit'] as const;
export type KeptKind = (typeof keptKinds)[number];

type Kept = Readonly<Record<string, unknown>>;

const keyOf = (person: string, reportId: number): string => `gouji.typed.${person}.${reportId}`;

/**
 * What a person typed into a form and has not sent: it outlives the form, the lock and the window, and is that person's alone.
 * Names are `waive.FINGERPRINT`, `comment`, `reply.THREAD`, `move.ACTION`, `edit`.
 */
export class KeptTexts {
  /** Stable id of who sat down last: while the desk is locked, what is typed is still theirs. */
  private person: string | null = null;

  constructor(private readonly memory: Memory) {}

  /** True when it is another person than before. */
  sitDown(person: string): boolean {
    const isAnother = this.person !== null && this.person !== person;
    this.person = person;
    return isAnother;
  }

  get(reportId: number, name: string): unknown {
    return this.all(reportId)[name] ?? null;
  }

  /** Null: it was sent, or given up. */
  set(reportId: number, name: string, value: unknown): void {
    if (this.person === null) return;
    const { [name]: _, ...rest } = this.all(reportId);
    const all = value === null ? rest : { ...rest, [name]: value };
    const kept = Object.keys(all).length === 0 ? '' : JSON.stringify(all);
    try {
      this.memory.setItem(keyOf(this.person, reportId), kept);
    } catch {
      // The store of the window is full: the text lives as long as its form.
    }
  }

  /** How many texts of each kind wait. */
  counts(reportId: number): ReadonlyMap<KeptKind, number> {
    const names = Object.keys(this.all(reportId));
    const of = (kind: KeptKind): number => names.filter((name) => name.split('.')[0] === kind).length;
    return new Map(keptKinds.map((kind) => [kind, of(kind)] as const).filter(([, count]) => count > 0));
  }

  /** Of a report that is deleted for good, whoever wrote it. */
  forget(reportId: number, people: readonly string[]): void {
    for (const person of people) this.memory.setItem(keyOf(person, reportId), '');
  }

  private all(reportId: number): Kept {
    if (this.person === null) return {};
    try {
      const kept: unknown = JSON.parse(this.memory.getItem(keyOf(this.person, reportId)) || '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
    } catch {
      return {};
    }
  }
}
