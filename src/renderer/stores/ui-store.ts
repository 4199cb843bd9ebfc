import { makeAutoObservable } from 'mobx';

export type Screen = 'library' | 'review' | 'ledgers' | 'policies' | 'verify';
export type DialogName =
  | 'settings'
  | 'people'
  | 'export'
  | 'shortcuts'
  | 'drop'
  | 'unproved'
  | 'comparison'
  | 'mapping'
  | 'ledger-from-report'
  | 'ledger-remove'
  | 'policy-remove'
  | 'safekeeping'
  | 'hand-over'
  | 'case-opened'
  | 'case-unlock'
  | 'case-settle'
  | 'restore'
  | 'references'
  | 'unsaved'
  | 'preview'
  | 'report-tags'
  | 'report-remove'
  | 'report-purge';
export const tabs = [
  'detail',
  'comments',
  'figures',
  'tables',
  'source',
  'signoff',
  'history',
  'rules',
] as const;
export type Tab = (typeof tabs)[number];
/** What the review desk shows: the document with its panes, or the data tables in their place. */
export const reviewViews = ['document', 'data'] as const;
export type ReviewView = (typeof reviewViews)[number];
/** How the report stands in the middle: as it reads on paper, or as it is written. */
export const pageModes = ['page', 'source'] as const;
export type PageMode = (typeof pageModes)[number];
export type PaneName = 'left' | 'right' | 'outline' | 'strip' | 'compare';

/** The part of localStorage that is used. */
export interface Memory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface PaneLimits {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

/** Pixels. The document keeps the rest of the width. */
export const paneLimits: Readonly<Record<PaneName, PaneLimits>> = {
  left: { min: 220, max: 520, initial: 284 },
  right: { min: 300, max: 900, initial: 400 },
  outline: { min: 64, max: 520, initial: 190 },
  strip: { min: 96, max: 640, initial: 236 },
  compare: { min: 140, max: 800, initial: 360 },
};

const keyOf = (pane: PaneName): string => `gouji.pane.${pane}`;

/** Parts of the left pane that can be folded away: as the person said, or null: as there is room. */
export type Folds = Readonly<Record<'outline' | 'filters', boolean | null>>;

const foldKey = (part: keyof Folds): string => `gouji.folded.${part}`;

/** A third of a wide window goes to the right pane, so that rows before and after a fix stand side by side. */
const rightShare = (windowWidth: number): number => Math.max(400, Math.min(620, Math.round(windowWidth / 3)));

/** Where the person is, which dialog is open, how wide the panes are. */
export class UiStore {
  screen: Screen = 'library';
  dialog: DialogName | null = null;
  tab: Tab = 'detail';
  view: ReviewView = 'document';
  page: PageMode = 'page';
  dropping = false;
  panes: Readonly<Record<PaneName, number>>;
  folded: Folds;

  constructor(
    private readonly memory: Memory,
    windowWidth: number,
  ) {
    this.panes = {
      left: this.recall('left') ?? paneLimits.left.initial,
      right: this.recall('right') ?? rightShare(windowWidth),
      outline: this.recall('outline') ?? paneLimits.outline.initial,
      strip: this.recall('strip') ?? paneLimits.strip.initial,
      compare: this.recall('compare') ?? paneLimits.compare.initial,
    };
    this.folded = { outline: this.recallFold('outline'), filters: this.recallFold('filters') };
    makeAutoObservable<UiStore, 'memory'>(this, { memory: false }, { autoBind: true });
  }

  go(screen: Screen): void {
    this.screen = screen;
    this.dialog = null;
  }

  openDialog(name: DialogName): void {
    this.dialog = name;
  }

  closeDialog(): void {
    this.dialog = null;
  }

  showTab(tab: Tab): void {
    this.tab = tab;
  }

  showView(view: ReviewView): void {
    this.view = view;
  }

  switchView(): void {
    this.view = this.view === 'data' ? 'document' : 'data';
  }

  showPage(page: PageMode): void {
    this.page = page;
  }

  switchPage(): void {
    this.page = this.page === 'page' ? 'source' : 'page';
  }

  setDropping(dropping: boolean): void {
    this.dropping = dropping;
  }

  resize(pane: PaneName, size: number): void {
    const { min, max } = paneLimits[pane];
    const bounded = Math.round(Math.max(min, Math.min(max, size)));
    this.panes = { ...this.panes, [pane]: bounded };
    this.memory.setItem(keyOf(pane), String(bounded));
  }

  fold(part: keyof Folds, folded: boolean): void {
    this.folded = { ...this.folded, [part]: folded };
    this.memory.setItem(foldKey(part), String(folded));
  }

  private recallFold(part: keyof Folds): boolean | null {
    const stored = this.memory.getItem(foldKey(part));
    return stored === 'true' || stored === 'false' ? stored === 'true' : null;
  }

  private recall(pane: PaneName): number | null {
    const { min, max } = paneLimits[pane];
    const stored = Number.parseInt(this.memory.getItem(keyOf(pane)) ?? '', 10);
    return stored >= min && stored <= max ? stored : null;
  }
}
