import type { ImportNote, NoteCode } from '../../../shared/model/source';
import { BOUNDS, ImportError } from '../bounds';
import type { SourceBlock } from '../source-document';
import { isElement, type XmlElement } from '../xml';
import type { Marks } from './marks';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** What is known of a document and counted while it is read from its start to its end. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Comment id → author and text. */
  readonly comments: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;
  readonly notes: Notes;
  /** Comments whose range has begun and not ended. */
  readonly openComments: Set<string>;
  /** Comments that some text has been marked with. */
  readonly markedComments: Set<string>;
  paragraphs: number;
  tables: number;
  cells: number;
  footnoteCount: number;
  endnoteCount: number;
  textBoxes: number;
  hasHeading: boolean;
  tableDepth: number;
  isInNote: boolean;
  /** Elements and characters of all notes read. */
  noteUnits: number;
}

/** Where something stands, and how to name its paragraphs. */
export interface Place {
  readonly kind: 'body' | 'cell' | 'note' | 'box';
  /** The label of the next paragraph that shows something. */
  label(): string;
  /** Told of each paragraph that shows something. */
  shown(): void;
  /** On all that stands here. */
  readonly marks: Marks;
}

/** What hangs on a block and comes right behind it: text boxes, notes, nested tables. */
export type Pending = ((blocks: SourceBlock[]) => void)[];

/** How many places a note names. */
const MAX_PLACES = 20;

export interface Notes {
  add(code: NoteCode, place: string): void;
  /** The notes, one per code, with `{n}` in their sentence as the count. */
  list(): readonly ImportNote[];
}

const SENTENCES: Readonly<Partial<Record<NoteCode, string>>> = {
  image: '有 {n} 张图片，其中的文字和数字不在检查范围内',
  object: '有 {n} 个图表或嵌入对象，其中的文字和数字不在检查范围内',
  apart: '页眉页脚不读入正文：{places}',
  hidden: '有 {n} 处隐藏文字，没有读入',
  'ragged-row': '有 {n} 行的单元格比表格少，缺的按空格补在行末',
  'nested-table': '有 {n} 张嵌套表，已移到所在表格之后',
  symbol: '有 {n} 个符号字体的字符无法识别，以“□”代替',
  equation: '有 {n} 个公式，已按一行文字读入',
  tracked: '有 {n} 处未处理的修订，已按接受全部修订读入',
  comment: '有 {n} 条批注，没有读入正文',
  macro: '文件带有宏，没有读入，也没有运行',
  external: '有 {n} 处外部链接的内容，没有读取',
};

export function newNotes(): Notes {
  const counts = new Map<NoteCode, { count: number; readonly places: string[] }>();
  return {
    add(code, place) {
      const found = counts.get(code) ?? { count: 0, places: [] };
      found.count++;
      if (found.places.length < MAX_PLACES && !found.places.includes(place)) found.places.push(place);
      counts.set(code, found);
    },
    list: () =>
      [...counts].map(([code, { count, places }]) => ({
        code,
        message: (SENTENCES[code] ?? '')
          .replace('{n}', String(count))
          .replace('{places}', places.map((place) => `“${place}”`).join('、')),
        places: code === 'apart' || code === 'macro' ? [] : places,
      })),
  };
}

/** A note can be referred to again and again; what that costs is counted before it is read. */
export function countNote(reading: Reading, note: XmlElement): void {
  reading.noteUnits += unitsIn(note);
  if (reading.noteUnits > BOUNDS.characters) {
    throw new ImportError('too-large', '文件内容过多，超出可处理的范围，已停止读取');
  }
}

const unitsIn = (element: XmlElement): number =>
  element.children.reduce((sum, node) => sum + (isElement(node) ? unitsIn(node) : node.length), 1);

export function countCells(reading: Reading, table: number): void {
  reading.cells += table;
  if (table > BOUNDS.tableCells || reading.cells > BOUNDS.cells) {
    throw new ImportError(
      'too-many-cells',
      `表格的单元格过多，已停止读取：一张表最多 ${BOUNDS.tableCells / 10_000} 万格，合计最多 ${BOUNDS.cells / 10_000} 万格`,
    );
  }
}
