import type { ImportNote, NoteCode } from '../../../shared/model/source';

/** What is left out or changed, counted by kind. */
export interface Notes {
  add(code: HtmlNote, place: string): void;
  list(): readonly ImportNote[];
}

type HtmlNote = Extract<
  NoteCode,
  'image' | 'object' | 'hidden' | 'ragged-row' | 'nested-table' | 'external' | 'equation'
>;

const PLACES = 5;

const MESSAGES: Readonly<Record<HtmlNote, (count: number) => string>> = {
  image: (count) => `网页里有${count}幅图片，图片中的文字和数字没有读取`,
  object: (count) => `网页里有${count}个图表、视频、控件或其他嵌入对象，其内容没有读取`,
  hidden: (count) => `网页里有${count}处隐藏的内容，没有读入`,
  'ragged-row': (count) => `有${count}行的单元格少于所在表格的列数，行末已补空单元格`,
  'nested-table': (count) => `有${count}个表格嵌套在其他表格里，已移到外层表格之后`,
  external: (count) => `网页引用了${count}处外部网址的内容，没有联网获取`,
  equation: (count) => `有${count}个公式按一行文字读入，请与原件核对`,
};

export function newNotes(): Notes {
  const found = new Map<HtmlNote, { count: number; places: string[] }>();
  return {
    add(code, place) {
      const known = found.get(code) ?? { count: 0, places: [] };
      found.set(code, known);
      known.count++;
      if (known.places.length < PLACES && known.places.at(-1) !== place) known.places.push(place);
    },
    list: () =>
      [...found].map(([code, { count, places }]) => ({ code, message: MESSAGES[code](count), places })),
  };
}
