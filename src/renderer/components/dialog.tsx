import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icon';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: DialogSize;
  /** Has nothing to go to with the Tab key, and may be longer than the window. */
  readonly scrolls?: boolean;
  /** What has the focus at first; without it, the dialog itself, so that its title is read. */
  readonly focus?: RefObject<HTMLElement | null>;
}

/** `full` keeps one height and scrolls inside, whatever it shows. */
export type DialogSize = 'small' | 'wide' | 'full';

/** A modal dialog: keeps the focus inside, closes on Escape; the focus goes back to where it was. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  size = 'small',
  scrolls = false,
  focus,
}: Props) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => focus?.current?.focus(), [focus]);
  useFocusKept(frame, onClose);
  return (
    <ModalOverlay isOpen className="dialog-veil" onOpenChange={(open) => !open && onClose()}>
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog ref={frame} className="dialog-frame">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
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
          <div className="dialog-body" tabIndex={scrolls ? 0 : undefined}>
            {children}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * A control that is disabled or taken away while it has the focus leaves the focus on the page's body, where no key reaches the
 * dialog: the next key brings it back, and Escape closes all the same. A dialog below another one is inert and stays out of it.
 */
function useFocusKept(frame: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const element = frame.current;
      if (document.activeElement !== document.body || !element || element.closest('[inert]')) return;
      if (event.key === 'Escape') close.current();
      else element.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frame]);
}
