import { observer } from 'mobx-react-lite';
import type { PolicyEntry } from '../../../shared/model/policy';
import { ListBox } from '../../components/list-box';
import { useRoot, useText } from '../context';

const domId = (id: string): string => `policy-${id}`;

export const PolicyList = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { chosen } = policies;
  return (
    <ListBox label={words.caption} chosen={chosen === null ? null : domId(chosen)} onStep={policies.step}>
      {policies.policies.map((entry) => (
        <PolicyRow key={entry.id} entry={entry} />
      ))}
    </ListBox>
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
