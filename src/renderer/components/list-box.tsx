import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  /** The DOM id of the chosen row; null where none is. */
  readonly chosen: string | null;
  readonly onStep: (by: number) => void;
  /** Rows of the role `option`. */
  readonly children: ReactNode;
}

/** A list box: one stop for the Tab key, arrow keys choose. The chosen row stays in sight. */
export function ListBox({ label, chosen, onStep, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  useEffect(() => {
    if (chosen !== null) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <div
      ref={list}
      className="ledger-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen ?? undefined}
      onKeyDown={press}
    >
      {children}
    </div>
  );
}
