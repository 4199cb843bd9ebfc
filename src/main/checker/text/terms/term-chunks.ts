import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { FUNCTION_WORDS } from '../../language/lexicon';
import { eachRun, wordsOfRun } from '../../language/segment';
import { insideAny, quotedSpans } from '../quoted-spans';

/**
 * Chunks: words that stand side by side with no mark, figure or function word between, which terms are cut from. All words
 * of all chunks stand in one row, so that a place is a number and a word too: a report has hundreds of thousands.
 */
export interface Chunks {
  /** The word at each place, an index of `texts`. */
  readonly words: Int32Array;
  /** Where in its prose each begins. */
  readonly starts: Int32Array;
  /** The chunk of each place. */
  readonly chunks: Int32Array;
  /** Of each chunk. */
  readonly proses: readonly Prose[];
  readonly texts: readonly string[];
  /** The index of a text that is a word. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** So few words are no term that could be written otherwise. */
const LEAST_WORDS = 2;

/** The chunks of a report's headings, paragraphs and list items, outside titles and quotations, in the order of the text. */
export const chunksOf = remembered((document: ReportDocument): Chunks => {
  const row = new Row();
  for (const block of document.blocks)
    if (block.kind !== 'table' && 'prose' in block) addChunks(row, block.prose);
  return row.done();
});

function addChunks(row: Row, prose: Prose): void {
  const spans = quotedSpans(prose.text);
  let end = -1;
  eachRun(prose.text, (run, index) => {
    let start = index;
    const words = /^[A-Za-z]/.test(run) ? [run] : wordsOfRun(run);
    const numbers = row.numbersOf(words);
    for (let at = 0; at < words.length; at++) {
      const next = start + (words[at] ?? '').length;
      const number = numbers[at] ?? OUT;
      const isOut = number === OUT || (spans.length > 0 && insideAny(spans, start, next));
      if (isOut || start !== end) row.close(prose);
      if (!isOut) row.add(number, start);
      end = next;
      start = next;
    }
  });
  row.close(prose);
}

const EMPTY = new Int32Array(0);
/** Stands for a function word, which has no number. */
const OUT = -1;

/** Takes words one by one. */
class Row {
  #words = new Int32Array(1 << 12);
  #starts = new Int32Array(1 << 12);
  #chunks = new Int32Array(1 << 12);
  #length = 0;
  readonly #proses: Prose[] = [];
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #runs = new Map<readonly string[], readonly number[]>();
  /** Where the open chunk begins. */
  #from = 0;

  /** The words of a run by their numbers. The same run comes with the same list, whose numbers are looked up once. */
  numbersOf(words: readonly string[]): readonly number[] {
    const known = this.#runs.get(words);
    if (known) return known;
    const numbers = words.map((word) => (FUNCTION_WORDS.has(word) ? OUT : this.#numberOf(word)));
    // A Latin word is a list of its own each time.
    if (words.length > 1) this.#runs.set(words, numbers);
    return numbers;
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(word, number);
      this.#texts.push(word);
    }
    return number;
  }

  add(number: number, start: number): void {
    if (this.#length === this.#words.length) this.#grow();
    this.#words[this.#length] = number;
    this.#starts[this.#length] = start;
    this.#chunks[this.#length++] = this.#proses.length;
  }

  #grow(): void {
    const grown = [this.#words, this.#starts, this.#chunks].map((row) => {
      const longer = new Int32Array(row.length * 2);
      longer.set(row);
      return longer;
    });
    [this.#words = EMPTY, this.#starts = EMPTY, this.#chunks = EMPTY] = grown;
  }

  /** Ends the open chunk; one of too few words is none. */
  close(prose: Prose): void {
    if (this.#length - this.#from >= LEAST_WORDS) this.#proses.push(prose);
    else this.#length = this.#from;
    this.#from = this.#length;
  }

  done(): Chunks {
    return {
      words: this.#words.slice(0, this.#length),
      starts: this.#starts.slice(0, this.#length),
      chunks: this.#chunks.slice(0, this.#length),
      proses: this.#proses,
      texts: this.#texts,
      numbers: this.#numbers,
    };
  }
}
