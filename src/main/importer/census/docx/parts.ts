import { ImportError } from '../../bounds';
import type { Package } from '../../package';
import { BROKEN_XML, scanXml } from '../../xml';

/** The parts of a Word file that hold what is counted; null for one that is not there. */
export interface WordParts {
  readonly main: string;
  readonly styles: string | null;
  readonly footnotes: string | null;
  readonly endnotes: string | null;
}

/** Finds the parts by their relationships (ECMA-376 part 2, §9.3). Throws `ImportError`: `broken-xml`. */
export async function wordParts(pack: Package): Promise<WordParts> {
  const name = (await targets(pack, '')).get('officeDocument');
  const main = name === undefined ? null : await pack.read(name);
  if (name === undefined || main === null) throw new ImportError('broken-xml', BROKEN_XML);
  const related = await targets(pack, name);
  const read = async (kind: string): Promise<string | null> => {
    const part = related.get(kind);
    return part === undefined ? null : pack.read(part);
  };
  return {
    main,
    styles: await read('styles'),
    footnotes: await read('footnotes'),
    endnotes: await read('endnotes'),
  };
}

/** The parts that a part points to, by the last word of the relationship's type; the first of each kind. */
async function targets(pack: Package, part: string): Promise<ReadonlyMap<string, string>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const source = await pack.read(named(pack, `${folder}_rels/${part.slice(slash + 1)}.rels`));
  const found = new Map<string, string>();
  if (source === null) return found;
  scanXml(source, {
    open(name, attributes) {
      const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      if (name !== 'rel:Relationship' || mode === 'External' || found.has(kind)) return;
      found.set(kind, named(pack, resolved(folder, target)));
    },
    close() {},
    text() {},
  });
  return found;
}

/** Part names do not tell capitals from small letters. */
function named(pack: Package, name: string): string {
  if (pack.names.includes(name)) return name;
  return pack.names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
}

function resolved(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
