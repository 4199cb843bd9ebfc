import { observer } from 'mobx-react-lite';
import { type FormEvent, useId } from 'react';
import type { ReferenceChoice } from '../../../shared/model/review';
import { Choice, ChoiceGroup } from '../../components/choice';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { UsedReferences } from '../data/reference-note';
import { formatTime } from '../format';
import { LedgerChoice } from './ledger-choice';

/** What the report is checked against: as the library proposes, or as the person chooses. */
export const ReferencesDialog = observer(() => {
  const { references, review, ui } = useRoot();
  const text = useText();
  const words = text.references;
  const { offered } = references;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void references.save();
  };
  return (
    <Dialog title={words.title} closeLabel={text.app.close} onClose={ui.closeDialog} size="wide">
      <form className="dialog-form" data-testid="references-dialog" onSubmit={save}>
        <section>
          <h3>{words.current}</h3>
          {review.snapshot?.analysis.references.length ? (
            <UsedReferences />
          ) : (
            <p className="hint">{words.currentNone}</p>
          )}
        </section>
        {offered ? <Offer offered={offered} /> : <p className="hint">{words.loading}</p>}
        <div className="form-buttons">
          <button
            type="submit"
            className="button primary"
            data-testid="references-save"
            disabled={!offered || references.saving || review.busy}
          >
            {references.saving ? words.saving : words.save}
          </button>
          <button type="button" className="button" onClick={ui.closeDialog}>
            {text.app.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
});

const Offer = observer(({ offered }: { readonly offered: ReferenceChoice }) => {
  const { references } = useRoot();
  const words = useText().references;
  const { automatic } = references;
  return (
    <>
      <ChoiceGroup
        label={words.how}
        value={automatic ? 'automatic' : 'manual'}
        onChange={(how) => references.setAutomatic(how === 'automatic')}
      >
        <Choice
          value="automatic"
          testid="references-automatic"
          label={words.automatic}
          hint={words.automaticHint}
        />
        <Choice value="manual" testid="references-manual" label={words.manual} hint={words.manualHint} />
      </ChoiceGroup>
      <PreviousChoice reports={offered.reports} />
      <LedgerChoice all={offered.ledgers} />
    </>
  );
});

const PreviousChoice = observer(({ reports }: Pick<ReferenceChoice, 'reports'>) => {
  const { references, settings } = useRoot();
  const words = useText().references;
  const id = useId();
  return (
    <div className="form">
      <label htmlFor={id}>{words.previousReport}</label>
      <select
        id={id}
        data-testid="references-previous"
        disabled={references.automatic}
        value={references.previousReportId ?? ''}
        onChange={({ target: { value } }) => references.setPrevious(value === '' ? null : Number(value))}
      >
        <option value="">{words.noPrevious}</option>
        {reports.map(({ id: report, title, changedAt }) => (
          <option key={report} value={report} lang="zh-CN">
            {`${title}（${formatTime(changedAt, settings.current.language)}）`}
          </option>
        ))}
      </select>
    </div>
  );
});
