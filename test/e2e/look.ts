import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { violations } from './axe.ts';

/** With GOUJI_SCREENS=1 the screenshots in docs/screens are taken anew. */
const KEEP = process.env['GOUJI_SCREENS'] === '1';
/** A folder where every look leaves a picture, for whoever looks at them. */
const PICTURES = process.env['GOUJI_PICTURES'];
/** In the repository: Chinese in light, English in dark, two in high contrast. */
const KEPT = /zh-light$|en-dark$|small$|^review-zh-contrast$/;
const SCREENS = resolve(import.meta.dirname, '../../docs/screens');

const THEMES = ['light', 'dark', 'contrast'] as const;
type Theme = (typeof THEMES)[number];

/** Colours as the settings would make them, without the way to the settings and back. */
const wear = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((name) => {
    const { dataset } = document.documentElement;
    dataset['theme'] = name;
    dataset['contrast'] = name === 'contrast' ? 'more' : 'usual';
  }, theme);

/** What is wider than the pane of the review desk that it is in. */
export const widerThanPane = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pane > *, .pane-left > * > *')]
      .filter((each) => each.getBoundingClientRect().width > (each.parentElement?.clientWidth ?? 0) + 1)
      .map((each) => `${each.tagName}.${each.className}`),
  );

/** What is wider than the document or source that it belongs to, and so lies over what is beside it. */
export const widerThanDocument = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.document-side > *, .source-pane > *, .document-tools > *')]
      .filter((each) => each.checkVisibility())
      .filter((each) => {
        const room = each.closest('.document-side')?.getBoundingClientRect().right ?? 0;
        return each.getBoundingClientRect().right > room + 1;
      })
      .map((each) => `${each.tagName}.${each.className}`),
  );

/** A picture of the window, when somebody wants one. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = KEEP && KEPT.test(name) ? SCREENS : PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** What flashes for a moment to show a place has its colours of rest; a spinner, which never ends, goes on. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });

/**
 * The screen in each theme: all rules in light; in the others those about colours, as nothing else differs. `within`: the part that
 * changed since the screen before was looked at.
 */
export async function look(
  page: Page,
  name: string,
  themes: readonly Theme[] = THEMES,
  within: string | null = null,
): Promise<void> {
  await page.waitForTimeout(150);
  await settled(page);
  for (const theme of themes) {
    const shown = name.endsWith('small') || name.endsWith('narrow') ? name : `${name}-${theme}`;
    await wear(page, theme);
    await picture(page, shown);
    const found = await violations(page, theme === 'light' ? 'all' : 'colours', within);
    expect(found, shown).toEqual([]);
    if (shown === name) break;
  }
  await wear(page, 'light');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow, `${name} is wider than the window`).toBe(false);
}
