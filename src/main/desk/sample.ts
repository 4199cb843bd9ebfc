import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSetting, writeSetting } from '../db/settings';
import type { Desk } from './desk';
import { importDraft } from './import-report';

/** Puts the sample report into a new library, once: whoever deletes or edits it is not bothered again. */
export async function addSampleReport(desk: Desk, file: string): Promise<void> {
  if (readSetting(desk.connection, 'sample-added') !== null) return;
  const bytes = await readFile(file).catch(() => null);
  if (bytes) await importDraft(desk, basename(file), new Uint8Array(bytes));
  writeSetting(desk.connection, 'sample-added', desk.version);
}
