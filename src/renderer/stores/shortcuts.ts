export type ReviewAction =
  | 'next'
  | 'previous'
  | 'accept'
  | 'waive'
  | 'edit'
  | 'comment'
  | 'nextComment'
  | 'previousComment'
  | 'choose'
  | 'page'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'undo'
  | 'redo'
  | 'export'
  | 'preview'
  | 'compare'
  | 'import'
  | 'data'
  | 'signOff'
  | 'library'
  | 'person'
  | 'filter'
  | 'paneNext'
  | 'panePrevious'
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
  F8: 'next',
  F3: 'findNext',
  m: 'page',
  c: 'comment',
  n: 'nextComment',
  z: 'undo',
  e: 'export',
  p: 'preview',
  v: 'compare',
  i: 'import',
  d: 'data',
  s: 'signOff',
  u: 'person',
  f: 'filter',
  F6: 'paneNext',
  '?': 'help',
  '？': 'help',
  Escape: 'close',
};

/** With Shift: the other way. */
const BACKWARDS: Readonly<Record<string, ReviewAction>> = {
  F3: 'findPrevious',
  F6: 'panePrevious',
  F8: 'previous',
  n: 'previousComment',
};
/** With Ctrl. */
const HELD: Readonly<Record<string, ReviewAction>> = { y: 'redo', d: 'data', e: 'page', f: 'find' };
/** What they mean also while one types. */
export const whileTyping: ReadonlySet<ReviewAction> = new Set([
  'page',
  'data',
  'find',
  'findNext',
  'findPrevious',
]);

/** What a key press means at the review desk, or null. Typing into a field never gets here. */
export function reviewAction(press: KeyPress): ReviewAction | null {
  if (press.altKey) return press.key === 'ArrowLeft' ? 'library' : null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    if (press.shiftKey) return null;
    return HELD[key] ?? null;
  }
  if (press.shiftKey && BACKWARDS[key]) return BACKWARDS[key];
  if (press.shiftKey) return key === 'z' ? 'redo' : key === '?' || key === '？' ? 'help' : null;
  return PLAIN[key] ?? (/^[1-9]$/.test(key) ? 'choose' : null);
}
