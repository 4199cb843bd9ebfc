import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** With GOUJI_SCREENS=1 the screenshots in docs/screens are taken anew. */
const KEEP = process.env['GOUJI_SCREENS'] === '1';
/** In the repository: Chinese in light, English in dark, two in high contrast. */
const KEPT = /zh-light$|en-dark$|small$|^review-zh-contrast$/;
const SCREENS = resolve(import.meta.dirname, '../../docs/screens');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const THEMES = ['light', 'dark', 'contrast'] as const;
type Theme = (typeof THEMES)[number];

/** WCAG 2.2, 2.5.8: a target within a line of text may be as small as the text is; axe cannot tell that in table cells. */
const isInline = (rule: string, html: string): boolean =>
  rule === 'target-size' && /class="mark\b/.test(html);

/** Colours as the settings would make them, without the way to the settings and back. */
const wear = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((name) => {
    const { dataset } = document.documentElement;
    dataset['theme'] = name;
    dataset['contrast'] = name === 'contrast' ? 'more' : 'usual';
  }, theme);

async function axe(name: string, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const shown = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isInline(id, node.html))
      .map((node) => `${name}: ${id} ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
  expect(shown).toEqual([]);
}

/** What is wider than the pane of the review desk that it is in. */
export const widerThanPane = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pane > *, .pane-left > * > *')]
      .filter((each) => each.getBoundingClientRect().width > (each.parentElement?.clientWidth ?? 0) + 1)
      .map((each) => `${each.tagName}.${each.className}`),
  );

/** The screen in each theme: all rules in light; in the others those about colours, as nothing else differs. */
export async function look(page: Page, name: string, themes: readonly Theme[] = THEMES): Promise<void> {
  if (KEEP) mkdirSync(SCREENS, { recursive: true });
  await page.waitForTimeout(150);
  for (const theme of themes) {
    const shown = name.endsWith('small') || name.endsWith('narrow') ? name : `${name}-${theme}`;
    await wear(page, theme);
    if (KEEP && KEPT.test(shown)) await page.screenshot({ path: join(SCREENS, `${shown}.png`) });
    const builder = new AxeBuilder({ page });
    await axe(shown, theme === 'light' ? builder.withTags(RULES) : builder.withRules(['color-contrast']));
    if (shown === name) break;
  }
  await wear(page, 'light');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow, `${name} is wider than the window`).toBe(false);
}
