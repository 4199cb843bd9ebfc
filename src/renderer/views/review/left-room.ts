import { type Folds, paneLimits } from '../../stores/ui-store';

interface Asked {
  /** Pixels of the left pane; 0 before it is measured. */
  readonly height: number;
  /** Of the letters; 1 is usual. */
  readonly scale: number;
  /** Pixels of the outline, as it was dragged; unfolded by hand, it may have up to half of the pane. */
  readonly outline: number;
  readonly folded: Folds;
}

export interface LeftRoom {
  /** Pixels of the outline at most, or null while only its title is shown. */
  readonly outline: number | null;
  readonly filters: boolean;
}

/** Pixels at the usual size of letters: a title, the filters in two lines, findings as they mostly are. */
const TITLE = 30;
const FILTERS = 76;
const ROW = 60;
/** Findings that have a place before the outline and the filters have one. */
const LEAST_ROWS = 8;
const FEW_ROWS = 6;
/** Of a high pane, for an outline that nobody dragged. */
const OUTLINE_SHARE = 1 / 4;

/** How outline, filters and findings share a pane: a short one, or large letters, leaves the others to the findings. */
export function leftRoom({ height, scale, outline, folded }: Asked): LeftRoom {
  if (height === 0) return { outline, filters: folded.filters !== true };
  const lines = height / scale;
  const filters = !(folded.filters ?? lines < 2 * TITLE + FILTERS + FEW_ROWS * ROW);
  if (folded.outline === false) return { outline: Math.min(outline, height / 2), filters };
  const used = 2 * TITLE + (filters ? FILTERS : 0) + LEAST_ROWS * ROW;
  const wanted = outline === paneLimits.outline.initial ? Math.max(outline, height * OUTLINE_SHARE) : outline;
  const left = Math.min(wanted, (lines - used) * scale);
  const short = left < (paneLimits.outline.min + TITLE) * scale;
  return { outline: folded.outline || short ? null : left, filters };
}
