import { readSetting } from '../db/settings';
import type { Desk } from './desk';

/** Name of the setting that holds the folder of the company's own fonts. */
export const OWN_FONTS = 'own-fonts';

/** The folder of the company's own fonts; null: the shipped ones only. */
export const ownFontsOf = (desk: Pick<Desk, 'connection'>): string | null =>
  readSetting(desk.connection, OWN_FONTS) || null;
