import { groupBy } from '../../../../shared/group-by';
import { remembered } from '../../../../shared/memo';
import type { Range } from '../../../../shared/model/range';
import type { CheckedReport, Problem } from '../../rule';
import { type CountCheck, countChecks } from '../../ties/counts/index';
import { countKey, isOneCount, nameOf, rememberedBy, SHARED } from './list-names';

/** 甲、乙等13款（名单见附录2）: what is named as an example stands in the annex, whose rows are as many as stated. */
export function examplesOf({ document, quantities }: CheckedReport): readonly Problem<'example'>[] {
  const checks = countChecks(document, quantities);
  const listed = groupBy(
    checks.filter(({ kind }) => kind === 'list'),
    ({ stated }) => countKey(stated),
  );
  const membersOf = remembered(({ items }: CountCheck): Examples => {
    const all = items.map((range) => ({ range, name: nameOf(document.text.slice(range.start, range.end)) }));
    return { all, names: all.map(({ name }) => name).join('\n') };
  });
  const strangersIn = listingReader();
  return checks.flatMap((annex): Problem<'example'>[] => {
    if (annex.kind !== 'annex' || annex.status !== 'pass' || !annex.annex || annex.annex.ofKind) return [];
    const likely = listed.get(countKey(annex.stated)) ?? [];
    const strangersOf = strangersIn(
      annex.items.map((range) => document.text.slice(range.start, range.end).replace(/\s+/g, '')),
    );
    return likely.flatMap((list): Problem<'example'>[] => {
      const members = membersOf(list);
      const strange = strangersOf(members);
      if (strange.size === 0 || !isOneCount(list.stated, annex.stated)) return [];
      const strangers = members.all.filter(({ name }) => strange.has(name));
      return strangers.map(({ name, range }) => ({
        message: 'example',
        data: { name, annex: annex.annex?.label ?? '' },
        range,
        related: [{ range: annex.annex?.range ?? range, note: annex.annex?.label ?? '' }],
      }));
    });
  });
}

interface Examples {
  readonly all: readonly { readonly name: string; readonly range: Range }[];
  readonly names: string;
}

/**
 * Which of the names are not in rows, once for rows and names that read the same. None where no name is in them: they are
 * named otherwise there.
 */
function listingReader(): (rows: readonly string[]) => (members: Examples) => ReadonlySet<string> {
  const known = new Map<string, (members: Examples) => ReadonlySet<string>>();
  const reader = (rows: readonly string[]) =>
    rememberedBy(
      ({ names }: Examples) => names,
      ({ all }) => {
        const strange = all.filter(
          ({ name }) => name.length >= SHARED && !rows.some((row) => holds(row, name)),
        );
        return new Set(strange.length === all.length ? [] : strange.map(({ name }) => name));
      },
    );
  return (rows) => {
    const key = rows.join('\n');
    const read = known.get(key) ?? reader(rows);
    known.set(key, read);
    return read;
  };
}

/** A first item may still drag its sentence along: …腾讯视频. */
const holds = (row: string, name: string): boolean =>
  row.includes(name) || row.split('|').some((cell) => cell.length > 1 && name.endsWith(cell));
