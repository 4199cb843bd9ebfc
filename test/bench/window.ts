import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../e2e/launch.ts';
import { annualReport } from '../helpers/annual-report.ts';
import { largeReport } from '../helpers/large-report.ts';
import { FEWEST_FPS, measuresOf } from './window-measures.ts';
import { hugeTable } from './window-table.ts';

/**
 * The window under load, in a real Chromium: `node test/bench/window.ts` (after a build). Long tasks of the window while a
 * report of 200 pages is imported, checked, edited and exported; frames a second, by the trace, while a list of 5,000
 * findings and tables of 100,000 rows scroll; the window's memory. Exits 1 when a limit is missed. Named parts alone run
 * with `node test/bench/window.ts table`: pages, findings, rows, table.
 */

const findings = (count: number): string =>
  `# 很多问题\n\n${Array.from({ length: count }, (_, at) => `第${at + 1}段所说的事项,与前文所述的情况并不相同。`).join('\n\n')}\n`;

const rows = (count: number): string => {
  const lines = Array.from(
    { length: count },
    (_, at) => `| ${at + 1} | 商户${(at * 7919) % 100_003} | 正常 |`,
  );
  return `# 长表\n\n| 序号 | 商户 | 状态 |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
};

const app = await launch();
const { page, dialogs, folder } = app;
await page.getByTestId('library-row').first().waitFor();
const measures = await measuresOf(app);
const { line, phase, scroll, move, memory } = measures;

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  first: firstPaint,
  pages: twoHundredPages,
  findings: manyFindings,
  rows: longTable,
  table: () => hugeTable(app, measures),
};
const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
process.stdout.write(app.errors.length > 0 ? `errors: ${app.errors.join('; ')}\n` : '');
await app.close();
process.exit(measures.missed ? 1 : 0);

/** From the file dialog's answer to the first block of a report of 20 pages: once cold, then warm. */
async function firstPaint(): Promise<void> {
  for (const at of [1, 2, 3]) {
    const file = join(folder, `twenty-pages-${at}.md`);
    writeFileSync(file, largeReport(45_000, 590).replaceAll('云岭', `云岭${at}`));
    dialogs.opens.push(file);
    const start = performance.now();
    await page.getByTestId('library-import').click();
    await page.locator('[data-block="0"]').waitFor();
    const seconds = (performance.now() - start) / 1_000;
    const name = `20 pages: from the file to the first paint, ${at === 1 ? 'cold' : 'warm'}`;
    line(name, `${seconds.toFixed(2)} s`, '<= 1 s', seconds <= 1, seconds);
    await home();
  }
}

async function twoHundredPages(): Promise<void> {
  const file = join(folder, 'annual.docx');
  writeFileSync(file, annualReport({ characters: 96_000, tables: 219, controls: 2_784 }));
  await phase('200 pages: import, check, first paint', async () => {
    dialogs.opens.push(file);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor({ timeout: 300_000 });
    await page.locator('[data-block="0"]').waitFor();
  });
  await phase('200 pages: every tenth finding, to its place', async () => {
    for (let step = 0; step < 20; step++) {
      for (let down = 0; down < 10; down++) await page.keyboard.press('j');
      await page.locator('.mark-chosen').first().waitFor();
    }
  });
  await phase('200 pages: the document scrolled through', () => move('.document'));
  await phase('200 pages: an edit, checked while typing, saved', async () => {
    await page.locator('.block-paragraph').first().dblclick();
    await page.getByTestId('place-editor').locator('.cm-content').waitFor();
    await page.keyboard.type('补充说明,');
    await page.getByTestId('edit-status').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('place-editor').waitFor({ state: 'detached', timeout: 60_000 });
  });
  await phase('200 pages: the source view opened', async () => {
    await page.keyboard.press('Control+e');
    await page.getByTestId('source-pane').locator('.cm-content').waitFor();
    await page.keyboard.press('Control+e');
    await page.locator('[data-block]').first().waitFor();
  });
  await phase('200 pages: export', async () => {
    dialogs.saves.push(join(folder, 'annual.pdf'));
    await page.getByTestId('export-open').click();
    await page.getByTestId('export-draft').check();
    await page.getByTestId('export-confirm').click();
    await page.getByTestId('export-result').waitFor({ timeout: 300_000 });
    await page.keyboard.press('Escape');
  });
  await memory('200 pages: memory of the window');
  await home();
}

async function manyFindings(): Promise<void> {
  await open('findings.md', findings(5_000));
  const fps = await scroll('.finding-list');
  line(
    '5,000 findings: frames a second',
    fps.toFixed(1),
    `>= ${FEWEST_FPS}`,
    fps >= FEWEST_FPS,
    fps / FEWEST_FPS,
  );
  const reading = await scroll('.document');
  line(
    '5,000 paragraphs: frames a second',
    reading.toFixed(1),
    `>= ${FEWEST_FPS}`,
    reading >= FEWEST_FPS,
    reading / FEWEST_FPS,
  );
  await memory('5,000 findings: memory of the window');
  await home();
}

async function longTable(): Promise<void> {
  await open('rows.md', rows(100_000));
  await page.locator('.long-table').waitFor();
  const fps = await scroll('.document');
  line(
    '100,000 rows: frames a second',
    fps.toFixed(1),
    `>= ${FEWEST_FPS}`,
    fps >= FEWEST_FPS,
    fps / FEWEST_FPS,
  );
  const cells = await page.locator('.document td').count();
  line('100,000 rows: cells that exist', String(cells), '< 1000', cells < 1_000);
  await memory('100,000 rows: memory of the window');
  await home();
}

async function open(name: string, text: string): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, text);
  await phase(`${name}: import, check, first paint`, async () => {
    dialogs.opens.push(file);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor({ timeout: 600_000 });
    await page.locator('[data-block="0"]').waitFor();
  });
}

async function home(): Promise<void> {
  await page.getByTestId('back-to-library').click();
  await page.getByTestId('library-row').first().waitFor();
}
