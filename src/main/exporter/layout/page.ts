/** Measures of GB/T 9704-2012 §5 and §6, in points (1/72 inch) unless said otherwise. */

export const millimetres = (value: number): number => (value * 72) / 25.4;

/** A4, 210 × 297 mm. */
export const PAGE = { width: millimetres(210), height: millimetres(297) };

/** §5.2.1: top 37 mm, left 28 mm, text area 156 × 225 mm. */
export const TEXT_AREA = {
  top: millimetres(37),
  left: millimetres(28),
  width: millimetres(156),
  height: millimetres(225),
};

/**
 * §11: a table across lies on the upright page, its head towards the left edge. As it is read there, the binding
 * edge's margin is above, the foot's at the left.
 */
export const TURNED_AREA = {
  top: TEXT_AREA.left,
  left: PAGE.height - TEXT_AREA.top - TEXT_AREA.height,
  width: TEXT_AREA.height,
  height: TEXT_AREA.width,
};

/** From the top of a character's square to the base line, in em: as the faces of resources/fonts have it. */
export const BASELINE = 0.88;

/** §5.2.3: 22 lines a page, 28 characters a line. */
const LINES = 22;
const CHARACTERS = 28;

/** Three 三号, two 二号, four 四号 … in points. */
export const SIZE = { title: 22, body: 16, folio: 14, caption: 14, table: 12, code: 10.5 };

/** Distance from line to line of body text. Rounded down, so that 22 of them never exceed the page. */
export const LINE_PITCH = Math.floor((TEXT_AREA.height / LINES) * 100) / 100;

/** What 28 characters of 16 pt lack on a line of 156 mm, spread over the 27 gaps between them. */
export const BODY_SPACING = (TEXT_AREA.width - CHARACTERS * SIZE.body) / (CHARACTERS - 1);

/** From the left edge of one character of body text to the next: the unit of all indents. */
export const CHARACTER_PITCH = SIZE.body + BODY_SPACING;

/** §7.5: the folio's dashes stand 7 mm below the text area. */
export const FOLIO_DROP = millimetres(7);
