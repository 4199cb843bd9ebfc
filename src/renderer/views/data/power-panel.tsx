import { observer } from 'mobx-react-lite';
import type { PowerReport } from '../../../shared/model/power';
import { percentOfPart } from '../../tables/shares';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';
import { PowerErrors } from './power-errors';
import { PowerSums } from './power-sums';

/** Planted errors: how much a clean result is worth on this very document. */
export const PowerPanel = observer(() => {
  const { power } = useRoot();
  const words = useText().power;
  const { report } = power;
  return (
    <div className="power-panel" data-testid="power-panel">
      <div className="power-head">
        {report ? <Meaning report={report} /> : <p>{words.intro}</p>}
        <RunButton />
      </div>
      {report && report.planted > 0 && (
        <div className="power-body">
          <PowerSums report={report} />
          <PowerErrors />
        </div>
      )}
    </div>
  );
});

const Meaning = observer(({ report }: { readonly report: PowerReport }) => {
  const { settings } = useRoot();
  const words = useText().power;
  const { planted, caught, absent } = report;
  const count = (n: number): string => formatCount(n, settings.current.language);
  const percent = percentOfPart(caught, planted);
  return (
    <div>
      <p className="power-meaning" data-testid="power-meaning">
        {planted > 0 ? words.meaning(count(caught), count(planted), percent) : words.noPlace}
      </p>
      {absent.length > 0 && (
        <p className="hint">{words.absent(absent.map((kind) => words.kinds[kind]).join('、'))}</p>
      )}
    </div>
  );
});

const RunButton = observer(() => {
  const { power } = useRoot();
  const words = useText().power;
  const { running, job, report } = power;
  if (!running) {
    return (
      <button
        type="button"
        className={report ? 'button' : 'button primary'}
        data-testid="power-run"
        onClick={() => void power.run()}
      >
        {report ? words.again : words.run}
      </button>
    );
  }
  return (
    <div className="power-running" role="status" data-testid="power-running">
      <span>{words.running}</span>
      <progress max={1} value={job?.done ?? 0} aria-label={words.running} />
      <button
        type="button"
        className="button small"
        data-testid="power-stop"
        disabled={!job}
        onClick={() => void power.cancel()}
      >
        {words.cancel}
      </button>
    </div>
  );
});
