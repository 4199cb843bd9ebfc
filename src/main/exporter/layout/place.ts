import type { Box, FrameBox, LineBox, RowBox, TableFrame } from './boxes';
import type { FontChooser } from './fonts';
import { type Glyph, glyphsOf, type TextStyle } from './glyphs';
import { type Line, linesOf } from './lines';
import { CHARACTER_PITCH, FOLIO_DROP, PAGE, TEXT_AREA, TURNED_AREA } from './page';
import type { Page } from './pages';
import { placeTable } from './place-table';
import { placeText } from './place-text';
import type { Mark, PlacedBookmark, PlacedPage, PlacedRule, PlacedText } from './placed';
import { STYLES } from './styles';
import { RULE } from './table';

/** Puts the boxes of each page at their places. */
export const placePages = (
  pages: readonly Page[],
  frames: readonly TableFrame[],
  fonts: FontChooser,
): readonly PlacedPage[] => pages.map((page, index) => placePage(page, frames, folio(index + 1, fonts)));

function placePage(page: Page, frames: readonly TableFrame[], number: PlacedText): PlacedPage {
  const area = page.turned ? TURNED_AREA : TEXT_AREA;
  const marks: Mark[] = [];
  const bookmarks: PlacedBookmark[] = [];
  const { boxes } = page;
  let y = area.top;
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index];
    if (!box || box.kind === 'break') continue;
    if (box.kind === 'line') {
      marks.push(...placeLine(box, area, y));
      if (box.bookmark && box.bookmark.title !== '') bookmarks.push({ ...box.bookmark, y });
    }
    if (box.kind === 'frame') marks.push(...placeFrame(box, area, y));
    if (box.kind === 'row') {
      const end = tableEnd(boxes, index);
      const rows = boxes.slice(index, end).filter((part): part is RowBox => part.kind === 'row');
      const placed = placeTable(rows, frames[box.table], area.left, y);
      marks.push(placed.table);
      y += placed.height;
      index = end - 1;
    } else y += box.height;
  }
  const closing = boxes.some((box) => box.kind === 'line' && box.closing);
  return { turned: page.turned, closing, marks, bookmarks, folio: number };
}

function tableEnd(boxes: readonly Box[], start: number): number {
  const first = boxes[start];
  const same = (box: Box) => box.kind === 'row' && first?.kind === 'row' && box.table === first.table;
  const end = boxes.findIndex((box, index) => index > start && !same(box));
  return end === -1 ? boxes.length : end;
}

type Area = Pick<typeof TEXT_AREA, 'left' | 'width'>;

function placeLine(box: LineBox, area: Area, top: number): readonly Mark[] {
  const { line, style, indent } = box;
  const spare = area.width - line.width;
  const shift = box.align === 'left' ? indent : box.align === 'right' ? spare - indent : spare / 2;
  // A line whose last mark hangs in the margin begins at the left edge all the same.
  const text = placeText(line, style, area.left + Math.max(0, shift), top, box.part);
  if (!box.bullet) return [text];
  const radius = style.size / 9;
  const x = area.left + indent - style.size * 0.6;
  return [{ kind: 'dot', x, y: top + style.pitch / 2, radius }, text];
}

function placeFrame(box: FrameBox, area: Area, top: number): readonly Mark[] {
  const { style, lines, height, part } = box;
  const edge = { x: area.left, y: top, width: area.width, height };
  const first = top + (height - lines.length * style.pitch) / 2;
  const texts = lines.map((line, index) =>
    placeText(line, style, area.left + (area.width - line.width) / 2, first + index * style.pitch, part),
  );
  return [{ kind: 'rules', rules: edges(edge), part: lines.length === 0 ? part : null }, ...texts];
}

const edges = ({ x, y, width, height }: PlacedRule): readonly PlacedRule[] => [
  { x, y, width, height: RULE },
  { x, y: y + height - RULE, width, height: RULE },
  { x, y, width: RULE, height },
  { x: x + width - RULE, y, width: RULE, height },
];

/** §7.5: 四号 Song digits between dashes; odd pages right, even pages left, one character in. */
function folio(page: number, fonts: FontChooser): PlacedText {
  const line = lineOf(glyphsOf(`— ${page} —`, STYLES.folio, fonts), STYLES.folio);
  const right = TEXT_AREA.left + TEXT_AREA.width - CHARACTER_PITCH - line.width;
  const x = page % 2 === 1 ? right : TEXT_AREA.left + CHARACTER_PITCH;
  // The dash is drawn through the middle of its square.
  const top = TEXT_AREA.top + TEXT_AREA.height + FOLIO_DROP - STYLES.folio.size / 2;
  return placeText(line, STYLES.folio, x, top, null);
}

/** The word above each page of a draft. */
export function draftWord(fonts: FontChooser): PlacedText {
  const style = STYLES.draft;
  const line = lineOf(glyphsOf('草稿', style, fonts), style);
  return placeText(line, style, TEXT_AREA.left + TEXT_AREA.width - line.width, DRAFT_TOP, null);
}

const DRAFT_TOP = (20 * 72) / 25.4;

const lineOf = (glyphs: readonly Glyph[], style: TextStyle): Line =>
  linesOf(glyphs, style, { width: PAGE.width })[0] ?? { runs: [], spacing: 0, width: 0 };
