import { observer } from 'mobx-react-lite';
import type { RevisionComparison } from '../../../shared/model/comparison';
import type { RevisionSummary } from '../../../shared/model/review';
import { Dialog } from '../../components/dialog';
import { Tabs } from '../../components/tabs';
import { isOther } from '../../stores/compare-store';
import { formatPeriod } from '../../text/format';
import { useRoot, useText } from '../context';
import { FigureChanges } from './figure-changes';
import { Sides } from './sides';
import { TableChanges } from './table-changes';
import { TextChanges } from './text-changes';

/** What a revision changed against the one before: text side by side, figures, findings and waivers. */
export const ComparisonDialog = observer(() => {
  const { compare } = useRoot();
  const text = useText();
  const words = text.comparison;
  if (compare.choosing) return <Choosing after={compare.choosing} />;
  if (!compare.shown) return null;
  const { before, after, comparison } = compare.shown;
  return (
    <Dialog
      title={isOther(before) ? words.titleOther(before.title) : words.title(before.number, after.number)}
      closeLabel={text.app.close}
      onClose={compare.close}
      size="full"
    >
      <div className="comparison" data-testid="comparison">
        <div>
          <Sides before={before} after={after} />
          <Sums comparison={comparison} other={isOther(before)} />
        </div>
        <Tabs
          label={words.tabs}
          items={[
            { value: 'text', label: words.text, count: comparison.text.length },
            { value: 'figures', label: words.figures, count: comparison.figures.length },
            { value: 'tables', label: words.tables, count: comparison.tables.length },
          ]}
          value={compare.tab}
          onChange={compare.showTab}
        >
          {compare.tab === 'text' && <TextChanges changes={comparison.text} />}
          {compare.tab === 'figures' && <FigureChanges changes={comparison.figures} />}
          {compare.tab === 'tables' && <TableChanges changes={comparison.tables} />}
        </Tabs>
      </div>
    </Dialog>
  );
});

/** There is no revision before, and no report of the same kind: it is said, and left to the person. */
const Choosing = observer(({ after }: { readonly after: RevisionSummary }) => {
  const { compare } = useRoot();
  const text = useText();
  return (
    <Dialog title={text.comparison.open} closeLabel={text.app.close} onClose={compare.close} size="wide">
      <div className="comparison-choosing" data-testid="comparison-choosing">
        <p>{text.comparison.nothingLike}</p>
        <Sides before={null} after={after} />
      </div>
    </Dialog>
  );
});

const kinds = ['changed', 'added', 'removed'] as const;
type Counted = { readonly kind: (typeof kinds)[number] };

interface SumsProps {
  readonly comparison: RevisionComparison;
  readonly other: boolean;
}

const Sums = observer(({ comparison, other }: SumsProps) => {
  const { compare } = useRoot();
  const { comparison: words, figures: figureWords } = useText();
  const { text, figures, findings, waivers, periods } = comparison;
  const told = (period: string): string => formatPeriod(period, figureWords.upTo);
  const sentence = (changes: readonly Counted[]): string =>
    kinds
      .map((kind) => `${words.counts[kind]} ${changes.filter((change) => change.kind === kind).length}`)
      .join(' · ');
  return (
    <div className="comparison-sums" data-testid="comparison-sums">
      <p>
        <b>{words.text}</b> {sentence(text)}
      </p>
      <p>
        <b>{words.figures}</b> {sentence(figures)}
      </p>
      {other ? (
        periods.months !== 0 && (
          <p className="hint" data-testid="comparison-periods">
            {words.acrossPeriods(told(periods.before), told(periods.after), periods.months)}
          </p>
        )
      ) : (
        <>
          <p>{words.findings(findings.gone, findings.staying, findings.arrived)}</p>
          <p>{words.waivers(waivers.carried, waivers.lapsed)}</p>
        </>
      )}
      {!compare.placesAreShown && <p className="hint">{words.notCurrent}</p>}
    </div>
  );
});
