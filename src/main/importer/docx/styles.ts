import { child, childrenOf, type XmlElement } from '../xml';

/** What a paragraph is by its style, direct properties not yet looked at. */
export interface ParagraphStyle {
  readonly name: string;
  /** 0 for the first outline level; null for body text. */
  readonly outline: number | null;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly centred: boolean;
  /** In half points; 0 when not said. */
  readonly size: number;
  readonly hidden: boolean;
}

export interface RunStyle {
  readonly hidden: boolean;
  readonly script: 'superscript' | 'subscript' | null;
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
  const numbered = first(chain, paragraph('w:numPr'));
  const id = val(child(numbered, 'w:numId'));
  return {
    name: (val(child(chain[0], 'w:name')) ?? '').toLowerCase(),
    outline: outlineOf(chain),
    numbering:
      id === undefined || id === '0' ? null : { id, level: Number(val(child(numbered, 'w:ilvl')) ?? 0) },
    centred: val(first(chain, paragraph('w:jc'))) === 'center',
    size: Number(val(first(chain, run('w:sz')) ?? child(defaults, 'w:sz')) ?? 0),
    hidden: flag(first(chain, run('w:vanish'))) ?? false,
  };
}

/** By `outlineLvl`, else by the built-in names, whatever language the ids are in. */
function outlineOf(chain: readonly XmlElement[]): number | null {
  for (const style of chain) {
    const level = val(child(child(style, 'w:pPr'), 'w:outlineLvl'));
    if (level !== undefined) return Number(level) < 9 ? Number(level) : null;
    const name = /^(?:heading|标题)\s*([1-9])$/i.exec(val(child(style, 'w:name')) ?? '');
    if (name) return Number(name[1]) - 1;
  }
  return null;
}

const runStyle = (chain: readonly XmlElement[]): RunStyle => ({
  hidden: flag(first(chain, (style) => child(child(style, 'w:rPr'), 'w:vanish'))) ?? false,
  script: scriptOf(first(chain, (style) => child(child(style, 'w:rPr'), 'w:vertAlign'))) ?? null,
});

export function scriptOf(element: XmlElement | undefined): RunStyle['script'] | undefined {
  const value = val(element);
  if (value === undefined) return undefined;
  return value === 'superscript' || value === 'subscript' ? value : null;
}
