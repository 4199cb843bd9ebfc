import { type ReactNode, useEffect, useRef } from 'react';
import { ListBox as AriaListBox, ListBoxItem } from 'react-aria-components';

interface Row {
  readonly id: string | number;
}

interface Props<T extends Row> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly chosen: T['id'] | null;
  readonly testid: string;
  /** What a row is called when it is read out or typed for. */
  readonly nameOf: (row: T) => string;
  readonly onChoose: (id: T['id']) => void;
  readonly children: (row: T) => ReactNode;
}

/** A list box: one stop for the Tab key; arrow keys and the first letters of a name choose. */
export function ListBox<T extends Row>(props: Props<T>) {
  const { label, rows, chosen, testid, nameOf, onChoose, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  return (
    <AriaListBox
      ref={list}
      className="ledger-list"
      aria-label={label}
      items={rows as Iterable<T>}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [key] = keys;
        if (key !== undefined) onChoose(key as T['id']);
      }}
    >
      {(row) => (
        <ListBoxItem
          id={row.id}
          textValue={nameOf(row)}
          className="ledger-row"
          data-testid={testid}
          data-row={row.id}
        >
          {children(row)}
        </ListBoxItem>
      )}
    </AriaListBox>
  );
}
