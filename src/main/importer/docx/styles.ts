import { child, childrenOf, type XmlElement } from '../xml';

/** What a paragraph is by its style, direct properties not yet looked at. */
export interface ParagraphStyle {
  readonly role: StyleRole | null;
  /** 0 for the first outline level; null for body text. */
  readonly outline: number | null;
  readonly numbering: {
    readonly id: string;
    /** As written; undefined when it is not said. */
    readonly level: string | undefined;
    /** The style that says it, of those this one is based on. */
    readonly style: string | undefined;
  } | null;
  readonly centred: boolean;
  /** In half points; 0 when not said. */
  readonly size: number;
  readonly hidden: boolean;
}

/** What a built-in style is for, where that decides on headings. */
type StyleRole = 'title' | 'contents' | 'continuation';

export interface RunStyle {
  readonly hidden: boolean;
  readonly script: 'superscript' | 'subscript' | null;
  /** In half points; 0 when not said. */
  readonly size: number;
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  run(id: string | undefined): RunStyle;
  /** Style id of a numbering style, for `numStyleLink`. */
  readonly defaultParagraph: string | undefined;
}

/** How far `basedOn` is followed: a circle of styles must not hang. */
const MAX_CHAIN = 32;

export const val = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** A switch such as `<w:vanish/>`; undefined when it is not there. */
export function flag(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !/^(?:0|false|off|none)$/i.test(val(element) ?? '1');
}

export function stylesOf(root: XmlElement | undefined): Styles {
  const byId = new Map(
    childrenOf(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const paragraphs = new Map<string, ParagraphStyle>();
  const runs = new Map<string, RunStyle>();
  const chainOf = (id: string): readonly XmlElement[] => {
    const chain: XmlElement[] = [];
    let at = byId.get(id);
    while (at && chain.length < MAX_CHAIN) {
      chain.push(at);
      at = byId.get(val(child(at, 'w:basedOn')) ?? '');
    }
    return chain;
  };
  const defaultParagraph = childrenOf(root, 'w:style').find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'];
  return {
    defaultParagraph,
    paragraph(id) {
      const key = id ?? defaultParagraph ?? '';
      let style = paragraphs.get(key);
      if (!style) {
        style = paragraphStyle(chainOf(key), defaults);
        paragraphs.set(key, style);
      }
      return style;
    },
    run(id) {
      const key = id ?? '';
      let style = runs.get(key);
      if (!style) {
        style = runStyle(id === undefined ? [] : chainOf(key));
        runs.set(key, style);
      }
      return style;
    },
  };
}

const first = <T>(
  chain: readonly XmlElement[],
  read: (style: XmlElement) => T | undefined,
): T | undefined => {
  for (const style of chain) {
    const found = read(style);
    if (found !== undefined) return found;
  }
  return undefined;
};

function paragraphStyle(chain: readonly XmlElement[], defaults: XmlElement | undefined): ParagraphStyle {
  const paragraph = (name: string) => (style: XmlElement) => child(child(style, 'w:pPr'), name);
  const run = (name: string) => (style: XmlElement) => child(child(style, 'w:rPr'), name);
  const numbered = (name: string) => (style: XmlElement) => val(child(paragraph('w:numPr')(style), name));
  const id = first(chain, numbered('w:numId'));
  const holder = chain.find((style) => numbered('w:numId')(style) !== undefined);
  return {
    role: roleOf(chain),
    outline: outlineOf(chain),
    numbering:
      id === undefined || id === '0'
        ? null
        : { id, level: first(chain, numbered('w:ilvl')), style: holder?.attributes['w:styleId'] },
    centred: val(first(chain, paragraph('w:jc'))) === 'center',
    size: Number(val(first(chain, run('w:sz')) ?? child(defaults, 'w:sz')) ?? 0),
    hidden: flag(first(chain, run('w:vanish'))) ?? false,
  };
}

const ROLES: readonly (readonly [RegExp, StyleRole])[] = [
  [/^(?:title|标题)$/, 'title'],
  [/^(?:toc|目录)/, 'contents'],
  [/^(?:list continue|列表接续)/, 'continuation'],
];
const HEADING = /^(?:heading|标题)\s*([1-9])$/;

const nameOf = (style: XmlElement): string => (val(child(style, 'w:name')) ?? '').trim().toLowerCase();

/** By the nearest built-in name, unless a style before it says that it is a heading. */
function roleOf(chain: readonly XmlElement[]): StyleRole | null {
  for (const style of chain) {
    const role = ROLES.find(([pattern]) => pattern.test(nameOf(style)))?.[1];
    if (role) return role;
    if (HEADING.test(nameOf(style)) || child(child(style, 'w:pPr'), 'w:outlineLvl')) return null;
  }
  return null;
}

/** 0 to 8; null for body text and what is no level. */
export function outlineLevel(value: string): number | null {
  return /^[0-8]$/.test(value.trim()) ? Number(value) : null;
}

/** By `outlineLvl`, else by the built-in names, whatever language the ids are in. */
function outlineOf(chain: readonly XmlElement[]): number | null {
  for (const style of chain) {
    const level = val(child(child(style, 'w:pPr'), 'w:outlineLvl'));
    if (level !== undefined) return outlineLevel(level);
    const name = HEADING.exec(nameOf(style));
    if (name) return Number(name[1]) - 1;
  }
  return null;
}

const runStyle = (chain: readonly XmlElement[]): RunStyle => ({
  hidden: flag(first(chain, (style) => child(child(style, 'w:rPr'), 'w:vanish'))) ?? false,
  script: scriptOf(first(chain, (style) => child(child(style, 'w:rPr'), 'w:vertAlign'))) ?? null,
  size: Number(val(first(chain, (style) => child(child(style, 'w:rPr'), 'w:sz'))) ?? 0),
});

/** Null for text on the line, undefined when nothing is said. */
export function scriptOf(element: XmlElement | undefined): RunStyle['script'] | undefined {
  const value = val(element);
  if (value === undefined) return undefined;
  return value === 'superscript' || value === 'subscript' ? value : null;
}
