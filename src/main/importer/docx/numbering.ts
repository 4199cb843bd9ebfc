import { child, childrenOf, type XmlElement } from '../xml';
import { formatNumber } from './numerals';
import { flag, val } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | undefined;
}

const LEVELS = 9;

export interface ListNumber {
  /** As printed: `一、`, `1.2`, `（三）`; empty for a level without a number. */
  readonly text: string;
  readonly bullet: boolean;
  /** Whether Word sets a tab or a space behind it. */
  readonly spaced: boolean;
  readonly level: number;
}

/** Counts lists while a document is read from its start. */
export interface Numbering {
  /** The number of the next paragraph of a list; null for numId 0 or one that is not defined. */
  next(id: string, level: number): ListNumber | null;
  /** The list and level that a paragraph style is linked to from the list's side. */
  levelOfStyle(id: string, style: string | undefined): number | null;
}

interface Definition {
  readonly levels: readonly (Level | null)[];
  /** Lists that share these go on counting from each other. */
  readonly counters: string;
  /** Levels that start anew when the list first comes to them. */
  readonly anew: ReadonlySet<number>;
}

export function numberingOf(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const numbers = new Map(childrenOf(root, 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]));
  const byLink = new Map<string, XmlElement>();
  for (const one of abstracts.values()) {
    const link = val(child(one, 'w:styleLink'));
    if (link !== undefined) byLink.set(link, one);
  }
  const definitions = new Map<string, Definition | null>();
  const counts = new Map<string, (number | null)[]>();
  const overridden = new Set<string>();

  const define = (id: string) => {
    const number = numbers.get(id);
    const abstractId = val(child(number, 'w:abstractNumId')) ?? '';
    const own = abstracts.get(abstractId);
    if (!number || !own) return null;
    const linked = val(child(own, 'w:numStyleLink'));
    const source = (linked !== undefined && byLink.get(linked)) || own;
    const levels: (Level | null)[] = Array.from({ length: LEVELS }, () => null);
    const anew = new Set<number>();
    for (const level of childrenOf(source, 'w:lvl')) {
      const at = levelIndex(level);
      if (at !== null) levels[at] = levelOf(level);
    }
    for (const override of childrenOf(number, 'w:lvlOverride')) {
      const at = levelIndex(override);
      if (at === null) continue;
      const whole = child(override, 'w:lvl');
      if (whole) levels[at] = levelOf(whole);
      const start = child(override, 'w:startOverride');
      const level = levels[at];
      if (start) anew.add(at);
      if (start && level) levels[at] = { ...level, start: startOf(start) };
    }
    return { levels, counters: source.attributes['w:abstractNumId'] ?? abstractId, anew };
  };
  const definition = (id: string) => {
    let found = definitions.get(id);
    if (found === undefined) {
      found = define(id);
      definitions.set(id, found);
    }
    return found;
  };

  return {
    levelOfStyle(id, style) {
      const levels = definition(id)?.levels ?? [];
      const at = style === undefined ? -1 : levels.findIndex((level) => level?.style === style);
      return at < 0 ? null : at;
    },
    next(id, at) {
      const found = definition(id);
      const level = found?.levels[at];
      if (!found || !level) return null;
      // Lists of one abstract list go on counting from each other, unless a list says where it starts.
      const counters = counts.get(found.counters) ?? Array.from({ length: LEVELS }, () => null);
      counts.set(found.counters, counters);
      const key = `${id} ${at}`;
      if (found.anew.has(at) && !overridden.has(key)) {
        overridden.add(key);
        counters[at] = null;
      }
      counters[at] = (counters[at] ?? level.start - 1) + 1;
      for (let below = at + 1; below < LEVELS; below++) {
        const restart = found.levels[below]?.restart;
        if (restart !== 0 && (restart === null || restart === undefined || at < restart))
          counters[below] = null;
      }
      return printed(found.levels, counters, at, level);
    },
  };
}

function levelIndex({ attributes }: XmlElement): number | null {
  const at = attributes['w:ilvl'] ?? '';
  return /^[0-8]$/.test(at) ? Number(at) : null;
}

/** Word starts no list above 32767; without a word it starts at 0 (ECMA-376 part 1, §17.9.25). */
function startOf(element: XmlElement | undefined): number {
  const start = Number(val(element) ?? 0);
  return Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : 0;
}

function printed(
  levels: readonly (Level | null)[],
  counters: readonly (number | null)[],
  at: number,
  level: Level,
): ListNumber {
  const bullet = level.format === 'bullet';
  const text = bullet
    ? ''
    : level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const shown = levels[index];
        const value = counters[index] ?? shown?.start ?? 1;
        return formatNumber(value, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
      });
  return { text: text.trim(), bullet, spaced: level.suffix !== 'nothing', level: at };
}

const levelOf = (level: XmlElement): Level => ({
  start: startOf(child(level, 'w:start')),
  format: formatOf(level),
  text: val(child(level, 'w:lvlText')) ?? '',
  suffix: val(child(level, 'w:suff')) ?? 'tab',
  restart: restartOf(child(level, 'w:lvlRestart')),
  legal: flag(child(level, 'w:isLgl')) ?? false,
  style: val(child(level, 'w:pStyle')),
});

/** A format of newer programs has one beside it that says nearly the same. */
function formatOf(level: XmlElement): string {
  const fallback = child(child(level, 'mc:AlternateContent'), 'mc:Fallback');
  return val(child(level, 'w:numFmt') ?? child(fallback, 'w:numFmt')) ?? 'decimal';
}

const restartOf = (element: XmlElement | undefined): number | null => {
  const value = val(element);
  return value === undefined ? null : Number(value);
};
