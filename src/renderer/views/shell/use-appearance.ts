import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../../shared/ipc';

/** Asked for in the system's settings. */
const moreContrast = window.matchMedia('(prefers-contrast: more)');

function listen(changed: () => void): () => void {
  moreContrast.addEventListener('change', changed);
  return () => moreContrast.removeEventListener('change', changed);
}

/** Language, colours and size of letters of the whole window. */
export function useAppearance({ language, theme, fontSize }: Settings): void {
  const wanted = useSyncExternalStore(listen, () => moreContrast.matches);
  useEffect(() => {
    const root = document.documentElement;
    const contrast = theme === 'contrast' || (theme === 'system' && wanted);
    root.lang = language;
    root.dataset['theme'] = theme;
    root.dataset['contrast'] = contrast ? 'more' : 'usual';
    root.dataset['letters'] = fontSize >= 125 ? 'large' : 'usual';
    root.style.setProperty('--type-scale', String(fontSize / 100));
  }, [language, theme, fontSize, wanted]);
}
