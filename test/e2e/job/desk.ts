import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright';
import { type Launched, PASSPHRASE } from '../launch.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../resources/samples');
export const KEY = join(SAMPLES, 'TEST-ONLY-gouji.p12');
export const KEY_PASSPHRASE = readFileSync(join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt'), 'utf8').trim();

export interface Colleague {
  readonly name: string;
  readonly role: 'compliance' | 'legal' | 'releaser';
}

/** The first of a library; the others are made in the window. */
export const PREPARER = { name: '编制甲', roles: ['preparer'] } as const;
export const COLLEAGUES: readonly Colleague[] = [
  { name: '合规乙', role: 'compliance' },
  { name: '法务丙', role: 'legal' },
  { name: '发布丁', role: 'releaser' },
];

/** What both ways of working on a report, by keys and by mouse, look for on the screen. */
export class JobDesk {
  readonly app: Launched;
  readonly page: Page;

  constructor(app: Launched) {
    this.app = app;
    this.page = app.page;
  }

  byId(id: string): Locator {
    return this.page.getByTestId(id);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** A draft in the folder of the dialogs, which the next dialog answers with. */
  offer(name: string, text: string): void {
    const path = join(this.app.folder, name);
    writeFileSync(path, text);
    this.app.dialogs.opens.push(path);
  }

  revision(number: number): Promise<void> {
    return this.page.locator('.revision', { hasText: new RegExp(`\\b${number}\\b`) }).waitFor();
  }

  async revisionNow(): Promise<number> {
    return Number(/\d+/.exec((await this.page.locator('.revision').textContent()) ?? '')?.[0]);
  }

  editor(id: string): Promise<void> {
    return this.byId(id).locator('.cm-content').waitFor();
  }

  state(name: string): Promise<void> {
    return this.page.locator(`[data-testid=case-state][data-state=${name}]`).waitFor();
  }

  chosen(): Locator {
    return this.page.locator('[data-testid=finding-row][aria-selected=true]');
  }

  /** Whom `chosen` names, once the details show the same finding. */
  async chosenOne(): Promise<string> {
    const fingerprint = (await this.chosen().getAttribute('data-fingerprint')) ?? '';
    await this.page.locator(`[data-testid=finding-detail][data-fingerprint="${fingerprint}"]`).waitFor();
    return fingerprint;
  }

  /** How many findings are listed. */
  async listed(): Promise<number> {
    const rows = this.byId('finding-row');
    return (await rows.count()) === 0 ? 0 : Number(await rows.first().getAttribute('aria-setsize'));
  }

  has(id: string): Promise<boolean> {
    return this.byId(id)
      .count()
      .then((count) => count > 0);
  }

  history(action: string): Promise<number> {
    return this.page.locator(`[data-testid=history-row][data-action="${action}"]`).count();
  }

  readonly passphrase = PASSPHRASE;
}
