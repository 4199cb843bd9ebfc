import { scanXml } from '../../xml';

/** What a style, or a run itself, says about how its text is counted. */
export interface Look {
  hidden?: boolean;
  /** `superscript`, `subscript` or `baseline`. */
  script?: string;
}

export interface Styles {
  /** Of a style with those it is based on. */
  look(id: string | undefined): Look;
  /** The style of paragraphs that name none. */
  readonly paragraph: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** A switch such as `<w:vanish/>`. */
export const isOn = (attributes: Attributes): boolean =>
  !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '1');

interface Style extends Look {
  base?: string;
}

export function readStyles(source: string | null): Styles {
  const styles = new Map<string, Style>();
  const path: string[] = [];
  let style: Style = {};
  let paragraph: string | undefined;
  const open = (name: string, attributes: Attributes): void => {
    const parent = path.at(-1);
    path.push(name);
    if (name === 'w:style') {
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': standard } = attributes;
      style = {};
      styles.set(id, style);
      if (type === 'paragraph' && standard !== undefined && isOn({ 'w:val': standard })) paragraph ??= id;
    } else if (name === 'w:basedOn' && parent === 'w:style') style.base = attributes['w:val'] ?? '';
    else if (parent === 'w:rPr' && path.at(-3) === 'w:style') noteLook(style, name, attributes);
  };
  if (source !== null) scanXml(source, { open, close: () => void path.pop(), text() {} });
  const looks = new Map<string | undefined, Look>();
  const look = (id: string | undefined): Look => {
    const known = looks.get(id) ?? lookOf(styles, id);
    looks.set(id, known);
    return known;
  };
  return { look, paragraph };
}

/** Notes what a child of `w:rPr` says. */
export function noteLook(look: Look, name: string, attributes: Attributes): void {
  if (name === 'w:vanish') look.hidden = isOn(attributes);
  else if (name === 'w:vertAlign') look.script = attributes['w:val'] ?? 'baseline';
}

/** The nearest word on each of both; styles that are based on each other are gone through once. */
function lookOf(styles: ReadonlyMap<string, Style>, id: string | undefined): Look {
  const look: Look = {};
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.base) {
    seen.add(at);
    const { hidden, script } = styles.get(at) ?? {};
    if (hidden !== undefined) look.hidden ??= hidden;
    if (script !== undefined) look.script ??= script;
  }
  return look;
}
