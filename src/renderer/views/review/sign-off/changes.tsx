import { observer } from 'mobx-react-lite';
import type { TextChange } from '../../../../shared/model/comparison';
import type { SeenChanges, SignOffChanges } from '../../../../shared/model/sign-off';
import { Pieces } from '../../../components/pieces';
import { changedPieces } from '../../../text/changed-pieces';
import { useRoot, useText } from '../../context';

const SHOWN = 40;

/** What the reviewer who signed before has not seen: passages, figures, decisions, the policy. */
export const Changes = observer(() => {
  const { signOff } = useRoot();
  const text = useText();
  const words = text.signOff;
  const { lapsed, changes } = signOff;
  if (!lapsed) return null;
  const shown = changes && signOff.changesOf === lapsed.id ? changes : null;
  return (
    <section className="detail-part" data-testid="changes">
      <h3>{words.lapsed(lapsed.by.name, text.library.revisionNumber(lapsed.revision))}</h3>
      {!shown && (
        <button
          type="button"
          className="button small"
          data-testid="changes-show"
          onClick={() => void signOff.showChanges(lapsed)}
        >
          {words.showChanges}
        </button>
      )}
      {shown && <ChangeList changes={shown} />}
    </section>
  );
});

const ChangeList = observer(({ changes }: { readonly changes: SignOffChanges }) => {
  const { review } = useRoot();
  const words = useText().signOff;
  const { sections, decisions, policy, comparison } = changes;
  return (
    <div className="change-list" data-testid="change-list">
      {policy && <p>{words.policyChanged(policy.before, policy.after)}</p>}
      {sections.length > 0 && (
        <ul className="change-sections">
          {sections.map((one) => (
            <li key={one.key} lang="zh-CN">
              {one.key === '' ? words.frame : one.key}{' '}
              <span className="hint">{whatOf(one, words.parts)}</span>
            </li>
          ))}
        </ul>
      )}
      {comparison.text.slice(0, SHOWN).map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one comparison never move
        <Passage key={at} change={change} onGo={(range) => review.jump(range)} />
      ))}
      {comparison.figures.slice(0, SHOWN).map((figure, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <p key={at} className="change-figure" lang="zh-CN">
          {[figure.concept, figure.scope, figure.period].filter(Boolean).join(' · ')}{' '}
          {figure.before && <del>{figure.before.raw}</del>} {figure.after && <ins>{figure.after.raw}</ins>}
        </p>
      ))}
      {decisions.slice(0, SHOWN).map(({ before, after }) => {
        const one = after ?? before;
        return (
          one && (
            <p key={one.fingerprint} className="change-decision">
              {one.code} <span lang="zh-CN">{one.message}</span>{' '}
              <span className="hint">
                {before ? words.waiverStates[before.decision] : words.absent} →{' '}
                {after ? words.waiverStates[after.decision] : words.absent}
              </span>
            </p>
          )
        );
      })}
    </div>
  );
});

function whatOf(
  { kind, text, ties, decisions }: SeenChanges['sections'][number],
  parts: Readonly<Record<'added' | 'removed' | 'text' | 'ties' | 'decisions' | 'join', string>>,
): string {
  if (kind !== 'changed') return parts[kind];
  return [text && parts.text, ties && parts.ties, decisions && parts.decisions]
    .filter(Boolean)
    .join(parts.join);
}

interface PassageProps {
  readonly change: TextChange;
  readonly onGo: (range: { readonly start: number; readonly end: number }) => void;
}

const Passage = observer(({ change, onGo }: PassageProps) => {
  const { before, after } = change;
  const pieces = changedPieces(before?.text ?? '', after?.text ?? '');
  const both = (
    <>
      {before && (
        <span className="change-before">
          <Pieces pieces={pieces.before} tag="del" />
        </span>
      )}
      {after && (
        <span className="change-after">
          <Pieces pieces={pieces.after} tag="ins" />
        </span>
      )}
    </>
  );
  if (!after)
    return (
      <p className="change-passage" lang="zh-CN">
        {both}
      </p>
    );
  return (
    <button
      type="button"
      className="change-passage"
      lang="zh-CN"
      data-testid="changed-passage"
      onClick={() => onGo(after.range)}
    >
      {both}
    </button>
  );
});
