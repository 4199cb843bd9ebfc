import '../sources.ts';
import { serialize } from 'node:v8';
import { largeReport } from '../../helpers/large-report.ts';
import { median, percentile, type Row } from '../measured.ts';

const { Rechecker } = await import('../../../src/main/checker/recheck.ts');
const { applyChange } = await import('../../../src/shared/analysis-change.ts');
const { parseDocument } = await import('../../../src/main/document/parse.ts');

const EDITS = 150;
const WARM_UP = 50;
/** An edit rests after so many strokes. */
const STROKES = 5;

/** Edits all over a report of 1 MB: in the worker, in the message, in the window; and what a whole parse takes. */
export function recheckRows(): Row[] {
  const rechecker = new Rechecker(largeReport(1_000_000, 5_000));
  const times: Record<'edit' | 'cpu' | 'settle' | 'screen' | 'size', number[]> = {
    edit: [],
    cpu: [],
    settle: [],
    screen: [],
    size: [],
  };
  let shown = rechecker.analysis;
  const processor = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  for (let count = 0; count < EDITS; count++) {
    const { length } = rechecker.analysis.document.text;
    const start = (count * 104_729 + 7) % length;
    const [begin, spent] = [performance.now(), processor()];
    const change = rechecker.edit([
      { range: { start, end: start + (count % 2) }, text: count % 3 ? '户' : '8' },
    ]);
    times.edit.push(performance.now() - begin);
    times.cpu.push(processor() - spent);
    if (change) {
      // As it crosses the thread: written, read, applied.
      times.size.push(serialize(change).length / 1024);
      shown = applyChange(shown, structuredClone(change));
    } else shown = rechecker.analysis;
    times.screen.push(performance.now() - begin);
    if (count % STROKES < STROKES - 1) continue;
    const rest = performance.now();
    const settled = rechecker.settle();
    times.settle.push(performance.now() - rest);
    if (settled) shown = applyChange(shown, settled);
  }
  // Another text each time: the last document is remembered.
  const parse = Array.from({ length: 9 }, (_, index) => {
    const text = `${rechecker.analysis.document.text}${' '.repeat(index + 1)}`;
    const begin = performance.now();
    parseDocument(text);
    return performance.now() - begin;
  });
  const warm = (all: readonly number[]): readonly number[] => all.slice(WARM_UP);
  const row = (name: string, value: number, unit: Row['unit'], most?: number): Row => ({
    group: 'recheck',
    name,
    value,
    unit,
    ...(most === undefined ? {} : { limit: { of: 'value', most } }),
  });
  return [
    row('1 MB, after one edit, median', median(warm(times.edit)), 'ms'),
    row('… processor time, median', median(warm(times.cpu)), 'ms'),
    row('… processor time, p95', percentile(warm(times.cpu), 0.95), 'ms'),
    row('1 MB, after one edit, p95', percentile(warm(times.edit), 0.95), 'ms', 16),
    row('… with message and window’s copy, p95', percentile(warm(times.screen), 0.95), 'ms', 50),
    row('… once edits rest, p95', percentile(times.settle, 0.95), 'ms'),
    row('message, median', median(times.size), 'kB'),
    row('whole parse of 1 MB', median(parse), 'ms'),
  ];
}
