import type { Table } from '../../../../shared/model/document';
import { sampledRows } from '../../../text/table-rows';

/** Rows looked at; those of a long table are alike. */
const SAMPLE = 60;
const MIN = 3;
const MAX = 24;

/** How much of the width each column gets, in percent: by the longest text of the rows looked at, within reason. */
export function columnShares(table: Table, width: number): readonly number[] {
  const rows = [table.header, ...sampledRows(table, SAMPLE)];
  const needs = Array.from({ length: width }, (_, column) => {
    const longest = rows.reduce(
      (most, { cells }) => Math.max(most, needOf(cells[column]?.prose.text ?? '')),
      0,
    );
    return Math.max(MIN, Math.min(MAX, longest + 1));
  });
  const sum = needs.reduce((total, need) => total + need, 0);
  return needs.map((need) => (need * 100) / sum);
}

/** In ems, of the longest line: a Chinese character is as wide as two others. */
const needOf = (text: string): number =>
  Math.max(...text.split('\n').map((line) => line.length - line.replace(/[^\u0020-\u007e]/g, '').length / 2));
