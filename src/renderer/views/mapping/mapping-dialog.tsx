import { observer } from 'mobx-react-lite';
import { type RefObject, useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { ColumnGrid } from './column-grid';
import { MappingPreview } from './mapping-preview';
import { TablePicker } from './table-picker';

/** What each column of a workbook or CSV file means, with what would come of it. */
export const MappingDialog = observer(() => {
  const { mapping } = useRoot();
  const text = useText();
  const save = useRef<HTMLButtonElement>(null);
  const { file, shown } = mapping;
  if (!file || !shown) return null;
  return (
    <Dialog
      title={text.mapping.title(file.fileName)}
      closeLabel={text.app.close}
      onClose={mapping.close}
      size="full"
      focus={save}
    >
      <form
        className="mapping"
        data-testid="mapping-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void mapping.save();
        }}
      >
        <div className="mapping-top">
          {file.notes.map((note) => (
            <p key={note} className="mapping-note" lang="zh-CN">
              {note}
            </p>
          ))}
          {mapping.tables.length > 1 && <TablePicker />}
          <TableLine />
        </div>
        <ColumnGrid key={mapping.index} shown={shown} />
        <MappingPreview />
        <Buttons save={save} />
      </form>
    </Dialog>
  );
});

/** Which table it is, in one line. */
const TableLine = observer(() => {
  const { mapping, settings } = useRoot();
  const words = useText().mapping;
  const table = mapping.shown?.table;
  if (!table) return null;
  const rows = new Intl.NumberFormat(settings.current.language).format(table.dataTo - table.dataFrom);
  return (
    <p className="mapping-table">
      <b lang="zh-CN">{table.title || table.sheet}</b>
      <span className="hint">
        {table.title !== '' && `${table.sheet} · `}
        {words.rows(rows)}
        {table.unit !== '' && !table.title.includes(table.unit) && ` · ${words.unit(table.unit)}`}
      </span>
      {table.remembered && (
        <span className="revision remembered" data-testid="remembered">
          {words.remembered}
        </span>
      )}
    </p>
  );
});

interface ButtonsProps {
  readonly save: RefObject<HTMLButtonElement | null>;
}

const Buttons = observer(({ save }: ButtonsProps) => {
  const { mapping } = useRoot();
  const text = useText();
  const words = text.mapping;
  const count = mapping.taken.length;
  const missing = count === 0 ? words.needTable : words.needValue;
  const label = mapping.tables.length > 1 && count > 0 ? words.saveTables(count) : words.save;
  return (
    <div className="mapping-foot">
      {mapping.error && (
        <p className="form-error" role="alert" data-testid="mapping-error">
          {mapping.error}
        </p>
      )}
      <div className="form-buttons">
        <button
          ref={save}
          type="submit"
          className="button primary"
          data-testid="mapping-save"
          disabled={!mapping.ready}
          aria-describedby="mapping-missing"
        >
          {mapping.saving ? words.saving : label}
        </button>
        <button type="button" className="button" onClick={mapping.close}>
          {text.app.cancel}
        </button>
        <span id="mapping-missing" className="hint">
          {!mapping.ready && !mapping.saving && missing}
        </span>
      </div>
    </div>
  );
});
