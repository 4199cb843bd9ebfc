import { groupBy } from '../../../shared/group-by';
import { remembered } from '../../../shared/memo';
import type { Cell } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { labelColumn } from '../../figures/table-rows';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { cellText } from '../tables/cell-text';
import { tablesOf } from '../tables/each-table';
import { type CountCheck, countChecks } from '../ties/count';
import type { Counted } from '../ties/counted';

type MessageId = 'other' | 'differs' | 'table' | 'example';

interface Member {
  readonly name: string;
  /** The name without the words that many names share. */
  readonly own: string;
  readonly range: Range;
}

interface NamedList {
  readonly check: CountCheck;
  /** What is counted: the words right behind the count. */
  readonly noun: string;
  readonly members: readonly Member[];
  /** Claims to name all. */
  readonly whole: boolean;
}

/** Words that introduce a list and belong to no member. */
const LEAD = /^.*(?:包括|如|即|为|是|与|和|及|接入|覆盖|上线|：|:|（|\()/;
const RELATED = 4;
/** Units of a noun that tell what is counted. */
const HEAD = 4;

/** The same counted list named twice with different members. */
export const listMembersAgree = defineRule<MessageId>({
  code: 'N203',
  name: 'list-members-agree',
  severity: 'doubt',
  looks: 'across',
  messages: {
    other: '这里的“{count}”列有“{name}”，另一处列全的{count}里没有',
    example: '举例的“{name}”不在{annex}所列之中',
    table: '这里列有“{name}”，表中其余各项相同，相应的一行却是“{label}”',
    differs: '两处都列全了“{count}”，成员却不同：这里有“{name}”',
  },
  check(report) {
    return [...between(report), ...againstTables(report), ...examplesOf(report)];
  },
});

/** Each list against the others of its count; those that read alike are looked through once. */
function between(report: CheckedReport): readonly Problem<MessageId>[] {
  const lists = namedLists(report).map((list, at) => ({ ...list, at, wording: wordingOf(list) }));
  const byCount = groupBy(lists, ({ check }) => countKey(check.stated));
  const strangersOf = rememberedBy(
    ({ wording }: (typeof lists)[number]) => wording,
    (list) => {
      const others = groupBy(byCount.get(countKey(list.check.stated)) ?? [], ({ wording }) => wording);
      const strangers = [...others].flatMap(([wording, [other]]) => {
        const first = other ? firstStranger(list, other) : -1;
        return first < 0 ? [] : [[wording, first] as const];
      });
      return new Map(strangers);
    },
  );
  return lists.flatMap((list) => {
    const strangers = strangersOf(list);
    if (strangers.size === 0) return [];
    return (byCount.get(countKey(list.check.stated)) ?? []).flatMap((other) => {
      const first = strangers.get(other.wording);
      // Two whole lists are told once, at the later one.
      const isToldThere = list.whole && list.at < other.at;
      return first === undefined || isToldThere ? [] : disagreement(report, list, other, first);
    });
  });
}

function rememberedBy<T, V>(keyOf: (one: T) => string, make: (one: T) => V): (one: T) => V {
  const known = new Map<string, V>();
  return (one) => {
    const key = keyOf(one);
    const made = known.get(key) ?? make(one);
    known.set(key, made);
    return made;
  };
}

function namedLists({ document, quantities }: CheckedReport): readonly NamedList[] {
  return countChecks(document, quantities).flatMap((check): NamedList[] => {
    if (check.kind !== 'list' || check.status === 'fail' || check.items.length < 2) return [];
    const noun = nounOf(check.stated);
    const members = check.items.map((range): Member => {
      const name = nameOf(document.text.slice(range.start, range.end));
      return { range, name, own: name.replace(GENERIC, '') };
    });
    if (noun === '' || members.some(({ name }) => name.length < 2 || name.length > 16)) return [];
    return [{ check, noun, members, whole: check.status === 'pass' }];
  });
}

/** Only lists of one number of one unit are compared. */
const countKey = ({ value, unit }: Counted): string => `${value} ${unit}`;

/** Fewer shared names prove nothing. */
const SHARED = 2;

/** A whole list in a sentence and the rows of a table that differ in one name. */
function againstTables({ document, quantities }: CheckedReport): Problem<MessageId>[] {
  const checks = countChecks(document, quantities).filter(
    ({ kind, status, items }) => kind === 'list' && status === 'pass' && items.length > SHARED,
  );
  if (checks.length === 0) return [];
  const columns = tablesOf(document).map((table) => {
    const column = labelColumn(table);
    const cells = table.rows.flatMap(({ cells: own }) => own[column] ?? []);
    return cells.filter((cell) => !TOTAL.test(cellText(cell)) && cellText(cell) !== '');
  });
  const byName = new Map<string, Set<readonly Cell[]>>();
  for (const cells of columns) {
    for (const cell of cells) {
      const name = nameOf(cellText(cell));
      byName.set(name, (byName.get(name) ?? new Set()).add(cells));
    }
  }
  return checks.flatMap(({ items }): Problem<MessageId>[] => {
    const members = items.map((range) => ({
      range,
      name: nameOf(document.text.slice(range.start, range.end)),
    }));
    return tablesSharing(
      members.map(({ name }) => name),
      byName,
    ).flatMap((cells): Problem<MessageId>[] => {
      const labels = cells.map((cell) => nameOf(cellText(cell)));
      const strange = members.filter(({ name }) => !labels.some((label) => isSame(label, name)));
      const left = cells.filter((_, at) => !members.some(({ name }) => isSame(labels[at] ?? '', name)));
      const [member, ...others] = strange;
      const [cell] = left;
      if (!member || !cell || others.length > 0 || left.length !== 1) return [];
      if (members.length - 1 < SHARED || member.name.length < 2) return [];
      const label = cellText(cell);
      return [
        {
          message: 'table',
          data: { name: member.name, label },
          range: member.range,
          related: [{ range: cell.range, note: `表中为“${label}”` }],
        },
      ];
    });
  });
}

/** The tables that hold any of these names; none where they stand in very many, which tell no table apart. */
function tablesSharing(
  names: readonly string[],
  byName: ReadonlyMap<string, ReadonlySet<readonly Cell[]>>,
): readonly (readonly Cell[])[] {
  const sharing = new Set<readonly Cell[]>();
  for (const name of names) {
    const tables = byName.get(name) ?? [];
    for (const cells of tables) {
      sharing.add(cells);
      if (sharing.size > MOST_TABLES) return [];
    }
  }
  return [...sharing];
}

/** 甲、乙等13款（名单见附录2）: what is named as an example stands in the annex, whose rows are as many as stated. */
function examplesOf({ document, quantities }: CheckedReport): Problem<MessageId>[] {
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
  return checks.flatMap((annex): Problem<MessageId>[] => {
    if (annex.kind !== 'annex' || annex.status !== 'pass' || !annex.annex || annex.annex.ofKind) return [];
    const likely = listed.get(countKey(annex.stated)) ?? [];
    const strangersOf = strangersIn(
      annex.items.map((range) => document.text.slice(range.start, range.end).replace(/\s+/g, '')),
    );
    return likely.flatMap((list): Problem<MessageId>[] => {
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

/** One count, or the same of the same thing in two places. */
const isOneCount = (a: Counted, b: Counted): boolean =>
  a.quantity === b.quantity || (a.value === b.value && a.unit === b.unit && sameNoun(nounOf(a), nounOf(b)));

const nounOf = remembered(
  ({ block, to }: Counted): string =>
    /^[\p{Script=Han}A-Za-z]{2,8}/u.exec(block.prose.text.slice(to))?.[0] ?? '',
);

const MOST_TABLES = 12;

const TOTAL = /^(?:合计|总计|小计|其他)/;

/** The first of a list drags its verb along: 分布在长汀. */
const isSame = (label: string, name: string): boolean =>
  label.length >= 2 && (name === label || name.endsWith(label) || label.startsWith(name));

/** 100日元 in a table of rates is 日元. */
const MULTIPLE = /^10+(?=\p{Script=Han})/u;
const nameOf = (text: string): string =>
  text
    .replace(LEAD, '')
    .replace(/[\s“”"《》]/g, '')
    .replace(MULTIPLE, '');

/** All that `firstStranger` looks at, and the count. */
const wordingOf = ({ check, noun, members, whole }: NamedList): string =>
  [countKey(check.stated), noun, whole, ...members.map(({ name }) => name)].join('\t');

/** Of two lists of one count that share most members, which member the whole one does not have; -1 where they agree. */
function firstStranger(list: NamedList, other: NamedList): number {
  if (!other.whole || !sameNoun(list.noun, other.noun)) return -1;
  const isStrange = (member: Member): boolean => !other.members.some((one) => alike(one, member));
  const strange = list.members.filter(isStrange).length;
  const shared = list.members.length - strange;
  return shared * 2 < list.members.length || shared < 2 ? -1 : list.members.findIndex(isStrange);
}

function disagreement(
  { quantities }: CheckedReport,
  list: NamedList,
  other: NamedList,
  stranger: number,
): Problem<MessageId>[] {
  const own = list.check.stated;
  const first = list.members[stranger];
  if (!first) return [];
  const count = quantities[own.quantity]?.raw ?? `${own.value}${own.unit}`;
  return [
    {
      message: list.whole ? 'differs' : 'other',
      data: { count, name: first.name },
      range: first.range,
      related: other.members.slice(0, RELATED).map(({ range }) => ({ range, note: '另一处的名单' })),
    },
  ];
}

/** 支付机构参加 and 收单机构完成: both count 机构. */
function sameNoun(a: string, b: string): boolean {
  const [left, right] = [a.slice(0, HEAD), b.slice(0, HEAD)];
  for (let at = 0; at + 2 <= left.length; at++) if (right.includes(left.slice(at, at + 2))) return true;
  return false;
}

const GENERIC = /支付|银行|公司|机构|科技|集团|App|APP|平台|中心|有限|股份/g;

/** 嘉联 and 嘉联支付 are one; so are 已接入嘉联 and 嘉联支付, for the first of a list drags its verb along. */
function alike(a: Member, b: Member): boolean {
  if (a.name === b.name) return true;
  const [left, right] = [a.own, b.own];
  if (left.length < 2 || right.length < 2) return false;
  return left.endsWith(right) || right.endsWith(left) || left.slice(-2) === right.slice(-2);
}
