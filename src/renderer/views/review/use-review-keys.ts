import { useEffect } from 'react';
import type { CommentPlace } from '../../stores/comment-store';
import type { RootStore } from '../../stores/root-store';
import { type ReviewAction, reviewAction, whileTyping } from '../../stores/shortcuts';
import { placeIn } from './document/document-keys';
import { focusOnceThere, stepPane } from './panes';

/** An editor's own keys come from its host: it lives in a shadow tree. */
const FIELDS = 'input, textarea, select, [contenteditable], .editor-host';
/** Arrow keys move through findings from here; elsewhere they scroll, or move a splitter or a tab. */
const ARROW_PLACES = '[data-keys="findings"]';

/** The keys of the review desk, wherever the focus is, except while typing or in a dialog. */
export function useReviewKeys(root: RootStore): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const ours = !event.defaultPrevented && !root.ui.dialog && root.identities.current;
      const action = ours ? reviewAction(event) : null;
      if (!action || !meant(event, action)) return;
      event.preventDefault();
      perform(root, action, event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [root]);
}

function meant(event: KeyboardEvent, action: ReviewAction): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return true;
  if (target.matches(FIELDS)) {
    // A function key types nothing.
    const isFunctionKey = /^F\d+$/.test(event.key);
    const held = event.ctrlKey || event.metaKey;
    return (
      isFunctionKey ||
      (held && (whileTyping.has(action) || target.matches('select'))) ||
      (action === 'close' && target.matches('textarea'))
    );
  }
  const arrow = event.key.startsWith('Arrow') && !event.altKey;
  return !arrow || target === document.body || target.closest(ARROW_PLACES) !== null;
}

function perform(root: RootStore, action: ReviewAction, event: KeyboardEvent): void {
  const { review, ui, imports, find, comments, conflict, openExport } = root;
  const inData = ui.view === 'data' ? dataActs(root)[action] : undefined;
  if (inData) {
    inData();
    return;
  }
  const acts: Readonly<Record<ReviewAction, () => unknown>> = {
    next: () => review.stepFinding(1),
    previous: () => review.stepFinding(-1),
    accept: () => accept(root),
    waive: () => waive(root),
    edit: () => editChosen(root),
    comment: () => comments.write(passageAt(root, event.target) ?? undefined),
    nextComment: () => comments.step(1),
    previousComment: () => comments.step(-1),
    choose: () => chooseRight(conflict, Number(event.key) - 1),
    page: ui.switchPage,
    find: find.open,
    findNext: () => find.step(1),
    findPrevious: () => find.step(-1),
    undo: review.undo,
    redo: review.redo,
    export: openExport,
    preview: root.preview.open,
    compare: root.compare.open,
    import: imports.chooseDraft,
    data: () => {
      ui.switchView();
      if (ui.view === 'data') focusOnceThere('.data-grid');
    },
    library: root.goLibrary,
    signOff: () => {
      ui.showView('document');
      ui.showTab('signoff');
      focusOnceThere('.sign-off-acts button', '.sign-off');
    },
    person: () => ui.openDialog('people'),
    filter: () => {
      if (!document.querySelector('.filters')) ui.fold('filters', false);
      focusOnceThere('.findings .filters [tabindex="0"]');
    },
    paneNext: () => stepPane(1),
    panePrevious: () => stepPane(-1),
    help: () => ui.openDialog('shortcuts'),
    close: () => close(root),
  };
  acts[action]();
}

/** The first fix of the chosen finding; said where it has none, so that the key is not just dead. */
function accept({ review, notices }: RootStore): void {
  const { current } = review.findings;
  if (current && !current.waiver && current.finding.fixes.length === 0)
    notices.say('info', notices.text.detail.noFix);
  else void review.fix(0);
}

/** What was opened last first. */
function close({ find, review, signOff }: RootStore): void {
  if (find.isOpen) find.close();
  else if (review.waiving) review.setWaiving(false);
  else if (signOff.asking) {
    signOff.ask(null);
    focusOnceThere('.sign-off-acts button', '.sign-off');
  } else review.selectFinding(null);
}

/** With the reason to be written; where another's waiver waits for a second person, one's word for it. */
function waive({ review }: RootStore): void {
  if (review.findings.current?.standing?.mayConfirm) void review.confirmWaiver(true);
  else review.setWaiving(true);
}

/** Enter then makes the other places agree. */
function chooseRight(conflict: RootStore['conflict'], index: number): void {
  if (index >= conflict.places.length) return;
  conflict.choose(index);
  focusOnceThere('.conflict-apply');
}

/** The block or cell of the document that has the focus. */
function passageAt({ review }: RootStore, target: EventTarget | null): CommentPlace | null {
  const place = placeIn(target);
  const block = place && review.snapshot?.analysis.document.blocks[place.block];
  if (!place || !block) return null;
  const { cell } = place;
  const row = cell && block.kind === 'table' ? (cell.row < 0 ? block.header : block.rows[cell.row]) : null;
  return { range: (cell && row?.cells[cell.column]?.range) || block.range, fingerprint: null };
}

/** Opens the text of the chosen finding where it stands. */
function editChosen({ review, edit }: RootStore): void {
  const range = review.findings.current?.finding.range;
  if (range && edit.startAt(range)) review.scrollTo(range);
}

/** While the tables are shown, no finding is: its keys move through the rows, and change nothing unseen. */
function dataActs({ review: { data }, power, ui }: RootStore): Partial<Record<ReviewAction, () => void>> {
  const list = data.tab === 'power' ? power.errors : data[data.tab];
  return {
    next: () => list.move(1),
    previous: () => list.move(-1),
    accept: () => {},
    waive: () => {},
    edit: () => {},
    comment: () => {},
    choose: () => {},
    close: () => ui.showView('document'),
  };
}
