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

export type Relations = ReadonlyMap<string, Relation>;

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
  !LOOKS.has(name) && !/^(?:a:(?!blip|graphic|t$)|wp:(?!docPr|inline|anchor))/.test(name);

const NOT_WORD = 'Word 文件里没有正文，无法读取；请在 Word 或 WPS 里重新保存一次';

export async function relationsOf(pack: Package, part: string): Promise<Relations> {
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

export interface WordParts {
  readonly body: XmlElement;
  readonly relations: Relations;
  /** The root of a part of the document by the type of its relation; undefined when there is none. */
  part(type: string): Promise<XmlElement | undefined>;
  /** All parts of a type: headers, footers. */
  parts(type: string): Promise<readonly XmlElement[]>;
}

/** The document's parts. Throws `ImportError`: `broken-docx` and those of package and XML. */
export async function openWord(pack: Package): Promise<WordParts> {
  const roots = await relationsOf(pack, '');
  const main =
    [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const source = await pack.read(main);
  if (source === null) throw new ImportError('broken-docx', NOT_WORD);
  const document = parseXml(source, keep);
  const body = childrenOf(document, 'w:body')[0];
  if (document.name !== 'w:document' || !body) throw new ImportError('broken-docx', NOT_WORD);
  const relations = await relationsOf(pack, main);
  const parts = async (type: string): Promise<readonly XmlElement[]> => {
    const found: XmlElement[] = [];
    for (const relation of relations.values()) {
      if (relation.type !== type || relation.external) continue;
      const text = await pack.read(relation.target);
      if (text !== null) found.push(parseXml(text, keep));
    }
    return found;
  };
  return { body, relations, parts, part: async (type) => (await parts(type))[0] };
}
