import { ImportError } from '../bounds';
import type { Package } from '../package';
import { child, childrenOf, parseXml } from '../xml';

const MISSING = '工作簿已损坏，缺少内部的文件，无法读取；请在 Excel 或 WPS 里重新保存一次';
const BINARY = '这是二进制工作簿（.xlsb），请在 Excel 或 WPS 里另存为 .xlsx 再导入';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
  /** False for chart, dialog and macro sheets, which have no cells. */
  readonly isGrid: boolean;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  /** Null when the workbook has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The parts of a workbook. Throws `ImportError`: `broken-workbook`, `wrong-format`, and those of packages and XML. */
export async function readWorkbook(pack: Package): Promise<Workbook> {
  const part = await workbookPart(pack);
  if (/\.bin$/i.test(part)) throw new ImportError('wrong-format', BINARY);
  const root = parseXml(await textOf(pack, part));
  const relations = await relationsOf(pack, part);
  const byType = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.part ?? null;
  const sheets = childrenOf(child(root, 'x:sheets'), 'x:sheet').map(({ attributes }): WorkbookSheet => {
    const relation = relations.find(({ id }) => id === attributes['r:id']);
    if (!relation) throw new ImportError('broken-workbook', MISSING);
    return {
      name: attributes['name'] ?? '',
      part: relation.part,
      isHidden: /^(?:hidden|veryHidden)$/.test(attributes['state'] ?? ''),
      isGrid: relation.type === 'worksheet',
    };
  });
  const flag = child(root, 'x:workbookPr')?.attributes['date1904'] ?? '';
  return {
    sheets,
    is1904: /^(?:1|true|on)$/.test(flag),
    sharedStrings: byType('sharedStrings'),
    styles: byType('styles'),
  };
}

/** A part that must be there. */
export async function textOf(pack: Package, part: string): Promise<string> {
  const name = nameIn(pack, part);
  const text = name === null ? null : await pack.read(name);
  if (text === null) throw new ImportError('broken-workbook', MISSING);
  return text;
}

async function workbookPart(pack: Package): Promise<string> {
  const relations = await relationsOf(pack, '');
  const named = relations.find(({ type }) => type === 'officeDocument')?.part;
  if (named) return named;
  return nameIn(pack, 'xl/workbook.bin') ?? 'xl/workbook.xml';
}

async function relationsOf(pack: Package, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = nameIn(pack, `${folder}_rels/${part.slice(slash)}.rels`);
  const text = name === null ? null : await pack.read(name);
  if (text === null) return [];
  return childrenOf(parseXml(text), 'rel:Relationship').map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
    part: resolved(folder, attributes['Target'] ?? ''),
  }));
}

/** A target of a relationship, from the package's root. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Names of parts are equal whatever their case (ECMA-376 part 2, §6.2.2.3). */
function nameIn(pack: Package, part: string): string | null {
  if (pack.names.includes(part)) return part;
  const lower = part.toLowerCase();
  return pack.names.find((name) => name.toLowerCase() === lower) ?? null;
}
