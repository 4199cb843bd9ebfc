import { useVirtualizer } from '@tanstack/react-virtual';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import type { MappedTable } from '../../stores/mapping-store';
import { useText } from '../context';
import { ColumnHead } from './column-head';

const COLUMN_WIDTH = 176;

/**
 * The first rows of a table under what its columns mean. Only the columns in view exist: a workbook may have
 * thousands of them.
 */
export const ColumnGrid = observer(({ shown }: { readonly shown: MappedTable }) => {
  const words = useText().mapping;
  const scroll = useRef<HTMLElement>(null);
  const columns = useVirtualizer({
    count: shown.mapping.length,
    horizontal: true,
    getScrollElement: () => scroll.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 4,
  });
  const inView = columns.getVirtualItems();
  const left = inView[0]?.start ?? 0;
  const right = columns.getTotalSize() - (inView.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="column-scroll framed" tabIndex={0} aria-label={words.columns}>
      <table
        className="column-grid"
        aria-colcount={shown.mapping.length}
        style={{ width: `${columns.getTotalSize()}px` }}
      >
        <thead>
          <tr>
            <Gap width={left} />
            {inView.map(({ index }) => (
              <ColumnHead
                key={index}
                column={index}
                header={headerOf(shown, index)}
                mapping={shown.mapping[index]}
                width={COLUMN_WIDTH}
              />
            ))}
            <Gap width={right} />
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {shown.table.sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one sample never move
            <tr key={at}>
              <Gap width={left} />
              {inView.map(({ index }) => (
                <td key={index} data-role={shown.mapping[index]?.role} title={row[index]}>
                  {row[index]}
                </td>
              ))}
              <Gap width={right} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

/** The header path from the top down, without levels that say the same twice. */
const headerOf = ({ table }: MappedTable, column: number): string =>
  (table.headers[column] ?? []).filter((part, at, path) => part !== '' && part !== path[at - 1]).join(' / ');

const Gap = ({ width }: { readonly width: number }) =>
  width > 0 && <td className="column-gap" aria-hidden="true" style={{ width: `${width}px` }} />;
