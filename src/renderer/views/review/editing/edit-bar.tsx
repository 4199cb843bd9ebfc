import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { Badge } from '../../../components/badge';
import { findingsHere } from '../../../stores/drafts/place-marks';
import { useRoot, useText } from '../../context';
import { DraftBar } from './draft-bar';

/** Of the paragraph or cell that is being changed where it stands. */
export const EditBar = observer(() => {
  const { edit, settings } = useRoot();
  const text = useText();
  return (
    <DraftBar
      draft={edit}
      name="edit"
      fieldId={useId()}
      lang={settings.current.language}
      saveKey="Ctrl ↵"
      giveUp={{ label: text.app.cancel, testid: 'edit-cancel', key: 'Esc' }}
      giveUpChanged={false}
      onKey={({ key }) => {
        if (key === 'Escape') edit.cancel();
        return key === 'Escape';
      }}
    >
      <EditFindings />
    </DraftBar>
  );
});

/** Findings of the text as typed: here, new elsewhere, gone. */
const EditFindings = observer(() => {
  const { edit, notices } = useRoot();
  const text = useText();
  const words = text.editing;
  const { result, refusal, pending, isLate } = edit.check;
  if (refusal)
    return (
      <p className="edit-refusal" role="alert">
        {notices.sentenceOf(refusal)}
      </p>
    );
  if (!result)
    return (
      <p className="edit-status" role="status">
        {pending ? words.checking : words.hint}
      </p>
    );
  const here = findingsHere(result);
  const hereOnes = new Set(here.map(({ fingerprint }) => fingerprint));
  const elsewhere = result.findings.filter(({ fingerprint }) => !hereOnes.has(fingerprint));
  return (
    <div
      className={isLate ? 'edit-status late' : 'edit-status'}
      role="status"
      data-testid="edit-status"
      aria-busy={pending}
    >
      <p>
        {here.length === 0 ? words.noneHere : words.here(here.length)}
        {result.gone > 0 && <span className="edit-gone">{words.gone(result.gone)}</span>}
        {result.arrived > 0 && <span className="edit-arrived">{words.arrived(result.arrived)}</span>}
      </p>
      <ul>
        {[...here, ...elsewhere].slice(0, 4).map(({ fingerprint, severity, code, message }) => (
          <li key={fingerprint}>
            <Badge tone={severity} letter={text.severityLetter[severity]} label={text.severity[severity]} />
            <span className="code">{code}</span> <span lang="zh-CN">{message}</span>
            {!hereOnes.has(fingerprint) && <span className="hint"> {words.elsewhere}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
});
