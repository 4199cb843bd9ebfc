import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  readonly label: string;
  readonly direction: 'columns' | 'rows';
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  /** The pane that is sized lies after the splitter. */
  readonly after?: boolean;
  readonly onResize: (size: number) => void;
}

const STEP = 16;

/** The line between two panes: drag it, or move it with the arrow keys; a double click resets it. */
export function Splitter({ label, direction, size, min, max, initial, after = false, onResize }: Props) {
  const columns = direction === 'columns';
  const sign = after ? -1 : 1;

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const line = event.currentTarget;
    const from = columns ? event.clientX : event.clientY;
    line.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void =>
      onResize(size + sign * ((columns ? moved.clientX : moved.clientY) - from));
    const end = (): void => line.removeEventListener('pointermove', move);
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', end, { once: true });
  };

  const press = (event: KeyboardEvent): void => {
    const next = sizeAfter(event.key, { size, min, max, columns, sign });
    if (next === null) return;
    event.preventDefault();
    onResize(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between paragraphs (<hr>) cannot be moved
    <div
      className={`splitter splitter-${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={columns ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => onResize(initial)}
    />
  );
}

interface Bounds {
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly columns: boolean;
  readonly sign: number;
}

function sizeAfter(key: string, { size, min, max, columns, sign }: Bounds): number | null {
  if (key === 'Home') return min;
  if (key === 'End') return max;
  if (key === (columns ? 'ArrowRight' : 'ArrowDown')) return size + sign * STEP;
  if (key === (columns ? 'ArrowLeft' : 'ArrowUp')) return size - sign * STEP;
  return null;
}
