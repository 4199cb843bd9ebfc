import { failure, type Result, success } from '../../shared/result';
import type { SealKey } from '../seal/key';
import type { SealOrder } from '../seal/source';
import type { StampFont } from '../seal/stamp/appearance';

/** Opens the key first: a wrong passphrase must not cost the time of a whole export. */
export async function openSealKey(order: SealOrder): Promise<Result<SealKey>> {
  const { openSource } = await import('../seal/source');
  return openSource(order.source);
}

/** Adds a seal to a PDF that is there already: the second and third signatures. Errors: those of the key, `seal-failed`. */
export async function addSeal(pdf: Uint8Array, order: SealOrder): Promise<Result<Uint8Array>> {
  const key = await openSealKey(order);
  return key.ok ? sealWith(pdf, key.value, order) : key;
}

/** Seals and closes the key. Error: `seal-failed`, with the reason. */
export async function sealWith(
  pdf: Uint8Array,
  key: SealKey,
  { signedAt, reason = '', place = '', contact = '', stampFonts }: SealOrder,
): Promise<Result<Uint8Array>> {
  const { sealPdf } = await import('../seal/sign');
  const fonts = stampFonts === undefined ? {} : { stampFonts: await fontsOf(stampFonts) };
  try {
    return success(await sealPdf(pdf, key, { signedAt, reason, place, contact, ...fonts }));
  } catch (thrown) {
    return failure(
      'seal-failed',
      `签章没有完成：${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  } finally {
    key.close?.();
  }
}

/** HeiTi reads best in small sizes; Song has by far the most characters. */
const STAMP_FONTS = ['HeiTi', 'Song', 'Mono'] as const;

async function fontsOf(directory: string): Promise<readonly StampFont[]> {
  const { loadFonts } = await import('../exporter/fonts');
  const fonts = loadFonts({ fontsDirectory: directory });
  return STAMP_FONTS.map((name) => ({ bytes: fonts[name].bytes, glyph: fonts[name].metrics.glyph }));
}
