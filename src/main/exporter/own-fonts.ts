import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FaceReport } from '../../shared/model/fonts';
import { commonHan } from './common-han';
import { type FontFacts, readFontFacts } from './font-facts';
import type { LoadedFont } from './fonts';
import type { FontName } from './layout/fonts';
import { readFontMetrics } from './sfnt';

/** The faces that a company may have its own of, and the names under which their files are known. */
const FILE_NAMES: readonly (readonly [FontName, RegExp])[] = [
  ['TitleSong', /^(?:titlesong|fzxbsjw|fzxbs|xiaobiaosong|方正小标宋.*)/i],
  ['FangSong', /^(?:fangsong|simfang|stfangso|fzfsk|仿宋.*|方正仿宋.*)/i],
  ['HeiTi', /^(?:heiti|simhei|stxihei|fzhtk|fzhtjw|黑体.*|方正黑体.*)/i],
  ['KaiTi', /^(?:kaiti|simkai|stkaiti|fzktk|楷体.*|方正楷体.*)/i],
  ['Song', /^(?:song|simsun(?!b)|stsong|fzssk|fzssjw|宋体.*|方正书宋.*)/i],
];

/** Larger than any font for one script. */
const MAX_FONT_BYTES = 64 * 1024 * 1024;

export interface OwnFonts {
  readonly faces: Readonly<Partial<Record<FontName, LoadedFont>>>;
  readonly reports: readonly FaceReport[];
}

/** Reads a company's own fonts. A face without a file, or whose file may not be embedded, stays the shipped one; why, the report says. Throws UnreadableFolder. */
export function readOwnFonts(directory: string): OwnFonts {
  const files = filesOf(directory);
  const faces: Partial<Record<FontName, LoadedFont>> = {};
  const reports = FILE_NAMES.map(([face, names]): FaceReport => {
    const file = files.find((one) => names.test(one) && /^\.(?:ttf|otf|ttc)$/i.test(extname(one)));
    if (file === undefined) return { face, file: null, name: '', lacking: 0, problem: null };
    const read = readFace(join(directory, file));
    if (read.font) faces[face] = read.font;
    return { face, file, name: read.name, lacking: read.lacking, problem: read.problem };
  });
  return { faces, reports };
}

function filesOf(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch (cause) {
    throw new UnreadableFolder(`字体文件夹无法读取：${directory}`, { cause });
  }
}

/** The folder of a company's own fonts is not there, or is none. */
export class UnreadableFolder extends Error {
  override readonly name = 'UnreadableFolder';
}

interface ReadFace {
  readonly font: LoadedFont | null;
  readonly name: string;
  readonly lacking: number;
  readonly problem: string | null;
}

const refused = (problem: string, name = ''): ReadFace => ({ font: null, name, lacking: 0, problem });

function readFace(path: string): ReadFace {
  if (statSync(path).size > MAX_FONT_BYTES) return refused('文件过大');
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 4) === 'ttcf') return refused('是字体集合（TTC），请改用单个字体文件');
  try {
    const facts = readFontFacts(bytes);
    const reason = whyNotEmbedded(facts);
    if (reason) return refused(reason, facts.name);
    const metrics = readFontMetrics(bytes);
    const lacking = commonHan().filter((codePoint) => metrics.glyph(codePoint) === 0).length;
    const key = createHash('sha256').update(bytes).digest('hex');
    return { font: { key, bytes, metrics }, name: facts.name, lacking, problem: null };
  } catch {
    return refused('不是可以读取的 TrueType 或 OpenType 字体');
  }
}

/** OS/2 fsType (OpenType specification): what the font's licence lets be embedded in a document that is only read and printed. */
function whyNotEmbedded({ embedding, isVariable }: FontFacts): string | null {
  if (isVariable) return '是可变字体，请改用固定字重的文件';
  if ((embedding & 0x000f) === 0x0002) return '字体的许可标志禁止嵌入（fsType 2）';
  if ((embedding & 0x0100) !== 0) return '字体的许可标志禁止只嵌入部分字形（fsType 0x100）';
  return (embedding & 0x0200) === 0 ? null : '字体的许可标志只准嵌入点阵（fsType 0x200）';
}
