import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import './sources.ts';

/**
 * `node test/bench/slips.ts [FOLDER…]`: slips of the pen drawn at random (the same on every run) in running text of the clean
 * reports, and how many are told by an error or doubt at their place, per kind: a character for one of like sound or shape,
 * one lost, one added, two exchanged, a word of two twice. `EACH=100` for so many of each kind, `SHOW=1` for those missed.
 */
const { checkText } = await import('../../src/main/checker/run.ts');
const { likeCharacters } = await import('../../src/main/checker/language/like-characters.ts');
const { wordsOf } = await import('../../src/main/checker/language/segment.ts');
const { parseDocument } = await import('../../src/main/document/parse.ts');
const { sourceRange } = await import('../../src/main/document/prose.ts');

const EACH = Number(process.env['EACH'] ?? 40);
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['test/fixtures/clean'];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Numbers from 0 to 1 that look drawn. */
let state = 20_251_231;
function draw(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 2 ** 32;
}
const oneOf = <T>(all: ArrayLike<T>): T => all[Math.floor(draw() * all.length)] as T;

const KINDS: Readonly<Record<string, (word: string) => string | null>> = {
  like: (word) => {
    const at = Math.floor(draw() * word.length);
    const like = likeCharacters(word.charAt(at));
    return like === '' ? null : word.slice(0, at) + oneOf([...like]) + word.slice(at + 1);
  },
  lost: (word) => (draw() < 0.5 ? word.slice(1) : word.slice(0, -1)),
  exchanged: (word) => [...word].reverse().join(''),
  'character twice': (word) => word + word.slice(-1),
  'word twice': (word) => word + word,
};

interface Report {
  readonly name: string;
  readonly text: string;
  readonly known: ReadonlySet<string>;
  /** Words of two characters in running text, where they stand in the source. */
  readonly words: readonly { readonly text: string; readonly start: number }[];
}

const reports = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file): Report => {
      const text = readFileSync(join(folder, file), 'utf8');
      const words = parseDocument(text).blocks.flatMap((block) =>
        block.kind === 'paragraph' || block.kind === 'list-item'
          ? wordsOf(block.prose.text)
              .filter((word) => /^\p{Script=Han}{2}$/u.test(word.text))
              .map((word) => ({
                text: word.text,
                start: sourceRange(block.prose, word.start, word.start + 2).start,
              }))
          : [],
      );
      const known = new Set(checkText(text).findings.map(({ fingerprint }) => fingerprint));
      return { name: file, text, known, words };
    }),
);

for (const [kind, slip] of Object.entries(KINDS)) {
  let [planted, found, mended] = [0, 0, 0];
  while (planted < EACH) {
    const { name, text, known, words } = oneOf(reports);
    const word = oneOf(words);
    const wrong = slip(word.text);
    if (wrong === null || wrong === word.text || !text.startsWith(word.text, word.start)) continue;
    planted++;
    const damaged = text.slice(0, word.start) + wrong + text.slice(word.start + word.text.length);
    const [from, to] = [word.start - 4, word.start + wrong.length + 4];
    const told = checkText(damaged).findings.filter(
      ({ fingerprint, severity, range }) =>
        severity !== 'notice' && !known.has(fingerprint) && range.start < to && from < range.end,
    );
    if (told.length > 0) found++;
    const isMended = told.some(({ fixes: [first] }) => {
      const edit = first?.edits.length === 1 ? first.edits[0] : undefined;
      return edit && damaged.slice(0, edit.range.start) + edit.text + damaged.slice(edit.range.end) === text;
    });
    if (isMended) mended++;
    if (process.env['SHOW'] && (told.length === 0) === (process.env['SHOW'] === '1'))
      print(
        `${kind} ${name}: ${word.text} → ${wrong} «${damaged.slice(word.start - 10, word.start + 12).replaceAll('\n', '⏎')}» ${told.map(({ code, message }) => `${code} ${message}`).join(' / ')}`,
      );
  }
  print(
    `${kind}: told ${found}/${planted} (${((found * 100) / planted).toFixed(0)} %), mended by a fix ${mended}`,
  );
}
