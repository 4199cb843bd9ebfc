import { type ReactNode, type RefObject, useEffect } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icon';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: DialogSize;
  /** What has the focus at first; without it, the dialog itself, so that its title is read. */
  /** Has nothing to go to with the Tab key, and may be longer than the window. */
  readonly scrolls?: boolean;
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
  useEffect(() => focus?.current?.focus(), [focus]);
  return (
    <ModalOverlay isOpen className="dialog-veil" onOpenChange={(open) => !open && onClose()}>
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-frame">
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
