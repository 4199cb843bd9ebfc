/** Tables of invented entries, and ways to tear one of their rows as pasting a wrapped cell does. Seeded: no chance. */
export type Random = () => number;

/** A small generator (mulberry32): the same seed, the same tables. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const whole = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));
const two = (value: number): string => String(value).padStart(2, '0');

interface Kind {
  readonly header: string;
  readonly make: (random: Random, row: number) => string;
}

const date = (random: Random, row: number, style: number): string => {
  const [year, month, day] = [2021 + Math.floor(row / 6), (row * 2) % 12, whole(random, 1, 28)];
  const m = month + 1;
  if (style === 0) return `${year}${two(m)}${two(day)}`;
  if (style === 1) return `${year}年${m}月${day}日`;
  if (style === 2) return `${year}-${two(m)}-${two(day)}`;
  return `${year}.${two(m)}.${two(day)}`;
};

const dates = (style: number, mark: string): Kind => ({
  header: '时间',
  make: (random, row) => {
    const range = `${date(random, row, style)}${mark}${date(random, row + 1, style)}`;
    if (random() < 0.12) return date(random, row, style);
    return random() < 0.2
      ? `${range}<br>每周${pick(random, ['一', '二、周五', '三', '六', '六、周日'])}`
      : range;
  },
});

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const ACTIONS = [
  '满减活动',
  '积分兑换',
  '新客立减',
  '公交优惠',
  '缴费返现',
  '商圈联动',
  '福利日活动',
  '会员赠礼',
];
const PLACES = ['城东', '城西', '滨海', '高新', '老街', '湖滨', '南山坡', '北苑'];

const KINDS = {
  text: { header: '活动主题', make: (r: Random) => `${pick(r, PLACES)}${pick(r, ACTIONS)}` },
  long: {
    header: '说明',
    make: (r: Random) => `${pick(r, PLACES)}商圈${pick(r, ACTIONS)}，满${whole(r, 1, 9)}0元可用`,
  },
  name: {
    header: '机构名称',
    make: (r: Random) => `${pick(r, PLACES)}${pick(r, ['银行', '支付公司', '商贸行', '信用社'])}`,
  },
  amount: {
    header: '金额（万元）',
    make: (r: Random) => `${grouped(whole(r, 100, 90_000))}.${two(whole(r, 0, 99))}`,
  },
  count: { header: '笔数', make: (r: Random) => grouped(whole(r, 1000, 900_000)) },
  share: { header: '占比', make: (r: Random) => `${whole(r, 0, 60)}.${two(whole(r, 0, 99))}%` },
  phone: { header: '联系电话', make: (r: Random) => `0755-8${whole(r, 1_000_000, 9_999_999)}` },
  licence: {
    header: '许可证号',
    make: (r: Random) => `Z20${two(whole(r, 10, 20))}${whole(r, 10_000_000, 99_999_999)}`,
  },
} as const satisfies Record<string, Kind>;

export interface MadeTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold dates, figures or codes. */
  readonly typed: readonly number[];
}

export function madeTable(random: Random): MadeTable {
  const when = pick(random, [
    dates(0, '-'),
    dates(1, '—'),
    dates(1, '至'),
    dates(2, '至'),
    dates(3, '-'),
    dates(3, '—'),
  ]);
  const day = (style: number): Kind => ({ header: '上线日期', make: (r, row) => date(r, row, style) });
  const on = pick(random, [day(0), day(1), day(2), day(3)]);
  const layouts: readonly (readonly Kind[])[] = [
    [when, KINDS.text],
    [KINDS.name, on],
    [KINDS.name, KINDS.count, KINDS.amount],
    [KINDS.name, KINDS.amount, KINDS.share],
    [KINDS.name, KINDS.licence, on],
    [on, KINDS.name, KINDS.phone],
    [when, KINDS.long, KINDS.count],
    [KINDS.text, when, KINDS.amount],
  ];
  const kinds = pick(random, layouts);
  const numbered = random() < 0.8;
  const length = whole(random, 5, 16);
  const rows = Array.from({ length }, (_, row) => [
    ...(numbered ? [String(row + 1)] : []),
    ...kinds.map((kind) => kind.make(random, row)),
  ]);
  const shift = numbered ? 1 : 0;
  const wordy: readonly Kind[] = [KINDS.text, KINDS.long, KINDS.name];
  const typed = kinds.flatMap((kind, at) => (wordy.includes(kind) ? [] : [at + shift]));
  const header = [...(numbered ? ['序号'] : []), ...kinds.map((kind) => kind.header)];
  return { header, rows, typed: numbered ? [0, ...typed] : typed };
}

export const markdownOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

export const TEARS = [
  'wrap-three',
  'wrap-number-inside',
  'wrap-two',
  'shift',
  'merge',
  'split',
  'swap',
] as const;
export type Tear = (typeof TEARS)[number];

/** The rows with row `at` torn; null where this way of tearing does not apply to it. */
export function tear(table: MadeTable, at: number, way: Tear, random: Random): string[][] | null {
  const rows = table.rows.map((row) => [...row]);
  const row = rows[at];
  if (!row) return null;
  const wide = pick(
    random,
    table.typed.filter((column) => (row[column]?.length ?? 0) >= 6),
  );
  if (wide === undefined) return null;
  const near = wide > 0 && (wide === row.length - 1 || random() < 0.5) ? wide - 1 : wide + 1;
  const cell = row[wide] ?? '';
  const other = row[near] ?? '';
  const cut = whole(random, 2, cell.length - 2);
  if (/<br>/.test(cell) && way !== 'swap' && way !== 'merge') return null;
  const low = Math.min(cut, whole(random, 2, cell.length - 2));
  const high = Math.max(cut, low + 1);
  const put = (mine: string, theirs: string): string[][] => {
    row[wide] = mine;
    row[near] = theirs;
    return rows;
  };
  switch (way) {
    case 'wrap-three':
      return put(cell.slice(0, low) + cell.slice(high), other + cell.slice(low, high));
    case 'wrap-number-inside':
      return put(cell.slice(0, low) + other + cell.slice(high), cell.slice(low, high));
    case 'wrap-two':
      return put(
        cell.slice(0, cut),
        random() < 0.5 ? `${other} ${cell.slice(cut)}` : other + cell.slice(cut),
      );
    case 'shift':
      return near > wide
        ? put(cell.slice(0, cut), cell.slice(cut) + other)
        : put(cell.slice(cut), other + cell.slice(0, cut));
    case 'merge':
      return put('', near < wide ? `${other} ${cell}` : `${cell} ${other}`);
    case 'split': {
      const rest = row.map((_, column) => (column === wide ? cell.slice(cut) : ''));
      row[wide] = cell.slice(0, cut);
      if (wide === 0) return null;
      rows.splice(at + 1, 0, rest);
      return rows;
    }
    case 'swap':
      return put(other, cell);
  }
}
