import { mainSpan } from '../../figures/identity/main-period';
import type { TieInput } from './input';

const OPENING = /^\s*((?:19|20)\d{2})年/;

/** 2025年拟安排…；…；业务费预算9,700万元: the year that a sentence begins with is that of all its clauses; empty without one. */
export const openingYear = (sentence: string): string => OPENING.exec(sentence)?.[1] ?? '';

/** Where the sentence begins that holds a place of the text. */
export const sentenceStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1;

/** The year that the report is about, which figures are of whose period nothing names; undefined where it is not known. */
export const ownYear = ({ document, facts }: Pick<TieInput, 'document' | 'facts'>): string | undefined =>
  mainSpan(
    document.title,
    facts.map(({ period }) => period),
  )?.end.slice(0, 4);
