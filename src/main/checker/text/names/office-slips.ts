import { groupBy } from '../../../../shared/group-by';
import { allMatches } from '../../../../shared/matches';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';
import { insideAny, quotedSpans } from '../quoted-spans';
import type { TermForm, Variant } from '../terms/term-places';

/** Words that say of an office only that it works: with or without one it is the same office. */
const WORK = '管理|管控|合规|监测|运营|业务|工作|防控|控制';
const KIND = '部|中心|处|科|办公室|委员会';
const OFFICE = new RegExp(
  // What any of these words begins with: that is quicker to see than three characters before.
  `(?=[管合监运业工防控部中处科办委])(?<=(?<head>\\p{Script=Han}{3}))(?<work>${WORK})?(?<kind>${KIND})(?![门分署委级队位长员])(?![（(](?:以下)?简称)`,
  'gu',
);
const OFTEN = 3;
const mayName = meets([['office']]);

/** 反洗钱管控中心, once, in a report of the 反洗钱中心: a word of work more or less between the same three characters and the kind of office. */
export function officeSlips(document: ReportDocument): readonly Variant[] {
  const offices = prosesWith(document, mayName).flatMap((prose) => {
    const spans = quotedSpans(prose.text);
    return allMatches(prose.text, OFFICE).flatMap(({ 0: raw, index, groups }) => {
      const { head = '', work = '', kind = '' } = groups ?? {};
      const [start, end] = [index - head.length, index + raw.length];
      if (insideAny(spans, start, end)) return [];
      return [{ key: head + kind, work, prose, start, end }];
    });
  });
  return [...groupBy(offices, ({ key }) => key).values()].flatMap((all): Variant[] => {
    const forms = [...groupBy(all, ({ work }) => work).values()].sort((a, b) => b.length - a.length);
    const [usual = [], rare = [], more] = forms;
    const isOne = rare[0]?.work === '' || usual[0]?.work === '';
    if (more || !isOne || usual.length < OFTEN || rare.length !== 1) return [];
    const before = alikeBefore([...usual, ...rare]);
    return [{ forms: [formOf(usual, before), formOf(rare, before)] }];
  });
}

interface Office {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
}

const MOST_BEFORE = 5;

/** How many characters before all of them are the same: the name begins there. */
function alikeBefore(all: readonly Office[]): number {
  const [first] = all;
  let before = 0;
  while (first && before < MOST_BEFORE) {
    const one = first.prose.text.charAt(first.start - before - 1);
    if (!/\p{Script=Han}/u.test(one)) break;
    if (!all.every(({ prose, start }) => prose.text.charAt(start - before - 1) === one)) break;
    before++;
  }
  return before;
}

const formOf = (all: readonly Office[], before: number): TermForm => ({
  name: all[0]?.prose.text.slice(all[0].start - before, all[0].end) ?? '',
  places: all.map(({ prose, start, end }) => sourceRange(prose, start - before, end)),
});
