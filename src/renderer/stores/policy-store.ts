import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type {
  DocumentType,
  Policy,
  PolicyEntry,
  PolicyShelf,
  PolicyTerm,
  RulePolicy,
} from '../../shared/model/policy';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';
import type { Memory, UiStore } from './ui-store';

export const policyTabs = ['rules', 'terms', 'documents', 'signOff'] as const;
export type PolicyTab = (typeof policyTabs)[number];

const KEPT = 'gouji.policy-drafts';

/** The policies of the library. Changes wait as drafts, one per policy, until they are saved; closing the app keeps them. */
export class PolicyStore {
  shelf: PolicyShelf | null = null;
  chosen: string | null = null;
  tab: PolicyTab = 'rules';
  /** Position of the term that is shown whole. */
  term: number | null = null;
  search = '';
  running = false;
  private readonly drafts = observable.map<string, Policy>(undefined, { deep: false });

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly memory: Memory,
  ) {
    makeAutoObservable<PolicyStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'memory' | 'drafts'>(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        memory: false,
        drafts: false,
        shelf: observableRef,
      },
      { autoBind: true },
    );
  }

  get policies(): readonly PolicyEntry[] {
    return this.shelf?.policies ?? [];
  }

  get entry(): PolicyEntry | null {
    return this.policies.find(({ id }) => id === this.chosen) ?? null;
  }

  /** The chosen policy as the person has changed it. */
  get policy(): Policy | null {
    return (this.chosen === null ? null : this.drafts.get(this.chosen)) ?? this.entry?.policy ?? null;
  }

  get editable(): boolean {
    return this.entry !== null && !this.entry.shipped && !this.running;
  }

  get changed(): boolean {
    return this.chosen !== null && this.isChanged(this.chosen);
  }

  /** Terms that hold the searched words, with their positions. */
  get terms(): readonly { readonly term: PolicyTerm; readonly at: number }[] {
    const words = this.search.trim().toLowerCase();
    return (this.policy?.terms ?? [])
      .map((term, at) => ({ term, at }))
      .filter(({ term }) => `${term.avoid}\n${term.use}\n${term.why}`.toLowerCase().includes(words));
  }

  isChanged(id: string): boolean {
    return this.drafts.has(id);
  }

  async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listPolicies());
    runInAction(() => {
      if (listed.ok) this.receive(listed.value);
    });
  }

  select(id: string): void {
    if (id === this.chosen) return;
    this.chosen = id;
    this.term = null;
    this.search = '';
  }

  show(tab: PolicyTab): void {
    this.tab = tab;
  }

  showTerm(at: number | null): void {
    this.term = at;
  }

  setSearch(search: string): void {
    this.search = search;
    this.term = null;
  }

  change(changes: Partial<Policy>): void {
    const { policy, chosen, editable } = this;
    if (!policy || chosen === null || !editable) return;
    this.drafts.set(chosen, { ...policy, ...changes });
    this.keep();
  }

  changeRule(code: string, changes: RulePolicy): void {
    const { policy } = this;
    if (!policy) return;
    const { [code]: own = {}, ...others } = policy.rules;
    const { level, limits = {} } = { ...own, ...changes };
    const next: RulePolicy = {
      ...(level === undefined ? {} : { level }),
      ...(Object.keys(limits).length === 0 ? {} : { limits }),
    };
    this.change({ rules: Object.keys(next).length === 0 ? others : { ...others, [code]: next } });
  }

  /** Null: the rule's own. */
  changeLimit(code: string, name: string, value: number | null): void {
    const { [name]: _, ...others } = this.policy?.rules[code]?.limits ?? {};
    this.changeRule(code, { limits: value === null ? others : { ...others, [name]: value } });
  }

  addTerm(): void {
    const { policy } = this;
    if (!policy) return;
    const { newTerm } = this.settings.text.policies;
    this.search = '';
    this.change({ terms: [{ avoid: newTerm, use: '', level: 'doubt', why: '' }, ...policy.terms] });
    this.term = 0;
  }

  /** An emptied condition is none. */
  changeTerm(at: number, changes: Partial<PolicyTerm>): void {
    const { terms = [] } = this.policy ?? {};
    this.change({
      terms: terms.map((term, index) => (index === at ? trimmed({ ...term, ...changes }) : term)),
    });
  }

  removeTerm(at: number): void {
    const { terms = [] } = this.policy ?? {};
    this.change({ terms: terms.filter((_, index) => index !== at) });
    this.term = null;
  }

  addDocument(): void {
    const { documents = [] } = this.policy ?? {};
    const { document } = this.settings.text.policies;
    this.change({ documents: [...documents, { name: document, titles: [], parts: [], always: false }] });
  }

  changeDocument(at: number, changes: Partial<DocumentType>): void {
    const { documents = [] } = this.policy ?? {};
    this.change({ documents: documents.map((one, index) => (index === at ? { ...one, ...changes } : one)) });
  }

  removeDocument(at: number): void {
    const { documents = [] } = this.policy ?? {};
    this.change({ documents: documents.filter((_, index) => index !== at) });
  }

  raiseDocument(at: number): void {
    const documents = [...(this.policy?.documents ?? [])];
    const [raised] = documents.splice(at, 1);
    if (raised && at > 0) documents.splice(at - 1, 0, raised);
    this.change({ documents });
  }

  discard(): void {
    if (this.chosen !== null) this.forget(this.chosen);
    this.term = null;
  }

  async save(): Promise<void> {
    const { chosen: id, policy } = this;
    if (id === null || !policy || !this.changed) return;
    const kept = await this.run(() => this.bridge.keepPolicy({ id, policy }));
    if (!kept) return;
    runInAction(() => this.forget(id));
    this.notices.say('info', this.settings.text.policies.saved);
  }

  /** A copy of the chosen policy becomes one of the house, and is chosen. */
  async copy(): Promise<void> {
    const { policy } = this;
    if (!policy) return;
    const names = new Set(this.policies.map((one) => one.policy.name));
    const { copyName } = this.settings.text.policies;
    let name = copyName(policy.name);
    for (let nth = 2; names.has(name); nth++) name = copyName(`${policy.name} ${nth}`);
    await this.run(() => this.bridge.keepPolicy({ id: null, policy: { ...policy, name } }), true);
  }

  async take(): Promise<void> {
    await this.run(() => this.bridge.importPolicy(), true);
  }

  async export(): Promise<void> {
    const { chosen: id } = this;
    if (id === null) return;
    const written = await this.notices.attempt(() => this.bridge.exportPolicy({ id }));
    if (written.ok && written.value) {
      this.notices.say('info', this.settings.text.policies.exported(written.value.fileName));
    }
  }

  async makeStandard(id = this.chosen): Promise<void> {
    if (id !== null) await this.run(() => this.bridge.setStandardPolicy({ id }));
  }

  async remove(): Promise<void> {
    const { chosen: id } = this;
    if (id === null) return;
    const removed = await this.run(() => this.bridge.removePolicy({ id }));
    runInAction(() => {
      if (removed) this.forget(id);
      this.ui.closeDialog();
    });
  }

  /** With `arrived`, the policy that is new is chosen. False when nothing has changed. */
  private async run(send: () => Promise<Result<PolicyShelf | null>>, arrived = false): Promise<boolean> {
    if (this.running) return false;
    this.running = true;
    const result = await this.notices.attempt(send);
    runInAction(() => {
      this.running = false;
      if (!result.ok || !result.value) return;
      const known = new Set(this.policies.map(({ id }) => id));
      const fresh = arrived ? result.value.policies.find(({ id }) => !known.has(id)) : undefined;
      this.receive(result.value);
      if (fresh) this.select(fresh.id);
    });
    return result.ok && result.value !== null;
  }

  private forget(id: string): void {
    this.drafts.delete(id);
    this.keep();
  }

  private keep(): void {
    this.memory.setItem(KEPT, JSON.stringify([...this.drafts]));
  }

  /** Drafts of an earlier run, of policies that are still there. */
  private recall(shelf: PolicyShelf): void {
    for (const [id, policy] of draftsIn(this.memory.getItem(KEPT))) {
      const entry = shelf.policies.find((one) => one.id === id);
      if (entry && !entry.shipped && !this.drafts.has(id)) this.drafts.set(id, policy);
    }
  }

  private receive(shelf: PolicyShelf): void {
    if (!this.shelf) this.recall(shelf);
    this.shelf = shelf;
    if (!this.entry) this.chosen = shelf.standard;
  }
}

/** What the store wrote itself; anything else counts as nothing. */
function draftsIn(kept: string | null): readonly (readonly [string, Policy])[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value)
      ? value.filter((one) => Array.isArray(one) && typeof one[1]?.name === 'string')
      : [];
  } catch {
    return [];
  }
}

const CONDITIONS = ['followedBy', 'notFollowedBy', 'precededBy', 'notPrecededBy', 'beside'] as const;

function trimmed(term: PolicyTerm): PolicyTerm {
  const given = Object.fromEntries(
    CONDITIONS.flatMap((name) => (term[name] ? [[name, term[name]] as const] : [])),
  );
  const { avoid, use, level, why } = term;
  return { avoid, use, level, why, ...given };
}
