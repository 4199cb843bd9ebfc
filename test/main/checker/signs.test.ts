import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { pieces } from '../../helpers/pieces';
import { plantedDefects } from '../../helpers/planted';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/clean');

/** The check with every sign in every stretch of prose: nothing is passed over. */
async function checkOfAll(): Promise<typeof checkText> {
  vi.resetModules();
  vi.doMock('../../../src/main/document/signs', async (original) => ({
    ...(await original<typeof import('../../../src/main/document/signs')>()),
    signsOf: () => -1,
  }));
  const run = await import('../../../src/main/checker/run');
  vi.doUnmock('../../../src/main/document/signs');
  return run.checkText;
}

/** The clean reports with all their defects, as far as each still finds its place. */
function damaged(): readonly string[] {
  const texts = new Map<string, string>();
  for (const { file, clean, planted } of plantedDefects()) {
    const text = texts.get(file) ?? readFileSync(resolve(FIXTURES, `${file}.md`), 'utf8');
    texts.set(
      file,
      text.replace(clean, () => planted),
    );
  }
  return [...texts.values()];
}

describe('rules that say what they need', () => {
  it('find in damaged reports what they find without saying so', async () => {
    const all = await checkOfAll();
    for (const text of damaged()) expect(checkText(text).findings).toEqual(all(text).findings);
  }, 60_000);

  it('find in made-up texts what they find without saying so', async () => {
    const all = await checkOfAll();
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.constantFrom('', '\n\n', ' | '), (parts, between) => {
        const text = parts.join(between);
        expect(checkText(text).findings).toEqual(all(text).findings);
      }),
      { numRuns: Number(process.env['GOUJI_RUNS'] ?? 60) },
    );
  }, 60_000);

  it('are asked: with no sign anywhere they find less', async () => {
    vi.resetModules();
    vi.doMock('../../../src/main/document/signs', async (original) => ({
      ...(await original<typeof import('../../../src/main/document/signs')>()),
      signsOf: () => 0,
    }));
    const blind = (await import('../../../src/main/checker/run')).checkText;
    vi.doUnmock('../../../src/main/document/signs');
    const [text = ''] = damaged();
    expect(blind(text).findings.length).toBeLessThan(checkText(text).findings.length);
  });
});
