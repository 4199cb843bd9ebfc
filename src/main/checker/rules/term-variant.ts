import { groupBy } from '../../../shared/group-by';
import type { ReportDocument } from '../../../shared/model/document';
import { overlaps } from '../../../shared/model/range';
import { defineRule, type Problem } from '../rule';
import { companySlips } from '../text/names/company-slips';
import { type NameSlip, nameSlips } from '../text/names/name-slips';
import { officeSlips } from '../text/names/office-slips';
import { scatteredOffices } from '../text/names/scattered-offices';
import { type SelfName, selfNames } from '../text/names/self-names';
import { type ShortName, shortNames } from '../text/names/short-names';
import { signatureSlips } from '../text/names/signature-slips';
import { subjectSlips } from '../text/names/subject-slips';
import { type UnusedName, unusedNames } from '../text/names/unused-names';
import { compoundVariants } from '../text/terms/compound-variants';
import { type CutWord, cutWords } from '../text/terms/cut-words';
import { type LatinWord, latinWords } from '../text/terms/latin-forms';
import { type BareTerm, bareTerms } from '../text/terms/marked-terms';
import type { Variant } from '../text/terms/term-places';
import { type TwinTerm, twinTerms } from '../text/terms/twin-words';
import { type OwnSlip, ownSlips } from '../text/words/own-slips';
import { swappedCharacters } from '../text/words/swapped-characters';

type MessageId =
  | 'case'
  | 'twin'
  | 'compound'
  | 'equal'
  | 'self'
  | 'short'
  | 'title'
  | 'quoted'
  | 'cut'
  | 'name'
  | 'company'
  | 'swapped'
  | 'unused'
  | 'once';

const RELATED = 3;

/** One thing in several spellings; the form that most places have is proposed. */
export const termVariant = defineRule<MessageId>({
  code: 'W305',
  name: 'term-variant',
  severity: 'doubt',
  looks: 'across',
  messages: {
    case: '“{own}”与“{usual}”大小写不一，报告多数写作“{usual}”',
    short: '“{own}”应为“{usual}”，报告其他{places}处都写全称',
    title: '“{own}”别处写作《{own}》，这里缺书名号',
    quoted: '“{own}”别处都加引号，这里没有',
    cut: '“{own}”可能是“{usual}”缺了字，报告别处写作“{usual}”',
    compound: '“{own}”可能就是“{usual}”，报告{places}处写作“{usual}”，请统一',
    equal: '“{own}”与“{usual}”可能是同一事物的两种叫法，各写{places}处，请统一',
    self: '报告自称“{own}”，其他{places}处都自称“{usual}”',
    name: '“{own}”与报告开头的“{usual}”只差一两个字，请核对名称',
    company: '“{own}”与别处的“{usual}”只差几个字，请核对是不是同一家公司',
    swapped: '“{own}”可能是“{usual}”写颠倒了两个字',
    once: '“{own}”只此一处，报告{places}处写作“{usual}”，请核对是不是同一事物',
    unused: '这里定下的简称“{own}”后文没有用过，后文{places}处都写作“{usual}”',
    twin: '“{own}”与“{usual}”可能是同一事物的两种叫法，请统一',
  },
  check({ document }) {
    const names = namesOf(document);
    const companies = companySlips(document).filter(
      ({ range }) => !names.some((one) => overlaps(one.range, range)),
    );
    // A company's name is told by itself, not again as a compound.
    const isFree = ({ forms: [, rare] }: Variant): boolean =>
      !rare.places.some((place) =>
        companies.some(({ range }) => range.start < place.end && place.start < range.end),
      );
    return [
      ...[...groupBy(latinWords(document), ({ text }) => text.toLowerCase()).values()].flatMap(variantsIn),
      ...twinTerms(document).flatMap(twinProblems),
      ...[...compoundVariants(document), ...scatteredOffices(document), ...officeSlips(document)]
        .filter(isFree)
        .map(compoundProblem),
      ...shortNames(document).map(shortProblem),
      ...selfNames(document).map(selfProblem),
      ...bareTerms(document).map(bareProblem),
      ...cutWords(document).map(cutProblem),
      ...names.map((slip) => nameProblem(slip, 'name')),
      ...swappedCharacters(document).map((slip) => nameProblem(slip, 'swapped')),
      ...ownSlips(document).flatMap((slip) => (slip.isSure ? [] : [onceProblem(slip)])),
      ...unusedNames(document).map(unusedProblem),
      ...companies.map((slip) => nameProblem(slip, 'company')),
    ];
  },
});

/** One slip is told once. */
function namesOf(document: ReportDocument): readonly NameSlip[] {
  const slips = nameSlips(document);
  const more = [...signatureSlips(document), ...subjectSlips(document)].filter(
    ({ range }) => !slips.some((one) => overlaps(one.range, range)),
  );
  return [...slips, ...more];
}

function variantsIn(words: readonly LatinWord[]): Problem<MessageId>[] {
  const forms = groupBy(words, ({ text }) => text);
  if (forms.size < 2) return [];
  const usual = usualOf(forms);
  if (!usual) return [];
  const others = (forms.get(usual) ?? []).slice(0, RELATED);
  return words
    .filter(({ text }) => text !== usual)
    .map(({ text, range }) => ({
      message: 'case',
      data: { own: text, usual },
      range,
      related: others.map((one) => ({ range: one.range, note: '多数写法' })),
      fixes: [{ title: `改为“${usual}”`, edits: [{ range, text: usual }] }],
    }));
}

const shortProblem = ({ full, short, range, places }: ShortName): Problem<MessageId> => ({
  message: 'short',
  data: { own: short, usual: full, places: places.length },
  range,
  related: places.slice(0, RELATED).map((one) => ({ range: one, note: `此处为“${full}”` })),
  fixes: [{ title: `改为“${full}”`, edits: [{ range, text: full }] }],
});

const selfProblem = ({ own, usual, range, places }: SelfName): Problem<MessageId> => ({
  message: 'self',
  severity: 'notice',
  data: { own, usual, places },
  range,
  fixes: [{ title: `改为“${usual}”`, edits: [{ range, text: usual }] }],
});

function bareProblem({ kind, term, marks, range, elsewhere }: BareTerm): Problem<MessageId> {
  const text = `${marks.charAt(0)}${term}${marks.charAt(1)}`;
  return {
    message: kind,
    severity: kind === 'title' ? 'doubt' : 'notice',
    data: { own: term },
    range,
    related: [{ range: elsewhere, note: `此处为${text}` }],
    fixes: [{ title: `改为${text}`, edits: [{ range, text }] }],
  };
}

const cutProblem = ({ letter, word, range }: CutWord): Problem<MessageId> => ({
  message: 'cut',
  data: { own: letter, usual: word },
  range,
  fixes: [{ title: `改为“${word}”`, edits: [{ range, text: word }] }],
});

const onceProblem = ({ own, usual, places, range, elsewhere }: OwnSlip): Problem<MessageId> => ({
  message: 'once',
  data: { own, usual, places },
  range,
  related: [{ range: elsewhere, note: `此处为“${usual}”` }],
  fixes: [{ title: `改为“${usual}”`, edits: [{ range, text: usual }] }],
});

const unusedProblem = ({ own, usual, range, places }: UnusedName): Problem<MessageId> => ({
  message: 'unused',
  data: { own, usual, places: places.length },
  range,
  related: places.slice(0, RELATED).map((one) => ({ range: one, note: `此处为“${usual}”` })),
  fixes: [{ title: `改为“${usual}”`, edits: [{ range, text: usual }] }],
});

const nameProblem = (
  { own, usual, range, elsewhere }: NameSlip,
  message: 'name' | 'company' | 'swapped',
): Problem<MessageId> => ({
  message,
  data: { own, usual },
  range,
  related: [{ range: elsewhere, note: `此处为“${usual}”` }],
  fixes: [{ title: `改为“${usual}”`, edits: [{ range, text: usual }] }],
});

/** Told once, at the first place of the rarer form; the others are related. One click makes them alike. */
function compoundProblem({ forms: [usual, rare] }: Variant): Problem<MessageId> {
  const [range, ...others] = rare.places;
  if (!range) throw new Error('a form without a place');
  const isDecided = usual.places.length > rare.places.length;
  return {
    message: isDecided ? 'compound' : 'equal',
    data: { own: rare.name, usual: usual.name, places: usual.places.length },
    range,
    related: [
      ...usual.places.slice(0, RELATED).map((one) => ({ range: one, note: `此处为“${usual.name}”` })),
      ...others.map((one) => ({ range: one, note: `此处也是“${rare.name}”` })),
    ],
    fixes: isDecided
      ? [
          {
            title: `改为“${usual.name}”`,
            edits: rare.places.map((place) => ({ range: place, text: usual.name })),
          },
        ]
      : [],
  };
}

/** Told where the rarer form stands; between equals at the later one. */
function twinProblems({ forms }: TwinTerm): Problem<MessageId>[] {
  const ranked = [...forms].sort(
    ([, a], [, b]) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0),
  );
  const [first, ...others] = ranked;
  if (!first) return [];
  const [usual, places] = first;
  const related = places.slice(0, RELATED).map((range) => ({ range, note: `此处为“${usual}”` }));
  return others.flatMap(([own, ranges]) =>
    ranges.map((range): Problem<MessageId> => ({ message: 'twin', data: { own, usual }, range, related })),
  );
}

/** The commonest form; between equals the mixed one (PayNet before PAYNET), which somebody chose with care. */
function usualOf(forms: ReadonlyMap<string, readonly LatinWord[]>): string | null {
  const ranked = [...forms].sort(
    ([a, all], [b, other]) => other.length - all.length || rankOf(b) - rankOf(a),
  );
  const [first, second] = ranked;
  if (!first || !second) return null;
  const decided = first[1].length > second[1].length || rankOf(first[0]) > rankOf(second[0]);
  return decided ? first[0] : null;
}

const rankOf = (word: string): number =>
  isMixed(word) ? 2 : isAbbreviation(word) && !/[AEIOUY]/.test(word) ? 1 : 0;

/** Tls has no vowel to be spoken with: an abbreviation, whose letters stand in capitals. */
const isMixed = (word: string): boolean =>
  /[a-z]/.test(word) && /[A-Z]/.test(word) && (/[aeiouy]/i.test(word) || /[a-z][A-Z]/.test(word));
const isAbbreviation = (word: string): boolean => /^[A-Z\d-]+$/.test(word);
