import type { FaceReport } from '../../shared/model/fonts';
import { failure, success } from '../../shared/result';
import { inspectFonts } from '../jobs/fonts';
import type { Outcome } from './main';
import { write } from './output';

const FACES: Readonly<Record<string, string>> = {
  TitleSong: '小标宋',
  FangSong: '仿宋',
  HeiTi: '黑体',
  KaiTi: '楷体',
  Song: '宋体',
};

/** `gouji fonts`: 1 when a file of the folder cannot be used, or the folder has none of the faces. */
export async function fonts(folder: string, format: string): Promise<Outcome> {
  if (format !== 'text' && format !== 'json') return failure('bad-format', '--format 只能是 text 或 json');
  const inspected = await inspectFonts(folder);
  if (!inspected.ok) return inspected;
  const faces = inspected.value;
  await write(format === 'json' ? `${JSON.stringify({ faces }, null, 2)}\n` : faces.map(lineOf).join(''));
  const isGood = faces.some((face) => face.file !== null) && faces.every((face) => face.problem === null);
  return success(isGood ? 0 : 1);
}

const lineOf = ({ face, file, name, lacking, problem }: FaceReport): string =>
  `${FACES[face] ?? face}：${file === null ? '没有，用随软件提供的' : `${file} ${said(name, lacking, problem)}`}\n`;

function said(name: string, lacking: number, problem: string | null): string {
  if (problem) return `不能用：${problem}；用随软件提供的`;
  return `${name}，${lacking === 0 ? 'GB/T 2312 汉字齐全' : `缺 GB/T 2312 汉字 ${lacking} 个，缺字用随软件提供的补`}`;
}

/** What of `--fonts` is not used, one sentence for each face. */
export const fontProblems = (faces: readonly FaceReport[]): readonly string[] =>
  faces
    .filter((face) => face.problem !== null)
    .map(
      ({ face, file, problem }) => `${FACES[face] ?? face}字体 ${file} 不能用：${problem}；用随软件提供的`,
    );
