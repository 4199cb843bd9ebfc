import type { Block, ReportDocument, Table } from '../../../../shared/model/document';
import { parentHeadings } from '../../../document/outline';
import { headingBody, type OwnNames } from '../../../figures/identity/measure';

/** Where in a report a figure stands, as far as this says what it is about. */
export interface Setting {
  /** Words of the headings above and of a table's caption that may narrow its figures. */
  readonly context: string;
  /** The headings above and the caption as they read, without white space. */
  readonly headings: string;
  /** The heading nearest above, or -1. */
  readonly section: number;
  /** The block, or the first of the list items that it is one of: 「高管3期，参训42人」 and its neighbours. */
  readonly run: number;
}

const MAX_CAPTION = 60;
const NOWHERE: Setting = { context: '', headings: '', section: -1, run: -1 };

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Reads each block's setting once; headings and captions are short, the title is left out. */
export function settingReader(document: ReportDocument, own: OwnNames): (block: number) => Setting {
  const chains = new Map<number, Setting>();
  const settings = new Map<number, Setting>();
  const parents = parentHeadings(document);
  const runs = runsOf(document);
  const chain = (section: number): Setting => {
    const known = chains.get(section);
    if (known) return known;
    const heading = document.blocks[section];
    const title = heading?.kind === 'heading' ? heading.prose.text : '';
    const parent = parents.get(section) ?? -1;
    const above = parent >= 0 ? chain(parent) : NOWHERE;
    const context = title === document.title ? '' : headingBody(title, own);
    const headings = `${above.headings}${compact(title)}\n`;
    const made = { context: above.context + context, headings, section, run: -1 };
    chains.set(section, made);
    return made;
  };
  return (index) => {
    const known = settings.get(index);
    if (known) return known;
    const block = document.blocks[index];
    const above = block ? chain(block.section) : NOWHERE;
    const caption = block?.kind === 'table' ? captionOf(document, block) : '';
    const setting = {
      context: above.context + headingBody(caption, own),
      headings: above.headings + compact(caption),
      section: block?.section ?? -1,
      run: runs[index] ?? index,
    };
    settings.set(index, setting);
    return setting;
  };
}

/** For each block itself, for a list item the first of its list. */
function runsOf({ blocks }: ReportDocument): readonly number[] {
  const runs: number[] = [];
  blocks.forEach((block, index) => {
    const goesOn = block.kind === 'list-item' && blocks[index - 1]?.kind === 'list-item';
    runs.push(goesOn ? (runs[index - 1] ?? index) : index);
  });
  return runs;
}

/** The caption right above a table, or a short line that serves as one. */
function captionOf({ blocks }: ReportDocument, table: Table): string {
  for (const block of [blocks[table.index - 1], blocks[table.index - 2]]) {
    if (block?.kind === 'caption') return block.prose.text;
    if (!isShortLine(block)) break;
    if (!/单位/.test(block.prose.text)) return block.prose.text;
  }
  return '';
}

const isShortLine = (block: Block | undefined): block is Extract<Block, { readonly prose: unknown }> =>
  block !== undefined &&
  'prose' in block &&
  block.kind !== 'heading' &&
  block.prose.text.length <= MAX_CAPTION &&
  !/[。；]$/.test(block.prose.text);
