import { observer } from 'mobx-react-lite';
import { type ColumnMapping, type ColumnRole, columnRoles } from '../../../shared/model/ledger';
import { useRoot, useText } from '../context';

interface Props {
  readonly column: number;
  readonly header: string;
  readonly mapping: ColumnMapping | undefined;
  /** Pixels. */
  readonly width: number;
}

/** What one column means; for a column of values also what holds for all of them. */
export const ColumnHead = observer(({ column, header, mapping: own, width }: Props) => {
  const { mapping } = useRoot();
  const words = useText().mapping;
  if (!own) return null;
  const name = header || words.unnamed(column + 1);
  return (
    <th
      scope="col"
      aria-colindex={column + 1}
      data-role={own.role}
      data-testid="mapping-column"
      style={{ width: `${width}px` }}
    >
      <span className="column-name" lang="zh-CN" title={name}>
        {name}
      </span>
      <select
        aria-label={words.role(name)}
        data-testid="column-role"
        value={own.role}
        onChange={(event) => mapping.change(column, { role: event.target.value as ColumnRole })}
      >
        {columnRoles.map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </select>
      {own.role === 'value' && <ValueFields column={column} name={name} own={own} />}
    </th>
  );
});

const fields = ['concept', 'scope', 'period', 'unit'] as const;

interface FieldsProps {
  readonly column: number;
  readonly name: string;
  readonly own: ColumnMapping;
}

const ValueFields = observer(({ column, name, own }: FieldsProps) => {
  const { mapping } = useRoot();
  const words = useText().mapping;
  return (
    <span className="column-fields">
      {fields.map((field) => (
        <label key={field}>
          <span aria-hidden="true">{words.roles[field]}</span>
          <input
            lang="zh-CN"
            maxLength={200}
            data-testid={`column-${field}`}
            aria-label={words.field(name, words.roles[field])}
            placeholder={mapping.tells(field) ? words.told : words.hints[field]}
            value={own[field]}
            onChange={(event) => mapping.change(column, { [field]: event.target.value })}
          />
        </label>
      ))}
    </span>
  );
});
