import { observer } from 'mobx-react-lite';
import { useDeferredValue } from 'react';
import { Badge } from '../../../components/badge';
import { Empty } from '../../../components/empty';
import { Icon } from '../../../components/icon';
import type { FindingItem } from '../../../stores/finding-list';
import { useRoot, useText } from '../../context';
import { CommentButton, FindingComments } from '../comments/finding-comments';
import { Arithmetic } from './arithmetic';
import { ConflictView } from './conflict-view';
import { Evidence } from './evidence';
import { Fixes } from './fixes';
import { RuleHelp } from './rule-help';
import { WaiveButton, Waiver } from './waiver';

/**
 * Everything that one needs to decide about the chosen finding. It follows the choice a moment later, in slices, so that the
 * mark moves at once however fast one steps; a reason that is about to be typed waits for nothing.
 */
export const FindingDetail = observer(() => {
  const { review } = useRoot();
  const { current } = review.findings;
  const later = useDeferredValue(current);
  const item = review.waiving ? current : later;
  const words = useText().detail;
  if (!item) return <Empty title={words.none} hint={words.noneHint} />;
  return (
    <article
      className="detail"
      data-testid="finding-detail"
      data-fingerprint={item.finding.fingerprint}
      key={item.finding.fingerprint}
    >
      <DetailHead item={item} />
      <p className="detail-message" lang="zh-CN">
        {item.finding.message}
      </p>
      <ConflictView />
      <Arithmetic />
      <Evidence item={item} />
      {!item.waiver && <Fixes finding={item.finding} />}
      <Waiver item={item} />
      <div className="detail-part detail-acts">
        <WaiveButton item={item} />
        <CommentButton finding={item.finding} />
      </div>
      <FindingComments finding={item.finding} />
      <RuleHelp rule={item.finding.rule} />
    </article>
  );
});

const DetailHead = observer(({ item }: { readonly item: FindingItem }) => {
  const { review } = useRoot();
  const text = useText();
  const { finding, line, tone } = item;
  const { position, listed } = review.findings;
  return (
    <header className="detail-head">
      <Badge tone={tone} letter={text.severityLetter[tone]} label={text.severity[tone]} />
      <div className="detail-names">
        <h2>
          <span className="code">{finding.code}</span> {text.rules.titles[finding.rule] ?? finding.rule}
        </h2>
        <p>
          {text.severity[finding.severity]} · {text.review.line(line)}
          {finding.merged.length > 0 && <> · {text.findings.merged(finding.merged.join('、'))}</>}
        </p>
      </div>
      <StepButton name="up" label={text.detail.previous} onClick={() => review.stepFinding(-1)} />
      <span className="detail-position">{text.detail.position(position + 1, listed.length)}</span>
      <StepButton name="down" label={text.detail.next} onClick={() => review.stepFinding(1)} />
    </header>
  );
});

interface StepProps {
  readonly name: 'up' | 'down';
  readonly label: string;
  readonly onClick: () => void;
}

const StepButton = ({ name, label, onClick }: StepProps) => (
  <button type="button" className="button quiet" aria-label={label} title={label} onClick={onClick}>
    <Icon name={name} />
  </button>
);
