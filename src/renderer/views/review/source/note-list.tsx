import type { ImportNote } from '../../../../shared/model/source';

/** What the reviewer should know of an import, each note with its places. */
export const NoteList = ({ notes }: { readonly notes: readonly ImportNote[] }) => (
  <ul className="note-list" lang="zh-CN">
    {notes.map((note) => (
      <li key={`${note.code}-${note.message}`} data-testid="import-note" data-code={note.code}>
        {note.message}
        {note.places.length > 0 && <span className="hint">{note.places.join('、')}</span>}
      </li>
    ))}
  </ul>
);
