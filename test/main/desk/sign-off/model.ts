import type { AskedAction, CaseState, Stage } from '../../../../src/shared/model/sign-off';
import { people, type Who } from './people';

/** How a section may read: two clean ways, and one with an error. */
export const VARIANTS = 3;
const WRONG = 2;
export const SECTIONS = 3;

interface Waiver {
  readonly by: Who;
  readonly confirmedBy: Who | null;
}

interface Act {
  readonly by: Who;
  state: 'done' | 'undone' | 'discarded';
  movedBy: Who | null;
  readonly round: number;
  readonly before: Content;
  readonly after: Content;
}

/** What can be undone: the sections' texts and what was decided of their errors. */
interface Content {
  readonly variants: readonly number[];
  readonly waivers: readonly (Waiver | null)[];
}

interface Signature {
  readonly stage: Stage;
  readonly by: Who;
  readonly apart: boolean;
  readonly route: string;
  readonly seen: readonly string[];
  live: Set<number>;
}

/** Which stages a policy demands and whether sections are signed apart. */
export interface Demands {
  readonly name: string;
  readonly stages: readonly Stage[];
  readonly apart: boolean;
}

/**
 * What the sign-off is meant to do, told anew and as simply as can be: no hashes, no tables, no database. A section is
 * its number, its text one of three, its error (of the third text) open or waived.
 */
export class Model {
  content: Content = { variants: [0, 0, 0], waivers: [null, null, null] };
  acts: Act[] = [];
  signatures: Signature[] = [];
  handedIn = false;
  released = false;
  submitter: Who | null = null;
  round = 0;

  constructor(public demands: Demands) {}

  get state(): CaseState {
    if (this.released) return 'released';
    if (!this.handedIn) return 'draft';
    let state: CaseState = 'review';
    for (const stage of this.demands.stages) {
      if (!this.isWhole(stage)) break;
      state = `${stage}-signed`;
    }
    return state;
  }

  get waiting(): Stage | null {
    if (!this.handedIn || this.released) return null;
    return this.demands.stages.find((stage) => !this.isWhole(stage)) ?? null;
  }

  get errorOpen(): boolean {
    return this.content.variants.some((variant, at) => {
      const waiver = this.content.waivers[at];
      return variant === WRONG && !waiver?.confirmedBy;
    });
  }

  tookPart(who: Who): boolean {
    const acted = this.acts.some(
      (act) =>
        act.round === this.round &&
        ((act.state === 'done' && act.by === who) || (act.movedBy === who && act.by !== who)),
    );
    return acted || this.submitter === who || this.content.waivers.some((waiver) => waiver?.by === who);
  }

  holds(who: Who): Signature[] {
    return this.signatures.filter(({ by, live }) => by === who && live.size > 0);
  }

  /** Sections (0 is the frame) that nobody has signed for a stage. */
  unsigned(stage: Stage): number[] {
    const covered = this.signatures.filter((one) => one.stage === stage).flatMap(({ live }) => [...live]);
    return [0, 1, 2, 3].filter((section) => !covered.includes(section));
  }

  isWhole(stage: Stage): boolean {
    return this.unsigned(stage).length === 0;
  }

  /** Whether a person may move the report now. */
  may(who: Who, action: AskedAction): boolean {
    const has = (role: string): boolean => (people[who].roles as readonly string[]).includes(role);
    const { state, waiting } = this;
    const clean = !this.errorOpen && !this.tookPart(who);
    switch (action) {
      case 'submit':
        return state === 'draft' && has('preparer');
      case 'sign':
        return (
          waiting !== null && has(waiting) && clean && this.holds(who).every(({ stage }) => stage === waiting)
        );
      case 'return':
        return this.handedIn && !this.released && has(waiting ?? 'releaser');
      case 'withdraw':
        return this.mayWithdraw(who, has);
      case 'release':
        return (
          this.handedIn &&
          !this.released &&
          waiting === null &&
          has('releaser') &&
          clean &&
          this.holds(who).length === 0
        );
      default:
        return this.released && has('releaser');
    }
  }

  private mayWithdraw(who: Who, has: (role: string) => boolean): boolean {
    if (!this.handedIn || this.released) return false;
    const own = this.holds(who)[0];
    const live = this.signatures.filter((one) => one.live.size > 0);
    if (!own)
      return live.length === 0 && this.submitter === who && has('preparer') && this.state === 'review';
    const { stages } = this.demands;
    const later = stages.slice(stages.indexOf(own.stage) + 1);
    return has(own.stage) && live.every(({ stage }) => !later.includes(stage));
  }

  move(who: Who, action: AskedAction, sections: readonly number[] | null): void {
    if (action === 'submit') {
      this.handedIn = true;
      this.submitter = who;
    } else if (action === 'sign') this.sign(who, sections);
    else if (action === 'withdraw') {
      const own = this.holds(who);
      if (own.length === 0) this.handedIn = false;
      for (const one of own) one.live = new Set();
    } else if (action === 'release') {
      this.released = true;
      this.round++;
    } else {
      this.handedIn = false;
      this.released = false;
      for (const one of this.signatures) one.live = new Set();
    }
  }

  private sign(who: Who, sections: readonly number[] | null): void {
    const stage = this.waiting;
    if (!stage) throw new Error('nothing waits');
    const { apart } = this.demands;
    const covered = apart ? (sections ?? this.unsigned(stage)) : [0, 1, 2, 3];
    const route = this.demands.name;
    this.signatures.push({ stage, by: who, apart, route, seen: this.seen(), live: new Set(covered) });
  }

  /** What somebody who signs now sees of each section. */
  private seen(): string[] {
    const { variants, waivers } = this.content;
    return [
      'frame',
      ...variants.map((variant, at) => {
        const waiver = variant === WRONG ? waivers[at] : null;
        return `${variant} ${waiver ? `${waiver.by} ${waiver.confirmedBy}` : ''}`;
      }),
    ];
  }

  /** Signatures hold what still is as it was signed. */
  settle(): void {
    if (this.released) return;
    const now = this.seen();
    for (const one of this.signatures) {
      const changed = [0, 1, 2, 3].filter((section) => one.seen[section] !== now[section]);
      const lost = one.route !== this.demands.name || (!one.apart && changed.length > 0);
      one.live = new Set([...one.live].filter((section) => !lost && !changed.includes(section)));
    }
  }

  act(by: Who, after: Content): void {
    for (const one of this.acts) if (one.state === 'undone') one.state = 'discarded';
    this.acts.push({ by, state: 'done', movedBy: null, round: this.round, before: this.content, after });
    this.content = after;
  }

  get undoable(): Act | undefined {
    return this.acts.findLast(({ state }) => state === 'done');
  }

  get redoable(): Act | undefined {
    return this.acts.find(({ state }) => state === 'undone');
  }
}

/** Where an error stands that can be waived or confirmed. */
export const isWrong = (content: Content, section: number): boolean => content.variants[section] === WRONG;
