import axe from 'axe-core';
import type { Page } from 'playwright';

type Axe = typeof axe;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `all`: WCAG 2.2 AA; `colours`: contrast alone. */
export type Asked = 'all' | 'colours';

/** WCAG 2.2, 2.5.8: a target within a line of text may be as small as the text is; axe cannot tell that in table cells. */
const isInline = (rule: string, html: string): boolean =>
  rule === 'target-size' && /class="mark\b/.test(html);

/**
 * What axe has against what the window shows now, or a part of it (a selector); empty when nothing. Asked in the page itself and for violations only: Playwright's
 * wrapper loads axe anew each time, opens a second page to gather the results, and describes every element that is right.
 */
export async function violations(
  page: Page,
  asked: Asked = 'all',
  within: string | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([tags, colours, part]) => {
      const { axe: there } = window as never as { axe: Axe };
      const { violations: against } = await there.run(part ?? document, {
        runOnly: colours ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags },
        resultTypes: ['violations'],
        preload: false,
      });
      return against.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => ({ id, html, summary: failureSummary ?? '' })),
      );
    },
    [TAGS, asked === 'colours', within] as const,
  );
  return found
    .filter(({ id, html }) => !isInline(id, html))
    .map(({ id, html, summary }) => `${id} ${html.slice(0, 160)} ${summary}`);
}
