import { observer } from 'mobx-react-lite';
import type { KeyboardEvent } from 'react';
import { Icon } from '../../components/icon';
import { Segmented } from '../../components/segmented';
import { type Grouping, groupings } from '../../stores/library-groups';
import { type Shelf, shelves } from '../../stores/library-store';
import { useRoot, useText } from '../context';
import { SEARCH_FIELD } from '../shell/use-screen-keys';

/** What is searched for in all reports, and which reports are listed. */
export const LibraryTools = observer(() => {
  const { library, search } = useRoot();
  const words = useText().library;
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Keys that choose a character of an input method are not meant for the list.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') search.setQuery('');
    else if (event.key === 'Enter') void search.open(search.hits[search.row]);
    else if (event.key === 'ArrowDown') search.moveTo(search.row + 1);
    else if (event.key === 'ArrowUp') search.moveTo(search.row - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="library-tools">
      <label className="library-search">
        <Icon name="search" />
        <input
          id={SEARCH_FIELD}
          type="search"
          data-testid="library-search"
          aria-label={words.search}
          placeholder={words.searchHint}
          maxLength={200}
          value={search.query}
          onChange={(event) => search.setQuery(event.target.value)}
          onKeyDown={press}
        />
      </label>
      <Segmented
        label={words.shelf}
        options={shelves.map((value) => ({ value, label: words.shelves[value] }))}
        value={library.shelf}
        onChange={(shelf: Shelf) => {
          library.showShelf(shelf);
          if (search.active) void search.run();
        }}
      />
      {library.shelf !== 'removed' && (
        <select
          aria-label={words.grouping}
          data-testid="library-grouping"
          value={library.grouping}
          onChange={({ target }) => library.groupBy(target.value as Grouping)}
        >
          {groupings.map((grouping) => (
            <option key={grouping} value={grouping}>
              {words.groupings[grouping]}
            </option>
          ))}
        </select>
      )}
      {library.tags.length > 0 && library.shelf !== 'removed' && (
        <select
          aria-label={words.tag}
          data-testid="library-tag"
          value={library.tag ?? ''}
          onChange={({ target }) => library.showTag(target.value === '' ? null : target.value)}
        >
          <option value="">{words.allTags}</option>
          {library.tags.map((tag) => (
            <option key={tag} value={tag} lang="zh-CN">
              {tag}
            </option>
          ))}
        </select>
      )}
    </div>
  );
});
