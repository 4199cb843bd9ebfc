import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { layoutReport } from '../../../src/main/exporter/layout';
import { FOLIO_DROP, TEXT_AREA, TURNED_AREA } from '../../../src/main/exporter/layout/page';
import type { PlacedPage, PlacedReport, PlacedText } from '../../../src/main/exporter/layout/placed';
import { type Ink, inkOf } from '../../helpers/ink';
import { longReport } from '../../helpers/long-report';
import { pdfaBreaches } from '../../helpers/pdfa/pdfa';
import { structureText } from '../../helpers/pdfa/reading';
import { randomReport } from '../../helpers/random-report';
import { exportText, fonts, hasPdfTools, inspect, pageTexts, shownText } from './helpers';

/** 25 documents in CI; GOUJI_PDF_RUNS=200 for a long run, GOUJI_PDF_SEED for others. */
const RUNS = Number(process.env.GOUJI_PDF_RUNS ?? 25);
const PAGES = process.env.GOUJI_PDF_RUNS ? 250 : 30;
const SEED = Number(process.env.GOUJI_PDF_SEED ?? 2026);

const layout = (text: string): PlacedReport => layoutReport(parseDocument(text), { draft: false, fonts });

const textsOf = (page: PlacedPage): readonly PlacedText[] =>
  page.marks.flatMap((mark) => {
    if (mark.kind === 'table') return mark.rows.flat().flatMap((cell) => cell.lines);
    return mark.kind === 'text' ? [mark] : [];
  });

/** The square of each character, from the top of the line to its foot. */
const boxOf = ({ x, y, width, size }: PlacedText) => ({
  left: x,
  right: x + width,
  top: y - 0.88 * size,
  bottom: y + 0.12 * size,
});

/** The right half of a closing mark is empty, and may stand in the margin. */
const hanging = (text: PlacedText): number =>
  /[、，。；：？！）》〉」』】〗〕”’]$/.test(text.runs.at(-1)?.text ?? '') ? text.size / 2 + 0.1 : 0.1;

function misplaced(page: PlacedPage): readonly string[] {
  const area = page.turned ? TURNED_AREA : TEXT_AREA;
  const texts = textsOf(page).map((text) => ({ ...boxOf(text), text }));
  const name = (text: PlacedText): string => text.runs.map((run) => run.text).join('');
  const outside = texts.filter(
    ({ left, right, top, bottom, text }) =>
      left < area.left - 0.1 ||
      right > area.left + area.width + hanging(text) ||
      top < area.top - 0.1 ||
      bottom > area.top + area.height + 0.1,
  );
  const sorted = [...texts].sort((a, b) => a.top - b.top);
  const over = sorted.flatMap((one, at) => {
    const found: string[] = [];
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.top > one.bottom - 0.1) break;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (across > hanging(one.left < other.left ? one.text : other.text))
        found.push(`${name(one.text)} over ${name(other.text)}`);
    }
    return found;
  });
  return [...outside.map(({ text }) => `outside: ${name(text)}`), ...over];
}

/** The lines of a cell lie between its rules. */
const crossing = (page: PlacedPage): readonly string[] =>
  page.marks.flatMap((mark) => {
    if (mark.kind !== 'table') return [];
    const upright = mark.rules.filter((rule) => rule.width < 1 && rule.height > 1);
    return mark.rows.flat().flatMap((cell) =>
      cell.lines.flatMap((line) => {
        const box = boxOf(line);
        const [left, right] = [box.left + 0.1, box.right - hanging(line)];
        const through = upright.some(
          (rule) => rule.x > left && rule.x < right && rule.y < box.bottom && rule.y + rule.height > box.top,
        );
        return through ? [line.runs.map((run) => run.text).join('')] : [];
      }),
    );
  });

describe('layout of any report', () => {
  it('puts nothing outside the text area, over another, or across a rule', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomReport, (text) => {
        for (const page of layout(text).pages) {
          expect(misplaced(page)).toEqual([]);
          expect(crossing(page)).toEqual([]);
        }
      }),
      { numRuns: RUNS * 4, seed: SEED },
    );
  });

  it('never breaks a number apart in a table', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomReport, (text) => {
        // What is longer than any column may have to be broken.
        const usual = text.replace(/9{60}|W{70}/g, '');
        const cells = layout(usual).pages.flatMap((page) =>
          page.marks.flatMap((mark) => (mark.kind === 'table' ? mark.rows.flat() : [])),
        );
        for (const { lines } of cells) {
          const parts = lines.map((line) => line.runs.map((run) => run.text).join(''));
          const broken = parts.some((part, at) => /\d$/.test(part) && /^[\d,.%]/.test(parts[at + 1] ?? ''));
          expect(broken, parts.join('/')).toBe(false);
        }
      }),
      { numRuns: RUNS * 2, seed: SEED },
    );
  });
});

/** Dots outside the text area and the page number's line. */
function strayDots(ink: Ink): number {
  const turned = ink.width > ink.height;
  const area = turned ? TURNED_AREA : TEXT_AREA;
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  const folio = FOLIO_DROP - 12;
  return ink.dots.filter(([x, y]) => {
    const inside = x >= area.left - 2 && x <= right + 1 && y >= area.top - 2 && y <= bottom + 1;
    const isFolio = turned
      ? x < area.left - folio && x > area.left - folio - 24
      : y > bottom + folio && y < bottom + folio + 24;
    return !inside && !isFolio;
  }).length;
}

const heard = (pdf: Uint8Array): string => structureText(pdf).replace(/\s/g, '');

const expected = (text: string): string =>
  shownText(parseDocument(text))
    .replace(/[\u200b\ufeff]/g, '')
    .replaceAll('𠮷', '〔U+20BB7〕');

describe.skipIf(!hasPdfTools)('random reports as PDF', () => {
  const texts = fc.sample(randomReport, { numRuns: RUNS, seed: SEED });

  it(`${RUNS} of them have no ink outside the text area, read back, and are sound`, {
    timeout: 600_000,
  }, async () => {
    for (const [index, text] of texts.entries()) {
      const pdf = await exportText(text, { draft: text.includes('𠮷') });
      const stray = text.includes('𠮷') ? [] : inkOf(pdf).map(strayDots);
      expect(
        stray.reduce((sum, dots) => sum + dots, 0),
        text,
      ).toBe(0);
      expect(heard(pdf), text).toBe(expected(text));
      if (index % 5 === 0) {
        expect(pdfaBreaches(pdf), text).toEqual([]);
        expect(inspect(pdf, 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors');
      }
    }
  });

  it(`${PAGES} pages read back, and have no ink outside the text area`, { timeout: 120_000 }, async () => {
    const text = longReport(PAGES, PAGES * 8);
    const pdf = await exportText(text);
    expect(heard(pdf)).toBe(expected(text));
    expect(pageTexts(pdf).length).toBeGreaterThan(PAGES * 0.8);
    expect(inkOf(pdf).reduce((sum, ink) => sum + strayDots(ink), 0)).toBe(0);
    expect(inspect(pdf, 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors');
  });
});
