import { allMatches } from '../../../shared/matches';
import type { Label, Prose, ReportDocument } from '../../../shared/model/document';
import { annexes } from '../../document/labels';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { annexListNumbers, labelTargets, orderedItemsBehind, type Target } from '../text/label-targets';
import { PointedCaptions } from '../text/pointed-captions';
import { findReferences, type Reference } from '../text/references';
import { type ShortTitle, shortTitles, type TwiceShort, twiceShort } from '../text/short-titles';
import { ANNEX_NOUNS, keyOf, TargetIndex } from '../text/target-index';

type MessageId =
  | 'missing'
  | 'noAnnex'
  | 'renamed'
  | 'unreferenced'
  | 'listed'
  | 'unlisted'
  | 'title'
  | 'twice';

interface Placed extends Reference {
  readonly prose: Prose;
}

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
      ...unreferenced(document, targets, mentioned),
      ...againstList(document),
      ...shortTitles(document).map(titleProblem),
      ...twiceShort(document).map(twiceProblem),
    ];
  },
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

const LISTED = /(?:^|[：:\n])\s*(\d{1,2})\s*[.．、]/g;

/** The list of annexes before the signature and the annexes behind it, where both are numbered. */
function againstList(document: ReportDocument): Problem<MessageId>[] {
  const listed = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.role === 'annex-list'
      ? [
          ...allMatches(block.prose.text, LISTED).map((match) => {
            const number = match[1] ?? '';
            const start = match.index + match[0].lastIndexOf(number);
            return { number, range: sourceRange(block.prose, start, start + number.length) };
          }),
          ...orderedItemsBehind(document, block.index).map(({ marker, range }) => ({
            number: marker.replace(/\D/g, ''),
            range,
          })),
        ]
      : [],
  );
  const own = annexes(document).filter(({ label }) => label.noun === '附件' && /^\d+$/.test(label.number));
  if (listed.length === 0 || own.length === 0) return [];
  const [numbers, there] = [
    new Set(listed.map(({ number }) => number)),
    new Set(own.map(({ label }) => label.number)),
  ];
  return [
    ...listed
      .filter(({ number }) => !there.has(number))
      .map(({ number, range }) => ({
        message: 'listed' as const,
        severity: 'doubt' as const,
        data: { label: `附件${number}` },
        range,
      })),
    ...own
      .filter(({ label }) => !numbers.has(label.number))
      .map(({ label }) => ({
        message: 'unlisted' as const,
        severity: 'doubt' as const,
        data: { label: `附件${label.number}` },
        range: label.range,
      })),
  ];
}

function resolve(reference: Placed, index: TargetIndex, mentioned: Set<string>): Problem<MessageId> | null {
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

const rangeOf = ({ prose, start, end }: Placed) => sourceRange(prose, start, end);

const labelText = ({ prose, noun, start, end }: Placed): string => {
  const written = prose.text.slice(start, end).trim();
  return written.startsWith(noun) ? written : noun + written;
};

/** `见附件` names all annexes; with none in the report and no list of them it points at nothing. */
function resolveBare(
  reference: Placed,
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
  reference: Placed,
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

function unreferenced(
  document: ReportDocument,
  targets: readonly Target[],
  mentioned: ReadonlySet<string>,
): Problem<MessageId>[] {
  const pointed = new PointedCaptions(document);
  return targets
    .filter((target) => target.kind !== 'listed' && !target.inAnnex && !mentioned.has(keyOf(target)))
    .filter((target) => target.kind === 'annex' || !pointed.has(target.index))
    .map((target) => ({
      message: 'unreferenced' as const,
      severity: 'notice' as const,
      data: { label: target.written },
      range: target.range,
    }));
}

function allReferences(document: ReportDocument, annexOpeners: ReadonlySet<number>): Placed[] {
  const found: Placed[] = [];
  const scan = (prose: Prose) => {
    for (const reference of findReferences(prose.text)) found.push({ ...reference, prose });
  };
  for (const block of document.blocks) {
    if (annexOpeners.has(block.index) || block.kind === 'caption') continue;
    if (block.kind === 'table')
      for (const row of [block.header, ...block.rows]) for (const cell of row.cells) scan(cell.prose);
    else if (block.kind === 'paragraph' && block.role === 'annex-list')
      found.push(...listReferences(document, block.index, block.prose), ...pointers(block.prose));
    else if ('prose' in block) scan(block.prose);
  }
  return found;
}

/** （详见表7） within the annex list. */
const pointers = (prose: Prose): Placed[] =>
  findReferences(prose.text)
    .filter(({ start }) => prose.text.charAt(start - 1) === '见')
    .map((reference) => ({ ...reference, prose }));

/** The annex list names every annex in it, whatever noun the annexes bear. */
function listReferences(document: ReportDocument, index: number, prose: Prose): Placed[] {
  return annexListNumbers(document, index).flatMap((number) =>
    ANNEX_NOUNS.map((noun) => ({ noun, number, start: 0, end: 0, certain: false, prose })),
  );
}
