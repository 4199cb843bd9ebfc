import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: DialogSize;
  /** What has the focus at first; without it, the first control. */
  readonly focus?: RefObject<HTMLElement | null>;
}

/** `full` keeps one height and scrolls inside, whatever it shows. */
export type DialogSize = 'small' | 'wide' | 'full';

/** A modal dialog. The element itself keeps the focus inside, closes on Escape; the focus goes back to where it was. */
export function Dialog({ title, closeLabel, onClose, children, size = 'small', focus }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    focus?.current?.focus();
    return () => {
      dialog?.close();
      // React takes the element away before the browser could give the focus back.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [focus]);
  return (
    <dialog
      ref={element}
      className={`dialog dialog-${size}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          className="button quiet"
          aria-label={closeLabel}
          title={closeLabel}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
