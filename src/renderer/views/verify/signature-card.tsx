import { observer } from 'mobx-react-lite';
import type { CertificateSummary, SignatureReport } from '../../../shared/model/seal';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

interface Props {
  readonly number: number;
  readonly signature: SignatureReport;
}

/** A fact that most seals do not tell: no line where it is missing. */
const told = (name: string, value: string): readonly (readonly [string, string])[] =>
  value === '' ? [] : [[name, value]];

/** What one signature says, and what was found of it. */
export const SignatureCard = observer(({ number, signature }: Props) => {
  const { settings } = useRoot();
  const { verify } = useText();
  const { language } = settings.current;
  const { timestamp } = signature;
  const stamp =
    timestamp === null
      ? verify.noTimestamp
      : timestamp.integrity
        ? `${formatTime(timestamp.time, language)} · ${timestamp.authority} · ${verify.trusts[timestamp.trust]}`
        : verify.brokenTimestamp;
  const usage = signature.maySign === null ? '' : signature.maySign ? verify.maySign : verify.mayNotSign;
  const facts: readonly (readonly [string, string])[] = [
    [verify.signer, signature.signer],
    [verify.issuer, signature.issuer],
    [verify.signedAt, `${formatTime(signature.signedAt, language)}${verify.claimed}`],
    [verify.timestamp, stamp],
    [verify.reason, signature.reason],
    ...told(verify.place, signature.place),
    ...told(verify.contact, signature.contact),
    [verify.integrity, signature.integrity ? verify.intact : verify.broken],
    [verify.coverage, signature.coversWholeDocument ? verify.whole : verify.partial],
    [verify.trust, `${verify.trusts[signature.trust]}${verify.bases[signature.timeBasis]}`],
    [verify.usage, usage],
    [verify.revocation, verify.revocations[signature.revocation]],
    [verify.algorithm, signature.algorithm],
    [verify.form, `${verify.forms[signature.form]}${signature.certifies ? verify.certifies : ''}`],
  ];
  return (
    <section className="signature">
      <h3>{verify.signature(number)}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value.trim() === '' ? verify.unknown : value}</dd>
          </div>
        ))}
      </dl>
      {signature.certificates.length > 0 && <Chain certificates={signature.certificates} />}
      {signature.problems.length > 0 && (
        <ul className="signature-problems" lang="zh-CN">
          {signature.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </section>
  );
});

const Chain = observer(({ certificates }: { readonly certificates: readonly CertificateSummary[] }) => {
  const { verify } = useText();
  return (
    <details className="chain">
      <summary>{verify.chain(certificates.length)}</summary>
      <ol>
        {certificates.map((one) => (
          <li key={`${one.issuer} ${one.serial}`}>
            {one.subject} · {one.key} · {one.notBefore.slice(0, 10)}–{one.notAfter.slice(0, 10)} ·{' '}
            <code>{one.serial}</code>
          </li>
        ))}
      </ol>
    </details>
  );
});
