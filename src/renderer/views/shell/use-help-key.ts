import { useEffect } from 'react';
import type { UiStore } from '../../stores/ui-store';

/** `?` shows the shortcuts on every screen; the review desk handles it among its own keys. */
export function useHelpKey(ui: UiStore): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (typing || ui.dialog || ui.screen === 'review') return;
      if (event.key === '?' || event.key === '？') ui.openDialog('shortcuts');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [ui]);
}
