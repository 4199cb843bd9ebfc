import { observer } from 'mobx-react-lite';
import { useEffect, useId } from 'react';
import type { RevisionSummary } from '../../../shared/model/review';
import { type Earlier, isOther, type ShownComparison } from '../../stores/compare-store';
import { useRoot, useText } from '../context';

const keyOf = (side: Earlier): string => (isOther(side) ? `report ${side.reportId}` : `revision ${side.id}`);

/** What is compared with what; either side can be another one. */
export const Sides = observer(({ before, after }: Omit<ShownComparison, 'comparison'>) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  useEffect(() => {
    if (compare.others.length === 0) void compare.loadOthers();
  }, [compare]);
  const { revisions, others } = compare;
  const earlier: readonly Earlier[] = [...revisions.filter(({ id }) => id !== after.id), ...others];
  const sides = earlier.some((side) => keyOf(side) === keyOf(before)) ? earlier : [before, ...earlier];
  return (
    <div className="comparison-sides">
      <SideSelect
        label={words.before}
        testid="compare-before"
        sides={sides}
        chosen={before}
        onChoose={(side) => void compare.between(side, after)}
      />
      <span aria-hidden="true">→</span>
      <SideSelect
        label={words.after}
        testid="compare-after"
        sides={revisions.filter((side) => keyOf(side) !== keyOf(before))}
        chosen={after}
        onChoose={(side) => void compare.between(before, side as RevisionSummary)}
      />
    </div>
  );
});

interface Props {
  readonly label: string;
  readonly testid: string;
  readonly sides: readonly Earlier[];
  readonly chosen: Earlier;
  readonly onChoose: (side: Earlier) => void;
}

const SideSelect = observer(({ label, testid, sides, chosen, onChoose }: Props) => {
  const { compare } = useRoot();
  const text = useText();
  const id = useId();
  const name = (side: Earlier): string =>
    isOther(side)
      ? text.comparison.otherReport(side.title)
      : `${text.library.revisionNumber(side.number)} ${side.reason}`;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-testid={testid}
        disabled={compare.running}
        value={keyOf(chosen)}
        onChange={({ target }) => {
          const side = sides.find((one) => keyOf(one) === target.value);
          if (side) onChoose(side);
        }}
      >
        {sides.map((side) => (
          <option key={keyOf(side)} value={keyOf(side)} lang="zh-CN">
            {name(side)}
          </option>
        ))}
      </select>
    </>
  );
});
