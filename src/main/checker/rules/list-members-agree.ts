import { groupBy } from '../../../shared/group-by';
import type { Range } from '../../../shared/model/range';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { examplesOf } from '../text/lists/list-examples';
import { countKey, nameOf, nounOf, rememberedBy, sameNoun } from '../text/lists/list-names';
import { againstTables } from '../text/lists/lists-in-tables';
import { type CountCheck, countChecks } from '../ties/counts/index';

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

const RELATED = 4;
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

const GENERIC = /支付|银行|公司|机构|科技|集团|App|APP|平台|中心|有限|股份/g;

/** 嘉联 and 嘉联支付 are one; so are 已接入嘉联 and 嘉联支付, for the first of a list drags its verb along. */
function alike(a: Member, b: Member): boolean {
  if (a.name === b.name) return true;
  const [left, right] = [a.own, b.own];
  if (left.length < 2 || right.length < 2) return false;
  return left.endsWith(right) || right.endsWith(left) || left.slice(-2) === right.slice(-2);
}
