import { type KeyboardEvent, type ReactNode, useId } from 'react';

interface TabItem<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count?: number;
}

interface Props<T extends string> {
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly children: ReactNode;
}

/** Tabs after the ARIA pattern: one stop for the Tab key, arrow keys between them. */
export function Tabs<T extends string>({ label, items, value, onChange, children }: Props<T>) {
  const id = useId();
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = items.findIndex((item) => item.value === value);
    const next = items[(from + step + items.length) % items.length];
    if (!next) return;
    onChange(next.value);
    document.getElementById(`${id}${next.value}`)?.focus();
  };
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.value}
            id={id + item.value}
            type="button"
            role="tab"
            data-testid={`tab-${item.value}`}
            aria-selected={item.value === value}
            aria-controls={`${id}panel`}
            tabIndex={item.value === value ? 0 : -1}
            onClick={() => onChange(item.value)}
          >
            {item.label}
            {item.count !== undefined && <span className="tab-count">{item.count}</span>}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}panel`} aria-labelledby={id + value} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
