import { SaxesParser } from 'saxes';
import { BOUNDS, ImportError } from './bounds';

export const BROKEN_XML = '文件内容已损坏，内部的 XML 不完整，无法读取';
const DOCTYPE = '文件内部带有实体定义（DOCTYPE），Office 文件不应有，可能是恶意文件，已停止读取';
const TOO_DEEP = '文件内部嵌套过深，可能是恶意文件，已停止读取';
const TOO_LARGE = '文件内容过多，超出可处理的范围，已停止读取';

export type XmlNode = XmlElement | string;

export interface XmlElement {
  /** With its prefix as Office writes it: `w:p`. Prefixes are normalised, see `parseXml`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

/** Namespace → the prefix that the code knows it by, for transitional and strict documents alike. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [
    /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main$/,
    'w',
  ],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/(?:officeDocument)\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/(?:officeDocument)\/(?:2006\/)?math$/, 'm'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 'x'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/\/word\/2010\/wordprocessingGroup$/, 'wpg'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/\/package\/2006\/content-types$/, 'ct'],
];

interface QualifiedName {
  readonly uri: string;
  /** As in the file: `w:p`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
}

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML with namespaces; names carry the prefixes of `PREFIXES` whatever the file calls them (other
 * namespaces keep the file's own). Throws `ImportError`: `broken-xml`, `doctype`, `too-deep`, `too-large`.
 */
export function scanXml(source: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true });
  const spaces = new Map<string, Map<string, string>>();
  let depth = 0;
  let elements = 0;
  const known = ({ uri, name, prefix, local }: QualifiedName): string => {
    const names = spaces.get(uri) ?? new Map<string, string>();
    spaces.set(uri, names);
    let found = names.get(name);
    if (found === undefined) {
      const own = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? prefix;
      found = own === '' ? local : `${own}:${local}`;
      names.set(name, found);
    }
    return found;
  };
  parser.on('error', () => {
    throw new ImportError('broken-xml', BROKEN_XML);
  });
  parser.on('doctype', () => {
    throw new ImportError('doctype', DOCTYPE);
  });
  parser.on('opentag', (tag) => {
    if (++depth > BOUNDS.depth) throw new ImportError('too-deep', TOO_DEEP);
    if (++elements > BOUNDS.elements) throw new ImportError('too-large', TOO_LARGE);
    const attributes: Record<string, string> = {};
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key];
      if (attribute) attributes[known(attribute)] = attribute.value;
    }
    events.open(known(tag), attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.close(known(tag));
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.write(source).close();
}

/** The tree of an XML text. `keep` false leaves an element out with all that is in it. */
export function parseXml(source: string, keep: (name: string) => boolean = () => true): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let skipped = 0;
  scanXml(source, {
    open(name, attributes) {
      if (skipped > 0 || !keep(name)) {
        skipped++;
        return;
      }
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close() {
      if (skipped > 0) skipped--;
      else open.pop();
    },
    text(text) {
      if (skipped === 0) open.at(-1)?.children.push(text);
    },
  });
  const [element] = root.children.filter((node) => typeof node !== 'string');
  if (!element || typeof element === 'string') throw new ImportError('broken-xml', BROKEN_XML);
  return element;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The first child element of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

/** The child elements, of a name if one is given. */
export const childrenOf = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (node): node is XmlElement => isElement(node) && (name === undefined || node.name === name),
  );
