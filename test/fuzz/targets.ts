import { readCase } from '../../src/main/casefile/read';
import { ruleCatalogue } from '../../src/main/checker/catalogue';
import { checkText } from '../../src/main/checker/run';
import { importReport } from '../../src/main/importer/import';
import { readSheets } from '../../src/main/importer/sheets/read';
import { parsePolicy } from '../../src/main/policy/parse';
import { openKey } from '../../src/main/seal/key';
import { sealPdf } from '../../src/main/seal/sign';
import { verifyPdf } from '../../src/main/seal/verify';
import { smallPdf } from '../helpers/small-pdf';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import * as seeds from './seeds.ts';

/** A reader of something from outside, the inputs it is given, and what must hold of every answer. Throwing fails. */
export interface Target {
  readonly name: string;
  prepare(): Promise<Uint8Array>;
  change(seed: Uint8Array, random: Random): Uint8Array;
  run(input: Uint8Array, seed: Uint8Array): Promise<void>;
}

const PASSPHRASE = 'gouji-test';

function demand(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

const byWords =
  (vocabulary: readonly Uint8Array[]) =>
  (seed: Uint8Array, random: Random): Uint8Array =>
    mutate(seed, random, vocabulary);

/** An import says yes with a text, or no with a sentence. */
const importing =
  (fileName: string) =>
  async (input: Uint8Array): Promise<void> => {
    const result = await importReport(input, fileName);
    if (result.ok) demand(!result.value.text.includes('\r'), 'a working text has LF ends only');
    else demand(result.error.message.length > 0, 'a refusal without a sentence');
  };

const sheets =
  (fileName: string) =>
  async (input: Uint8Array): Promise<void> => {
    const result = await readSheets(input, fileName);
    if (!result.ok) demand(result.error.message.length > 0, 'a refusal without a sentence');
  };

export const targets: readonly Target[] = [
  {
    name: 'check',
    prepare: async () => seeds.CLAIMS,
    change: byWords(seeds.MARKDOWN_WORDS),
    run: async (input) => {
      const text = new TextDecoder().decode(input).replace(/\r\n?/g, '\n');
      const { rules, states, coverage, findings } = checkText(text);
      const failed = rules.filter(({ status }) => status === 'failed');
      demand(
        failed.length === 0,
        `rules failed: ${failed.map(({ code, error }) => `${code} ${error}`).join('; ')}`,
      );
      const counted = Object.values(coverage).reduce((sum, one) => sum + one, 0);
      demand(counted === states.length, 'the states do not add up to all quantities');
      for (const { range } of findings)
        demand(
          range.start >= 0 && range.start <= range.end && range.end <= text.length,
          'a finding outside the text',
        );
    },
  },
  {
    name: 'markdown',
    prepare: async () => seeds.MARKDOWN,
    change: byWords(seeds.MARKDOWN_WORDS),
    run: importing('a.md'),
  },
  {
    name: 'text',
    prepare: async () => seeds.MARKDOWN,
    change: byWords(seeds.MARKDOWN_WORDS),
    run: importing('a.txt'),
  },
  {
    name: 'html',
    prepare: async () => seeds.HTML,
    change: byWords(seeds.HTML_WORDS),
    run: importing('a.html'),
  },
  {
    name: 'docx',
    prepare: async () => seeds.DOCX,
    change: (seed, random) => seeds.mutatePackage(seed, random, seeds.XML_WORDS),
    run: importing('a.docx'),
  },
  {
    name: 'xlsx',
    prepare: async () => seeds.XLSX,
    change: (seed, random) => seeds.mutatePackage(seed, random, seeds.XML_WORDS),
    run: sheets('a.xlsx'),
  },
  {
    name: 'csv',
    prepare: async () => seeds.CSV,
    change: byWords(seeds.words('"', ',', ';', '\t', '\n', '=1+1', '１')),
    run: sheets('a.csv'),
  },
  {
    name: 'policy',
    prepare: async () => seeds.POLICY,
    change: byWords(seeds.POLICY_WORDS),
    run: async (input) => {
      const text = new TextDecoder().decode(input);
      const policy = parsePolicy(text, ruleCatalogue);
      if (policy.ok) checkText('本司在大陆和香港共设3家机构：甲、乙。', { policy: policy.value });
      else demand(policy.error.message.length > 0, 'a refusal without a sentence');
    },
  },
  {
    name: 'p12',
    prepare: async () => seeds.P12,
    change: byWords(seeds.DER_WORDS),
    run: async (input) => {
      const key = await openKey(input, PASSPHRASE);
      if (!key.ok) demand(key.error.message.length > 0, 'a refusal without a sentence');
    },
  },
  {
    name: 'pdf',
    prepare: async () => {
      const key = await openKey(seeds.P12, PASSPHRASE);
      if (!key.ok) throw new Error(key.error.message);
      return sealPdf(smallPdf(), key.value, { signedAt: new Date('2027-01-10T09:00:00Z') });
    },
    change: byWords(seeds.PDF_WORDS),
    run: async (input, seed) => {
      const { status } = await verifyPdf(input);
      demand(status !== 'valid' || Buffer.compare(input, seed) === 0, 'a changed file is called valid');
    },
  },
  {
    name: 'case',
    // Only this one needs a library; the others shall start without.
    prepare: async () => {
      const { Laptop } = await import('../helpers/laptops');
      const laptop = new Laptop(1, '甲');
      await laptop.import();
      return laptop.handOver();
    },
    change: byWords(
      seeds.words(
        'PK\u0003\u0004',
        'manifest.json',
        '{"',
        '":',
        '[]',
        'null',
        '-1',
        '1e9',
        '../',
        'signature',
      ),
    ),
    run: async (input, seed) => {
      const read = readCase(input);
      demand(!read.ok || Buffer.compare(input, seed) === 0, 'a changed case file is accepted');
      if (!read.ok) demand(read.error.message.length > 0, 'a refusal without a sentence');
    },
  },
];
