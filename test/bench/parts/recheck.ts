import '../sources.ts';
import { serialize } from 'node:v8';
import type { Block, Table } from '../../../src/shared/model/document.ts';
import type { Edit } from '../../../src/shared/model/finding.ts';
import type { Quantity } from '../../../src/shared/model/quantity.ts';
import { largeReport } from '../../helpers/large-report.ts';
import { median, percentile, type Row } from '../measured.ts';

const { Rechecker } = await import('../../../src/main/checker/recheck.ts');
const { applyChange } = await import('../../../src/shared/analysis-change.ts');
const { tidyUp } = await import('../../../src/main/jobs/tidy.ts');
const { parseDocument } = await import('../../../src/main/document/parse.ts');

type Checked = InstanceType<typeof Rechecker>;

const EDITS = 40;
const WARM_UP = 60;
/** An edit rests after so many strokes. */
const STROKES = 5;
/** Settling is left and gone on with after so long, so that an edit may come between. */
const SLICE_MS = 12;

let seed = 12_345;
const below = (limit: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return (seed >> 8) % limit;
};
const anyOf = <T>(all: readonly T[]): T => all[below(all.length)] as T;
const put = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });

const anyBlock = ({ analysis }: Checked, kind: Block['kind']): Block =>
  anyOf(analysis.document.blocks.filter((block) => block.kind === kind));

function anyFigure({ analysis }: Checked, isCell: boolean): Quantity {
  const { blocks } = analysis.document;
  return anyOf(
    analysis.quantities.filter(
      ({ exempt, place }) =>
        exempt === null &&
        isCell === (blocks[place.block]?.kind === 'table') &&
        blocks[place.block]?.kind !== 'heading',
    ),
  );
}

const digit = (): string => String(1 + below(9));

/** Edits as people make them, each somewhere in the report. */
const KINDS: Readonly<Record<string, (checked: Checked) => Edit>> = {
  'words of a paragraph': (checked) => {
    const { range } = anyBlock(checked, 'paragraph');
    const at = range.start + below(range.end - range.start);
    return put(at, at, '户');
  },
  'a figure of a paragraph': (checked) => {
    const { start } = anyFigure(checked, false).range;
    return put(start, start + below(2), digit());
  },
  'a figure of a table': (checked) => {
    const { start } = anyFigure(checked, true).range;
    return put(start, start + below(2), digit());
  },
  'words of a table': (checked) => {
    const { rows } = anyBlock(checked, 'table') as Table;
    const end = anyOf(rows).cells[0]?.range.end ?? 0;
    return put(end, end, '户');
  },
  'a heading': (checked) => {
    const { end } = anyBlock(checked, 'heading').range;
    return put(end, end, '部');
  },
  'a caption': (checked) => {
    const { end } = anyBlock(checked, 'caption').range;
    return put(end, end, '表');
  },
  'a new paragraph': (checked) => {
    const { end } = anyBlock(checked, 'paragraph').range;
    return put(end, end, '\n\n另有商户1,024户，同比增长3.5%。');
  },
  'a paragraph deleted': (checked) => {
    const { start, end } = anyBlock(checked, 'paragraph').range;
    return put(start, end, '');
  },
};

interface Times {
  /** In the worker: processor time of its thread, and by the clock. */
  readonly cpu: number[];
  readonly edit: number[];
  /** With the message and the copy that the change makes. */
  readonly copy: number[];
}

const processor = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Edits all over a report of 1 MB by kind: in the worker, in the message, in the copy; and what a whole parse takes. */
export function recheckRows(): Row[] {
  const rechecker = new Rechecker(largeReport(1_000_000, 5_000));
  const settle: number[] = [];
  const slices: number[] = [];
  const sizes: number[] = [];
  const tidied: number[] = [];
  let shown = rechecker.analysis;
  let strokes = 0;
  const stroke = (edit: Edit): readonly [cpu: number, wall: number, copy: number] => {
    // As the worker does when it has answered.
    const idle = processor();
    tidyUp();
    tidied.push(processor() - idle);
    const [begin, spent] = [performance.now(), processor()];
    const change = rechecker.edit([edit]);
    const [cpu, wall] = [processor() - spent, performance.now() - begin];
    if (change) {
      sizes.push(serialize(change).length / 1024);
      // As it crosses the thread: written, read, applied.
      const sent = performance.now();
      shown = applyChange(shown, structuredClone(change));
      const copy = wall + performance.now() - sent;
      rest();
      return [cpu, wall, copy];
    }
    shown = rechecker.analysis;
    return [cpu, wall, wall];
  };
  const rest = (): void => {
    if (++strokes % STROKES > 0) return;
    let spent = 0;
    for (;;) {
      const begin = processor();
      const until = performance.now() + SLICE_MS;
      const settled = rechecker.settle(() => performance.now() < until);
      slices.push(processor() - begin);
      spent += slices.at(-1) ?? 0;
      if (settled === 'more') continue;
      if (settled) shown = applyChange(shown, settled);
      settle.push(spent);
      return;
    }
  };
  for (let count = 0; count < WARM_UP; count++) stroke(anyOf(Object.values(KINDS))(rechecker));
  settle.length = 0;
  slices.length = 0;
  const all: Times = { cpu: [], edit: [], copy: [] };
  const kinds = Object.entries(KINDS).flatMap(([name, make]) => {
    const own: number[] = [];
    for (let count = 0; count < EDITS; count++) {
      const [cpu, wall, copy] = stroke(make(rechecker));
      own.push(cpu);
      all.cpu.push(cpu);
      all.edit.push(wall);
      all.copy.push(copy);
    }
    return [row(`${name}: processor time, median`, median(own)), row('… p95', percentile(own, 0.95))];
  });
  return [
    ...kinds,
    row('all edits: processor time, median', median(all.cpu)),
    row('… processor time, p95', percentile(all.cpu, 0.95), 16),
    row('… by the clock, median', median(all.edit)),
    row('… by the clock, p95', percentile(all.edit, 0.95), 16),
    row('… with message and copy, p95', percentile(all.copy, 0.95), 50),
    row('between two edits, what the first left: processor time, median', median(tidied)),
    row('… p95', percentile(tidied, 0.95)),
    row('once edits rest: processor time, median', median(settle)),
    row('… its longest piece, p95', percentile(slices, 0.95)),
    { ...row('message, median', median(sizes)), unit: 'kB' },
    row('whole parse of 1 MB', wholeParse(rechecker.analysis.document.text)),
  ];
}

function wholeParse(text: string): number {
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    parseDocument(text);
    return performance.now() - begin;
  });
  return median(times);
}

const row = (name: string, value: number, most?: number): Row => ({
  group: 'recheck',
  name,
  value,
  unit: 'ms',
  ...(most === undefined ? {} : { limit: { of: 'value', most } }),
});
