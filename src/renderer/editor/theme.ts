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

const sign = (name: string) => ({ color: `var(--${name})`, fontWeight: '700' });

/** The source view: what a text editor looks like, in the app's own colours. */
export const sourceTheme = [
  inheritTheme,
  EditorView.theme({
    '&': { height: '100%' },
    '.cm-scroller': { fontFamily: 'var(--mono-font)', lineHeight: '1.7', overflow: 'auto' },
    '.cm-content': { padding: '10px 0 40px' },
    '.cm-line': { padding: '0 12px 0 6px' },
    '.cm-gutters': {
      backgroundColor: 'var(--panel-2)',
      color: 'var(--muted)',
      borderInlineEnd: '1px solid var(--line)',
    },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 10px' },
    '.cm-signs': { minWidth: '1.4em', fontFamily: 'var(--ui-font)', fontSize: '0.85em' },
    '.cm-signs .cm-gutterElement': { padding: '0 4px' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--chosen) 45%, transparent)' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      backgroundColor: 'var(--spot)',
    },
    '.cm-cursor': { borderInlineStart: '2px solid var(--text)' },
    '.sign-error': sign('error'),
    '.sign-doubt': sign('doubt'),
    '.sign-notice': sign('notice'),
    '.sign-waived': sign('waived'),
    '.mark-waived': { textDecoration: 'underline 1px var(--waived)' },
  }),
];
