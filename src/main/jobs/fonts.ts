import type { FaceReport } from '../../shared/model/fonts';
import { failure, type Result, success } from '../../shared/result';

/** What a folder of a company's own fonts offers. Error: `bad-fonts`. */
export async function inspectFonts(folder: string): Promise<Result<readonly FaceReport[]>> {
  const { readOwnFonts, UnreadableFolder } = await import('../exporter/own-fonts');
  try {
    return success(readOwnFonts(folder).reports);
  } catch (thrown) {
    if (thrown instanceof UnreadableFolder) return failure('bad-fonts', thrown.message);
    throw thrown;
  }
}
