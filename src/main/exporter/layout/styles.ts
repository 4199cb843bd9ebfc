import type { TextStyle } from './glyphs';
import { BODY_SPACING, LINE_PITCH, SIZE } from './page';

const body: TextStyle = { font: 'FangSong', size: SIZE.body, spacing: BODY_SPACING, pitch: LINE_PITCH };

/** The type of each part of a report, GB/T 9704-2012 §7. */
export const STYLES = {
  body,
  /** 一、 */
  first: { ...body, font: 'HeiTi' },
  /** （一） */
  second: { ...body, font: 'KaiTi' },
  title: { font: 'TitleSong', size: SIZE.title, spacing: 0, pitch: 34 },
  annexLabel: { ...body, font: 'HeiTi' },
  caption: { font: 'HeiTi', size: SIZE.caption, spacing: 0, pitch: LINE_PITCH },
  code: { font: 'Mono', size: SIZE.code, spacing: 0, pitch: 15 },
  /** 草稿 above each page. */
  draft: { font: 'HeiTi', size: SIZE.caption, spacing: 0, pitch: SIZE.caption },
  folio: { font: 'Song', size: SIZE.folio, spacing: 0, pitch: SIZE.folio },
} as const satisfies Record<string, TextStyle>;
