export type ReviewAction =
  | 'next'
  | 'previous'
  | 'accept'
  | 'waive'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'export'
  | 'import'
  | 'data'
  | 'help'
  | 'close';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: Readonly<Record<string, ReviewAction>> = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  a: 'accept',
  w: 'waive',
  F2: 'edit',
  z: 'undo',
  e: 'export',
  i: 'import',
  d: 'data',
  '?': 'help',
  '？': 'help',
  Escape: 'close',
};

/** What a key press means at the review desk, or null. Typing into a field never gets here. */
export function reviewAction(press: KeyPress): ReviewAction | null {
  if (press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    if (press.shiftKey) return null;
    return key === 'y' ? 'redo' : key === 'd' ? 'data' : null;
  }
  if (press.shiftKey) return key === 'z' ? 'redo' : key === '?' || key === '？' ? 'help' : null;
  return PLAIN[key] ?? null;
}
