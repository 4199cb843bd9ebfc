import { observer } from 'mobx-react-lite';
import type { PowerReport, PowerShare } from '../../../shared/model/power';
import { percentOfPart } from '../../tables/shares';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

/** What share was caught per kind and per section, and which rules told. */
export const PowerSums = observer(({ report }: { readonly report: PowerReport }) => {
  const { data } = useRoot();
  const { power: words, rules } = useText();
  return (
    <div className="power-sums">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section tabIndex={0} aria-label={words.byKind}>
        <h3>{words.byKind}</h3>
        <ul className="power-shares">
          {report.kinds.map(({ kind, ...share }) => (
            <li key={kind} data-testid="power-kind" data-kind={kind}>
              <span>{words.kinds[kind]}</span>
              <ShareBar {...share} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.bySection}</h3>
        <ul className="power-shares">
          {report.sections.map(({ section, range, ...share }) => (
            <li key={range.start} data-testid="power-section">
              <button type="button" className="link" lang="zh-CN" onClick={() => data.goTo(range)}>
                {section || words.beforeFirst}
              </button>
              <ShareBar {...share} />
            </li>
          ))}
        </ul>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section tabIndex={0} aria-label={words.byRule}>
        <h3>{words.byRule}</h3>
        <ul className="power-shares">
          {report.rules.map(({ code, rule, caught }) => (
            <li key={code} data-testid="power-rule">
              <span>
                <span className="code">{code}</span> {rules.titles[rule] ?? rule}
              </span>
              <Count value={caught} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
});

const Count = observer(({ value }: { readonly value: number }) => {
  const { settings } = useRoot();
  return <b className="power-count">{formatCount(value, settings.current.language)}</b>;
});

const ShareBar = observer(({ planted, caught }: PowerShare) => {
  const { settings } = useRoot();
  const words = useText().power;
  const count = (n: number): string => formatCount(n, settings.current.language);
  const percent = percentOfPart(caught, planted);
  return (
    <span className="power-share">
      <span className="share-line" aria-hidden="true">
        <i style={{ width: percent || 0 }} />
      </span>
      <span className="share-count">{words.caughtOf(count(caught), count(planted))}</span>
      <b className="power-count">{percent}</b>
    </span>
  );
});
