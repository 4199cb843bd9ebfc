import { ImportError } from '../bounds';
import type { Package } from '../package';
import { childrenOf, parseXml, type XmlElement } from '../xml';

export interface Relation {
  /** Last part of its type: `styles`, `footnotes`, `image`. */
  readonly type: string;
  /** Name of the part inside the package, or the outside address. */
  readonly target: string;
  readonly external: boolean;
}

type Relations = ReadonlyMap<string, Relation>;

/** Elements that say how a text looks and never what it says; leaving them out halves the tree. */
const LOOKS = new Set(
  (
    'rFonts lang color kern spacing ind tcW tcBorders tblBorders tblLook tblW tblLayout tblCellMar szCs bCs iCs ' +
    'proofErr lastRenderedPageBreak tabs snapToGrid widowControl adjustRightInd sectPr rsids tblGrid w ' +
    'autoSpaceDE autoSpaceDN overflowPunct topLinePunct textAlignment noProof bookmarkStart bookmarkEnd cnfStyle ' +
    'instrText delInstrText sdtEndPr trHeight tblpPr framePr vAlign noWrap hideMark tcMar em eastAsianLayout'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

const keep = (name: string): boolean =>
  !LOOKS.has(name) && !/^(?:a:(?!blip|graphic|pic)|wp:(?!docPr|inline|anchor))/.test(name);

const NOT_WORD = 'Word 文件里没有正文，无法读取；请在 Word 或 WPS 里重新保存一次';

async function relationsOf(pack: Package, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const source = await pack.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (source === null) return new Map();
  return new Map(
    childrenOf(parseXml(source), 'rel:Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      return [
        attributes['Id'] ?? '',
        { type, external, target: external ? target : resolved(folder, target) },
      ];
    }),
  );
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Part names do not tell capitals from small letters (ECMA-376 part 2, §6.2.2). */
function anyCase(pack: Package): Package {
  const names = new Map(pack.names.map((name) => [name.toLowerCase(), name]));
  return {
    names: pack.names,
    read: (name) => pack.read(names.get(name.toLowerCase()) ?? name),
  };
}

export interface WordParts {
  readonly body: XmlElement;
  /** Of the document and of all parts it is made of. */
  readonly relations: readonly Relation[];
  /** The root of a part of the document by the type of its relation; undefined when there is none. */
  part(type: string): Promise<XmlElement | undefined>;
  /** All parts of a type: headers, footers. */
  parts(type: string): Promise<readonly XmlElement[]>;
}

/** The document's parts. Throws `ImportError`: `broken-docx` and those of package and XML. */
export async function openWord(given: Package): Promise<WordParts> {
  const pack = anyCase(given);
  const roots = await relationsOf(pack, '');
  const main = [...roots.values()].find(
    ({ type, external }) => type === 'officeDocument' && !external,
  )?.target;
  const source = main === undefined ? null : await pack.read(main);
  if (main === undefined || source === null) throw new ImportError('broken-docx', NOT_WORD);
  const document = parseXml(source, keep);
  const body = childrenOf(document, 'w:body')[0];
  if (document.name !== 'w:document' || !body) throw new ImportError('broken-docx', NOT_WORD);
  const relations = await relationsOf(pack, main);
  const parts = async (type: string): Promise<readonly XmlElement[]> => {
    const found: XmlElement[] = [];
    const targets = new Set<string>();
    for (const relation of relations.values())
      if (relation.type === type && !relation.external) targets.add(relation.target);
    for (const target of targets) {
      const text = await pack.read(target);
      if (text !== null) found.push(parseXml(text, keep));
    }
    return found;
  };
  const all = [...relations.values()];
  const targets = new Set(
    [...relations.values()].flatMap(({ external, target }) => (external ? [] : [target])),
  );
  for (const target of targets) {
    for (const relation of (await relationsOf(pack, target)).values()) all.push(relation);
  }
  return { body, relations: all, parts, part: async (type) => (await parts(type))[0] };
}
