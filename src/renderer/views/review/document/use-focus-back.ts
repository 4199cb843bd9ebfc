import { reaction } from 'mobx';
import { useEffect, useRef } from 'react';
import { afterPaint } from '../../../components/after-paint';
import type { TextPlace } from '../../../text/document-steps';
import { useRoot } from '../../context';

/**
 * Once a place has been changed, the keys go on where one was before: at the list of findings, or at the very place in the
 * document (`goTo`). Who had the focus nowhere keeps the keys of the desk.
 */
export function useFocusBack(goTo: (place: TextPlace) => void): void {
  const { edit } = useRoot();
  const latest = useRef(goTo);
  latest.current = goTo;
  useEffect(() => {
    let from: Element | null = null;
    return reaction(
      () => edit.place,
      (place, before) => {
        if (place && !before) from = document.activeElement;
        if (place || !before) return;
        const back = from;
        if (!(back instanceof HTMLElement) || back === document.body) return;
        afterPaint(() => {
          if (document.activeElement !== document.body) return;
          if (back.isConnected && !back.closest('.document')) back.focus();
          else latest.current(before);
        });
      },
    );
  }, [edit]);
}
