import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

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

/** Tabs: one stop for the Tab key, arrow keys between them. `children` belong to the chosen one. */
export const Tabs = <T extends string>({ label, items, value, onChange, children }: Props<T>) => (
  <AriaTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(key as T)}>
    <TabList className="tab-list" aria-label={label}>
      {items.map((item) => (
        <Tab key={item.value} id={item.value} className="tab" data-testid={`tab-${item.value}`}>
          {item.label}
          {item.count !== undefined && <span className="tab-count">{item.count}</span>}
        </Tab>
      ))}
    </TabList>
    <TabPanel key={value} id={value} className="tab-panel">
      {children}
    </TabPanel>
  </AriaTabs>
);
