import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { Difference } from '../../../shared/model/source';
import { Pieces } from '../../components/pieces';
import { changedPieces } from '../../text/changed-pieces';
import { useText } from '../context';

/** Where the working text is not the source. The proof holds at most 200 of them, so that all can be shown. */
export const DifferenceTable = observer(
  ({ differences }: { readonly differences: readonly Difference[] }) => {
    const words = useText().imports;
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      <section className="data-scroll framed" tabIndex={0} aria-label={words.unprovedTitle}>
        <table className="data-table wrap-table difference-table">
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.expected}</th>
              <th scope="col">{words.actual}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the differences of one import never move
              <DifferenceRow key={index} difference={difference} />
            ))}
          </tbody>
        </table>
      </section>
    );
  },
);

const DifferenceRow = observer(({ difference }: { readonly difference: Difference }) => {
  const words = useText().imports;
  const { kind, place, expected, actual } = difference;
  const pieces = useMemo(() => changedPieces(expected, actual), [expected, actual]);
  return (
    <tr data-testid="difference-row" data-kind={kind}>
      <td className="nowrap">{words.kinds[kind]}</td>
      <td lang="zh-CN">{place}</td>
      <td lang="zh-CN">{expected === '' ? <Nothing /> : <Pieces pieces={pieces.before} tag="mark" />}</td>
      <td lang="zh-CN">{actual === '' ? <Nothing /> : <Pieces pieces={pieces.after} tag="mark" />}</td>
    </tr>
  );
});

const Nothing = observer(() => <span className="hint">{useText().imports.nothing}</span>);
