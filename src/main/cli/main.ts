import { type ParseArgsConfig, parseArgs } from 'node:util';
import packageJson from '../../../package.json';
import type { Result } from '../../shared/result';
import { COMMANDS_HELP, HELP } from './help';
import type { ReadOptions } from './read-report';
import { SEAL_OPTIONS, sealArguments } from './seal-key';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, Value>>;
type Value = string | boolean | readonly (string | boolean)[] | undefined;

/** Exit status 0 or 1; 2 is for what a `Failure` says. */
export type Outcome = Result<0 | 1>;

interface Command {
  readonly options: Options;
  /** How many files it takes; one if not said. */
  readonly files?: number;
  run(file: string, values: Values, second: string): Promise<Outcome>;
}

/** For every command that imports a report. */
const IMPORT: Options = { 'accept-differences': { type: 'boolean', default: false } };

/** For every command that checks one. */
const CHECK: Options = {
  ...IMPORT,
  previous: { type: 'string' },
  ledger: { type: 'string', multiple: true },
  policy: { type: 'string' },
};

function reading(values: Values): ReadOptions {
  const previous = text(values['previous']);
  const policy = text(values['policy']);
  return {
    acceptDifferences: values['accept-differences'] === true,
    ledgers: texts(values['ledger']),
    ...(previous === undefined ? {} : { previous }),
    ...(policy === undefined ? {} : { policy }),
  };
}

// Each command loads only what it needs: `--help` must not wait for the checker, `check` not for fonts.
const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    options: { ...CHECK, format: { type: 'string', default: 'text' } },
    run: async (file, values) =>
      (await import('./check')).check(file, String(values['format']), reading(values)),
  },
  figures: {
    options: { ...CHECK, format: { type: 'string', default: 'table' } },
    run: async (file, values) =>
      (await import('./figures')).figures(file, String(values['format']), reading(values)),
  },
  text: {
    options: IMPORT,
    run: async (file, values) => (await import('./text')).text(file, reading(values)),
  },
  compare: {
    options: { ...IMPORT, format: { type: 'string', default: 'text' } },
    files: 2,
    run: async (earlier, values, later) =>
      (await import('./compare')).compare(earlier, later, String(values['format']), reading(values)),
  },
  export: {
    options: {
      ...CHECK,
      out: { type: 'string' },
      ...SEAL_OPTIONS,
      draft: { type: 'boolean', default: false },
      fonts: { type: 'string' },
      organisation: { type: 'string' },
    },
    run: async (file, values) =>
      (await import('./export')).exportReport(file, {
        out: text(values.out),
        draft: values.draft === true,
        fonts: text(values['fonts']),
        organisation: text(values['organisation']),
        ...sealArguments(values),
        ...reading(values),
      }),
  },
  fonts: {
    options: { format: { type: 'string', default: 'text' } },
    run: async (folder, { format }) => (await import('./fonts')).fonts(folder, String(format)),
  },
  power: {
    options: { ...CHECK, format: { type: 'string', default: 'text' } },
    run: async (file, values) =>
      (await import('./power')).power(file, String(values['format']), reading(values)),
  },
  seal: {
    options: { ...SEAL_OPTIONS, out: { type: 'string' } },
    run: async (file, values) =>
      (await import('./seal')).seal(file, text(values['out']), sealArguments(values)),
  },
  'stamp-request': {
    options: { out: { type: 'string' } },
    run: async (file, { out }) => (await import('./timestamp')).stampRequest(file, text(out)),
  },
  'stamp-attach': {
    options: {
      token: { type: 'string' },
      out: { type: 'string' },
      trust: { type: 'string', multiple: true },
    },
    run: async (file, { token, out, trust }) =>
      (await import('./timestamp')).stampAttach(file, {
        token: text(token),
        out: text(out),
        trust: texts(trust),
      }),
  },
  verify: {
    options: {
      trust: { type: 'string', multiple: true },
      crl: { type: 'string', multiple: true },
      format: { type: 'string', default: 'text' },
    },
    run: async (file, { trust, crl, format }) =>
      (await import('./verify')).verify(file, { trust: texts(trust), crl: texts(crl) }, String(format)),
  },
  record: {
    options: { out: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    run: async (file, { out, 'passphrase-file': passphraseFile }) =>
      (await import('./record')).record(file, { out: text(out), passphraseFile: text(passphraseFile) }),
  },
  audit: {
    options: {
      anchor: { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
    run: async (file, { anchor, format, 'passphrase-file': passphraseFile }) =>
      (await import('./audit')).audit(file, {
        anchors: texts(anchor),
        format: String(format),
        passphraseFile: text(passphraseFile),
      }),
  },
};

const text = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined);

const texts = (value: Value): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Whether a word is a command of this program; the packaged app asks before it opens its window. */
export const isCommand = (word: string): boolean => Object.hasOwn(COMMANDS, word) || GENERAL.has(word);

const GENERAL = new Set(['--help', '-h', 'help', '--version', '-v']);

/** `gouji …` → exit status. Output goes to stdout, messages to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(HELP);
  if (name === '--version' || name === '-v') return print(`${packageJson.version}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return complain(`没有“${name}”这个命令，可用的命令见 gouji --help`);
  if (rest.includes('--help') || rest.includes('-h')) return print(COMMANDS_HELP[name] ?? HELP);
  const parsed = parse(rest, command.options);
  if (typeof parsed === 'string') return complain(parsed);
  const { positionals } = parsed;
  const [file = '', second = ''] = positionals;
  if (positionals.length !== (command.files ?? 1)) {
    return complain(
      command.files === 2 ? `请给出两个文件：gouji ${name} 旧稿 新稿` : `请给出一个文件：gouji ${name} 文件`,
    );
  }
  try {
    const outcome = await command.run(file, parsed.values, second);
    return outcome.ok ? outcome.value : complain(outcome.error.message);
  } catch (thrown) {
    return complain(`内部错误：${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function parse(
  args: readonly string[],
  options: Options,
): { values: Values; positionals: string[] } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (thrown) {
    const option = /'([^']+)'/.exec(thrown instanceof Error ? thrown.message : '')?.[1] ?? '';
    return `选项 ${option} 不认识或缺少值，用法见 gouji --help`;
  }
}

function print(output: string): number {
  process.stdout.write(output);
  return 0;
}

function complain(message: string): number {
  process.stderr.write(`gouji: ${message}\n`);
  return 2;
}
