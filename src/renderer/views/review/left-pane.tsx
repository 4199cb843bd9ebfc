import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import { Splitter } from '../../components/splitter';
import { useHeight } from '../../components/use-height';
import { paneLimits } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { FindingsPane } from './findings-pane';
import { leftRoom } from './left-room';
import { Outline } from './outline';

interface Props {
  /** Whether their turn has come. */
  readonly outline: boolean;
  readonly findings: boolean;
}

/** Outline over findings. */
export const LeftPane = observer(({ outline, findings }: Props) => {
  const { ui, settings } = useRoot();
  const text = useText();
  const pane = useRef<HTMLDivElement>(null);
  const height = useHeight(pane);
  const { typeScale: scale } = settings;
  const room = leftRoom({ height, scale, outline: ui.panes.outline, folded: ui.folded });
  const isOpen = room.outline !== null;
  const rows = isOpen ? `fit-content(${room.outline}px)` : 'auto';
  return (
    <div ref={pane} className="pane pane-left" style={{ gridTemplateRows: `${rows} auto minmax(0, 1fr)` }}>
      {outline ? <Outline isOpen={isOpen} onFold={() => ui.fold('outline', isOpen)} /> : <div />}
      {isOpen ? (
        <Splitter
          label={text.review.resize.outline}
          direction="rows"
          {...paneLimits.outline}
          size={room.outline ?? 0}
          onResize={(size) => {
            ui.resize('outline', size);
            ui.fold('outline', false);
          }}
        />
      ) : (
        <div className="fold-line" />
      )}
      {findings && <FindingsPane filters={room.filters} onFilters={() => ui.fold('filters', room.filters)} />}
    </div>
  );
});
