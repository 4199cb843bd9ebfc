import { observer } from 'mobx-react-lite';
import { type RefObject, useEffect, useRef } from 'react';
import type { SearchedShelves, SearchHit } from '../../../shared/model/library';
import { Empty } from '../../components/empty';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

const idOf = (row: number): string => `hit-${row}`;

/** Reports in which it was found, each with its first place. The keys are those of the search field. */
export const SearchResults = observer(() => {
  const { search } = useRoot();
  const words = useText().library;
  const { result, hits, row } = search;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${idOf(row)}`)?.scrollIntoView({ block: 'nearest' });
  }, [row]);
  if (!result) return null;
  return (
    <>
      {hits.length === 0 ? <Empty title={words.nothing} hint={words.nothingHint} /> : <Hits list={list} />}
      <footer className="status-bar" role="status">
        {hits.length > 0 && <span data-testid="hit-count">{words.found(hits.length, result.more)}</span>}
        {result.value && <span>{words.sameValue(result.value)}</span>}
        <LookedIn shelves={result.shelves} />
      </footer>
    </>
  );
});

/** In which reports it was looked for, and in which not. */
const LookedIn = observer(({ shelves }: { readonly shelves: SearchedShelves }) => {
  const { search, library } = useRoot();
  const words = useText().library;
  return (
    <span className="looked-in" data-testid="looked-in">
      {words.lookedIn(shelves)}
      {shelves.archived > 0 && library.shelf !== 'archived' && (
        <button
          type="button"
          className="button small"
          data-testid="search-archived"
          onClick={() => search.lookInArchived(!shelves.archivedToo)}
        >
          {shelves.archivedToo ? words.leaveArchived : words.lookInArchived}
        </button>
      )}
    </span>
  );
});

const Hits = observer(({ list }: { readonly list: RefObject<HTMLDivElement | null> }) => {
  const { search } = useRoot();
  const words = useText().library;
  const { hits, row } = search;
  return (
    <div
      ref={list}
      className="library-scroll"
      role="listbox"
      tabIndex={0}
      aria-label={words.results}
      aria-activedescendant={idOf(row)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void search.open(hits[row]);
        else if (event.key === 'ArrowDown') search.moveTo(row + 1);
        else if (event.key === 'ArrowUp') search.moveTo(row - 1);
        else return;
        event.preventDefault();
      }}
    >
      {hits.map((hit, at) => (
        <Hit key={hit.reportId} hit={hit} at={at} />
      ))}
    </div>
  );
});

interface HitProps {
  readonly hit: SearchHit;
  readonly at: number;
}

const Hit = observer(({ hit, at }: HitProps) => {
  const { search, settings } = useRoot();
  const words = useText().library;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it has the keys
    <div
      id={idOf(at)}
      className="hit"
      role="option"
      tabIndex={-1}
      aria-selected={search.row === at}
      data-testid="library-hit"
      data-kind={hit.kind}
      onClick={() => void search.open(hit)}
    >
      <div className="hit-head">
        <span className="report-title" lang="zh-CN">
          {hit.title}
        </span>
        <span className="revision">{words.kinds[hit.kind]}</span>
        <span className="hint">{formatTime(hit.changedAt, settings.current.language)}</span>
      </div>
      <p className="hit-text" lang="zh-CN">
        {hit.before}
        <mark>{hit.found}</mark>
        {hit.after}
      </p>
    </div>
  );
});
