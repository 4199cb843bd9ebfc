import { observer } from 'mobx-react-lite';
import type { Fact } from '../../../shared/model/quantity';
import { formatPeriod } from '../../text/format';
import { useRoot, useText } from '../context';

/** Where else in the library a fact is stated; asked for by a button, since it looks through all reports. */
export const FigureElsewhere = observer(({ fact }: { readonly fact: Fact }) => {
  const { elsewhere } = useRoot();
  const text = useText();
  const words = text.figure;
  const found = elsewhere.of(fact);
  return (
    <>
      <h3>{words.elsewhere}</h3>
      {found === 'unasked' && (
        <button
          type="button"
          className="button small"
          data-testid="elsewhere-ask"
          onClick={() => void elsewhere.ask(fact)}
        >
          {words.askElsewhere}
        </button>
      )}
      {found === 'loading' && <p className="hint">{words.searching}</p>}
      {typeof found === 'object' && found.length === 0 && <p className="hint">{words.nowhere}</p>}
      {typeof found === 'object' && found.length > 0 && (
        <ul className="elsewhere" lang="zh-CN">
          {found.map((one) => (
            <li key={`${one.reportId}-${one.place}-${one.raw}`} data-testid="elsewhere-row">
              <i className={`swatch state-${one.state}`} title={text.states[one.state]} aria-hidden="true" />
              <span className="figure-raw">{one.raw}</span>
              <span>{formatPeriod(one.period, text.figures.upTo)}</span>
              <span className="hint">
                {[one.title, words.revision(one.revision), one.place, one.scope].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
});
