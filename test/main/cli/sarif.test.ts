import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { asSarif } from '../../../src/main/cli/sarif';
import { importReport } from '../../../src/main/importer/import';
import { DEFAULT_POLICY } from '../../../src/main/policy/shipped';

const TEXT = '# 报告\n\n截止2025年末，接入甲、乙、丙、丁共5家机构。\n\n一是加强管理。三是开展培训。\n';

async function sarifOf(text: string, name = '报告 一.md') {
  const imported = await importReport(new TextEncoder().encode(text), name);
  if (!imported.ok) throw new Error(imported.error.message);
  const analysis = checkText(imported.value.text);
  return {
    analysis,
    log: asSarif(name, {
      analysis,
      imported: imported.value,
      sha256: 'a'.repeat(64),
      policy: DEFAULT_POLICY,
    }),
  };
}

it('has one result per finding, at its place, with its rule and level', async () => {
  const { analysis, log } = await sarifOf(TEXT);
  const [run] = log.runs;
  expect(log.version).toBe('2.1.0');
  expect(run?.results).toHaveLength(analysis.findings.length);
  expect(analysis.findings.length).toBeGreaterThan(2);
  for (const [at, result] of (run?.results ?? []).entries()) {
    const finding = analysis.findings[at];
    const region = result.locations[0]?.physicalLocation.region;
    expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(result.ruleId).toBe(finding?.code);
    expect(TEXT.slice(region?.charOffset, (region?.charOffset ?? 0) + (region?.charLength ?? 0))).toBe(
      region?.snippet.text,
    );
    expect(TEXT.split('\n')[(region?.startLine ?? 0) - 1]?.slice((region?.startColumn ?? 0) - 1)).toContain(
      region?.snippet.text.split('\n')[0],
    );
    expect(['error', 'warning', 'note']).toContain(result.level);
  }
});

it('carries fixes that can be applied, and related places', async () => {
  const { log } = await sarifOf(TEXT);
  const fixed = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'W306');
  const [replacement] = fixed?.fixes[0]?.artifactChanges[0]?.replacements ?? [];
  const { charOffset = 0, charLength = 0 } = replacement?.deletedRegion ?? {};
  expect(
    TEXT.slice(0, charOffset) + replacement?.insertedContent.text + TEXT.slice(charOffset + charLength),
  ).toContain('截至2025年末');
});

it('names the file as a URI, its hash, and no rule that failed', async () => {
  const { log } = await sarifOf(TEXT);
  const [run] = log.runs;
  expect(run?.artifacts[0]?.location.uri).toBe('%E6%8A%A5%E5%91%8A%20%E4%B8%80.md');
  expect(run?.artifacts[0]?.hashes['sha-256']).toMatch(/^a{64}$/);
  expect(run?.invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
});

it('of a clean text there are no results, and every rule is still listed', async () => {
  const { log, analysis } = await sarifOf('# 报告\n\n各项工作平稳有序。\n');
  expect(log.runs[0]?.results).toEqual([]);
  expect(log.runs[0]?.tool.driver.rules).toHaveLength(analysis.rules.length);
});

it('is valid against the schema of SARIF 2.1.0', async () => {
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(
    readFileSync(require.resolve('schemastore/schemas/json/sarif-2.1.0.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const sample = readFileSync(
    join(import.meta.dirname, '../../../resources/samples/sample-report.md'),
    'utf8',
  );
  for (const text of [TEXT, sample, '# 报告\n', '']) {
    const imported = await importReport(new TextEncoder().encode(text), '报告.md');
    if (!imported.ok) continue;
    const analysis = checkText(imported.value.text);
    const log: unknown = JSON.parse(
      JSON.stringify(
        asSarif('报告.md', {
          analysis,
          imported: imported.value,
          sha256: 'a'.repeat(64),
          policy: DEFAULT_POLICY,
        }),
      ),
    );
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});
