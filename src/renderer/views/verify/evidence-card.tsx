import { observer } from 'mobx-react-lite';
import type { EvidenceReport } from '../../../shared/model/seal';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

interface Props {
  readonly evidence: EvidenceReport;
  readonly auditKnown: boolean | null;
}

/** The evidence inside the file, held against its pages. */
export const EvidenceCard = observer(({ evidence, auditKnown }: Props) => {
  const { settings } = useRoot();
  const { verify } = useText();
  const { state } = evidence;
  const read = state !== 'absent' && state !== 'unreadable';
  const facts: readonly (readonly [string, string])[] = [
    [verify.evidenceReport, `${evidence.title}（${evidence.draft ? verify.draft : verify.final}）`],
    [verify.evidenceMade, formatTime(evidence.createdAt, settings.current.language)],
    [verify.evidenceFindings, verify.findings(evidence.findings, evidence.openErrors)],
    [verify.evidenceFigures, verify.figures(evidence.figures, evidence.missingFigures.length)],
    [verify.evidenceText, evidence.sha256],
    [verify.auditHead, /^0*$/.test(evidence.auditHead) ? verify.noAuditHead : evidence.auditHead],
  ];
  return (
    <section className="signature" data-testid="verify-evidence" data-state={state}>
      <h3>{verify.evidence}</h3>
      <p className={state === 'differs' ? 'evidence-differs' : ''}>{verify.evidenceStates[state]}</p>
      {read && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {auditKnown !== null && <p className="hint">{auditKnown ? verify.auditKnown : verify.auditUnknown}</p>}
    </section>
  );
});
