import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { BackButton } from '../shell/back-button';
import { TopBar } from '../shell/top-bar';
import { AddSealDialog } from './add-seal-dialog';
import { Verdict } from './verdict';

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
        {verify.outcome && <Judges />}
        <div aria-live="polite">
          <Verdict />
        </div>
      </main>
      {verify.adding && <AddSealDialog />}
    </div>
  );
});

/** Whom the person trusts, what is revoked, and what can be done with the file. */
const Judges = observer(() => {
  const { verify } = useRoot();
  const words = useText().verify;
  if (!verify.outcome) return null;
  const { trust, revocation, report } = verify.outcome;
  const names = [...trust, ...revocation];
  const sealed = report.signatures.some((one) => one.form === 'own');
  const action = (testid: string, label: string, act: () => void) => (
    <button
      type="button"
      className="button small"
      data-testid={testid}
      disabled={verify.running}
      onClick={act}
    >
      {label}
    </button>
  );
  return (
    <div className="verify-tools">
      <div>
        {action('verify-trust', words.addTrust, () => void verify.judgeBy('trust'))}
        {action('verify-revocation', words.addRevocation, () => void verify.judgeBy('revocation'))}
        {names.length > 0 && <span className="hint">{words.judgedBy(names.join('、'))}</span>}
        {names.length > 0 && action('verify-anew', words.judgeAnew, () => void verify.judgeAnew())}
      </div>
      {(report.status === 'valid' || report.status === 'unsigned') && (
        <div>
          {action('seal-add', words.add, verify.openAdding)}
          {sealed && action('stamp-request', words.stampRequest, () => void verify.requestStamp())}
          {sealed && action('stamp-attach', words.stampAttach, () => void verify.attachStamp())}
        </div>
      )}
    </div>
  );
});
