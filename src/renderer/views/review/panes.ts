/** A pane of the review desk: what lies in it, and what takes the focus, the first that is there. */
interface Pane {
  readonly within: string;
  readonly landings: readonly string[];
}

/** In the order in which F6 goes through them; the outline, which is needed least, comes last. */
const panes: readonly Pane[] = [
  { within: '.findings', landings: ['.finding-list', '.findings .filters button'] },
  { within: '.document-side', landings: ['.document', '.source-editor'] },
  { within: '#side-pane', landings: ['#side-pane [role=tab][aria-selected=true]'] },
  { within: '.data-desk', landings: ['.data-grid', '.data-desk [role=tab][aria-selected=true]'] },
  { within: '.outline', landings: ['.outline-list:not([hidden]) [tabindex="0"]', '.outline .fold'] },
];

/** Frames in which something that was just asked for must have come. */
const WAIT_FRAMES = 20;

/** Moves the focus to the next pane that is shown, or to the one before. */
export function stepPane(step: 1 | -1): void {
  const here = document.activeElement;
  const shown = panes.filter(({ within }) => document.querySelector<HTMLElement>(within)?.checkVisibility());
  const at = shown.findIndex(({ within }) => here?.closest(within));
  const from = at < 0 && step < 0 ? 0 : at;
  const next = shown[(from + step + shown.length) % shown.length];
  for (const landing of next?.landings ?? []) if (focus(landing)) return;
}

/** Gives the focus to the first of these that is there, as soon as one is, unless it went elsewhere meanwhile. */
export function focusOnceThere(...landings: readonly string[]): void {
  const from = document.activeElement;
  const wait = (left: number): void => {
    if (document.activeElement !== from || landings.some(focus) || left === 0) return;
    requestAnimationFrame(() => wait(left - 1));
  };
  // What was asked for is painted in the next frame.
  requestAnimationFrame(() => wait(WAIT_FRAMES));
}

/** An editor lives in a shadow tree of its host. */
function focus(landing: string): boolean {
  const found = document.querySelector<HTMLElement>(landing);
  const target = found?.shadowRoot?.querySelector<HTMLElement>('.cm-content') ?? found;
  if (!target || target.matches(':disabled')) return false;
  target.focus();
  return true;
}
