import fc from 'fast-check';

/** A table with a random merged header, in Markdown, with what must be read from it. */
export interface MergedHeader {
  readonly lines: readonly string[];
  readonly headerRows: number;
  /** For each column, its header's texts from the top down. */
  readonly columns: readonly (readonly string[])[];
}

/** A header's name with the names below it; one without any is the header of one column. */
interface Name {
  readonly text: string;
  readonly below: readonly Name[];
}

const LEVELS = [
  ['2023年', '2024年', '2025年'],
  ['境内', '境外', '港澳'],
  ['笔数', '金额', '户数'],
] as const;
const NAMES = ['项目', '备注', '同比', '占比'];

const texts = (level: number, least: number): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...(LEVELS[level] ?? [])], { minLength: least });

/** Names of `depth` levels at most, beginning with `level`. */
const names = (level: number, depth: number, least: number): fc.Arbitrary<readonly Name[]> =>
  texts(level, least).chain((chosen) =>
    fc.tuple(
      ...chosen.map((text) =>
        depth < 2
          ? fc.constant({ text, below: [] })
          : fc
              .oneof(
                { weight: 3, arbitrary: names(level + 1, depth - 1, 2) },
                { weight: 1, arbitrary: fc.constant([]) },
              )
              .map((below) => ({ text, below })),
      ),
    ),
  );

const depthOf = (all: readonly Name[]): number =>
  all.length === 0 ? 0 : 1 + Math.max(...all.map((name) => depthOf(name.below)));

/** Writes names into rows of cells from row `at` down to the last. */
function write(all: readonly Name[], rows: string[][], at: number): void {
  for (const name of all) {
    const column = rows[at]?.length ?? 0;
    if (name.below.length > 0) {
      write(name.below, rows, at + 1);
      const width = (rows[at + 1]?.length ?? 0) - column;
      rows[at]?.push(name.text, ...Array.from({ length: width - 1 }, () => '<<'));
    } else {
      rows.slice(at).forEach((row, down) => {
        row.push(down === 0 ? name.text : '^^');
      });
    }
  }
}

const pathsOf = (all: readonly Name[]): readonly (readonly string[])[] =>
  all.flatMap((name) =>
    name.below.length === 0 ? [[name.text]] : pathsOf(name.below).map((path) => [name.text, ...path]),
  );

/** Headers of one to three rows with groups, names that reach down, and a title or a unit above or none. */
export const mergedHeaders = (): fc.Arbitrary<MergedHeader> =>
  fc
    .record({
      groups: fc.integer({ min: 1, max: 3 }).chain((depth) => names(0, depth, 1)),
      after: fc.subarray(NAMES.slice(1), { maxLength: 2 }),
      banners: fc.subarray(['星河公司业务表', '单位：万元']),
      figures: fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 40, maxLength: 40 }),
    })
    .map(({ groups, after, banners, figures }) => {
      const single = (text: string): Name => ({ text, below: [] });
      const all = [single('项目'), ...groups, ...after.map(single)];
      const depth = depthOf(all);
      const rows: string[][] = Array.from({ length: depth }, () => []);
      write(all, rows, 0);
      const columns = pathsOf(all);
      const body = ['转账', '消费', '退款'].map((label, row) => [
        label,
        ...columns.slice(1).map((_, at) => String(figures[(row * 13 + at) % figures.length])),
      ]);
      const above = banners.map((text) => [text, ...columns.slice(1).map(() => '<<')]);
      const lines = [...above, ...rows, ...body].map((cells) => `| ${cells.join(' | ')} |`);
      const delimiter = `|${'---|'.repeat(columns.length)}`;
      return {
        lines: [lines[0] ?? '', delimiter, ...lines.slice(1)],
        headerRows: above.length + depth - 1,
        columns,
      };
    });
