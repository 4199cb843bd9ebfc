import { createContext, use } from 'react';
import type { Messages } from '../locales/index';
import type { RootStore } from '../stores/root-store';

export const RootContext = createContext<RootStore | null>(null);

export function useRoot(): RootStore {
  const root = use(RootContext);
  if (!root) throw new Error('no RootContext above this view');
  return root;
}

/** The words of the chosen language. Call inside an observer component, so that it follows a change. */
export const useText = (): Messages => useRoot().settings.text;
