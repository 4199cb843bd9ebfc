import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Tabs as AriaTabs, Tab, TabList } from 'react-aria-components';
import { afterPaint } from './after-paint';

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
    <Panel key={value}>{children}</Panel>
  </AriaTabs>
);

/**
 * What the chosen tab shows. The library's own panel looks at each change in it for something to tab to, which has the whole
 * window laid out each time; ours have something of their own, or are their own place to scroll.
 */
function Panel({ children }: { readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const name = (): boolean => {
      const tab = panel.current?.parentElement?.querySelector('[role=tab][aria-selected=true]');
      const id = tab?.getAttribute('aria-controls');
      if (!tab || !id) return false;
      panel.current?.setAttribute('id', id);
      panel.current?.setAttribute('aria-labelledby', tab.id);
      return true;
    };
    // The library makes its tabs in a second pass when they are new.
    return name() ? undefined : afterPaint(name);
  }, []);
  return (
    <div ref={panel} role="tabpanel" className="tab-panel">
      {children}
    </div>
  );
}
