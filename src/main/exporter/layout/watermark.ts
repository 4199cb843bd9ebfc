import { PAGE } from './page';

/**
 * 草 and 稿 as outlines (drawn after Noto Sans SC, 1000 units a square, y downwards): a drawing, not text, so that what is copied or
 * searched in a draft is the report alone.
 */
const GRASS =
  'M56 726H947V794H56ZM459 597H534V958H459ZM244 481V569H754V481ZM244 338V424H754V338ZM172 278H830V629H172ZM291 40H364V259H291Z' +
  'M634 40H707V259H634ZM62 114H941V182H62Z';
const DRAFT =
  'M193 119H264V962H193ZM51 327H396V398H51ZM195 354 243 373Q230 425 210 482Q191 539 168 595Q144 651 118 699Q93 747 66 782' +
  'Q59 766 47 745Q35 724 26 711Q50 681 76 638Q101 596 124 548Q146 499 164 449Q183 399 195 354ZM334 53 382 114Q341 130 288 144' +
  'Q235 158 180 168Q124 178 72 185Q71 172 64 156Q57 139 51 126Q101 117 154 106Q206 95 254 81Q301 67 334 53ZM260 419' +
  'Q269 427 286 445Q303 463 323 486Q343 508 360 526Q376 545 383 554L337 615Q330 600 316 577Q301 554 284 530Q267 505 252 484' +
  'Q236 462 227 449ZM381 144H954V208H381ZM520 319V411H805V319ZM453 264H875V466H453ZM391 523H897V587H459V960H391ZM870 523H938' +
  'V889Q938 914 933 928Q928 942 910 949Q893 957 866 959Q839 961 798 960Q797 947 791 930Q785 914 778 901Q805 902 827 902' +
  'Q849 902 856 902Q870 902 870 889ZM589 54 659 35Q675 65 692 101Q708 137 714 163L642 185Q635 159 620 122Q605 85 589 54Z' +
  'M585 699V795H743V699ZM528 645H802V849H528Z';

/** Side of one character, in points. */
const SIDE = 190;

/** Grey of the drawing, 1 is white: light enough to read body text through it on a bad printer. */
export const WATERMARK_GREY = 0.94;

export interface Outline {
  /** Path data of SVG. */
  readonly path: string;
  /** As in PDF: from the drawing's units to the page's, from the bottom left corner. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** 草稿 across the middle of the page, rising to the right. */
export function watermark(): readonly Outline[] {
  const scale = SIDE / 1000;
  const turn = Math.SQRT1_2 * scale;
  const at = (x: number): Outline['matrix'] => {
    // The drawing's y runs downwards; its middle comes to the page's.
    const [dx, dy] = [x - 1.1 * 1000, -500];
    return [turn, turn, turn, -turn, PAGE.width / 2 + turn * (dx + dy), PAGE.height / 2 + turn * (dx - dy)];
  };
  return [
    { path: GRASS, matrix: at(0) },
    { path: DRAFT, matrix: at(1200) },
  ];
}
