import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PolicyEntry } from '../../../shared/model/policy';
import { useRoot, useText } from '../context';

const domId = (id: string): string => `policy-${id}`;

/** A list box: one stop for the Tab key, arrow keys choose. */
export const PolicyList = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const list = useRef<HTMLDivElement>(null);
  const { chosen } = policies;
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    policies.step(step);
  };
  return (
    <div
      ref={list}
      className="ledger-list"
      role="listbox"
      tabIndex={0}
      aria-label={words.caption}
      aria-activedescendant={chosen === null ? undefined : domId(chosen)}
      onKeyDown={press}
    >
      {policies.policies.map((entry) => (
        <PolicyRow key={entry.id} entry={entry} />
      ))}
    </div>
  );
});

const PolicyRow = observer(({ entry }: { readonly entry: PolicyEntry }) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { id, policy, shipped, reports } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it has the keys
    <div
      id={domId(id)}
      className="ledger-row"
      role="option"
      tabIndex={-1}
      data-testid="policy-row"
      aria-selected={id === policies.chosen}
      onClick={() => policies.select(id)}
    >
      <div className="report-title" lang="zh-CN">
        {policy.name}
      </div>
      <div className="ledger-meta">
        <span>{shipped ? words.shipped : words.own}</span>
        {policies.shelf?.standard === id && <span className="policy-mark">{words.standard}</span>}
        {policies.isChanged(id) && <span className="policy-mark unsaved">{words.unsaved}</span>}
        {reports > 0 && <span>{words.usedBy(reports)}</span>}
      </div>
    </div>
  );
});
