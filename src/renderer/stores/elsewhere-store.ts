import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Fact } from '../../shared/model/quantity';
import type { FactElsewhere } from '../../shared/model/review';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';

type Asked = Pick<Fact, 'concept' | 'scope'> & { readonly reportId: number };

/** Where else in the library a fact is stated; asked for when a person wants to know. */
export class ElsewhereStore {
  private asked: Asked | null = null;
  private found: readonly FactElsewhere[] | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<ElsewhereStore, 'bridge' | 'notices' | 'review' | 'asked' | 'found'>(
      this,
      { bridge: false, notices: false, review: false, asked: observableRef, found: observableRef },
      { autoBind: true },
    );
  }

  /** `unasked`, `loading`, or what was found. */
  of({ concept, scope }: Fact): 'unasked' | 'loading' | readonly FactElsewhere[] {
    const { asked } = this;
    const reportId = this.review.snapshot?.report.id;
    const isIt = asked?.concept === concept && asked.scope === scope && asked.reportId === reportId;
    return isIt ? (this.found ?? 'loading') : 'unasked';
  }

  async ask({ concept, scope }: Fact): Promise<void> {
    const reportId = this.review.snapshot?.report.id;
    if (reportId === undefined) return;
    const asked = { concept, scope, reportId };
    this.asked = asked;
    this.found = null;
    const answer = await this.notices.attempt(() => this.bridge.factElsewhere(asked));
    runInAction(() => {
      if (this.asked !== asked) return;
      if (answer.ok) this.found = answer.value;
      else this.asked = null;
    });
  }
}
