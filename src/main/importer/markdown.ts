import type { SourceMap } from '../../shared/model/source';
import type { Parse } from '../document/parse';

/** A Markdown source is its own working text: each block stands at its line of the file. */
export const markdownMap = (text: string, parse: Parse): SourceMap => {
  const { blocks, lineStarts } = parse(text);
  let line = 0;
  return blocks.map(({ range }) => {
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= range.start) line++;
    return { range, label: `第${line + 1}行` };
  });
};
