import { useEffect } from 'react';
import type { RootStore } from '../../stores/root-store';
import type { Screen } from '../../stores/ui-store';

const FIELDS = 'input, textarea, select';
/** DOM id of the library's search field. */
export const SEARCH_FIELD = 'library-search';

/** The keys of the screens beside the review desk, which handles its own. */
export function useScreenKeys(root: RootStore): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.matches(FIELDS);
      const held = event.ctrlKey || event.metaKey || event.altKey;
      if (!root.identities.current || typing || root.ui.dialog || root.ui.screen === 'review') return;
      const act =
        backOf(root, event) ??
        stepOf(root, event) ??
        (held ? undefined : actOf(root, event.key.toLowerCase()));
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [root]);
}

/** From any screen to the library. */
const backOf = ({ ui, goLibrary }: RootStore, { key, altKey }: KeyboardEvent): (() => unknown) | undefined =>
  altKey && key === 'ArrowLeft' && ui.screen !== 'library' ? goLibrary : undefined;

/** Undo and redo in the library, as at the review desk. */
function stepOf(
  { ui, library }: RootStore,
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
): (() => unknown) | undefined {
  if (ui.screen !== 'library' || altKey) return undefined;
  const redo = (key.toLowerCase() === 'y' && (ctrlKey || metaKey)) || (key.toLowerCase() === 'z' && shiftKey);
  if (redo) return () => library.step('redo');
  return key.toLowerCase() === 'z' ? () => library.step('undo') : undefined;
}

function actOf(root: RootStore, key: string): (() => unknown) | undefined {
  const { ui, imports, library, mapping, removed } = root;
  if (key === '?' || key === '？') return () => ui.openDialog('shortcuts');
  if (key === 'u') return () => ui.openDialog('people');
  if (ui.screen === 'library' && library.shelf === 'removed' && !root.search.active) {
    if (key === 'r') return () => removed.bringBack(removed.current);
    if (key === 'delete') return () => removed.ask(removed.current);
  }
  const acts: Partial<Record<Screen, Readonly<Record<string, () => unknown>>>> = {
    library: {
      i: imports.choose,
      l: root.goLedgers,
      '/': () => document.getElementById(SEARCH_FIELD)?.focus(),
      g: library.nextGrouping,
      t: () => library.askTags(library.current),
      x: () => library.archive(library.current),
      delete: () => library.askRemove(library.current),
    },
    ledgers: { i: mapping.choose },
  };
  return acts[ui.screen]?.[key];
}
