import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { BackButton } from '../shell/back-button';
import { TopBar } from '../shell/top-bar';
import { SignatureCard } from './signature-card';

export const VerifyView = observer(() => {
  const { verify } = useRoot();
  const text = useText();
  return (
    <div className="screen" data-testid="verify-view">
      <TopBar>
        <BackButton />
        <h1>{text.verify.title}</h1>
      </TopBar>
      <main className="verify">
        <div className="verify-choose">
          <p>{text.verify.intro}</p>
          <button
            type="button"
            className="button primary"
            data-testid="verify-choose"
            disabled={verify.running}
            onClick={() => void verify.choose()}
          >
            <Icon name="file" />
            {verify.running ? text.verify.running : text.verify.choose}
          </button>
        </div>
        <div aria-live="polite">
          <Verdict />
        </div>
      </main>
    </div>
  );
});

const Verdict = observer(() => {
  const { verify } = useRoot();
  const text = useText();
  if (!verify.outcome) return null;
  const { fileName, report } = verify.outcome;
  return (
    <article className="verdict" data-testid="verify-status" data-status={report.status}>
      <header className={`verdict-head verdict-${report.status}`}>
        <Icon name={report.status === 'valid' ? 'check' : 'warning'} />
        <div>
          <h2>{text.verify.verdict[report.status]}</h2>
          <p>{text.verify.verdictHint[report.status]}</p>
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
