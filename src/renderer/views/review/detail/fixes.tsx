import { observer } from 'mobx-react-lite';
import type { Finding, Fix } from '../../../../shared/model/finding';
import { useRoot, useText } from '../../context';
import { FixPreview } from './fix-preview';

/** What could be done, each shown as it would be before anything is done. */
export const Fixes = observer(({ finding }: { readonly finding: Finding }) => {
  const { review } = useRoot();
  const words = useText().detail;
  const { family } = review;
  return (
    <section className="detail-part">
      <h3>{words.fixes}</h3>
      {finding.fixes.length === 0 && <p className="hint">{words.noFix}</p>}
      {finding.fixes.map((fix, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finding's fixes never move
        <FixCard key={index} fix={fix} index={index} alone={finding.fixes.length === 1} />
      ))}
      {family.length > 0 && (
        <p className="fix-family">
          <button
            type="button"
            className="button"
            data-testid="fix-family"
            disabled={review.busy}
            onClick={() => void review.fixFamily()}
          >
            {words.applyFamily(family.length)}
          </button>
          <span className="hint">{words.familyHint}</span>
        </p>
      )}
    </section>
  );
});

interface CardProps {
  readonly fix: Fix;
  readonly index: number;
  readonly alone: boolean;
}

const FixCard = observer(({ fix, index, alone }: CardProps) => {
  const { review } = useRoot();
  const words = useText().detail;
  return (
    <div className="fix">
      <header>
        <p className="fix-title">
          {!alone && <b>{words.fix(index + 1)}</b>} <span lang="zh-CN">{fix.title}</span>
        </p>
        <button
          type="button"
          className={index === 0 ? 'button primary' : 'button'}
          data-testid="fix-apply"
          disabled={review.busy}
          onClick={() => void review.fix(index)}
        >
          {words.apply}
          {index === 0 && <kbd>A</kbd>}
        </button>
      </header>
      <FixPreview fix={fix} />
    </div>
  );
});
