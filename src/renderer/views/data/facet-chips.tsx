import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { TableList } from '../../stores/table-list';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

interface Props {
  readonly label: string;
  readonly list: TableList<unknown>;
  readonly facet: string;
  readonly values: readonly {
    readonly value: string;
    readonly name: string;
    readonly look: string;
    readonly sign?: string;
  }[];
  readonly children?: ReactNode;
}

/** One button per value of a facet, with how many rows have it; those pressed are listed, none pressed means all. */
export const FacetChips = observer(({ label, list, facet, values, children }: Props) => {
  const { settings } = useRoot();
  const words = useText().data;
  const picked = list.picked(facet);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{label}</legend>
      {values.map(({ value, name, look, sign }) => {
        const count = list.countOf(facet, value);
        const shown = formatCount(count, settings.current.language);
        return (
          <button
            key={value}
            type="button"
            className="facet"
            data-testid={`chip-${value}`}
            aria-pressed={picked.has(value)}
            aria-label={words.chip(name, shown)}
            disabled={count === 0 && !picked.has(value)}
            onClick={() => list.toggle(facet, value)}
          >
            {look && (
              <i className={look} aria-hidden="true">
                {sign}
              </i>
            )}
            {name}
            <b>{shown}</b>
          </button>
        );
      })}
      {children}
    </fieldset>
  );
});
