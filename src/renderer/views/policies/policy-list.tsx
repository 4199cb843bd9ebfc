import { observer } from 'mobx-react-lite';
import type { PolicyEntry } from '../../../shared/model/policy';
import { ListBox } from '../../components/list-box';
import { useRoot, useText } from '../context';

export const PolicyList = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { chosen } = policies;
  return (
    <ListBox
      label={words.caption}
      rows={policies.policies}
      chosen={chosen}
      testid="policy-row"
      nameOf={({ policy }) => policy.name}
      onChoose={policies.select}
    >
      {(entry) => <PolicyRow entry={entry} />}
    </ListBox>
  );
});

const PolicyRow = observer(({ entry }: { readonly entry: PolicyEntry }) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { id, policy, shipped, reports } = entry;
  return (
    <>
      <div className="report-title" lang="zh-CN">
        {policy.name}
      </div>
      <div className="ledger-meta">
        <span>{shipped ? words.shipped : words.own}</span>
        {policies.shelf?.standard === id && <span className="policy-mark">{words.standard}</span>}
        {policies.isChanged(id) && <span className="policy-mark unsaved">{words.unsaved}</span>}
        {reports > 0 && <span>{words.usedBy(reports)}</span>}
      </div>
    </>
  );
});
