import type { SearchHit, SearchResult } from '../../shared/model/library';
import type { Quantity } from '../../shared/model/quantity';
import { findReport, type ReportRow } from '../db/reports';
import {
  type FigureHit,
  searchFigures,
  searchTexts,
  searchTitles,
  shelfCounts,
  type TextHit,
} from '../db/search';
import { parseDocument } from '../document/parse';
import { extractQuantities } from '../figures/quantities';
import type { Desk } from './desk';

const LIMIT = 50;
const MAX_WORDS = 6;
const SHORT_NUMBER = /^\s*\d{1,6}\s*$/;
/** UTF-16 units shown on either side. */
const BEFORE = 24;
const AFTER = 60;

export interface SearchOrder {
  readonly query: string;
  readonly archived: boolean;
}

/** Where the words, or a figure of the same value, stand in the current revisions of the library; a report at most once. */
export function searchLibrary(desk: Desk, { query, archived }: SearchOrder): SearchResult {
  const words = query.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const [first = ''] = words;
  const { connection } = desk;
  const shelves = { ...shelfCounts(connection), archivedToo: archived };
  if (first === '') return { shelves, hits: [], more: false, value: null };
  const limits = { limit: LIMIT + 1, archived };
  const quantity = numberIn(query);
  const figures = quantity ? searchFigures(connection, quantity, limits) : [];
  // A short number may be part of a year or a name; of others every place is a figure.
  const asWords = figures.length === 0 || SHORT_NUMBER.test(query);
  const texts = asWords ? searchTexts(connection, words, limits) : [];
  const hits: SearchHit[] = [];
  const told = new Set<number>();
  const tell = (reportId: number, hit: (report: ReportRow) => SearchHit): void => {
    const report = hits.length > LIMIT || told.has(reportId) ? null : findReport(connection, reportId);
    if (!report) return;
    told.add(reportId);
    hits.push(hit(report));
  };
  for (const one of figures) tell(one.reportId, (report) => figureHit(report, one));
  for (const id of searchTitles(connection, words, limits)) tell(id, (report) => titleHit(report, first));
  for (const one of texts) tell(one.reportId, (report) => textHit(report, one, first));
  const value = quantity ? `${quantity.value} ${quantity.unit}`.trim() : null;
  return { shelves, hits: hits.slice(0, LIMIT), more: hits.length > LIMIT, value };
}

/** The one quantity that the query is, if it is one: `3,190.25万元`. A year or a date is searched for as words. */
function numberIn(query: string): Quantity | null {
  const text = query.trim();
  const quantities = extractQuantities(parseDocument(`${text}\n`));
  const [only] = quantities;
  if (!only || quantities.length > 1 || only.exempt === 'date') return null;
  return only.range.start === 0 && only.range.end === text.length ? only : null;
}

const lower = (text: string): string => text.toLowerCase();
const holds = (text: string, word: string): boolean => lower(text).includes(lower(word));

const aboutReport = ({ id, title, changedAt }: ReportRow) => ({ reportId: id, title, changedAt });

function textHit(report: ReportRow, { block, start, end, text }: TextHit, word: string): SearchHit {
  const range = { start, end };
  return { ...aboutReport(report), kind: 'text', block, range, ...around(text, word) };
}

function figureHit(report: ReportRow, { block, start, end, text, raw }: FigureHit): SearchHit {
  const range = { start, end };
  return { ...aboutReport(report), kind: 'figure', block, range, ...around(text, raw) };
}

function titleHit(report: ReportRow, word: string): SearchHit {
  const name = holds(report.title, word) ? report.title : report.fileName;
  return { ...aboutReport(report), kind: 'title', block: null, range: null, ...around(name, word) };
}

/** The sentence part around the first place of a word; signs of a table's lines become spaces. */
function around(text: string, word: string): Pick<SearchHit, 'before' | 'found' | 'after'> {
  const at = Math.max(0, lower(text).indexOf(lower(word)));
  const end = at + (holds(text, word) ? word.length : 0);
  const readable = (part: string): string => part.replace(/<br>|[|\s]+/g, ' ');
  const cut = at > BEFORE ? '…' : '';
  return {
    before: cut + readable(text.slice(Math.max(0, at - BEFORE), at)),
    found: text.slice(at, end),
    after: readable(text.slice(end, end + AFTER)),
  };
}
