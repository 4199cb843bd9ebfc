import { observer } from 'mobx-react-lite';
import type { Missing } from '../../../../shared/model/sign-off';
import { useRoot, useText } from '../../context';

/** What stands in the way of the release; each thing leads to itself. */
export const MissingList = observer(() => {
  const { signOff } = useRoot();
  const words = useText().signOff;
  const { missing = [], missingCount = 0 } = signOff.case ?? {};
  if (signOff.case?.state === 'released') return null;
  return (
    <section className="detail-part" data-testid="missing">
      <h3>{missingCount === 0 ? words.nothingMissing : words.missing(missingCount)}</h3>
      <ul className="missing-list">
        {missing.map((one) => (
          <li key={JSON.stringify(one)}>
            <MissingItem missing={one} />
          </li>
        ))}
      </ul>
      {missingCount > missing.length && <p className="hint">{words.more(missingCount - missing.length)}</p>}
    </section>
  );
});

const MissingItem = observer(({ missing }: { readonly missing: Missing }) => {
  const { signOff, review, ui } = useRoot();
  const text = useText();
  const words = text.signOff;
  switch (missing.kind) {
    case 'not-submitted':
      return words.notSubmitted;
    case 'stage': {
      const { apart } = signOff.case?.demands ?? {};
      const open = missing.sections.length;
      return (
        <>
          {words.unsigned(words.stages[missing.stage])}
          {apart && (
            <span className="hint"> {words.sectionsOpen(open, signOff.case?.sections.length ?? 0)}</span>
          )}
        </>
      );
    }
    case 'rule-failed':
      return (
        <button type="button" className="link" onClick={() => ui.showTab('rules')}>
          {words.ruleFailed(missing.code)}
        </button>
      );
    default: {
      const item = review.findings.items.find(({ finding }) => finding.fingerprint === missing.fingerprint);
      const state = missing.kind === 'waiver' ? words.waiverStates[missing.state] : words.errorOpen;
      return (
        <button
          type="button"
          className="link"
          data-testid="missing-finding"
          onClick={() => signOff.goTo(missing.fingerprint)}
        >
          {state} · {item?.finding.code} · {item && text.review.line(item.line)} ·{' '}
          <span lang="zh-CN">{item?.finding.message}</span>
        </button>
      );
    }
  }
});
