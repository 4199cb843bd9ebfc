import { observer } from 'mobx-react-lite';
import { useEffect, useId } from 'react';
import type { RevisionSummary } from '../../../shared/model/review';
import { type Earlier, isOther } from '../../stores/compare-store';
import { useRoot, useText } from '../context';

const keyOf = (side: Earlier): string => (isOther(side) ? `report ${side.reportId}` : `revision ${side.id}`);

interface SidesProps {
  /** Null while it has to be chosen. */
  readonly before: Earlier | null;
  readonly after: RevisionSummary;
}

/** What is compared with what; either side can be another one. */
export const Sides = observer(({ before, after }: SidesProps) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  useEffect(() => {
    if (compare.others.length === 0) void compare.loadOthers();
  }, [compare]);
  const { revisions, others } = compare;
  const earlier: readonly Earlier[] = [...revisions.filter(({ id }) => id !== after.id), ...others];
  const isOffered = !before || earlier.some((side) => keyOf(side) === keyOf(before));
  return (
    <div className="comparison-sides">
      <SideSelect
        label={words.before}
        testid="compare-before"
        sides={isOffered ? earlier : [before, ...earlier]}
        chosen={before}
        onChoose={(side) => void compare.between(side, after)}
      />
      <span aria-hidden="true">→</span>
      <SideSelect
        label={words.after}
        testid="compare-after"
        sides={before ? revisions.filter((side) => keyOf(side) !== keyOf(before)) : [after]}
        chosen={after}
        onChoose={(side) => before && void compare.between(before, side as RevisionSummary)}
      />
    </div>
  );
});

interface Props {
  readonly label: string;
  readonly testid: string;
  readonly sides: readonly Earlier[];
  readonly chosen: Earlier | null;
  readonly onChoose: (side: Earlier) => void;
}

const groups = ['revisions', 'alike', 'others'] as const;
const groupOf = (side: Earlier): (typeof groups)[number] =>
  isOther(side) ? (side.alike ? 'alike' : 'others') : 'revisions';

const SideSelect = observer(({ label, testid, sides, chosen, onChoose }: Props) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-testid={testid}
        disabled={compare.running}
        value={chosen ? keyOf(chosen) : ''}
        onChange={({ target }) => {
          const side = sides.find((one) => keyOf(one) === target.value);
          if (side) onChoose(side);
        }}
      >
        {!chosen && <option value="">{words.choose}</option>}
        {groups.map((group) => (
          <SideGroup key={group} group={group} sides={sides.filter((side) => groupOf(side) === group)} />
        ))}
      </select>
    </>
  );
});

interface GroupProps {
  readonly group: (typeof groups)[number];
  readonly sides: readonly Earlier[];
}

const SideGroup = observer(({ group, sides }: GroupProps) => {
  const text = useText();
  if (sides.length === 0) return null;
  return (
    <optgroup label={text.comparison.groups[group]}>
      {sides.map((side) => (
        <option key={keyOf(side)} value={keyOf(side)} lang="zh-CN">
          {isOther(side) ? side.title : `${text.library.revisionNumber(side.number)} ${side.reason}`}
        </option>
      ))}
    </optgroup>
  );
});
