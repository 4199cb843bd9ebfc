import { observer } from 'mobx-react-lite';
import type { FigureRow } from '../../../shared/tables/figure-rows';
import { tieMark } from '../../tables/tie-mark';
import { useRoot, useText } from '../context';

const SHOWN = 8;

/** The ties that a figure takes part in, those that fail first; each leads to its row. */
export const FigureTies = observer(({ row }: { readonly row: FigureRow }) => {
  const { data, review } = useRoot();
  const text = useText();
  const all = review.snapshot?.analysis.ties ?? [];
  const order = ['fail', 'unclear', 'rounding', 'pass'];
  const ties = row.ties
    .flatMap((index) => {
      const tie = all[index];
      return tie ? [{ index, tie }] : [];
    })
    .sort((a, b) => order.indexOf(a.tie.status) - order.indexOf(b.tie.status));
  if (ties.length === 0) return <p className="hint">{text.figure.noTies}</p>;
  return (
    <ul className="figure-ties">
      {ties.slice(0, SHOWN).map(({ index, tie }) => {
        const { look, sign } = tieMark(tie.status);
        return (
          <li key={index}>
            <i className={look} aria-hidden="true">
              {sign}
            </i>
            <button type="button" className="link" onClick={() => data.showTies([index])}>
              {text.ties.kinds[tie.kind]} · {text.ties.statuses[tie.status]}
            </button>{' '}
            <span lang="zh-CN">{tie.expression}</span>
            {tie.reason && (
              <span className="hint" lang="zh-CN">
                {' '}
                {tie.reason}
              </span>
            )}
          </li>
        );
      })}
      {ties.length > SHOWN && (
        <li>
          <button type="button" className="link" onClick={() => data.showTies(row.ties)}>
            {text.data.moreTerms(ties.length - SHOWN)}
          </button>
        </li>
      )}
    </ul>
  );
});
