import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runGouji } from './gouji.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'resources/samples');
const SAMPLE = join(SAMPLES, 'sample-report.md');
const KEY = [
  '--p12',
  join(SAMPLES, 'TEST-ONLY-gouji.p12'),
  '--passphrase-file',
  join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt'),
];
const REFERENCE = resolve(ROOT, '../shared/reports/tenpay-2025.md');

const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const gouji = (...args: string[]): Promise<Ran> => runGouji(folder, ...args);

const has = (command: string): boolean => spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined;
const CLEAN = '# 演示报告\n\n本季度服务平稳，没有需要说明的事项。\n';

describe('gouji check', () => {
  it('prints the JSON of the contract, with places that fit the text', async () => {
    const { code, out } = await gouji('check', SAMPLE, '--format', 'json');
    expect(code).toBe(1);
    const text = readFileSync(SAMPLE, 'utf8');
    const lines = text.split('\n');
    const result = JSON.parse(out);
    expect(result.tool.name).toBe('gouji');
    expect(result.report.sha256).toMatch(/^[0-9a-f]{64}$/);
    const states = Object.values(result.coverage as Record<string, number>);
    expect(states.reduce((sum, count) => sum + count, 0)).toBe(result.report.quantities);
    expect(result.findings.length).toBeGreaterThan(10);
    for (const finding of result.findings) {
      expect(finding.code).toMatch(/^[TNWSC]\d{3}$/);
      const start =
        lines.slice(0, finding.line - 1).join('\n').length + (finding.line > 1 ? 1 : 0) + finding.column - 1;
      expect(finding.offset).toBe(start);
      expect(text.slice(finding.offset, finding.offset + finding.length).startsWith(finding.excerpt)).toBe(
        true,
      );
      for (const place of [...finding.related])
        expect(text.slice(place.offset).startsWith(place.excerpt)).toBe(true);
    }
    for (const tie of result.ties) {
      for (const term of tie.terms) expect(text.slice(term.offset, term.offset + term.length)).toBe(term.raw);
    }
  });

  it('finds what was planted in the sample and leaves the look-alikes alone', async () => {
    const { out } = await gouji('check', SAMPLE, '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { code: string; line: number; severity: string }[] };
    const expected = JSON.parse(readFileSync(join(SAMPLES, 'sample-report.expected.json'), 'utf8')) as {
      planted: { code: string; line: number }[];
      lookalikes: { line: number; note: string }[];
    };
    const found = new Set(findings.map((finding) => `${finding.code} ${finding.line}`));
    expect(expected.planted.filter(({ code, line }) => !found.has(`${code} ${line}`))).toEqual([]);
    const planted = new Set(expected.planted.map(({ code, line }) => `${code} ${line}`));
    const alarms = findings.filter(
      (one) => one.severity !== 'notice' && !planted.has(`${one.code} ${one.line}`),
    );
    expect(alarms).toEqual([]);
  });

  it('exits 0 for a clean report', async () => {
    writeFileSync(at('clean.md'), CLEAN);
    expect(await gouji('check', 'clean.md')).toMatchObject({ code: 0, err: '' });
  });
});

describe('gouji figures', () => {
  it('lists every quantity once, in JSON, CSV and as a table', async () => {
    const json = JSON.parse((await gouji('figures', SAMPLE, '--format', 'json')).out) as {
      figures: { raw: string; offset: number; length: number }[];
    };
    const text = readFileSync(SAMPLE, 'utf8');
    for (const figure of json.figures)
      expect(text.slice(figure.offset, figure.offset + figure.length)).toBe(figure.raw);
    const csv = (await gouji('figures', SAMPLE, '--format', 'csv')).out;
    expect(csv.split('\r\n')[0]).toBe('line,column,raw,value,unit,concept,scope,period,state');
    const table = (await gouji('figures', SAMPLE)).out;
    expect(table.trimEnd().split('\n')).toHaveLength(json.figures.length + 1);
  });
});

describe('gouji export and verify', () => {
  it('refuses a final with errors open, with exit 1 and nothing written', async () => {
    const ran = await gouji('export', SAMPLE, '--out', at('final.pdf'));
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/错误没有处理/);
    expect(existsSync(at('final.pdf'))).toBe(false);
  });

  it('exports the same bytes for the same draft', async () => {
    writeFileSync(at('same.md'), CLEAN);
    await gouji('export', 'same.md', '--out', 'one.pdf');
    await gouji('export', 'same.md', '--out', 'two.pdf');
    expect(readFileSync(at('one.pdf')).equals(readFileSync(at('two.pdf')))).toBe(true);
  });

  it('seals a draft that verify accepts, and rejects after a byte changed', async () => {
    const sealed = await gouji('export', SAMPLE, '--draft', '--out', at('draft.pdf'), ...KEY);
    expect(sealed).toMatchObject({ code: 0, err: '' });
    expect((await gouji('verify', at('draft.pdf'))).code).toBe(0);
    const pdf = readFileSync(at('draft.pdf'));
    for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
      const changed = Buffer.from(pdf);
      const place = Math.floor(share * pdf.length);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(at('changed.pdf'), changed);
      expect((await gouji('verify', at('changed.pdf'))).code, `byte ${place}`).toBe(1);
    }
  });

  it.skipIf(!has('pdfsig'))('pdfsig agrees that the seal holds over the whole document', async () => {
    await gouji('export', SAMPLE, '--draft', '--out', at('poppler.pdf'), ...KEY);
    const { stdout } = spawnSync('pdfsig', [at('poppler.pdf')], { encoding: 'utf8' });
    expect(stdout).toContain('Signature is Valid');
    expect(stdout).toContain('Total document signed');
  });

  it('says that an unsealed PDF is not sealed', async () => {
    writeFileSync(at('plain.md'), CLEAN);
    await gouji('export', 'plain.md', '--out', 'plain.pdf');
    expect(await gouji('verify', 'plain.pdf')).toMatchObject({
      code: 1,
      out: expect.stringContaining('没有签章'),
    });
  });
});

describe('bad input', () => {
  writeFileSync(at('empty.md'), '');
  writeFileSync(at('binary.md'), Buffer.from([0, 1, 2, 3, 255]));
  writeFileSync(at('fake.pdf'), '%PDF-1.7\n');
  writeFileSync(at('good.md'), CLEAN);
  writeFileSync(at('wrong.txt'), 'not the passphrase');
  writeFileSync(at('huge.md'), '');
  truncateSync(at('huge.md'), 200 * 1024 * 1024);

  it.each([
    ['an unknown command', ['constructor']],
    ['an unknown option', ['check', 'good.md', '--colour']],
    ['a format that is none', ['check', 'good.md', '--format', 'xml']],
    ['no file', ['check']],
    ['two files', ['check', 'good.md', 'good.md']],
    ['an empty file', ['check', 'empty.md']],
    ['a folder', ['check', '.']],
    ['a missing file', ['check', 'none.md']],
    ['200 MB', ['check', 'huge.md']],
    ['a binary file', ['check', 'binary.md']],
    ['a PDF', ['check', 'fake.pdf']],
    ['a wrong passphrase', ['export', 'good.md', '--out', 'o.pdf', ...KEY.slice(0, 3), 'wrong.txt']],
    ['a key that is none', ['export', 'good.md', '--out', 'o.pdf', '--p12', 'good.md', ...KEY.slice(2)]],
    ['a key without a passphrase', ['export', 'good.md', '--out', 'o.pdf', ...KEY.slice(0, 2)]],
    ['no output', ['export', 'good.md']],
    ['the draft itself as output', ['export', 'good.md', '--out', './good.md']],
    ['an output in no folder', ['export', 'good.md', '--out', 'none/o.pdf']],
    ['an output that is a folder', ['export', 'good.md', '--out', '.']],
    ['verify of no PDF', ['verify', 'good.md']],
    ['verify of nothing', ['verify', 'none.pdf']],
  ])('%s: one sentence, nothing written', async (_, args) => {
    const before = readdirSync(folder).sort();
    const { code, out, err } = await gouji(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^gouji: [^\n]{4,120}\n$/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('an output folder without permission: one sentence', async () => {
    const locked = mkdtempSync(at('locked-'));
    chmodSync(locked, 0o500);
    expect(await gouji('export', 'good.md', '--out', join(locked, 'o.pdf'))).toMatchObject({ code: 2 });
  });
});

describe.skipIf(!existsSync(REFERENCE))('the reference report', () => {
  it('gives both torn rows their one repair, the broken number, the truncated sentences, and no false alarm listed', async () => {
    const { out } = await gouji('check', REFERENCE, '--format', 'json');
    const { findings } = JSON.parse(out) as {
      findings: {
        code: string;
        line: number;
        offset: number;
        length: number;
        fixes: { edits: { offset: number; length: number; text: string }[] }[];
      }[];
    };
    const text = readFileSync(REFERENCE, 'utf8');
    const torn = findings.filter((finding) => finding.code === 'T101');
    expect(torn.map((finding) => finding.line)).toEqual([143, 147]);
    const repaired = torn.map((finding) => {
      expect(finding.fixes).toHaveLength(1);
      const edits = [...(finding.fixes[0]?.edits ?? [])].sort((a, b) => b.offset - a.offset);
      const after = edits.reduce(
        (now, edit) => now.slice(0, edit.offset) + edit.text + now.slice(edit.offset + edit.length),
        text,
      );
      return (after.split('\n')[finding.line - 1] ?? '')
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1);
    });
    expect(repaired).toEqual([
      ['5', '20220523-20220630', '双倍积点'],
      ['9', '20220910-20220930<br>每周二、周六', '满10元立减1元'],
    ]);
    const lines = (code: string) =>
      findings.filter((finding) => finding.code === code).map((finding) => finding.line);
    expect(lines('T103')).toEqual([143]);
    expect(lines('W301')).toEqual(expect.arrayContaining([5, 99]));
  });
});
