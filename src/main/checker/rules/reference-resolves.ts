import type { Label } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { annexListDefects, type ListDefect } from '../text/references/annex-list';
import { labelTargets, type Target } from '../text/references/label-targets';
import { noteDefects } from '../text/references/note-marks';
import { wrongPartCounts } from '../text/references/own-parts';
import { allReferences, type PlacedReference } from '../text/references/placed-references';
import type { Reference } from '../text/references/references';
import { type SectionDefect, sectionDefects } from '../text/references/section-references';
import { type ShortTitle, shortTitles, type TwiceShort, twiceShort } from '../text/references/short-titles';
import { ANNEX_NOUNS, keyOf, TargetIndex } from '../text/references/target-index';
import { unmentioned } from '../text/references/unmentioned';
import { type WrongPart, wrongParts } from '../text/references/wrong-parts';
import { type WrongTarget, wrongTargets } from '../text/references/wrong-targets';

type MessageId =
  | 'missing'
  | 'noAnnex'
  | 'renamed'
  | 'parts'
  | 'other'
  | 'part'
  | 'unreferenced'
  | 'listed'
  | 'unlisted'
  | 'title'
  | 'twice';

/** What the text points at is there under that name, and what is there is pointed at. */
export const referenceResolves = defineRule<MessageId>({
  code: 'S406',
  name: 'reference-resolves',
  severity: 'error',
  looks: 'across',
  messages: {
    missing: '文中提到“{label}”，报告里没有{label}',
    noAnnex: '文中提到“{label}”，报告里没有任何附件',
    renamed: '文中称“{label}”，对应的内容实为“{actual}”',
    other: '这里说的像是“{actual}”（{title}）的内容，却写作“{label}”',
    part: '“{label}”里没有说到“{words}”，说到的是“{actual}”',
    parts: '写作“{shown}”，报告里的{noun}有{counted}个',
    unreferenced: '正文没有提到“{label}”',
    listed: '附件说明列有“{label}”，报告里没有这个附件',
    unlisted: '附件说明没有列出“{label}”',
    title: '《{label}》像是《{actual}》的简称，报告里没有交代“以下简称《{label}》”',
    twice: '简称“{label}”前面已经交代过，请核对所指是否相同',
  },
  check({ document }) {
    const targets = labelTargets(document);
    const references = allReferences(
      document,
      new Set(targets.filter((t) => t.kind === 'annex').map((t) => t.index)),
    );
    const index = new TargetIndex(targets);
    const problems: Problem<MessageId>[] = [];
    const mentioned = new Set<string>();
    for (const reference of references) {
      const problem = resolve(reference, index, mentioned);
      if (problem) problems.push(problem);
    }
    return [
      ...problems,
      ...unreferenced(unmentioned(document, targets, mentioned)),
      ...wrongTargets(document, targets, references).map(otherProblem),
      ...wrongParts(document).map(partProblem),
      ...wrongPartCounts(document, targets).map(
        ({ shown, counted, noun, range }): Problem<MessageId> => ({
          message: 'parts',
          severity: 'doubt',
          data: { shown, counted, noun },
          range,
        }),
      ),
      ...annexListDefects(document).map(listProblem),
      ...[...sectionDefects(document), ...noteDefects(document)].map(sectionProblem),
      ...shortTitles(document).map(titleProblem),
      ...twiceShort(document).map(twiceProblem),
    ];
  },
});

const otherProblem = ({ reference, actual }: WrongTarget): Problem<MessageId> => {
  const range = rangeOf(reference);
  return {
    message: 'other',
    severity: 'doubt',
    data: { label: labelText(reference), actual: actual.written, title: actual.title },
    range,
    related: [{ range: actual.range, note: '像是所指的内容' }],
    fixes: [{ title: `改为“${actual.written}”`, edits: [{ range, text: actual.written }] }],
  };
};

const partProblem = ({ label, actual, words, range, named, meant }: WrongPart): Problem<MessageId> => ({
  message: 'part',
  severity: 'doubt',
  data: { label, actual, words },
  range,
  related: [
    { range: named, note: '写明的一处' },
    { range: meant, note: '像是所指的一处' },
  ],
  fixes: label.startsWith('本') ? [] : [{ title: `改为“${actual}”`, edits: [{ range, text: actual }] }],
});

const titleProblem = ({ own, full, range, elsewhere }: ShortTitle): Problem<MessageId> => ({
  message: 'title',
  severity: 'doubt',
  data: { label: own, actual: full },
  range,
  related: [{ range: elsewhere, note: '全称' }],
});

/** For another name it is a doubt, for the same one only too much. */
const twiceProblem = ({ short, isSame, range, elsewhere }: TwiceShort): Problem<MessageId> => ({
  message: 'twice',
  severity: isSame ? 'notice' : 'doubt',
  data: { label: short },
  range,
  related: [{ range: elsewhere, note: '前一处交代' }],
});

const listProblem = ({ kind, number, range }: ListDefect): Problem<MessageId> => ({
  message: kind,
  severity: 'doubt',
  data: { label: `附件${number}` },
  range,
});

const sectionProblem = ({ label, range }: SectionDefect): Problem<MessageId> => ({
  message: 'missing',
  data: { label },
  range,
});

function resolve(
  reference: PlacedReference,
  index: TargetIndex,
  mentioned: Set<string>,
): Problem<MessageId> | null {
  const { noun, number } = reference;
  if (number === '') return resolveBare(reference, index, mentioned);
  const named = [...index.named(noun, number), ...spanned(reference, index)];
  for (const target of named) mentioned.add(keyOf(target));
  if (named.length > 0) {
    const actual = reference.certain ? annexBehind(noun, named, index) : null;
    return actual ? renamed(reference, actual, mentioned, true) : null;
  }
  if (!reference.certain || isOnlyAnnex(noun, number, index, mentioned)) return null;
  const other = sameNumberElsewhere(reference, index);
  if (other) return renamed(reference, other, mentioned, noun.startsWith('附') && other.kind === 'annex');
  return { message: 'missing', data: { label: labelText(reference) }, range: rangeOf(reference) };
}

const rangeOf = ({ prose, start, end }: PlacedReference) => sourceRange(prose, start, end);

const labelText = ({ prose, noun, start, end }: PlacedReference): string => {
  const written = prose.text.slice(start, end).trim();
  return written.startsWith(noun) ? written : noun + written;
};

/** `见附件` names all annexes; with none in the report and no list of them it points at nothing. */
function resolveBare(
  reference: PlacedReference,
  index: TargetIndex,
  mentioned: Set<string>,
): Problem<MessageId> | null {
  const named = index.annexKeys.filter((key) => key.startsWith(reference.noun));
  for (const key of named.length > 0 ? named : index.annexKeys) mentioned.add(key);
  if (index.annexKeys.length > 0 || !reference.certain) return null;
  return { message: 'noAnnex', data: { label: reference.noun }, range: rangeOf(reference) };
}

/** `图1-3` where no label is written so: figures 1 to 3. */
function spanned({ noun, number }: Reference, index: TargetIndex): Target[] {
  const [low, high, more] = number.split('-').map(Number);
  if (low === undefined || high === undefined || more !== undefined || !(high > low) || high - low > 60)
    return [];
  if (index.named(noun, number).length > 0) return [];
  const all = Array.from({ length: high - low + 1 }, (_, step) => index.named(noun, String(low + step)));
  return all.every((targets) => targets.length > 0) ? all.flat() : [];
}

/** A caption without a table whose title an annex bears, table and all. */
function annexBehind(noun: Label['noun'], named: readonly Target[], index: TargetIndex): Target | null {
  if (noun !== '表' || named.some((target) => target.kind !== 'caption' || target.hasTable)) return null;
  return named.map((target) => index.annexTitled(target.title)).find((annex) => annex !== null) ?? null;
}

/** The report's single annex bears no number; 附件1 can only be it. */
function isOnlyAnnex(
  noun: Label['noun'],
  number: string,
  index: TargetIndex,
  mentioned: Set<string>,
): boolean {
  const only = index.named(noun, '');
  if (number !== '1' || only.length === 0) return false;
  for (const target of only) mentioned.add(keyOf(target));
  return true;
}

/** 附件2 where there is 附录2; 表2 where there is an annex 附录2 with a table, or a 附表2. */
function sameNumberElsewhere({ noun, number }: Reference, index: TargetIndex): Target | null {
  const others = ANNEX_NOUNS.filter((other) => other !== noun).flatMap((other) => index.named(other, number));
  const held = others.filter((target) => target.kind === 'annex' || target.noun === `附${noun}`);
  // Where the report numbers its tables, an annex of that number is another thing.
  if (noun === '表' && index.counts(noun)) return held.find((target) => target.noun === '附表') ?? null;
  if (noun === '图' || noun === '附图') return held.find((target) => target.noun.endsWith('图')) ?? null;
  return held.find((target) => noun.startsWith('附') || target.hasTable) ?? null;
}

function renamed(
  reference: PlacedReference,
  actual: Target,
  mentioned: Set<string>,
  sure: boolean,
): Problem<MessageId> {
  mentioned.add(keyOf(actual));
  const range = rangeOf(reference);
  const label = labelText(reference);
  const whole = reference.prose.text.startsWith(reference.noun, reference.start);
  const fixes =
    sure && whole ? [{ title: `改为“${actual.written}”`, edits: [{ range, text: actual.written }] }] : [];
  const related = [{ range: actual.range, note: '内容所在' }];
  return { message: 'renamed', data: { label, actual: actual.written }, range, related, fixes };
}

/** So many are named in the sentence; the others are only shown. */
const NAMED = 8;

/** One notice for all of them. */
function unreferenced(all: readonly Target[]): Problem<MessageId>[] {
  const [first, ...others] = all;
  if (!first) return [];
  const named = all.slice(0, NAMED).map(({ written }) => written);
  const label = named.join('”“') + (all.length > NAMED ? `”等${all.length}处“` : '');
  return [
    {
      message: 'unreferenced',
      severity: 'notice',
      data: { label },
      range: first.range,
      related: others.map(({ range }) => ({ range, note: '也没有提到' })),
    },
  ];
}
