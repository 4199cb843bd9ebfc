import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { smallNumber } from '../../time/numerals';
import type { Target } from './label-targets';
import { keyOf } from './target-index';

/** How many tables, figures or annexes a report says that it has, and has not. */
export interface WrongPartCount {
  readonly shown: string;
  readonly counted: number;
  readonly noun: string;
  readonly range: Range;
}

const OWN =
  /(?:全(?:篇|部)?报告|本报告|全文|报告全文|报告正文)(?:中|内)?(?:共|合计|总共|一共|设|附|列|含|包括|包含)/;
const NUMBER = '(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const PART = '(?<noun>表格?|图|附件|附录)';
const COUNTS = [
  new RegExp(`(?:正文)?(?:统计)?(?<!附)${PART}${NUMBER}[张份个幅](?=[，。；、和及]|$)`, 'g'),
  new RegExp(`${NUMBER}[张份个幅](?:正文)?(?:统计)?${PART}(?=[，。；、和及]|$)`, 'g'),
];

/** 全报告共有正文表14张、附件3份, held against the captions and annexes that are there. */
export function wrongPartCounts(
  { blocks }: ReportDocument,
  targets: readonly Target[],
): readonly WrongPartCount[] {
  return blocks.flatMap((block): readonly WrongPartCount[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    const from = text.search(OWN);
    const stop = from < 0 ? 0 : text.slice(from).search(/[。；]|$/);
    const sentence = from < 0 ? '' : text.slice(from, from + stop);
    return COUNTS.flatMap((pattern) =>
      allMatches(sentence, pattern).flatMap(({ 0: shown, index, groups = {} }): WrongPartCount[] => {
        const noun = (groups['noun'] ?? '').replace('格', '');
        const counts = countsOf(targets, noun);
        const stated = smallNumber(groups['count'] ?? '');
        if (stated === null || counts.includes(0) || counts.includes(stated)) return [];
        const start = from + index;
        const range = sourceRange(block.prose, start, start + shown.length);
        return [{ shown, counted: counts[0] ?? 0, noun, range }];
      }),
    );
  });
}

/** Of tables and figures in the body, and everywhere; of annexes all. */
function countsOf(targets: readonly Target[], noun: string): readonly number[] {
  const own = targets.filter((target) => target.noun === noun && target.kind !== 'listed');
  const size = (some: readonly Target[]): number => new Set(some.map(keyOf)).size;
  return noun.startsWith('附') ? [size(own)] : [size(own.filter(({ inAnnex }) => !inAnnex)), size(own)];
}
