import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { Splitter } from '../../components/splitter';
import { paneLimits } from '../../stores/ui-store';
import { useRoot, useText } from '../context';

export type StripPane = 'strip' | 'compare';

interface Props {
  readonly testid: string;
  readonly pane?: StripPane;
  /** Null while no row is chosen. */
  readonly children: ReactNode;
}

/** Below a table: the chosen row in its surroundings. Its height is the person's. */
export const RowStrip = observer(({ testid, pane = 'strip', children }: Props) => {
  const { ui } = useRoot();
  const words = useText().data;
  return (
    <>
      <Splitter
        label={words.resize}
        direction="rows"
        after
        size={ui.panes[pane]}
        {...paneLimits[pane]}
        onResize={(size) => ui.resize(pane, size)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="strip" aria-label={words.strip} data-testid={testid} tabIndex={0}>
        {children ?? <p className="strip-empty">{words.noneChosen}</p>}
      </section>
    </>
  );
});
