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
      if (!root.identities.current || typing || held || root.ui.dialog || root.ui.screen === 'review') return;
      const act = actOf(root, event.key.toLowerCase());
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [root]);
}

function actOf(root: RootStore, key: string): (() => unknown) | undefined {
  const { ui, imports, library, mapping } = root;
  if (key === '?' || key === '？') return () => ui.openDialog('shortcuts');
  const acts: Partial<Record<Screen, Readonly<Record<string, () => unknown>>>> = {
    library: {
      i: imports.choose,
      l: root.goLedgers,
      '/': () => document.getElementById(SEARCH_FIELD)?.focus(),
      t: () => library.askTags(library.current),
      x: () => library.archive(library.current),
      delete: () => library.askRemove(library.current),
    },
    ledgers: { i: mapping.choose },
  };
  return acts[ui.screen]?.[key];
}
