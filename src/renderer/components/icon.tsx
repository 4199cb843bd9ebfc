const paths = {
  add: 'M8 3v10M3 8h10',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  undo: 'M6 4 3 7l3 3M3.5 7H10a3 3 0 0 1 0 6H7',
  redo: 'm10 4 3 3-3 3M12.5 7H6a3 3 0 0 0 0 6h3',
  export: 'M8 2.5v7M5 6.5 8 9.5l3-3M3 11v2.5h10V11',
  seal: 'M8 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5.8 9 5 13.5l3-1.5 3 1.5L10.2 9',
  settings: 'M2.5 5h6M11.5 5h2M10 3.5v3M2.5 11h2M7.5 11h6M6 9.5v3',
  keyboard: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.5h6',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.5 3 3 6-7',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  warning: 'M8 3 2.5 13h11zM8 7v3M8 11.5h.01',
  table: 'M2.5 3h11v10h-11zM2.5 6.5h11M6.5 6.5V13',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  compare: 'M3 3.5h4v9H3zM9 3.5h4v9H9z',
  policy: 'M4 2.5h8v11H4zM6 6l1 1 1.5-2M9.5 6h1M6 10l1 1 1.5-2M9.5 10h1',
  person: 'M8 2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM3 13.5c0-3 2-4.5 5-4.5s5 1.5 5 4.5',
  goto: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5',
} as const;

export type IconName = keyof typeof paths;

/** One stroke of the icon set; always beside or inside something that has a name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
