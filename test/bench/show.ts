import { isMet, type Row } from './measured.ts';

/** Prints a row of the table. */
export function show(row: Row): void {
  const digits = row.value < 10 ? 2 : row.value < 100 ? 1 : 0;
  const value = Number.isNaN(row.value) ? '–' : `${row.value.toFixed(digits)} ${row.unit}`;
  const ratio =
    row.ratio === undefined
      ? ''
      : `${row.ratio.toFixed(2)} ${row.against === 'exponent' ? '' : '× '}${row.against}`;
  const { limit } = row;
  const bound =
    limit?.most === Number.MAX_VALUE
      ? ''
      : limit
        ? limit.most !== undefined
          ? `≤ ${limit.most}`
          : `≥ ${limit.least}`
        : '';
  const wanted = limit?.of === 'ratio' ? `ratio ${bound}` : bound;
  process.stdout.write(
    `${row.group.padEnd(9)} ${row.name.padEnd(52)} ${value.padStart(10)}  ${ratio.padEnd(32)} ${wanted.padEnd(14)} ${isMet(row) === false ? 'MISSED' : ''}\n`,
  );
}
