import { observer } from 'mobx-react-lite';
import type { Fix } from '../../../../shared/model/finding';
import { changeOf, readable } from '../../../text/edits';
import { cellDiffers, type RowChange, rowChangeOf } from '../../../text/fix-rows';
import { useRoot, useText } from '../../context';

const SHOWN_CHANGES = 4;

/** What a fix would do: rows of a table side by side, anything else as a change in its line. */
export const FixPreview = observer(({ fix }: { readonly fix: Fix }) => {
  const { review } = useRoot();
  const document = review.snapshot?.analysis.document;
  if (!document) return null;
  const rows = rowChangeOf(document, fix);
  return rows ? <RowPreview change={rows} /> : <TextPreview fix={fix} text={document.text} />;
});

interface TextProps {
  readonly fix: Fix;
  readonly text: string;
}

const TextPreview = observer(({ fix, text }: TextProps) => {
  const words = useText().detail;
  const more = fix.edits.length - SHOWN_CHANGES;
  return (
    <>
      {fix.edits.slice(0, SHOWN_CHANGES).map((edit) => {
        const change = changeOf(text, edit);
        return (
          <p key={edit.range.start} className="change" lang="zh-CN">
            {readable(change.before)}
            {change.removed !== '' && <del>{visible(change.removed)}</del>}
            {change.added !== '' && <ins>{visible(change.added)}</ins>}
            {readable(change.after)}
          </p>
        );
      })}
      {more > 0 && <p className="hint">{words.more(more)}</p>}
    </>
  );
});

const visible = (text: string): string =>
  readable(text)
    .replaceAll('\n', '⏎')
    .replace(/^ +$/, (spaces) => '␣'.repeat(spaces.length));

const RowPreview = observer(({ change }: { readonly change: RowChange }) => {
  const words = useText().detail;
  return (
    <div className="row-change">
      <SmallTable
        caption={words.before}
        header={change.header}
        rows={change.before}
        other={change.after}
        kind="del"
      />
      <SmallTable
        caption={words.after}
        header={change.header}
        rows={change.after}
        other={change.before}
        kind="ins"
      />
    </div>
  );
});

interface SmallProps {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly other: readonly (readonly string[])[];
  readonly kind: 'del' | 'ins';
}

function SmallTable({ caption, header, rows, other, kind: Changed }: SmallProps) {
  const width = Math.max(header.length, ...rows.map((row) => row.length), ...other.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <table className={`small-table small-${Changed}`} lang="zh-CN">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {header[column] ?? '—'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one preview never move
          <tr key={index}>
            {columns.map((column) => (
              <td key={column}>
                {cellDiffers(rows, other, index, column) ? (
                  <Changed>{row[column] ?? ''}</Changed>
                ) : (
                  row[column]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
