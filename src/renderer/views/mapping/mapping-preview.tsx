import { observer } from 'mobx-react-lite';
import type { LedgerGap } from '../../../shared/model/ledger';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';
import { FactHead, FactRow } from '../ledgers/fact-table';

const SHOWN_FACTS = 50;
const SHOWN_GAPS = 20;

/** What the first rows would yield, while the columns are being mapped. */
export const MappingPreview = observer(() => {
  const { mapping, settings } = useRoot();
  const words = useText().mapping;
  const { preview } = mapping;
  const { language } = settings.current;
  return (
    <section className="mapping-preview" aria-label={words.preview}>
      <p className="pane-title" role="status" data-testid="mapping-count">
        <span>{words.preview}</span>
        <span className="pane-count">
          {preview
            ? words.previewCount(
                formatCount(preview.facts.length, language),
                formatCount(preview.gaps.length, language),
              )
            : words.previewing}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="data-scroll framed" tabIndex={0} aria-label={words.preview}>
        {preview && preview.facts.length === 0 && <p className="hint preview-empty">{words.noPreview}</p>}
        {preview && preview.facts.length > 0 && (
          <table className="data-table fact-table">
            <FactHead />
            <tbody>
              {preview.facts.slice(0, SHOWN_FACTS).map((fact, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one preview never move
                <FactRow key={index} fact={fact} />
              ))}
            </tbody>
          </table>
        )}
        {preview && preview.gaps.length > 0 && <PreviewGaps gaps={preview.gaps} />}
      </section>
    </section>
  );
});

const PreviewGaps = observer(({ gaps }: { readonly gaps: readonly LedgerGap[] }) => {
  const { settings } = useRoot();
  const words = useText().ledgers;
  return (
    <details className="preview-gaps">
      <summary>{words.gaps(formatCount(gaps.length, settings.current.language))}</summary>
      <ul lang="zh-CN">
        {gaps.slice(0, SHOWN_GAPS).map((gap) => (
          <li key={gap.place}>
            <code>{gap.place}</code> {gap.text} <span className="hint">{gap.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
});
