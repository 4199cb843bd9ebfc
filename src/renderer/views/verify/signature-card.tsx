import { observer } from 'mobx-react-lite';
import type { SignatureReport } from '../../../shared/model/seal';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

interface Props {
  readonly number: number;
  readonly signature: SignatureReport;
}

/** What one signature says, and what was found of it. */
export const SignatureCard = observer(({ number, signature }: Props) => {
  const { settings } = useRoot();
  const { verify } = useText();
  const facts: readonly (readonly [string, string])[] = [
    [verify.signer, signature.signer],
    [verify.issuer, signature.issuer],
    [verify.signedAt, formatTime(signature.signedAt, settings.current.language)],
    [verify.reason, signature.reason],
    [verify.integrity, signature.integrity ? verify.intact : verify.broken],
    [verify.coverage, signature.coversWholeDocument ? verify.whole : verify.partial],
    [verify.trust, verify.trusts[signature.trust]],
    [verify.algorithm, signature.algorithm],
  ];
  return (
    <section className="signature">
      <h3>{verify.signature(number)}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? verify.unknown : value}</dd>
          </div>
        ))}
      </dl>
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
