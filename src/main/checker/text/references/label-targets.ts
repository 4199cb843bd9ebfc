import { allMatches } from '../../../../shared/matches';
import type { Block, Label, ListItem, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { annexes } from '../../../document/labels';
import { labelNumber } from './references';

/** Something that references can name. */
export interface Target {
  readonly noun: Label['noun'];
  readonly number: string;
  readonly kind: 'caption' | 'annex' | 'listed';
  /** Index of the block that carries the label. */
  readonly index: number;
  /** Where the label stands. */
  readonly range: Range;
  /** Label as written: `附录2`. */
  readonly written: string;
  /** What follows the label, without blanks and marks. */
  readonly title: string;
  /** A caption: a table next to it (pictures cannot be told). An annex: a table in it. */
  readonly hasTable: boolean;
  /** Stands inside an annex. */
  readonly inAnnex: boolean;
}

const NOTE = /^(?:金额)?单位[：:]/;
/** Behind the mark of an item as well: （一）附件一：抽样底稿清单, ● 附录A　指标解释. */
const OWN_LABEL =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)、.．]|[●○•·▪■◆])?\s?(附件|附录|附表|附图|图|表)\s?(\d{1,3}(?:[-.．]\d{1,3})?|[一二三四五六七八九十]{1,3}|[A-Z](?![A-Za-z]))(?=[\s：:　《]|[.．](?!\d)|$)/;
/** 附表：2023年分月金额 over its table: the only one, without a number. */
const BARE_LABEL = /^(附件|附录|附表|附图)[：:　 ]\s*\S/;
/** 附件1为《穿行测试底稿目录》: a document of its own that goes with the report. */
const NAMED_ANNEX = /(附件|附录)\s?(\d{1,2}|[一二三四五六七八九十]|[A-Z])(?:为|是|系|：)《/g;
/** 本报告附以下材料：, 附件清单如下：, over the numbered annexes. */
const LIST_HEAD =
  /(?:^|[^\p{Script=Han}]|本报告|报告|一并|另)(?:所附|后附|随附|附上?|附件)(?:以下|下列|如下|清单|目录|名称|列表|包括)[^，。；]{0,10}[：:]?$/u;

/** Captions, annexes, and what the annex list or a table's first cells name. */
export function labelTargets(document: ReportDocument): Target[] {
  const targets: Target[] = [];
  const inAnnex = new Set<number>();
  for (const { label, index, blocks } of annexes(document)) {
    for (const block of blocks) inAnnex.add(block.index);
    const hasTable = blocks.some((block) => block.kind === 'table');
    targets.push(target(document, label, index, 'annex', hasTable, false));
  }
  const openers = new Set(targets.map(({ index }) => index));
  for (const block of document.blocks) {
    if (block.kind === 'caption') {
      targets.push(
        target(
          document,
          block.label,
          block.index,
          'caption',
          besideTable(document, block.index),
          inAnnex.has(block.index),
        ),
      );
    } else if (!openers.has(block.index)) targets.push(...otherTargets(document, block));
  }
  return targets;
}

function target(
  { text, blocks }: ReportDocument,
  label: Label,
  index: number,
  kind: Target['kind'],
  hasTable: boolean,
  inAnnex: boolean,
): Target {
  const block = blocks[index];
  const prose = block && 'prose' in block ? block.prose.text : '';
  const written = text.slice(label.range.start, label.range.end);
  const own = bareTitle(prose.slice(prose.indexOf(label.noun) + written.length));
  const next = blocks[index + 1];
  const title = own === '' && kind === 'annex' && next && 'prose' in next ? bareTitle(next.prose.text) : own;
  return {
    noun: label.noun,
    number: labelNumber(label.number),
    kind,
    index,
    range: label.range,
    written,
    title,
    hasTable,
    inAnnex,
  };
}

const bareTitle = (text: string): string => text.replace(/[\s：:.．、，,“”"'‘’（）()《》—-]/g, '');

function besideTable({ blocks }: ReportDocument, index: number): boolean {
  const looks = (step: 1 | -1): boolean => {
    for (let at = index + step; ; at += step) {
      const block = blocks[at];
      if (block?.kind === 'table') return true;
      const skips =
        block?.kind === 'page-break' || (block?.kind === 'paragraph' && NOTE.test(block.prose.text));
      if (!skips) return false;
    }
  };
  return looks(1) || looks(-1);
}

/** Labels at the head of table cells, headings and paragraphs, and the entries of the annex list. */
function otherTargets(document: ReportDocument, block: Block): Target[] {
  const listed = (noun: Label['noun'], number: string): Target => ({
    noun,
    number: labelNumber(number),
    kind: 'listed',
    index: block.index,
    range: block.range,
    written: noun + number,
    title: '',
    hasTable: true,
    inAnnex: false,
  });
  if (block.kind === 'table') {
    const heads = [block.header, ...block.rows].map((row) => OWN_LABEL.exec(row.cells[0]?.prose.text ?? ''));
    return heads.flatMap((match) => (match ? [listed(match[1] as Label['noun'], match[2] ?? '')] : []));
  }
  if (!('prose' in block)) return [];
  if (block.kind === 'paragraph' && block.role === 'annex-list') {
    return annexListNumbers(document, block.index).map((number) => listed('附件', number));
  }
  const { text } = block.prose;
  const bare = BARE_LABEL.exec(text)?.[1];
  if (bare !== undefined && document.blocks[block.index + 1]?.kind === 'table')
    return [listed(bare as Label['noun'], '')];
  if (LIST_HEAD.test(text.trimEnd())) {
    const items = orderedItemsBehind(document, block.index);
    if (items.length > 0)
      return items.map(({ marker }) => listed('附件', marker.replace(/[^\d一二三四五六七八九十]/g, '')));
  }
  const named = text.includes('《') ? allMatches(text, NAMED_ANNEX) : [];
  return [
    ...text.split('\n').flatMap((line) => {
      const match = OWN_LABEL.exec(line);
      return match ? [listed(match[1] as Label['noun'], match[2] ?? '')] : [];
    }),
    ...named.map(([, noun = '', number = '']) => listed(noun as Label['noun'], number)),
  ];
}

/** Numbers that an annex list names: `附件：1.…2.…`, or the ordered list right below `附件：`. */
export function annexListNumbers({ blocks }: ReportDocument, index: number): string[] {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return [];
  const { text } = block.prose;
  const numbers = allMatches(text, /(?:^|[\s：:；;。])(?:附件)?\s?(\d{1,2})\s?[.．、：:]/g).map(
    (match) => match[1] ?? '',
  );
  numbers.push(...orderedItemsBehind({ blocks }, index).map(({ marker }) => marker.replace(/\D/g, '')));
  return numbers.length > 0 ? numbers : [''];
}

/** The numbered items right behind a block: 2. and 3. of a list whose 1. stands behind `附件：`. */
export function orderedItemsBehind(
  { blocks }: Pick<ReportDocument, 'blocks'>,
  index: number,
): readonly ListItem[] {
  const items: ListItem[] = [];
  for (let at = index + 1; ; at++) {
    const item = blocks[at];
    if (item?.kind !== 'list-item' || !item.ordered) return items;
    items.push(item);
  }
}
