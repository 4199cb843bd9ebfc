import { EditorView } from '@codemirror/view';

const line = (name: string, style: string) => ({
  backgroundColor: `var(--${name}-tint)`,
  textDecoration: `underline ${style} 1.5px var(--${name})`,
});

/** The fonts and colours of what is around the editor, and the marks as styles/document.css has them. */
export const inheritTheme = EditorView.theme({
  '&': { font: 'inherit', color: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0', caretColor: 'currentcolor' },
  '.cm-line': { padding: '0' },
  '.mark': { borderRadius: '2px', textUnderlineOffset: '4px', textDecorationSkipInk: 'none' },
  '.mark-error': line('error', 'wavy'),
  '.mark-doubt': line('doubt', 'dashed'),
  '.mark-notice': line('notice', 'dotted'),
});
