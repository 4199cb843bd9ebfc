import { observer } from 'mobx-react-lite';
import { isUntrusted, type SealReport } from '../../../shared/model/seal';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { EvidenceCard } from './evidence-card';
import { SignatureCard } from './signature-card';
import { Updates } from './updates';

/** The three ways in which a verdict is coloured. */
const lookOf = ({ status, foreign }: SealReport): string => (foreign === 'intact' ? 'unsigned' : status);

export const Verdict = observer(() => {
  const { verify } = useRoot();
  const { verify: words } = useText();
  if (!verify.outcome) return null;
  const { fileName, report, auditKnown } = verify.outcome;
  const foreign = report.foreign === 'intact';
  const hint = isUntrusted(report) ? 'untrusted' : report.status;
  return (
    <article className="verdict" data-testid="verify-status" data-status={report.status}>
      <header className={`verdict-head verdict-${lookOf(report)}`}>
        <Icon name={report.status === 'valid' ? 'check' : 'warning'} />
        <div>
          <h2>{foreign ? words.foreign : words.verdict[report.status]}</h2>
          <p>{foreign ? words.foreignHint : words.verdictHint[hint]}</p>
          <p className="verdict-file">{fileName}</p>
        </div>
      </header>
      <Problems problems={report.problems} />
      {report.signatures.map((signature, index) => (
        <SignatureCard
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures stand in the order of the file
          key={index}
          number={index + 1}
          signature={signature}
        />
      ))}
      <Updates revisions={report.revisions} />
      {report.evidence && <EvidenceCard evidence={report.evidence} auditKnown={auditKnown} />}
    </article>
  );
});

const Problems = observer(({ problems }: { readonly problems: readonly string[] }) => {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <section className="verdict-problems">
      <h3>{text.verify.problems}</h3>
      <ul lang="zh-CN">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  );
});
