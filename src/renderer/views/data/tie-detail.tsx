import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { OutsideTerm, Tie } from '../../../shared/model/tie';
import { placeGroups } from '../../tables/places';
import { tieMark } from '../../tables/tie-mark';
import { formatPeriod } from '../../text/format';
import { useRoot, useText } from '../context';
import { PlaceCard } from './place-card';

const SHOWN_PLACES = 12;

/** A tie as evidence: the arithmetic, then what the report states beside what it rests on, each in its sentence. */
export const TieDetail = observer(({ tie }: { readonly tie: Tie }) => {
  const { review } = useRoot();
  const text = useText();
  const words = text.data;
  const document = review.snapshot?.analysis.document;
  const { terms } = tie;
  const [stated, others] = useMemo(
    () =>
      document ? [placeGroups(document, terms.slice(0, 1)), placeGroups(document, terms.slice(1))] : [[], []],
    [document, terms],
  );
  const { look, sign } = tieMark(tie.status);
  return (
    <>
      <p className="tie-line" lang="zh-CN" data-status={tie.status}>
        <i className={look} aria-hidden="true">
          {sign}
        </i>
        <b>{text.ties.statuses[tie.status]}</b>
        <span>{tie.expression}</span>
        {tie.expected !== '' && <span className="hint">{words.expectedIs(tie.expected)}</span>}
        {tie.relation && <span className="hint">{tie.relation}</span>}
        {tie.reason && <span className="hint">{tie.reason}</span>}
      </p>
      <div className="strip-sides">
        <div>
          <h3>{words.stated}</h3>
          {stated.map(({ key, ranges }) => (
            <PlaceCard key={key} ranges={ranges} />
          ))}
        </div>
        <div>
          <h3>{words.others}</h3>
          {(tie.outside ?? []).map((term) => (
            <OutsideCard key={`${term.reference}-${term.place}-${term.role}`} term={term} />
          ))}
          {others.slice(0, SHOWN_PLACES).map(({ key, ranges }) => (
            <PlaceCard key={key} ranges={ranges} />
          ))}
          {others.length > SHOWN_PLACES && (
            <p className="hint">{words.moreTerms(others.length - SHOWN_PLACES)}</p>
          )}
        </div>
      </div>
    </>
  );
});

/** A figure of the previous report or of a ledger: it has no place in this text to lead to. */
const OutsideCard = observer(({ term }: { readonly term: OutsideTerm }) => {
  const { review } = useRoot();
  const text = useText();
  const name = review.snapshot?.analysis.references[term.reference]?.name ?? '';
  const period = formatPeriod(term.period, text.figures.upTo);
  return (
    <div className="place place-outside" lang="zh-CN">
      <span className="place-head">
        <b>{text.references[term.source](name)}</b>
        <span className="place-line">{term.place}</span>
      </span>
      <span className="excerpt">
        {[term.concept, term.scope, period].filter(Boolean).join(' · ')} <mark>{term.raw}</mark>
      </span>
    </div>
  );
});
