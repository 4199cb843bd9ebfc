import { allMatches } from '../../../shared/matches';
import type { ProseBlock, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { movedRange } from '../../../shared/moved';
import { blockwise } from '../../document/blockwise';
import { sourceRange } from '../../document/prose';
import {
  isSamePeriod,
  type NamedPeriod,
  PERIOD,
  periodAfter,
  periodBefore,
  periodText,
  readPeriod,
  yearBefore,
} from './period';

/** What a report says 上季度, 同比 and their like are, where by its own period they are another. */
export interface WrongTerm {
  readonly term: string;
  readonly own: string;
  readonly right: string;
  readonly range: Range;
  /** Where its own period stands; null for the title's. */
  readonly elsewhere: Range | null;
}

type Relation = 'own' | 'before' | 'year-before';

interface Term {
  readonly relation: Relation;
  readonly term: string;
  readonly raw: string;
  readonly period: NamedPeriod;
  readonly range: Range;
}

const NAMES: Readonly<Record<string, Relation>> = {
  本期: 'own',
  报告期: 'own',
  本报告期: 'own',
  本季度: 'own',
  本月: 'own',
  上季度: 'before',
  上季: 'before',
  上月: 'before',
  环比: 'before',
  上年同期: 'year-before',
  去年同期: 'year-before',
  同比: 'year-before',
};
const TERMS = new RegExp(
  `(?<!季度|累计|全年|半年)[“"]?(?<term>${Object.keys(NAMES).join('|')})[”"]?(?:数据|基期|数)?(?:均|分别)?(?:(?:是|即|系|均)?(?:指|为)|是|系)?(?:与|以|同|较|相对于?|比)?(?<period>${PERIOD})(?<behind>相比|比较|对比|为基[期数]|[”。，；、）]|$)`,
  'g',
);
/** 同比2024年9月增长 compares; only what says what the word means is looked at. */
const DEFINES = /(?:指|为|是|系|以)[^，。；]*$/;

/** “上季度”指2024年第三季度 in a report on the first quarter of 2025. */
export function wrongTerms(document: ReportDocument): readonly WrongTerm[] {
  const terms = termsIn(document, undefined);
  if (terms.length === 0) return [];
  const base = baseOf(document, terms);
  if (!base) return [];
  return terms.flatMap((one): WrongTerm[] => {
    const { period, range } = base;
    if (one === base.term || one.relation === 'own' || period.kind !== one.period.kind) return [];
    const right = one.relation === 'before' ? periodBefore(period) : yearBefore(period);
    if (period.kind === 'year' || isSamePeriod(right, one.period)) return [];
    return [
      {
        term: one.term,
        own: one.raw,
        right: periodText(right, one.raw),
        range: one.range,
        elsewhere: range,
      },
    ];
  });
}

interface Base {
  readonly period: NamedPeriod;
  readonly range: Range | null;
  readonly term: Term | null;
}

/** The report's own period: as it defines it, else its title's, else the one behind what 环比 compares with. */
function baseOf({ title }: ReportDocument, terms: readonly Term[]): Base | null {
  const own = terms.find(({ relation }) => relation === 'own');
  if (own) return { period: own.period, range: own.range, term: own };
  const titled = periodOfTitle(title);
  if (titled) return { period: titled, range: null, term: null };
  const before = terms.find(({ relation }) => relation === 'before');
  return before ? { period: periodAfter(before.period), range: before.range, term: before } : null;
}

/** The one period that a title names. */
function periodOfTitle(title: string): NamedPeriod | null {
  const [only, ...others] = allMatches(title.replace(/\s+/g, ''), new RegExp(PERIOD, 'g'));
  return only && others.length === 0 ? readPeriod(only[0]) : null;
}

const termsIn = blockwise(
  (block): readonly Term[] =>
    block.kind === 'paragraph' || block.kind === 'list-item' ? termsOf(block) : [],
  (one, { units }) => ({ ...one, range: movedRange(one.range, units) }),
  { alone: () => true },
);

const MAY = /同比|环比|上季|上月|同期|本期|报告期|本季度|本月/;
const YEAR = /(?:19|20)\d{2}年/;

const termsOf = ({ prose }: ProseBlock): readonly Term[] =>
  MAY.test(prose.text) && YEAR.test(prose.text)
    ? allMatches(prose.text, TERMS).flatMap((match): Term[] => {
        const { term = '', period: raw = '', behind = '' } = match.groups ?? {};
        const period = readPeriod(raw);
        const relation = NAMES[term];
        const at = match.index + match[0].length - behind.length - raw.length;
        const isMeaning =
          DEFINES.test(prose.text.slice(match.index, at)) || /相比|比较|对比|为基/.test(behind);
        return period && relation && isMeaning
          ? [{ relation, term, raw, period, range: sourceRange(prose, at, at + raw.length) }]
          : [];
      })
    : [];
