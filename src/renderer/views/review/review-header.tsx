import { observer } from 'mobx-react-lite';
import { Badge } from '../../components/badge';
import { CoverageBar } from '../../components/coverage-bar';
import { Icon, type IconName } from '../../components/icon';
import { Segmented } from '../../components/segmented';
import { figureStates } from '../../stores/data-tables';
import { severities } from '../../stores/finding-list';
import { reviewViews } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { BackButton } from '../shell/back-button';
import { TopBar } from '../shell/top-bar';
import { CaseState } from './sign-off/case-state';

export const ReviewHeader = observer(() => {
  const { review } = useRoot();
  const text = useText();
  const report = review.snapshot?.report;
  if (!report) return null;
  return (
    <div className="review-header">
      <TopBar actions={<Actions />}>
        <BackButton />
        <h1 lang="zh-CN" title={report.title}>
          {report.title}
        </h1>
        <span className="revision">{text.library.revisionNumber(report.revision)}</span>
        <CaseState />
      </TopBar>
      <section className="review-sums" aria-label={text.review.coverage}>
        <ViewSwitch />
        <OpenSums />
        <CoverageSums />
      </section>
    </div>
  );
});

const Actions = observer(() => {
  const { review, compare, imports, preview, openExport } = useRoot();
  const text = useText();
  const { undo = null, redo = null } = review.snapshot ?? {};
  const words = text.review;
  return (
    <>
      <ActButton
        name="undo"
        label={undo === null ? words.nothingToUndo : words.undoOf(undo)}
        disabled={undo === null || review.busy}
        onClick={review.undo}
      />
      <ActButton
        name="redo"
        label={redo === null ? words.nothingToRedo : words.redoOf(redo)}
        disabled={redo === null || review.busy}
        onClick={review.redo}
      />
      <button
        type="button"
        className="button"
        data-testid="import-draft"
        disabled={imports.running || review.busy}
        onClick={() => void imports.chooseDraft()}
      >
        <Icon name="add" />
        {words.importDraft}
      </button>
      <button
        type="button"
        className="button quiet"
        data-testid="preview-open"
        aria-label={text.preview.open}
        title={text.preview.open}
        onClick={() => void preview.open()}
      >
        <Icon name="preview" />
      </button>
      <button
        type="button"
        className="button quiet"
        data-testid="compare-open"
        aria-label={text.comparison.open}
        title={text.comparison.open}
        disabled={compare.running}
        onClick={() => void compare.open()}
      >
        <Icon name="compare" />
      </button>
      <button type="button" className="button primary" data-testid="export-open" onClick={openExport}>
        <Icon name="export" />
        {words.export}
      </button>
    </>
  );
});

interface ActProps {
  readonly name: IconName & ('undo' | 'redo');
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => Promise<void>;
}

const ActButton = ({ name, label, disabled, onClick }: ActProps) => (
  <button
    type="button"
    className="button quiet"
    data-testid={name}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={() => void onClick()}
  >
    <Icon name={name} />
  </button>
);

const OpenSums = observer(() => {
  const { findings } = useRoot().review;
  const text = useText();
  return (
    <ul className="open-sums" aria-label={text.findings.open}>
      {severities.map((severity) => (
        <li key={severity}>
          <Badge tone={severity} letter={text.severityLetter[severity]} label={text.severity[severity]} />
          {findings.counts[severity]}
        </li>
      ))}
    </ul>
  );
});

/** Document or data tables; D switches. */
const ViewSwitch = observer(() => {
  const { ui } = useRoot();
  const words = useText().views;
  return (
    <Segmented
      label={words.label}
      options={reviewViews.map((value) => ({ value, label: words[value] }))}
      value={ui.view}
      onChange={ui.showView}
    />
  );
});

const NOTHING: ReadonlySet<string> = new Set();

const CoverageSums = observer(() => {
  const { review, ui } = useRoot();
  const text = useText();
  const coverage = review.snapshot?.analysis.coverage;
  if (!coverage) return null;
  const { data } = review;
  const shown = ui.view === 'data' && data.tab === 'figures';
  return (
    <CoverageBar
      label={text.review.coverage}
      coverage={coverage}
      states={figureStates}
      names={text.states}
      picked={shown ? data.figures.picked('state') : NOTHING}
      describe={text.review.filterBy}
      onPick={(state) => {
        data.pickState(state);
        ui.showView('data');
      }}
    />
  );
});
