import { observer } from 'mobx-react-lite';
import { Tabs } from '../../components/tabs';
import { type Tab, tabs } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { CommentsTab } from './comments/comments-tab';
import { FiguresTab } from './data/figures-tab';
import { HistoryTab } from './data/history-tab';
import { RulesTab } from './data/rules-tab';
import { TablesTab } from './data/tables-tab';
import { FindingDetail } from './detail/finding-detail';
import { SignOffTab } from './sign-off/sign-off-tab';
import { SourceTab } from './source/source-tab';

export const RightPane = observer(() => {
  const { ui, review, comments } = useRoot();
  const text = useText();
  const counts: Partial<Record<Tab, number>> = {
    tables: review.tables.length,
    comments: comments.open.length || undefined,
  };
  return (
    <aside id="side-pane" className="pane pane-right" aria-label={text.tabs.label}>
      <Tabs
        label={text.tabs.label}
        items={tabs.map((value) => ({ value, label: text.tabs[value], count: counts[value] }))}
        value={ui.tab}
        onChange={ui.showTab}
      >
        {ui.tab === 'detail' && <FindingDetail />}
        {ui.tab === 'comments' && <CommentsTab />}
        {ui.tab === 'figures' && <FiguresTab />}
        {ui.tab === 'tables' && <TablesTab />}
        {ui.tab === 'source' && <SourceTab />}
        {ui.tab === 'signoff' && <SignOffTab />}
        {ui.tab === 'history' && <HistoryTab />}
        {ui.tab === 'rules' && <RulesTab />}
      </Tabs>
    </aside>
  );
});
