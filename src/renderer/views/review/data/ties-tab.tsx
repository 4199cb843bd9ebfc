import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Tie, TieStatus } from '../../../../shared/model/tie';
import { Empty } from '../../../components/empty';
import { useRoot, useText } from '../../context';

const statuses: readonly TieStatus[] = ['fail', 'rounding', 'unclear', 'pass'];

/** Every constraint that was evaluated, with its arithmetic; each term leads to its place. */
export const TiesTab = observer(() => {
  const { review } = useRoot();
  const words = useText().ties;
  const [status, setStatus] = useState<TieStatus | ''>('');
  const ties = review.snapshot?.analysis.ties ?? [];
  const shown = status === '' ? ties : ties.filter((tie) => tie.status === status);
  if (ties.length === 0) return <Empty title={words.empty} hint={words.emptyHint} />;
  return (
    <div className="data-tab">
      <div className="filters">
        <select
          aria-label={words.filter}
          value={status}
          onChange={(event) => setStatus(event.target.value as TieStatus | '')}
        >
          <option value="">{`${words.all} (${ties.length})`}</option>
          {statuses.map((value) => (
            <option key={value} value={value}>
              {`${words.statuses[value]} (${ties.filter((tie) => tie.status === value).length})`}
            </option>
          ))}
        </select>
      </div>
      <ul className="tie-list" aria-label={words.caption}>
        {shown.map((tie) => (
          <TieCard key={`${tie.kind}-${tie.terms.map((term) => term.range.start).join('-')}`} tie={tie} />
        ))}
      </ul>
    </div>
  );
});

const SIGNS: Readonly<Record<TieStatus, string>> = { pass: '=', rounding: '≈', fail: '≠', unclear: '?' };
const SHOWN_TERMS = 12;

const TieCard = observer(({ tie }: { readonly tie: Tie }) => {
  const { review } = useRoot();
  const words = useText().ties;
  return (
    <li className={`tie tie-${tie.status}`} data-testid="tie-row" data-status={tie.status}>
      <p className="tie-head">
        <span className="tie-sign" aria-hidden="true">
          {SIGNS[tie.status]}
        </span>
        <b>{words.statuses[tie.status]}</b> {words.kinds[tie.kind]}
        <span className="tie-values" lang="zh-CN">
          {words.expected} {tie.expected} · {words.actual} {tie.actual}
        </span>
      </p>
      <p className="tie-expression" lang="zh-CN">
        {tie.expression}
      </p>
      {tie.reason && (
        <p className="hint" lang="zh-CN">
          {tie.reason}
        </p>
      )}
      <p className="tie-terms">
        <span className="visually-hidden">{words.terms}</span>
        {tie.terms.slice(0, SHOWN_TERMS).map((term, index) => (
          <button
            key={`${term.range.start}-${term.range.end}`}
            type="button"
            className={index === 0 ? 'term term-stated' : 'term'}
            lang="zh-CN"
            onClick={() => review.jump(term.range)}
          >
            {term.raw}
          </button>
        ))}
        {tie.terms.length > SHOWN_TERMS && <span>+{tie.terms.length - SHOWN_TERMS}</span>}
      </p>
    </li>
  );
});
