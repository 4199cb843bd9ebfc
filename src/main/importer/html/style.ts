import type { SpanMark } from '../source-document';
import { attribute, type HtmlElement } from './tree';

/** How an element is shown, as far as its name and its own `style` say. Style sheets are not read. */
export interface Look {
  /** `blank` for a cell whose place in the table stays. */
  readonly hidden: 'none' | 'blank' | null;
  readonly block: boolean;
  readonly pre: boolean;
  readonly pageBreak: 'before' | 'after' | null;
  readonly marks: readonly SpanMark[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre ' +
    'search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
const PRE = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);
const MARKED: Readonly<Record<string, SpanMark['kind']>> = {
  del: 'struck',
  s: 'struck',
  strike: 'struck',
  ins: 'inserted',
  mark: 'highlighted',
};

const NO_BACKGROUND =
  /^(?:none|transparent|inherit|initial|unset|revert|white|window|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*|url\(.*)$/;

export function lookOf(element: HtmlElement): Look {
  const style = declarations(attribute(element, 'style') ?? '');
  const display = style.get('display') ?? '';
  const block = BLOCKS.has(element.tagName) || /^(?:block|flex|grid|table|list-item|flow-root)/.test(display);
  return {
    hidden: hiddenBy(element, style),
    block,
    pre: PRE.has(element.tagName) || /^(?:pre|break-spaces)/.test(style.get('white-space') ?? ''),
    pageBreak: pageBreakOf(style),
    marks: marksOf(element.tagName, style, block),
  };
}

function hiddenBy(element: HtmlElement, style: ReadonlyMap<string, string>): Look['hidden'] {
  if (attribute(element, 'hidden') !== null || style.get('display') === 'none') return 'none';
  if (style.get('mso-hide') === 'all') return 'none';
  if (!/^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return null;
  return /^t[dh]$/.test(element.tagName) ? 'blank' : 'none';
}

function pageBreakOf(style: ReadonlyMap<string, string>): Look['pageBreak'] {
  for (const side of ['before', 'after'] as const) {
    const value = style.get(`page-break-${side}`) ?? style.get(`break-${side}`) ?? '';
    if (/^(?:always|page|left|right|recto|verso)$/.test(value)) return side;
  }
  return null;
}

/** Colour behind a block, a cell or a row is layout; behind words, it is a marker's. */
function marksOf(name: string, style: ReadonlyMap<string, string>, block: boolean): readonly SpanMark[] {
  const kinds = new Set<SpanMark['kind']>();
  const named = MARKED[name];
  if (named) kinds.add(named);
  if (/line-through/.test(style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''))
    kinds.add('struck');
  const background = style.get('background-color') ?? style.get('background');
  if (!block && background && !NO_BACKGROUND.test(background)) kinds.add('highlighted');
  return [...kinds].map((kind) => ({ kind, detail: '' }));
}

/** CSS declarations by property, in lower case; the last of a property counts. */
function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .toLowerCase()
      .replace('!important', '');
    found.set(part.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  return found;
}
