import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { TopBar } from '../shell/top-bar';
import { EmptyLibrary } from './empty-library';
import { LibraryTools } from './library-tools';
import { RemovedTable } from './removed-table';
import { ReportTable } from './report-table';
import { SearchResults } from './search-results';

export const LibraryView = observer(() => {
  const { library, search, removed } = useRoot();
  const text = useText();
  const filled = library.reports.length > 0 || removed.reports.length > 0;
  const Reports = library.shelf === 'removed' ? RemovedTable : ReportTable;
  return (
    <div className="screen" data-testid="library-view">
      <TopBar
        actions={
          <>
            <ImportButton />
            <ReceiveButton />
          </>
        }
      >
        <h1 className="brand">
          {text.app.name} <small>{text.app.tagline}</small>
        </h1>
      </TopBar>
      <main className="library" aria-label={text.library.title}>
        {filled && <LibraryTools />}
        {filled && (search.active ? <SearchResults /> : <Reports />)}
        {library.loaded && !filled && <EmptyLibrary />}
      </main>
    </div>
  );
});

const ImportButton = observer(() => {
  const { imports } = useRoot();
  const text = useText();
  return (
    <button
      type="button"
      className="button primary"
      data-testid="library-import"
      disabled={imports.running}
      onClick={() => void imports.choose()}
    >
      <Icon name="add" />
      {text.library.import}
    </button>
  );
});

const ReceiveButton = observer(() => {
  const { cases } = useRoot();
  const { cases: words } = useText();
  return (
    <button
      type="button"
      className="button"
      data-testid="case-receive"
      disabled={cases.running}
      onClick={() => void cases.receive()}
    >
      <Icon name="file" />
      {words.receive}
    </button>
  );
});
