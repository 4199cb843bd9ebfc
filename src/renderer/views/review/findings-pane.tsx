import { observer } from 'mobx-react-lite';
import type { KeyboardEvent } from 'react';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { Segmented } from '../../components/segmented';
import { type StateFilter, severities } from '../../stores/finding-list';
import { useRoot, useText } from '../context';
import { FindingRows } from './finding-rows';

interface Props {
  readonly filters: boolean;
  readonly onFilters: () => void;
}

export const FindingsPane = observer(({ filters, onFilters }: Props) => {
  const { findings } = useRoot().review;
  const text = useText();
  return (
    <section className="findings" aria-labelledby="findings-title">
      <header className="pane-title">
        <h2 id="findings-title">{text.review.findings}</h2>
        <button
          type="button"
          className="fold"
          data-testid="filters-fold"
          aria-expanded={filters}
          onClick={onFilters}
        >
          <Icon name={filters ? 'unfolded' : 'forward'} />
          {findings.filtered ? text.findings.filtersOn : text.findings.filters}
        </button>
        <span className="pane-count" role="status">
          {text.findings.shown(findings.listed.length, findings.items.length)}
        </span>
      </header>
      {filters ? <Filters /> : <div className="fold-line" />}
      {findings.listed.length > 0 ? <FindingRows /> : <NoFindings />}
    </section>
  );
});

const states: readonly StateFilter[] = ['open', 'waived', 'all'];

const Filters = observer(() => {
  const { findings } = useRoot().review;
  const text = useText();
  const words = text.findings;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way out of the fields in it
    <div className="filters" onKeyDown={leave}>
      <Segmented
        label={words.state}
        options={states.map((value) => ({ value, label: words[value] }))}
        value={findings.state}
        onChange={findings.setState}
      />
      <fieldset className="severity-filter">
        <legend className="visually-hidden">{words.severities}</legend>
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            className={`chip chip-${severity}`}
            data-testid={`severity-${severity}`}
            aria-pressed={!findings.hidden.has(severity)}
            aria-label={text.severity[severity]}
            title={text.severity[severity]}
            onClick={() => findings.toggle(severity)}
          >
            {text.severityLetter[severity]}
          </button>
        ))}
      </fieldset>
      <select
        aria-label={words.code}
        data-testid="filter-kind"
        value={findings.code}
        onChange={(event) => findings.setCode(event.target.value)}
      >
        <option value="">{words.allCodes}</option>
        <optgroup label={words.kinds}>
          {findings.families.map(([family, count]) => (
            <option key={family} value={family}>
              {words.families[family] ?? family} ({count})
            </option>
          ))}
        </optgroup>
        <optgroup label={words.code}>
          {findings.codes.map(([code, count]) => (
            <option key={code} value={code}>
              {code} ({count})
            </option>
          ))}
        </optgroup>
      </select>
      <SectionFilter />
    </div>
  );
});

/** Escape leads from the filters to what they leave, where the keys of the desk work again. */
function leave(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const list = document.querySelector<HTMLElement>('.finding-list');
  if (!list) return;
  list.focus();
  event.preventDefault();
  event.stopPropagation();
}

const SectionFilter = observer(() => {
  const { findings, snapshot } = useRoot().review;
  const words = useText().findings;
  const blocks = snapshot?.analysis.document.blocks ?? [];
  return (
    <select
      aria-label={words.section}
      data-testid="filter-section"
      value={findings.section ?? ''}
      onChange={({ target: { value } }) => findings.setSection(value === '' ? null : Number(value))}
    >
      <option value="">{words.allSections}</option>
      {findings.sections.map((index) => {
        const heading = blocks[index];
        if (heading?.kind !== 'heading') return null;
        return (
          <option key={index} value={index}>
            {'\u3000'.repeat(heading.level - 1) + heading.prose.text}
          </option>
        );
      })}
    </select>
  );
});

const NoFindings = observer(() => {
  const { findings } = useRoot().review;
  const words = useText().findings;
  if (findings.items.length === 0) return <Empty title={words.emptyAll} hint={words.emptyAllHint} />;
  if (!findings.filtered) return <Empty title={words.done} hint={words.doneHint} />;
  return (
    <Empty title={words.emptyFiltered}>
      <button type="button" className="button" onClick={findings.clearFilters}>
        {words.clear}
      </button>
    </Empty>
  );
});
