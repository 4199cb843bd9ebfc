import { observer } from 'mobx-react-lite';
import type { Tie, TieTerm } from '../../../../shared/model/tie';
import { useRoot, useText } from '../../context';

/** Terms beyond these are said by their number. */
const SHOWN_TERMS = 24;

/** The arithmetic that does not come out, each term a way to its place. */
export const Arithmetic = observer(() => {
  const { conflict } = useRoot();
  const words = useText().conflict;
  const { arithmetic } = conflict;
  if (arithmetic.length === 0) return null;
  return (
    <section className="detail-part" data-testid="arithmetic">
      <h3>{words.arithmetic}</h3>
      {arithmetic.map((tie) => (
        <TieLine key={`${tie.kind} ${tie.expression}`} tie={tie} />
      ))}
    </section>
  );
});

const TieLine = observer(({ tie }: { readonly tie: Tie }) => {
  const text = useText();
  const words = text.conflict;
  const terms = tie.terms.slice(0, SHOWN_TERMS);
  const more = tie.terms.length - terms.length;
  return (
    <div className="arithmetic">
      <p lang="zh-CN" className="arithmetic-expression">
        {tie.expression}
      </p>
      <p>
        {words.stated} <b>{tie.actual}</b> · {words.computed} <b>{tie.expected}</b>
      </p>
      <ul className="arithmetic-terms">
        {terms.map((term) => (
          <li key={`${term.role} ${term.range.start}`}>
            <Term term={term} />
          </li>
        ))}
        {more > 0 && <li className="hint">{words.moreTerms(more)}</li>}
        {tie.outside?.map((term) => (
          <li key={`${term.reference} ${term.place}`} className="hint" lang="zh-CN">
            {words.roles[term.role]} {term.raw}（{term.place}）
          </li>
        ))}
      </ul>
    </div>
  );
});

const Term = observer(({ term }: { readonly term: TieTerm }) => {
  const { review } = useRoot();
  const words = useText().conflict;
  return (
    <button
      type="button"
      className="button small"
      data-testid="arithmetic-term"
      onClick={() => review.jump(term.range)}
    >
      <span className="hint">{words.roles[term.role]}</span> <span lang="zh-CN">{term.raw}</span>
    </button>
  );
});
